import { Command as Commander, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Command, Example, OptionSpec } from './command.ts'
import { type Io, processIo } from './io.ts'
import { createOutput, exitCodes, type Output } from './output.ts'
import { type Entry, registry } from './registry.ts'
import { type Lang, langOf, type Text, text } from './text.ts'
import { helpTitles, usageError } from './usage.ts'
import { widthOf } from './width.ts'

/** Runs one command. Resolves with the exit code; writes all it has to say. */
export async function run(args: readonly string[], given?: Io): Promise<number> {
  const entry = registry.find(({ name }) => name === nameIn(args))
  const io = given ?? processIo(entry?.name === 'start')
  const output = createOutput(langOf(langIn(args), io.env), args.includes('--json'), io)
  let code: number = exitCodes.done
  let help = ''
  try {
    const command = entry && (await entry.load()).command
    const onHelp = (written: string) => {
      help += written
    }
    const program = build({ entry, command, output, io, onHelp }, (result) => {
      code = result
    })
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.done
      // Commander gives its help in place of an error where no command is named.
      output.error(error.code === 'commander.help' ? help.trimEnd() : usageError(error, output, entry?.name))
      return exitCodes.usage
    }
    const { showError } = await import('./show-error.ts')
    return showError(output, error)
  }
}

/** The command's name: the first word that is no option and no option's value. */
function nameIn(args: readonly string[]): string | undefined {
  for (let at = 0; at < args.length; at += 1) {
    const one = args[at] ?? ''
    if (one === '--lang') at += 1
    else if (!one.startsWith('-') && one !== 'help') return one
  }
  return undefined
}

function langIn(args: readonly string[]): string | undefined {
  const at = args.findIndex((one) => one === '--lang' || one.startsWith('--lang='))
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
}

interface Setting {
  readonly entry: Entry | undefined
  readonly command: Command | undefined
  readonly output: Output
  readonly io: Io
  /** Takes what Commander writes where it finds a fault. */
  readonly onHelp: (written: string) => void
}

const zh = (output: Output): boolean => output.lang === 'zh'

/** The whole command line: every command by name, the one that is asked for with all it takes. */
function build(setting: Setting, done: (code: number) => void): Commander {
  const { entry, command, output } = setting
  const program = new Commander('yibiao')
  plain(program, setting)
  program
    .description(output.say(texts.product))
    .addOption(new Option('--lang <lang>', output.say(texts.lang)).choices(['zh', 'en']))
    .option('--json', output.say(texts.json))
    .addHelpText('after', examplesText(programExamples, output))
  for (const one of registry) {
    const sub = program.command(one.name).description(output.say(one.text))
    plain(sub, setting).helpCommand(false)
    if (one === entry && command) fill(sub, command, setting, done)
  }
  return program
}

/** Exits by exception, writes through our output, counts wide characters as two. */
function plain(command: Commander, { output, io, onHelp }: Setting): Commander {
  return command
    .exitOverride()
    .helpOption('-h, --help', output.say(texts.help))
    .helpCommand('help [command]', output.say(texts.help))
    .configureOutput({
      writeOut: (written) => io.out.write(written),
      writeErr: onHelp,
      getOutHelpWidth: () => Math.max(60, io.columns),
      getOutHasColors: () => false,
    })
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: widthOf,
      optionDescription: ({ description, argChoices }) =>
        argChoices === undefined
          ? description
          : `${description}${zh(output) ? '：' : ': '}${argChoices.join(' | ')}`,
      styleTitle: (title) => helpTitles(title, output.lang),
    })
}

function fill(sub: Commander, command: Command, setting: Setting, done: (code: number) => void): void {
  const { output, io } = setting
  for (const argument of command.arguments ?? []) sub.argument(argument.name, output.say(argument.text))
  for (const option of [...(command.options ?? []), ...(command.online ? onlineOptions : [])])
    sub.addOption(optionOf(option, output.lang))
  const notes = command.notes === undefined ? '' : `\n${output.say(command.notes)}\n`
  sub.addHelpText('after', notes + examplesText(command.examples, output))
  sub.action(async (...given: unknown[]) => {
    const count = command.arguments?.length ?? 0
    const args = given.slice(0, count) as (string | undefined)[]
    const options = given[count] as Record<string, unknown>
    done(await command.run({ args, options, output, io }))
  })
}

function optionOf({ flags, text: words, required, choices, number, many }: OptionSpec, lang: Lang): Option {
  const option = new Option(flags, words[lang])
  if (required) option.makeOptionMandatory()
  if (choices) option.choices(choices)
  if (number)
    option.argParser((value: string) => {
      if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError(wholeNumber[lang])
      return Number(value)
    })
  if (many)
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
  return option
}

const wholeNumber = text('须为不小于 0 的整数', 'must be a whole number of 0 or more')

export const onlineOptions: readonly OptionSpec[] = [
  {
    flags: '--gateway <url>',
    text: text(
      '平台地址（或 YIBIAO_GATEWAY，令牌用 YIBIAO_TOKEN）',
      'address of the exchange (or YIBIAO_GATEWAY; its token in YIBIAO_TOKEN)',
    ),
  },
  {
    flags: '--data <dir>',
    text: text(
      '数据目录（或 YIBIAO_DATA；缺省向上查找 .yibiao）',
      'data folder (or YIBIAO_DATA; else .yibiao here or above)',
    ),
  },
]

const texts = {
  product: text(
    '一表：一表申请、并联审批、统一视图。',
    'One form in, every department at once, one authoritative history out.',
  ),
  lang: text('语言（缺省随系统区域设置）', 'language (default by the locale)'),
  json: text('以 JSON 输出，每行一个文档', 'answer in JSON, one document on a line'),
  help: text('显示帮助', 'show help'),
  examples: text('示例：', 'Examples:'),
} satisfies Record<string, Text>

export const programExamples: readonly Example[] = [
  { line: 'start', text: text('启动沙箱', 'start a sandbox') },
  {
    line: 'submit examples/restaurant.json --wait',
    text: text('提交一表并观看并联审批', 'submit a form and watch the parallel approvals'),
  },
  { line: 'submit --help', text: text('某命令的全部选项', 'all options of one command') },
]

function examplesText(examples: readonly Example[], output: Output): string {
  const lines = examples.map(({ line, text: words }) => `  npx yibiao ${line}\n      ${output.say(words)}`)
  return `\n${output.say(texts.examples)}\n${lines.join('\n')}`
}
