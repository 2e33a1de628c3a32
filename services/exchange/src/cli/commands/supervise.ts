import { type SupervisedGroup, type SupervisedKind, supervisedKinds } from '@yibiao/projections'
import { problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { keyOption, postAct, tellAct } from '../acts.ts'
import type { Answers } from '../answers.ts'
import { type Call, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { Names } from '../names.ts'
import { exitCodes, type Output, type Style } from '../output.ts'
import { type Cell, showTable } from '../table.ts'
import { text } from '../text.ts'
import { showTime } from '../times.ts'
import { word } from '../words.ts'

const outcomes = ['JUSTIFIED', 'ADMONISHED', 'SANCTIONED'] as const

const texts = {
  none: text('没有需要关注的事项。', 'There is nothing to look at.'),
  whole: text('办件整体', 'the filing as a whole'),
  nobody: text('无人负责', 'nobody'),
  reversed: text('已撤销', 'reversed'),
  more: text(
    '未全部显示；--limit 至多 1000，或缩短期间。',
    'Not all are shown: --limit up to 1000, or a shorter period.',
  ),
  truncated: text(
    '事项过多，仅读取最近的；请缩短期间。',
    'There are too many; only the latest were read. Ask for a shorter period.',
  ),
  concluded: text('问责案已结论：', 'The case is concluded: '),
}

const colour: Partial<Readonly<Record<SupervisedKind, Style>>> = {
  YELLOW: 'yellow',
  RED: 'red',
  OVERDUE: 'red',
  BREACH: 'red',
  CASE: 'red',
  ORPHAN: 'yellow',
}

export const command: Command = {
  arguments: [
    { name: '[conclude]', text: text('conclude：为问责案作出结论', 'conclude: say what came of a case') },
    {
      name: '[case]',
      text: text('案号：<办件>/<事项>/<轮次>', 'number of the case: <filing>/<item>/<round>'),
    },
  ],
  options: [
    { flags: '--department <code>', text: text('只看此部门', 'only this department') },
    { flags: '--officer <account>', text: text('只看此经办人', 'only this officer') },
    {
      flags: '--kind <kinds>',
      text: text(
        `种类，逗号分隔：${supervisedKinds.join(',')}`,
        `kinds, with commas: ${supervisedKinds.join(',')}`,
      ),
    },
    { flags: '--from <date>', text: text('自此日', 'from this day on') },
    { flags: '--to <date>', text: text('至此日（含）', 'up to and with this day') },
    {
      flags: '--limit <n>',
      text: text('最多条数（1 至 1000）', 'entries at most (1 to 1000)'),
      number: true,
    },
    { flags: '--outcome <outcome>', text: text('结论', 'the outcome of the case'), choices: outcomes },
    { flags: '--reason <text>', text: text('理由', 'why') },
    keyOption,
  ],
  online: true,
  notes: text(
    '黄牌、红牌、逾期、违限、视为受理、二次告知、收费差异、问责案、无首问责任人的办件、尚待恢复的审批；已撤销者为按时到达、迟后记录。',
    'Yellow and red cards, overdue, broken terms, deemed acceptances, second notices, fees that differ, cases, filings that nobody answers for, what is still to be undone. “Reversed”: the act had arrived in time and was recorded late.',
  ),
  examples: [
    { line: 'supervise', text: text('全部', 'everything') },
    {
      line: 'supervise --department AMR-FOOD --kind RED,OVERDUE --from 2026-09-01 --to 2026-09-30',
      text: text('某部门九月的红牌与逾期', 'red cards and overdue of a department in September'),
    },
    {
      line: 'supervise conclude F2G28T6V4MQTVSJ/food-business-licence/1 --outcome JUSTIFIED --reason 系统停机',
      text: text('为问责案作出结论', 'conclude a case'),
    },
  ],
  run(call) {
    const [verb] = call.args
    if (verb === 'conclude') return conclude(call)
    if (verb !== undefined)
      throw usage(`“${verb}”不是动作：仅有 conclude。`, `“${verb}” is nothing to do: there is conclude.`)
    return list(call)
  },
}

const usage = (zh: string, en: string): YibiaoError =>
  new YibiaoError(problemOf([reasonedIssue('YB_REQUEST', '', { zh, en })]))

function conclude(call: Call): Promise<number> {
  const [, name = ''] = call.args
  const [outcome, reason] = [optionOf(call, 'outcome'), optionOf(call, 'reason')]
  if (!/^[^/]+\/[^/]+\/\d{1,2}$/.test(name) || outcome === undefined || reason === undefined)
    throw usage(
      '须给出案号（<办件>/<事项>/<轮次>）、--outcome 与 --reason。',
      'Give the number of the case (<filing>/<item>/<round>), --outcome and --reason.',
    )
  return withExchange(call, async ({ client }) => {
    const path = `/v1/supervision/cases/${name.split('/').map(encodeURIComponent).join('/')}/conclusion`
    const act = await postAct(call, client, path, { outcome, reason })
    return tellAct(
      call,
      act,
      `${call.output.say(texts.concluded)}${word(outcome, call.output.lang)}  ${name}`,
    )
  })
}

function list(call: Call): Promise<number> {
  const { output, options } = call
  return withExchange(call, async ({ client }) => {
    const body = await client.get<Answers['supervision']>('/v1/supervision', {
      department: optionOf(call, 'department'),
      officer: optionOf(call, 'officer'),
      kind: optionOf(call, 'kind'),
      from: optionOf(call, 'from'),
      to: optionOf(call, 'to'),
      limit: options.limit as number | undefined,
    })
    if (output.json) output.data(body)
    else show(output, body)
    return exitCodes.done
  })
}

function show(output: Output, { groups, total, truncated }: Answers['supervision']): void {
  const names = new Names(output.lang)
  if (total === 0) output.line(output.say(texts.none))
  for (const [index, group] of groups.entries()) {
    if (index > 0) output.line()
    showGroup(output, names, group)
  }
  if (groups.reduce((sum, { entries }) => sum + entries.length, 0) < total)
    output.line(output.say(texts.more))
  if (truncated) output.line(output.say(texts.truncated))
}

function showGroup(
  output: Output,
  names: Names,
  { department, officer, counts, reversed, entries }: SupervisedGroup,
): void {
  const { lang } = output
  const whose = department === null ? output.say(texts.whole) : names.department(department)
  const told = supervisedKinds.flatMap((kind) => {
    const count = counts[kind]
    if (count === undefined) return []
    const style = colour[kind]
    const shown = `${word(kind, lang)} ${count}`
    return [style === undefined ? shown : output.paint(style, shown)]
  })
  if (reversed > 0) told.push(`${output.say(texts.reversed)} ${reversed}`)
  output.line(`${output.paint('bold', whose)}  ${officer ?? output.say(texts.nobody)}  ${told.join('  ')}`)
  if (entries.length === 0) return
  showTable(output, {
    columns: [{}, {}, {}, { most: 44 }, {}],
    rows: entries.map((one): Cell[] => [
      { text: word(one.kind, lang), style: colour[one.kind] },
      showTime(one.at),
      one.kind === 'CASE' ? one.id : one.filing,
      one.item === null ? (one.clock ?? '') : names.item(one.item),
      one.state === 'OPEN'
        ? ''
        : `${word(one.state, lang)}${one.outcome === null ? '' : ` ${word(one.outcome, lang)}`}`,
    ]),
  })
}
