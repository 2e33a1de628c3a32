import { applicantAct, keyOption, tellAct } from '../acts.ts'
import type { Answers } from '../answers.ts'
import type { Client } from '../client.ts'
import { argumentOf, type Call, type Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { fileText, readJson } from '../files.ts'
import { Names } from '../names.ts'
import { oneFormLines } from '../one-form-page.ts'
import { exitCodes } from '../output.ts'
import { text } from '../text.ts'
import { showSpan } from '../times.ts'
import { type Watched, watchFiling } from '../watch.ts'
import { styles, word } from '../words.ts'

const texts = {
  noDepartments: text(
    '没有运行中的交换平台，各部门未在办理；已记录，启动后继续：npm start',
    'No exchange is running, so no department acts; it is on record and goes on after: npm start',
  ),
  supply: text('待申请人补正：', 'It waits for the applicant to supply what was asked for:'),
}

export const command: Command = {
  arguments: [{ name: '<form>', text: fileText }],
  options: [
    {
      flags: '--wait',
      text: text('观看并联审批直到办结', 'watch the parallel approvals until the filing has ended'),
    },
    keyOption,
  ],
  online: true,
  notes: text(
    '退出码：0 已受理或已办结；1 不予受理或不予办理；4 尚无结果。--wait --json：结束后输出一个文档 {filing, record, milliseconds}。',
    'Exit codes: 0 recorded or completed; 1 refused; 4 no outcome yet. --wait --json: one document {filing, record, milliseconds} at the end.',
  ),
  examples: [
    {
      line: 'submit examples/restaurant.json --wait',
      text: text('提交并观看', 'submit and watch'),
    },
    {
      line: 'submit - --key 2026-09-24-001 < form.json',
      text: text('由标准输入提交，可安全重发', 'from standard input, safe to repeat'),
    },
  ],
  async run(call) {
    const { text: body } = await readJson(call, argumentOf(call, 0))
    return withExchange(call, async ({ client, asleep }) => {
      const act = await applicantAct(call, client, '/v1/filings', body)
      const zh = call.output.lang === 'zh'
      const done = zh
        ? `办件 ${act.filing}  档案 ${act.record}`
        : `filing ${act.filing}  record ${act.record}`
      if (call.options.wait !== true) return tellAct(call, act, done)
      if (!call.output.json) call.output.line(done)
      if (asleep) {
        call.output.error(call.output.say(texts.noDepartments))
        return exitCodes.notDetermined
      }
      return watch(call, client, act)
    })
  },
}

async function watch(call: Call, client: Client, act: Answers['act']): Promise<number> {
  const { output, io } = call
  const names = new Names(output.lang)
  const watched = await watchFiling(client, act, output, names, io.signal)
  const record = await client.get<Answers['record']>(`/v1/records/${act.record}`, { after: watched.position })
  if (output.json) {
    const { filing } = await client.get<Answers['filing']>(`/v1/filings/${act.filing}`)
    output.data({ filing, record, milliseconds: millisecondsOf(watched) })
  } else {
    for (const line of oneFormLines(record, output, names, { provenance: false })) output.line(line)
    conclude(call, watched)
  }
  const { state, endedAt } = watched.view
  if (endedAt === undefined) return exitCodes.notDetermined
  return state === 'COMPLETED' ? exitCodes.done : exitCodes.refused
}

/** From the receipt to the end; undefined while there is none. */
const millisecondsOf = ({ view }: Watched): number | undefined =>
  view.endedAt === undefined ? undefined : Date.parse(view.endedAt) - Date.parse(view.submittedAt)

function conclude({ output }: Call, watched: Watched): void {
  const { view } = watched
  output.line()
  for (const { item, approval, defects = [] } of view.approvals)
    if (defects.length > 0) {
      output.line(output.say(texts.supply))
      for (const one of defects)
        output.line(`  ${one.path ?? one.material ?? ''}  ${one[output.lang] ?? one.code}`)
      output.line(`  npx yibiao supplement ${view.filing} ${item || approval} <fragment.json>`)
    }
  const state = word(view.state, output.lang)
  const style = styles[view.state]
  const took = millisecondsOf(watched)
  const zh = output.lang === 'zh'
  const time =
    took === undefined ? '' : zh ? `，自受理起 ${showSpan(took)}` : `, ${showSpan(took)} from receipt to end`
  output.line(
    `${zh ? '办件' : 'filing'} ${view.filing} ${style === undefined ? state : output.paint(style, state)}${time}`,
  )
}
