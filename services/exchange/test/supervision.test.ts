import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openReadModel } from '@yibiao/projections'
import {
  decodeEvent,
  inboundTopic,
  type Message,
  type RecordedEvent,
  recordStream,
  sourceOf,
} from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { configure } from '../src/configuration.ts'
import { startExchange } from '../src/exchange.ts'
import { runFsck } from '../src/fsck/run.ts'
import { yibiao } from './support/captured-io.ts'

/**
 * What operators and supervisors see and do as days go by, with the command line on a real exchange whose clock is moved.
 * The tests stand in order and go on from one another.
 */
t.setTimeout(120_000)
const at = (text: string) => Date.parse(`${text}+08:00`)
class Days {
  time = at('2026-10-12T10:00')
  readonly now = () => this.time
}

const cwd = t.testdir({})
const clock = new Days()
const exchange = await startExchange({
  configuration: configure({
    data: join(cwd, '.yibiao'),
    port: 0,
    departments: false,
    quiet: true,
    logLevel: 'silent',
  }),
  clock,
  logger: silentLogger(),
})
const model = openReadModel(exchange.engines.database)
t.teardown(async () => {
  model.close()
  await exchange.stop()
})

const { store, bus } = exchange.engines
const settled = async () => {
  while (!(await model.waitFor(await store.head(), 5_000))) t.comment('the views are behind')
}
const cli = async (...args: string[]) => {
  await settled()
  return yibiao(args, { cwd, columns: 200 })
}
async function json<Body>(...args: string[]): Promise<Body> {
  const { out, err } = await cli(...args, '--json')
  if (out === '') throw new Error(err)
  return JSON.parse(out) as Body
}

let [filing, record] = ['', '']
const restaurant = fileURLToPath(new URL('../../../examples/restaurant.json', import.meta.url))
const registration = 'company-setup-registration'

/** The record's events once one fits. */
async function once(fits: (event: RecordedEvent) => boolean): Promise<RecordedEvent> {
  for await (const _batch of store.subscribe({ after: 0 })) {
    const events = (await store.readStream(recordStream(record))).map((one) => decodeEvent(one))
    const found = events.find((event) => fits(event))
    if (found) return found
  }
  throw new Error('the subscription ended')
}
const card = (name: string) => (event: RecordedEvent) =>
  event.type === 'yibiao.card.raised.v1' && (event.data as { card: string }).card === name

async function say(participant: string, type: string, data: object): Promise<void> {
  const message: Message = {
    specversion: '1.0',
    id: `${participant}-${type}`,
    source: sourceOf(participant),
    type: `yibiao.${type}.v1`,
    subject: record,
    filing,
    time: new Date(clock.time).toISOString(),
    authtype: 'officer',
    authid: 'AMR-07',
    data,
  }
  const value = Buffer.from(JSON.stringify(message))
  await bus.publish([{ topic: inboundTopic(participant), key: record, value }])
}

t.test('a filing that was just handed in: by when it is promised, and who answers for it', async (t) => {
  ;({ filing, record } = await json<{ filing: string; record: string }>(
    'submit',
    restaurant,
    '--key',
    'first',
  ))
  const { out } = await cli('status', filing)
  t.match(out, /first contact PAB-FRONT {2}W01/)
  t.match(out, /Registration of a new company .* open +1 .*2026-10-13/)
  t.match((await cli('status', filing, '--lang', 'zh')).out, /首问责任人 PAB-FRONT[\s\S]*承诺届满/)
})

