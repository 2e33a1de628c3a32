import { problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import type { Answers, ReplayPlan } from '../answers.ts'
import { type Call, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { jobExitCode, waitForJob } from '../jobs.ts'
import { exitCodes, type Output } from '../output.ts'
import { type Cell, showTable } from '../table.ts'
import { text } from '../text.ts'
import { word } from '../words.ts'

const texts = {
  participant: text('接入单位', 'participant'),
  record: text('企业档案', 'record'),
  events: text('事件数', 'events'),
  records: text('档案数', 'records'),
  sequences: text('推送序号', 'sequences of its feed'),
  positions: text('历史位置', 'positions'),
  acknowledged: text('该单位已接收 / 已应用至', 'it acknowledged: received / applied'),
  matrices: text('共享矩阵版本（首 / 末 / 现行）', 'access matrix (first / last / now)'),
  nothing: text('这只是方案，尚未重放。确认执行：', 'This is the plan; nothing has been sent. To do it:'),
  done: text('已重放', 'replayed'),
}

export const command: Command = {
  options: [
    {
      flags: '--department <code>',
      text: text('部门（由唯一单位承办时）', 'department, where only one participant plays it'),
    },
    { flags: '--participant <code>', text: text('接入单位', 'participant') },
    { flags: '--record <id>', text: text('仅此企业档案', 'only this record') },
    { flags: '--from <position>', text: text('起始位置', 'first position'), number: true },
    { flags: '--to <position>', text: text('末尾位置', 'last position'), number: true },
    { flags: '--reason <text>', text: text('原因，记入历史', 'why; it is recorded'), required: true },
    { flags: '--confirm <plan>', text: text('执行此方案', 'carry this plan out') },
  ],
  online: true,
  notes: text(
    '重放走单独的主题，不进入实时推送。不带 --confirm 只给出方案。',
    'A replay travels on a topic of its own, never on the live feed. Without --confirm only the plan is shown.',
  ),
  examples: [
    {
      line: 'replay --department TAX --record RT3D3GPSP7EQ0KY --reason 核对数据',
      text: text('给出方案', 'show the plan'),
    },
    {
      line: 'replay --participant TAX --from 1 --to 500 --reason 系统恢复 --confirm <plan>',
      text: text('执行方案并等待', 'carry it out and wait'),
    },
  ],
  async run(call) {
    const { output } = call
    const request = requestOf(call)
    return withExchange(call, async ({ client }) => {
      const confirm = optionOf(call, 'confirm')
      if (confirm === undefined) {
        const { body } = await client.post<Answers['plan']>('/v1/replays', request)
        if (output.json) output.data(body)
        else showPlan(call, body.plan)
        return exitCodes.done
      }
      const { body } = await client.post<Answers['requested']>('/v1/replays', { ...request, confirm })
      const job = await waitForJob(client, body.job, output)
      if (output.json) output.data({ job })
      else if (job.state === 'done')
        output.line(`${output.say(texts.done)}  ${String(job.result?.messages ?? '')}  ${job.job}`)
      else output.error(`${word(job.state, output.lang)}  ${JSON.stringify(job.result)}`)
      return jobExitCode(job.state)
    })
  },
}

/** The request's body. Throws `YB_REQUEST` when nobody is named. */
function requestOf(call: Call): Readonly<Record<string, unknown>> {
  const { options } = call
  const given = ['department', 'participant', 'record', 'from', 'to', 'reason'] as const
  if (options.department === undefined && options.participant === undefined)
    throw new YibiaoError(
      problemOf([
        reasonedIssue('YB_REQUEST', '', {
          zh: '请给出 --department 或 --participant。',
          en: 'Give --department or --participant.',
        }),
      ]),
    )
  return Object.fromEntries(
    given.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  )
}

function showPlan(call: Call, plan: ReplayPlan): void {
  const { output } = call
  showTable(output, { columns: [{}, {}], rows: planRows(output, plan) })
  output.line()
  output.line(output.say(texts.nothing))
  output.line(`  npx yibiao replay ${repeated(call)} --confirm ${plan.plan}`)
}

const planRows = (output: Output, plan: ReplayPlan): Cell[][] => [
  [output.say(texts.participant), plan.participant],
  ...(plan.record === undefined ? [] : [[output.say(texts.record), plan.record]]),
  [output.say(texts.events), String(plan.events)],
  [output.say(texts.records), plan.records === null ? '—' : String(plan.records)],
  [output.say(texts.sequences), `${plan.from} … ${plan.to}`],
  [output.say(texts.positions), `${plan.positions.from} … ${plan.positions.to}`],
  [output.say(texts.acknowledged), `${plan.acknowledged.received} / ${plan.acknowledged.applied}`],
  [
    output.say(texts.matrices),
    `${plan.matrixVersions.first} / ${plan.matrixVersions.last} / ${plan.matrixVersions.now}`,
  ],
]

/** The options as they were given, for a shell. */
function repeated({ options }: Call): string {
  const given = ['department', 'participant', 'record', 'from', 'to', 'reason', 'gateway', 'data'] as const
  return given
    .filter((name) => options[name] !== undefined)
    .map((name) => `--${name} ${shellWord(String(options[name]))}`)
    .join(' ')
}

const shellWord = (word: string): string =>
  /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
