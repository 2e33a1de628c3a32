import type { Answers } from '../answers.ts'
import type { Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { jobExitCode, waitForJob } from '../jobs.ts'
import { exitCodes, type Output } from '../output.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { showSpan } from '../times.ts'

/** What fsck found, as its job tells it. */
interface Report {
  readonly sound: boolean
  readonly head: number
  readonly events: number
  readonly records: number
  readonly claims: number
  readonly deliveries: number
  readonly receipts: number
  readonly materials?: number
  readonly milliseconds: number
  readonly faults: readonly { readonly check: string; readonly where: string; readonly problem: string }[]
}

const figures = [
  ['events', text('事件', 'events')],
  ['records', text('企业档案', 'records')],
  ['claims', text('占用', 'claims')],
  ['deliveries', text('推送记录', 'delivery records')],
  ['receipts', text('回执', 'receipts')],
  ['materials', text('材料', 'files')],
] as const

const checks: Readonly<Record<string, ReturnType<typeof text>>> = {
  store: text('存储', 'store'),
  event: text('事件', 'event'),
  decision: text('决定', 'decision'),
  claim: text('占用', 'claim'),
  feed: text('推送', 'feed'),
  projection: text('视图', 'view'),
  material: text('材料', 'file'),
}

const texts = {
  sound: text('一致：全部历史、决定、推送与视图相符。', 'Sound: history, decisions, feeds and views agree.'),
  failed: text('核验未能完成。', 'The check could not be finished.'),
}

export const command: Command = {
  online: true,
  notes: text(
    '逐一核验：存储、事件、决定、占用、推送、回执、视图、材料。退出码：0 一致，3 有不一致。',
    'Proves store, events, decisions, claims, deliveries, receipts, views and files. Exit code 0 when sound, 3 when there are faults.',
  ),
  examples: [
    { line: 'fsck', text: text('核验运行中或停止的平台', 'prove an exchange, running or not') },
    { line: 'fsck --json', text: text('核验报告，JSON', 'the report in JSON') },
  ],
  run(call) {
    const { output } = call
    return withExchange(call, async ({ client }) => {
      const { body } = await client.post<Answers['requested']>('/v1/checks', {})
      const job = await waitForJob(client, body.job, output)
      const report = job.result as Report | null
      if (output.json) output.data(report ?? job)
      else if (report?.faults === undefined) output.error(output.say(texts.failed))
      else showReport(output, report)
      return job.state === 'failed' ? exitCodes.notDetermined : jobExitCode(job.state)
    })
  },
}

function showReport(output: Output, report: Report): void {
  showTable(output, {
    columns: [{}, { align: 'end' }],
    // Where no filing has files there is nothing to tell of them.
    rows: figures
      .filter(([name]) => name !== 'materials' || (report.materials ?? 0) > 0)
      .map(([name, title]) => [output.say(title), String(report[name])]),
  })
  const zh = output.lang === 'zh'
  const took = showSpan(report.milliseconds)
  output.line(zh ? `  至位置 ${report.head}，用时 ${took}` : `  up to position ${report.head}, in ${took}`)
  output.line()
  if (report.sound) {
    output.line(output.paint('green', output.say(texts.sound)))
    return
  }
  const count = report.faults.length
  output.line(output.paint('red', zh ? `不一致 ${count} 处：` : `${count} faults:`))
  showTable(output, {
    columns: [{}, { most: 50 }, { most: 70 }],
    rows: report.faults.map(({ check, where, problem }) => [
      checks[check]?.[output.lang] ?? check,
      where,
      problem,
    ]),
  })
}
