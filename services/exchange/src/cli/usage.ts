import type { CommanderError } from 'commander'
import type { Output } from './output.ts'
import { type Lang, type Text, text } from './text.ts'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法:',
  'Arguments:': '参数:',
  'Options:': '选项:',
  'Global Options:': '通用选项:',
  'Commands:': '命令:',
}

/** The headings of a help page. */
export const helpTitles = (title: string, lang: Lang): string =>
  lang === 'zh' ? (titles[title] ?? title) : title

/** What is wrong with a command line, by Commander's code; `{}` is the part of the command line that is. */
const faults: Readonly<Record<string, Text>> = {
  'commander.unknownOption': text('没有选项 {}', 'there is no option {}'),
  'commander.unknownCommand': text('没有命令 {}', 'there is no command {}'),
  'commander.missingArgument': text('缺少参数 {}', 'the argument {} is missing'),
  'commander.missingMandatoryOptionValue': text('必须给出选项 {}', 'the option {} must be given'),
  'commander.optionMissingArgument': text('选项 {} 缺少值', 'the option {} needs a value'),
  'commander.excessArguments': text('参数过多', 'there are too many arguments'),
  'commander.invalidArgument': text('选项 {} 的值有误', 'the value of {} is wrong'),
}

/** One line on what is wrong with the command line, and where help is. */
export function usageError({ code, message }: CommanderError, output: Output, command?: string): string {
  const known = faults[code]
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? ''
  const detail = code === 'commander.invalidArgument' ? (/is invalid\. (.*)$/s.exec(message)?.[1] ?? '') : ''
  const hint = /\(Did you mean (.*)\?\)/.exec(message)?.[1]
  const what = known ? output.say(known).replace('{}', quoted) : message.replace(/^error: /, '')
  const help = `npx yibiao ${command === undefined ? '' : `${command} `}--help`
  const zh = output.lang === 'zh'
  return [
    zh
      ? `命令有误：${what}${detail ? `（${detail}）` : ''}。`
      : `Wrong usage: ${what}${detail ? ` (${detail})` : ''}.`,
    ...(hint === undefined ? [] : [zh ? `是否指 ${hint}？` : `Did you mean ${hint}?`]),
    zh ? `帮助：${help}` : `Help: ${help}`,
  ].join('\n')
}
