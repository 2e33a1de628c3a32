import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filingIdOf, legalDateOf } from '@yibiao/schemas'
import t from 'tap'
import { runFsck } from '../src/fsck/run.ts'
import { type Followed, LongLife } from './support/long-life.ts'

/**
 * One enterprise from its set-up to its end: a change, a suspension and its resumption, a rescission and its reversal, a simple
 * deregistration.
 */
t.setTimeout(120_000)
const applications = fileURLToPath(new URL('../../../examples/applications', import.meta.url))
const restaurant = fileURLToPath(new URL('../../../examples/restaurant.json', import.meta.url))
const life = await LongLife.start(t)

let record = ''
const cli = (args: readonly string[], stdin?: string) => life.cli(args, stdin)
const json = <Body>(args: readonly string[]) => life.json<Body>(args)
const applied = (process: string, file: string, stdin?: string) => life.apply(record, process, file, stdin)
const say = (type: string, data: object, until: string, filing: string) =>
  life.say('AMR', { record, filing, type, data, until })

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
  const today = legalDateOf(life.now)
  const address = { form: { serviceOfProcess: { address: '吉林市昌邑区重庆街88号' } } }
  const to = legalDateOf(life.now + 100 * 86_400_000)
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
    'proceeding.opened',
    { process: 'rescission', ground: 'ESTABLISHED', reason: '涉嫌冒用' },
    'filing.completed',
    rescission,
  )
  t.match(await json(['show', record]), { status: 'RESCINDED' })
  t.match(await json(['search', record, '--status', 'RESCINDED']), { records: [{ record }] })
  await say(
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
  life.pass(22)
  await life.happened(record, 'publicity.ended', publicised.filing.filing)
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
  const { engines, identity } = life.exchange
  const report = await runFsck({ engines, identity, registry: '2202' })
  t.strictSame(report.faults, [])
})
