import { kpiDefinitions } from '@yibiao/projections'
import type { SimulationReport } from '../simulation/simulate.ts'
import type { Output } from './output.ts'
import { showTable } from './table.ts'
import { type Text, text } from './text.ts'
import { showSpan } from './times.ts'

type Row = readonly [title: Text, value: (report: SimulationReport, output: Output) => string]

const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)} %`)

const rows: readonly Row[] = [
  [text('事件', 'events'), ({ figures }) => String(figures.events)],
  [text('消息', 'messages'), ({ messages }) => String(messages)],
  [text('办件', 'filings'), ({ figures }) => String(figures.filings.submitted)],
  [text('　办结', '  completed'), ({ figures }) => String(figures.filings.completed)],
  [text('　不予办理', '  refused'), ({ figures }) => String(figures.filings.refused)],
  [text('　撤回', '  withdrawn'), ({ figures }) => String(figures.filings.withdrawn)],
  [text('　在办', '  under way'), ({ figures }) => String(figures.filings.open)],
  [text('变更', 'changes'), ({ figures }) => String(figures.changes)],
  [text('审批决定', 'decisions'), ({ figures }) => String(figures.approvals.decided)],
  [
    text('　按承诺时限办结', '  within the promised time'),
    ({ figures }) => percent(figures.approvals.onTime),
  ],
  [text('　即办', '  on the same day'), ({ figures }) => percent(figures.approvals.instant)],
  [
    text('设立登记工作日（中位数）', 'working days to a registration, median'),
    ({ figures }) => (figures.medianSetUp === null ? '—' : String(figures.medianSetUp)),
  ],
  [text('黄牌', 'yellow cards'), ({ figures }) => String(figures.cards.YELLOW)],
  [text('红牌', 'red cards'), ({ figures }) => String(figures.cards.RED)],
  [text('超时', 'overdue'), ({ figures }) => String(figures.cards.OVERDUE)],
  [
    text('视为受理（行政许可法 32）', 'deemed accepted (administrative licensing law 32)'),
    ({ figures }) => String(figures.deemedAcceptances),
  ],
  [text('补正告知', 'notices of supplements'), ({ figures }) => String(figures.supplements)],
  [text('被拒消息', 'messages refused'), ({ figures }) => String(figures.refusedMessages)],
  [text('用时', 'took'), ({ milliseconds }) => showSpan(milliseconds)],
  [text('处理器时间', 'processor time'), ({ processor }) => showSpan(processor)],
  [text('每秒事件', 'events a second'), ({ eventsPerSecond }) => String(Math.round(eventsPerSecond))],
  [text('内存峰值', 'peak memory'), ({ rss }) => `${Math.round(rss / 1_000_000)} MB`],
  [
    text('核验', 'proof'),
    ({ fsck }, output) => {
      if (fsck === null) return output.say(text('未核验', 'not asked for'))
      if (fsck.sound) return output.say(text('一致', 'sound'))
      return output.say(text(`不一致 ${fsck.faults.length} 处`, `${fsck.faults.length} faults`))
    },
  ],
]

const indicatorsTitle = text('平台指标（取自视图）', 'indicators of the platform, from its views')

/** As the platform names them. */
const indicatorRows = ({ lang }: Output, { indicators }: SimulationReport): readonly [string, string][] =>
  Object.entries(kpiDefinitions).flatMap(([id, { name, unit }]) => {
    const value = indicators[id]
    if (value === undefined) return []
    const shown = unit === 'RATIO' ? percent(value) : value === null ? '—' : String(value)
    return [[name[lang], shown]]
  })

const overdueTitle = text('超时，按部门', 'overdue, by department')

/** What a simulated year came to, for a person. */
export function showSimulation(output: Output, report: SimulationReport): void {
  const { year, seed, scale, data, digest, figures, fsck } = report
  const zh = output.lang === 'zh'
  output.line(
    zh
      ? `${year} 年，种子 ${seed}，规模 ${scale}。全部为虚构，沙箱。`
      : `${year}, seed ${seed}, scale ${scale}. All of it made up, in a sandbox.`,
  )
  showTable(output, {
    columns: [{}, { align: 'end' }],
    rows: rows.map(([title, value]) => [output.say(title), value(report, output)]),
  })
  output.line(output.say(indicatorsTitle))
  showTable(output, { columns: [{}, { align: 'end' }], rows: indicatorRows(output, report) })
  const overdue = Object.entries(figures.overdueByDepartment)
  if (overdue.length > 0) {
    output.line(output.say(overdueTitle))
    showTable(output, {
      columns: [{}, { align: 'end' }],
      rows: overdue.map(([department, count]) => [department, String(count)]),
    })
  }
  for (const { where, problem } of fsck?.faults.slice(0, 10) ?? []) output.line(`  ${where}: ${problem}`)
  output.line(`${zh ? '摘要' : 'digest'} ${digest}`)
  output.line(`${zh ? '数据' : 'data'} ${data}`)
}