t.test('explain: who acts next, how much time is used, and what comes then', async (t) => {
  clock.time = at('2026-10-13T14:00')
  await once(card('YELLOW'))
  const { code, out } = await cli('explain', filing)
  t.equal(code, 0)
  t.match(out, /The filing as a whole: 45 working days from the day after 2026-10-12/)
  t.match(out, /· Registration of a new company {2}open {2}yellow card/)
  t.match(out, /Jilin Administration for Market Regulation has to decide, since 2026-10-12 10:00/)
  t.match(
    out,
    /Promised: 1 working day .* 4 h 0 min of working time used \(57 %\), until the end of 2026-10-13/,
  )
  t.match(out, /Next: a red card at 2026-10-13 16:18/)
  t.match(out, /waits for Registration of a new company \(AMR|waits for Registration of a new company/)
  const chinese = (await cli('explain', filing, '--lang', 'zh')).out
  t.match(chinese, /待吉林市市场监督管理局作出决定，自 2026-10-12 10:00 起/)
  t.match(chinese, /下一步：2026-10-13 16:18 亮红牌/)
  const body = await json<{ approvals: { next: { who: string } }[] }>('explain', filing)
  t.ok(body.approvals.every(({ next }) => ['PARTICIPANT', 'ITEM'].includes(next.who)))
  t.match((await cli('status', filing)).out, /2026-10-13 +yellow card/)
})

t.test('supervise: cards, the overdue and its case, by department and officer', async (t) => {
  clock.time = at('2026-10-14T09:00')
  await once((event) => event.type === 'yibiao.accountability.opened.v1')
  const { code, out } = await cli('supervise')
  t.equal(code, 0)
  t.match(out, /AMR .*PAB-FRONT {2}yellow card 1 {2}red card 1 {2}overdue 1 {2}case 1/)
  t.match(out, new RegExp(`case +2026-10-14 00:00:00.000 +${filing}/${registration}/1`))
  t.match((await cli('supervise', '--lang', 'zh', '--kind', 'OVERDUE')).out, /逾期 1\n/)
  t.match((await cli('supervise', '--department', 'TAX')).out, 'There is nothing to look at.')
  t.match((await cli('supervise', '--to', '2026-10-12')).out, 'There is nothing to look at.')
  const body = await json<{ total: number }>('supervise', '--from', '2026-10-14', '--officer', 'PAB-FRONT')
  t.equal(body.total, 2, 'the overdue card and the case')
  const wrong = await cli('supervise', '--kind', 'PURPLE')
  t.equal(wrong.code, 2)
  t.match(wrong.err, 'YB_REQUEST')
})

t.test('supervise conclude: once, with a reason', async (t) => {
  const name = `${filing}/${registration}/1`
  const said = ['supervise', 'conclude', name, '--outcome', 'JUSTIFIED', '--reason', '系统停机']
  const { code, out } = await cli(...said)
  t.equal(code, 0)
  t.match(out, `The case is concluded: justified  ${name}`)
  t.match((await cli('supervise', '--kind', 'CASE')).out, /concluded justified/)
  const again = await cli(...said)
  t.equal(again.code, 1)
  t.match(again.err, 'YB_CASE_UNKNOWN')
  t.match((await cli('supervise', 'conclude', name)).err, /--outcome/)
  t.match((await cli('supervise', 'forget', name)).err, 'YB_REQUEST')
})

t.test('a decision that comes late leaves the card, and its officer is named', async (t) => {
  const form = {
    uscc: '91220202PDY00001X5',
    establishedOn: '2026-10-14',
    status: '1',
    registryOrg: { code: '220202', name: '吉林市昌邑区市场监督管理局' },
  }
  await say('AMR', 'enterprise.registered', { approval: `${filing}/${registration}`, round: 1, form })
  await once((event) => event.type === 'yibiao.approvals.opened.v1')
  t.match((await cli('supervise', '--kind', 'OVERDUE')).out, /AMR .*AMR-07 {2}overdue 1/)
})

t.test('at the counter: contact, hand-over, green channel, extension', async (t) => {
  t.match((await cli('contact', filing, '--officer', 'PAB-07', '--window', 'W03')).out, /PAB-07/)
  const handover = ['handover', filing, '--from', 'PAB-07', '--to', 'PAB-12', '--reason', '轮岗']
  t.match((await cli(...handover)).out, /PAB-07 → PAB-12/)
  t.match((await cli(...handover, '--lang', 'zh')).err, 'YB_NOT_RESPONSIBLE')
  const channel = ['green-channel', filing, '--basis', '市重点项目', '--granted-by', 'PAB-CHIEF']
  t.match((await cli(...channel, '--promised', 'soon')).err, /is no term/)
  t.match((await cli(...channel, '--promised', '3wd')).out, /promised: 3 working days/)
  const extend = ['extend', filing, '--by', '15wd', '--approver', 'GOV-01', '--reason', '现场核查复杂']
  t.match((await cli(...extend, '--lang', 'zh')).out, /已延长：15 个工作日/)
  t.match((await cli(...extend)).err, 'YB_EXTENSION')
  const { out } = await cli('explain', filing)
  t.match(out, /First contact PAB-12/)
  t.match(out, /Green channel: 市重点项目 {2}PAB-CHIEF/)
  t.match(out, /60 working days[\s\S]* extended by 15 working days/)
  t.match(out, /Food business licence[\s\S]*Promised: 3 working days .*green channel: 市重点项目/)
  t.match((await cli('status', filing)).out, /first contact PAB-12 .*\(handed over × 1\)/)
})

t.test('kpi: every indicator, with what is behind it', async (t) => {
  const { code, out } = await cli('kpi')
  t.equal(code, 0)
  t.match(out, /parallelCoverage +Parallel coverage +100\.0 % +≥ 100\.0 % +✓ +1 \/ 1/)
  t.match(out, /onTimeRate +On time by the promise +0\.0 % +≥ 100\.0 % +✗ +0 \/ 1/)
  t.match(out, /complaintAnswerTime .*— .*not measured: there are no events of complaints yet/)
  const whole = (await cli('kpi', '--events', '--lang', 'zh')).out
  t.match(whole, /即办件比例提高到80%/)
  t.match(whole, new RegExp(`承诺按期办结率[\\s\\S]*不达标：1: ${filing}/${registration}`))
  const { kpis } = await json<{ kpis: { id: string; denominator: number }[] }>('kpi', '--to', '2026-10-11')
  t.equal(kpis.find(({ id }) => id === 'parallelCoverage')?.denominator, 0)
  t.equal((await cli('kpi', '--from', 'x')).code, 2)
})

t.test('and everything of it is proved', async (t) => {
  await settled()
  const { engines, identity } = exchange
  t.strictSame((await runFsck({ engines, identity, registry: '2202' })).faults, [])
})
