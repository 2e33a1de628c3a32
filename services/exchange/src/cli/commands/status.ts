import { hasEnded } from '@yibiao/projections'
import type { Answers, SeenFiling, StatusAnswer } from '../answers.ts'
import type { Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { showMaterials } from '../material-lines.ts'
import { Names } from '../names.ts'
import { exitCodes, type Output } from '../output.ts'
import { type Cell, showTable } from '../table.ts'
import { text } from '../text.ts'
import { showTime } from '../times.ts'
import { printable } from '../width.ts'
import { marks, styles, word } from '../words.ts'

const texts = {
  item: text('事项', 'item'),
  with: text('承办', 'with'),
  state: text('状态', 'state'),
  round: text('轮次', 'round'),
  since: text('自', 'since'),
  materials: text('材料：', 'Materials:'),
  outstanding: text('尚待办理：', 'Outstanding:'),
  none: text('无尚待办理的事项。', 'Nothing is outstanding.'),
  asked: text('要求补正：', 'Asked for:'),
  why: text('不予办理的理由：', 'Refused because:'),
  part: text('部分', 'part'),
  projection: text('视图', 'view'),
  version: text('版本', 'version'),
  position: text('位置', 'position'),
  well: text('正常', 'well'),
}

export const command: Command = {
  arguments: [
    {
      name: '[filing]',
      text: text('办件编号；不给则显示平台自身状态', 'id of the filing; without it the exchange itself'),
    },
  ],
  online: true,
  examples: [
    {
      line: 'status F2G28T6V4MQTVSJ',
      text: text(
        '各部门的状态、轮次及尚待办理者',
        'every department: state, round, what is outstanding and with whom',
      ),
    },
    { line: 'status --json', text: text('平台状态，JSON', 'the exchange itself, in JSON') },
  ],
  run(call) {
    const { output, args } = call
    const [filing] = args
    return withExchange(call, async ({ client }) => {
      if (filing === undefined) {
        const status = await client.get<Answers['status']>('/v1/status')
        if (output.json) output.data(status)
        else showStatus(output, status, client.address)
        return status.roles.every((one) => one.ready) ? exitCodes.done : exitCodes.notDetermined
      }
      const body = await client.get<Answers['filing']>(`/v1/filings/${encodeURIComponent(filing)}`)
      if (output.json) output.data(body)
      else showFiling(output, body.filing)
      return exitCodes.done
    })
  },
}

function showStatus(
  output: Output,
  { history, head, roles, projections }: StatusAnswer,
  address: string,
): void {
  const { lang } = output
  output.line(`${output.paint('bold', '一表 Yibiao')}  ${history.mode}  ${address}`)
  output.line(
    lang === 'zh'
      ? `历史 ${history.history}，第 ${history.epoch} 纪元，行政区划 ${history.division}，末尾位置 ${head}`
      : `history ${history.history}, epoch ${history.epoch}, division ${history.division}, head ${head}`,
  )
  output.line()
  showTable(output, {
    columns: [{ title: output.say(texts.part) }, { title: output.say(texts.state) }, { title: '' }],
    rows: roles.map(({ part, ready, error, since, state }): Cell[] => [
      part,
      ready ? { text: output.say(texts.well), style: 'green' } : { text: error ?? '', style: 'red' },
      ready ? (state ?? '') : showTime(since),
    ]),
  })
  output.line()
  showTable(output, {
    columns: [
      { title: output.say(texts.projection) },
      { title: output.say(texts.version), align: 'end' },
      { title: output.say(texts.position), align: 'end' },
      { title: output.say(texts.state) },
    ],
    rows: projections.map(({ name, version, position, state }) => [
      name,
      String(version),
      String(position),
      state,
    ]),
  })
}

function showFiling(output: Output, filing: SeenFiling): void {
  const { lang } = output
  const names = new Names(lang)
  output.line(
    `${output.paint('bold', filing.filing)}  ${filing.name === null ? '' : `${printable(filing.name)}  `}${painted(output, filing.state)}`,
  )
  const ended = filing.endedAt === undefined ? '' : ` → ${showTime(filing.endedAt)}`
  output.line(
    `${lang === 'zh' ? '档案' : 'record'} ${filing.record}  ${showTime(filing.submittedAt)}${ended}`,
  )
  output.line()
  showTable(output, {
    columns: [
      { title: '' },
      { title: output.say(texts.item), most: 44 },
      { title: output.say(texts.with), most: 36 },
      { title: output.say(texts.state) },
      { title: output.say(texts.round), align: 'end' },
      { title: output.say(texts.since) },
    ],
    rows: filing.approvals.map((one) => [
      { text: marks[one.state] ?? '', style: styles[one.state] },
      names.item(one.item),
      one.participant === null ? names.department(one.department) : names.participant(one.participant),
      { text: word(one.state, lang), style: styles[one.state] },
      String(one.round),
      showTime(one.since),
    ]),
  })
  output.line()
  if (filing.materials !== undefined) {
    output.line(output.say(texts.materials))
    showMaterials(output, names, filing.materials)
    output.line()
  }
  showOutstanding(output, names, filing)
  showReasons(output, names, filing)
}

const painted = (output: Output, state: string): string => {
  const style = styles[state]
  const shown = word(state, output.lang)
  return style === undefined ? shown : output.paint(style, shown)
}

function showOutstanding(output: Output, names: Names, filing: SeenFiling): void {
  const { outstanding } = filing
  if (outstanding.length === 0) {
    output.line(output.say(texts.none))
    return
  }
  output.line(output.say(texts.outstanding))
  showTable(output, {
    columns: [{}, {}, { most: 60 }],
    rows: outstanding.map((one) => [
      names.participant(one.with),
      names.item(one.item),
      word(one.state, output.lang) + waitsText(output, names, waitsFor(filing, one.item)),
    ]),
  })
}

function waitsText({ lang }: Output, names: Names, items: readonly string[]): string {
  if (items.length === 0) return ''
  const shown = items.map((item) => names.item(item))
  return lang === 'zh' ? `：${shown.join('、')}` : ` for: ${shown.join(', ')}`
}

/** The items that another one still waits for. */
function waitsFor({ approvals }: SeenFiling, item: string): readonly string[] {
  const open = new Set(approvals.filter(({ state }) => !hasEnded(state)).map((one) => one.item))
  const found = approvals.find((one) => one.item === item)
  return (found?.state === 'WAITING' ? found.dependsOn : []).filter((one) => open.has(one))
}

function showReasons(output: Output, names: Names, { approvals }: SeenFiling): void {
  const told = (one: { readonly code: string; readonly zh?: string; readonly en?: string }): string =>
    one[output.lang] ?? one.code
  for (const { item, defects = [], reasons = [] } of approvals) {
    if (defects.length > 0) output.line(`${names.item(item)}  ${output.say(texts.asked)}`)
    for (const one of defects)
      output.line(`  ${printable(`${one.path ?? one.material ?? ''}  ${told(one)}`)}`)
    if (reasons.length > 0) output.line(`${names.item(item)}  ${output.say(texts.why)}`)
    for (const one of reasons) output.line(`  ${printable(`${told(one)}（${one.rule}）`)}`)
  }
}
