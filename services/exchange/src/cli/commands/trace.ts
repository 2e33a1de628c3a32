import type { Answers, Receipt, TraceAnswer, TraceEntry } from '../answers.ts'
import { showValue } from '../code-names.ts'
import { argumentOf, type Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { leafTitle } from '../form-titles.ts'
import { type SeenMaterial, showMaterials } from '../material-lines.ts'
import { Names } from '../names.ts'
import { exitCodes, type Output } from '../output.ts'
import { type Cell, showTable } from '../table.ts'
import { type Lang, text } from '../text.ts'
import { showClock, showTime } from '../times.ts'
import { timingOf } from '../timing.ts'
import { printable } from '../width.ts'
import { marks, styles, word } from '../words.ts'

const texts = {
  occurred: text('发生', 'occurred'),
  received: text('接收', 'received'),
  recorded: text('记录', 'recorded'),
  effective: text('生效', 'in force from'),
  cause: text('起因', 'caused by'),
  withheld: text('项变更不对您开放', 'changes are not shown to you'),
  published: text('推送', 'published'),
  applied: text('应用', 'applied'),
  rejected: text('退回', 'rejected'),
  noReceipt: text('没有回执', 'no receipt'),
  notPublished: text('尚未推送', 'not published yet'),
  operations: text('操作员的操作：', 'Acts of operators:'),
  refused: text('另有被拒的消息：', 'Messages refused besides:'),
  reads: text('个人信息的查阅：', 'Readings of personal values:'),
  paths: text('项', 'values'),
}

export const command: Command = {
  arguments: [{ name: '<filing>', text: text('办件编号', 'id of the filing') }],
  online: true,
  notes: text(
    '时间均为北京时间。--json：一个文档，同 GET /v1/filings/{id}/trace。',
    'Times are those of Asia/Shanghai. --json: one document, that of GET /v1/filings/{id}/trace.',
  ),
  examples: [
    {
      line: 'trace F2G28T6V4MQTVSJ',
      text: text(
        '谁在何时做了什么、改了什么、由何引起、各单位是否收到',
        'who did what and when, what it changed, what caused it, who received it',
      ),
    },
  ],
  run(call) {
    const { output } = call
    return withExchange(call, async ({ client }) => {
      const body = await client.get<Answers['trace']>(
        `/v1/filings/${encodeURIComponent(argumentOf(call, 0))}/trace`,
      )
      if (output.json) output.data(body)
      else showTrace(output, body)
      return exitCodes.done
    })
  },
}

function showTrace(output: Output, trace: TraceAnswer): void {
  const names = new Names(output.lang)
  const { lang } = output
  output.line(
    `${output.paint('bold', trace.filing)}  ${lang === 'zh' ? '档案' : 'record'} ${trace.record}  ${word(trace.state, lang)}`,
  )
  const revisions = new Map(trace.entries.map(({ id, revision }) => [id, revision]))
  // Each file once: a participant hears of those of the filing with the routing, the founder with the submission.
  const told = new Set<string>()
  for (const entry of trace.entries) {
    output.line()
    showEntry(output, names, entry, revisions)
    const materials = materialsIn(entry).filter((one) => !told.has(keyOf(one)))
    if (materials.length > 0) showMaterials(output, names, materials, 4)
    for (const one of materials) told.add(keyOf(one))
  }
  showActs(output, trace)
}

/** What the event is about: the item, the round, a problem's code, clocks and cards. */
function aboutOf({ data }: TraceEntry, names: Names, lang: Lang): string {
  const { approval, round, problem } = data as {
    approval?: string
    round?: number
    problem?: { code: string }
  }
  const item = approval === undefined ? [] : [names.item(approval.split('/')[1] ?? '')]
  return [
    ...item,
    ...(round === undefined || round === 1 ? [] : [`(${round})`]),
    ...(problem === undefined ? [] : [problem.code]),
    ...timingOf(data, names, lang),
  ].join(' ')
}

function showEntry(
  output: Output,
  names: Names,
  entry: TraceEntry,
  revisions: ReadonlyMap<string, number>,
): void {
  const { lang } = output
  const { by } = entry
  const who =
    by.participant === null
      ? word('EXCHANGE', lang)
      : `${names.participant(by.participant)} (${word(by.authtype, lang)} ${printable(by.authid)})`
  output.line(
    `${output.paint('bold', `#${entry.revision}`)}  ${output.paint('bold', names.type(entry.type))}  ${aboutOf(entry, names, lang)}  —  ${who}`,
  )
  output.line(`    ${output.paint('dim', timesOf(output, entry, revisions))}`)
  if (entry.changes.length > 0)
    showTable(output, {
      indent: 4,
      columns: [{ most: 40 }, { most: 36 }, {}, { most: 48 }],
      rows: entry.changes.map(({ path, before, after }): Cell[] => [
        leafTitle(path, lang),
        side(path, before, output),
        '→',
        side(path, after, output),
      ]),
    })
  if (entry.withheld > 0) output.line(`    ${entry.withheld} ${output.say(texts.withheld)}`)
  for (const one of toldIn(entry, output)) output.line(`    ${printable(one)}`)
  if (entry.receipts.length > 0)
    showTable(output, {
      indent: 4,
      columns: [{}, {}, {}, {}, {}],
      rows: entry.receipts.map((receipt) => receiptRow(receipt, output)),
    })
}

const side = (path: string, value: unknown, { lang }: Output): string =>
  value === undefined || value === null ? '—' : showValue(path, value, lang)

function timesOf(output: Output, entry: TraceEntry, revisions: ReadonlyMap<string, number>): string {
  const cause = entry.causedBy === null ? undefined : revisions.get(entry.causedBy)
  return [
    `${output.say(texts.occurred)} ${showTime(entry.occurred)}`,
    ...(entry.effectiveFrom === null ? [] : [`${output.say(texts.effective)} ${entry.effectiveFrom}`]),
    ...(entry.received === null ? [] : [`${output.say(texts.received)} ${showClock(entry.received)}`]),
    `${output.say(texts.recorded)} ${showClock(entry.recorded)}`,
    ...(entry.causedBy === null
      ? []
      : [`${output.say(texts.cause)} ${cause === undefined ? entry.causedBy : `#${cause}`}`]),
  ].join('  ')
}

interface Told {
  readonly code?: string
  readonly path?: string
  readonly material?: string
  readonly pointer?: string
  readonly rule?: string
  readonly zh?: string
  readonly en?: string
}

/** Files that came with the event, or that it sent out. */
function materialsIn({ data }: TraceEntry): readonly SeenMaterial[] {
  const { materials = [], approvals = [] } = data as {
    materials?: readonly SeenMaterial[]
    approvals?: readonly { readonly materials?: readonly SeenMaterial[] }[]
  }
  const routed = Array.isArray(approvals) ? approvals.flatMap((one) => one.materials ?? []) : []
  return [...new Map([...materials, ...routed].map((one) => [keyOf(one), one])).values()]
}

const keyOf = ({ code, digest }: SeenMaterial): string => `${code} ${digest}`

/** What was asked for, why something was refused, what was wrong with a message. */
function toldIn({ data }: TraceEntry, { lang }: Output): string[] {
  const { defects, reasons, problem, reason } = data as {
    defects?: readonly Told[]
    reasons?: readonly Told[]
    problem?: { issues?: readonly Told[] }
    reason?: string
  }
  const all = [...(defects ?? []), ...(reasons ?? []), ...(problem?.issues ?? [])]
  const lines = all.map(
    (one) =>
      `${marks.SUPPLEMENT} ${[one.path ?? one.material ?? one.pointer, one[lang] ?? one.code, one.rule].filter(Boolean).join('  ')}`,
  )
  return reason === undefined ? lines : [...lines, reason]
}

function receiptRow(receipt: Receipt, output: Output): Cell[] {
  const { participant, sequence, published, received, applied, rejected } = receipt
  if (published === null)
    return [participant, '', { text: output.say(texts.notPublished), style: 'yellow' }, '', '']
  const row: Cell[] = [
    participant,
    sequence === null ? '' : `#${sequence}`,
    `${output.say(texts.published)} ${showClock(published)}`,
  ]
  if (rejected !== null)
    return [
      ...row,
      { text: `${output.say(texts.rejected)} ${showClock(rejected.time)}`, style: styles.REFUSED },
      rejected.reason,
    ]
  if (received === null && applied === null)
    return [...row, { text: output.say(texts.noReceipt), style: 'yellow' }, '']
  return [
    ...row,
    `${output.say(texts.received)} ${showClock(received)}`,
    applied === null ? '' : { text: `${output.say(texts.applied)} ${showClock(applied)}`, style: 'green' },
  ]
}

function showActs(output: Output, { refused, operations, reads }: TraceAnswer): void {
  const { lang } = output
  if (refused.length > 0) {
    output.line(`\n${output.say(texts.refused)}`)
    showTable(output, {
      columns: [{}, {}, {}, {}, {}],
      rows: refused.map((one) => [
        showTime(one.recordedAt),
        one.participant,
        { text: one.code, style: 'red' },
        one.type ?? '—',
        `refusal-${one.digest.slice(0, 12)}…`,
      ]),
    })
  }
  if (operations.length > 0) {
    output.line(`\n${output.say(texts.operations)}`)
    showTable(output, {
      columns: [{}, {}, {}, {}, { most: 50 }],
      rows: operations.map((one) => [
        showTime(one.requestedAt),
        one.actor,
        word(one.kind, lang),
        { text: word(one.state, lang), style: styles[one.state] },
        one.reason,
      ]),
    })
  }
  if (reads.length > 0) {
    output.line(`\n${output.say(texts.reads)}`)
    showTable(output, {
      columns: [{}, {}, {}, {}],
      rows: reads.map((one) => [
        showTime(one.time),
        one.reader,
        one.purpose,
        `${one.paths} ${output.say(texts.paths)}`,
      ]),
    })
  }
}
