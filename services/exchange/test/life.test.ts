import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeEvent, filingIdOf, inboundTopic, legalDateOf, recordStream, sourceOf } from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import t from 'tap'
import { configure } from '../src/configuration.ts'
import { startExchange } from '../src/exchange.ts'
import { runFsck } from '../src/fsck/run.ts'
import { type Captured, yibiao } from './support/captured-io.ts'

/**
 * One enterprise from its set-up to its end, in a sandbox whose departments act on what they receive: a change, a suspension and
 * its resumption, a rescission and its reversal, a simple deregistration. The clock is moved by hand; nothing waits.
 */
t.setTimeout(120_000)
const folder = t.testdir()
const data = join(folder, '.yibiao')
mkdirSync(data)
const applications = fileURLToPath(new URL('../../../examples/applications', import.meta.url))
const restaurant = fileURLToPath(new URL('../../../examples/restaurant.json', import.meta.url))

class Days {
  offset = 0
  readonly now = () => Date.now() + this.offset
}
const clock = new Days()
const configuration = configure({ data, port: 0, quiet: true, logLevel: 'silent' })
const exchange = await startExchange({ configuration, clock, logger: silentLogger() })
t.teardown(() => exchange.stop())

const cli = (args: readonly string[], stdin?: string): Promise<Captured> =>
  yibiao(args, { cwd: folder, ...(stdin === undefined ? {} : { stdin }) })

async function json<Body>(args: readonly string[], stdin?: string): Promise<Body> {
  const { out, err } = await cli([...args, '--json'], stdin)
  if (out === '') throw new Error(err)
  return JSON.parse(out) as Body
}

interface Followed {
  readonly filing: {
    readonly filing: string
    readonly state: string
    readonly approvals: readonly { state: string; department: string }[]
  }
  readonly record: { readonly record: string; readonly status: string; readonly flags: readonly string[] }
}

let record = ''
const eventsOf = async () =>
  (await exchange.engines.store.readStream(recordStream(record))).map((one) => decodeEvent(one))
const applied = (process: string, file: string, stdin?: string) =>
  json<Followed>(['apply', process, file, '--record', record, '--wait'], stdin)

let said = 0
/** Says something as a participant and waits until an event of a type stands in the history. */
async function say(participant: string, type: string, data: object, until: string, filing: string) {
  said += 1
  const message = {
    specversion: '1.0',
    id: `life-${said}`,
    source: sourceOf(participant),
    type: `yibiao.${type}.v1`,
    subject: record,
    filing,
    time: new Date(clock.now()).toISOString(),
    authtype: 'officer',
    authid: 'officer-1',
    data,
  }
  const value = Buffer.from(JSON.stringify(message))
  await exchange.engines.bus.publish([{ topic: inboundTopic(participant), key: record, value }])
  await happened(until, filing)
}

async function happened(type: string, filing: string) {
  const signal = AbortSignal.timeout(30_000)
  for await (const _batch of exchange.engines.store.subscribe({ after: 0, signal }))
    for (const event of await eventsOf())
      if (event.type === `yibiao.${type}.v1` && event.filing === filing) return event
  throw new Error(`no ${type} in ${filing}: ${JSON.stringify((await eventsOf()).slice(-3))}`)
}

t.test('a change of address goes through every department that it concerns', async (t) => {
  const begun = await json<Followed>(['submit', restaurant, '--wait'])
  record = begun.record.record
  t.equal(begun.filing.state, 'COMPLETED')
  const changed = await applied('change', join(applications, 'change-of-address.json'))
  t.equal(changed.filing.state, 'COMPLETED')
  const departments = changed.filing.approvals.map(({ department }) => department)
  for (const one of ['AMR', 'TAX', 'HRSS', 'HPF', 'BANK', 'STATS']) t.ok(departments.includes(one), one)
  const { out } = await cli(['show', record])
  const asked = JSON.parse(readFileSync(join(applications, 'change-of-address.json'), 'utf8')) as {
    form: { domicile: { text: string } }
  }
  t.match(out, new RegExp(`${asked.form.domicile.text}.*registered.*AMR.*Change registered`))
  const trace = await cli(['trace', changed.filing.filing])
  t.match(trace.out, /Change registered/)
  const status = await cli(['status', changed.filing.filing])
  t.match(status.out, /Nothing is outstanding/)
})

t.test('a suspension and its resumption', async (t) => {
  const today = legalDateOf(clock.now())
  const address = { form: { serviceOfProcess: { address: '吉林市昌邑区重庆街88号' } } }
  const to = legalDateOf(clock.now() + 100 * 86_400_000)
  const suspended = await applied('suspension', '-', JSON.stringify({ from: today, to, ...address }))
  t.match(suspended, {
    filing: { state: 'COMPLETED' },
    record: { status: 'REGISTERED', flags: ['SUSPENDED'] },
  })
  t.match((await cli(['show', record, '--lang', 'zh'])).out, '歇业中')
  const again = await cli(
    ['apply', 'suspension', '-', '--record', record],
    JSON.stringify({ from: today, to }),
  )
  t.equal(again.code, 1)
  t.match(again.err, 'YB_RECORD_STATUS')
  const resumed = await applied('resumption', '-', JSON.stringify({ from: today }))
  t.match(resumed, { filing: { state: 'COMPLETED' }, record: { flags: [] } })
})

t.test('the registrar rescinds, and takes it back', async (t) => {
  const [rescission, reversal] = [filingIdOf('AMR', '1'), filingIdOf('AMR', '2')]
  await say(
    'AMR',
    'proceeding.opened',
    { process: 'rescission', ground: 'ESTABLISHED', reason: '涉嫌冒用' },
    'filing.completed',
    rescission,
  )
  t.match(await json(['show', record]), { status: 'RESCINDED' })
  t.match(await json(['search', record, '--status', 'RESCINDED']), { records: [{ record }] })
  await say(
    'AMR',
    'proceeding.opened',
    { process: 'rescission-reversal', reason: '决定有误' },
    'filing.completed',
    reversal,
  )
  t.match(await json(['show', record]), { status: 'REGISTERED' })
})

t.test('a simple deregistration: publicity, a timer of twenty days, the end', async (t) => {
  const early = await cli(['apply', 'simple-deregistration', '-', '--record', record], '{}')
  t.match(early.err, 'YB_RULE')
  const file = join(applications, 'simple-deregistration.json')
  const publicised = await applied('simple-deregistration-publicity', file)
  t.match(publicised, { filing: { state: 'COMPLETED' }, record: { flags: ['PUBLICISED'] } })
  clock.offset = 22 * 86_400_000
  await happened('publicity.ended', publicised.filing.filing)
  const ended = await applied('simple-deregistration', file)
  t.match(ended, { filing: { state: 'COMPLETED' }, record: { status: 'DEREGISTERED', flags: [] } })
  const late = await cli([
    'apply',
    'change',
    join(applications, 'change-of-address.json'),
    '--record',
    record,
  ])
  t.match(late.err, 'YB_RECORD_STATUS')
})

t.test('all of it is consistent', async (t) => {
  const { engines, identity } = exchange
  const report = await runFsck({ engines, identity, registry: '2202' })
  t.strictSame(report.faults, [])
})
