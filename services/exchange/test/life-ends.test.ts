import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filingIdOf, legalDateOf } from '@yibiao/schemas'
import t from 'tap'
import { runFsck } from '../src/fsck/run.ts'
import { type Followed, LongLife } from './support/long-life.ts'

/**
 * How enterprises end otherwise than by their own simple deregistration: one moves away, one is liquidated, one is revoked and
 * deregistered by the registrar after three years. On the way an objection ends a rescission.
 */
t.setTimeout(120_000)
const example = (name: string) => fileURLToPath(new URL(`../../../examples/${name}.json`, import.meta.url))
const life = await LongLife.start(t)
const begin = async (name: string) =>
  (await life.json<Followed>(['submit', example(name), '--wait'])).record.record
const records = {
  moving: await begin('trading'),
  liquidated: await begin('consulting'),
  revoked: await begin('restaurant'),
}
const statusOf = async (record: string) => (await life.json<{ status: string }>(['show', record])).status
const proceeding = (record: string, name: string, data: object, until: string) =>
  life.say('AMR', {
    record,
    filing: filingIdOf('AMR', name),
    type: 'proceeding.opened',
    data: { reason: '依职权', ...data },
    until,
  })

t.test('登记管理条例 27: an enterprise moves to another registry and keeps its code', async (t) => {
  const before = (await life.eventsOf(records.moving)).length
  const registry = { code: '220102', name: '长春市南关区市场监督管理局' }
  const moved = await life.apply(records.moving, 'migration', '-', JSON.stringify({ registry }))
  t.match(moved, { filing: { state: 'COMPLETED' }, record: { status: 'MIGRATED', flags: [] } })
  const events = (await life.eventsOf(records.moving)).slice(before)
  const completed = events.find(({ type }) => type === 'yibiao.migration.completed.v1')
  t.match(completed?.data, { archiveNo: /^移字 / })
  t.match(await life.json(['show', records.moving]), { form: { uscc: /^91220203PDY/, status: '6' } })
})

t.test('登记管理条例 40: an objection in time ends a rescission of the unreachable', async (t) => {
  const record = records.revoked
  const begun = await proceeding(
    record,
    'rescission',
    { process: 'rescission', ground: 'UNREACHABLE' },
    'publicity.begun',
  )
  t.match(begun.data, { from: legalDateOf(life.now), noticeNo: /^撤示 / })
  await life.say('TAX', {
    record,
    filing: filingIdOf('AMR', 'rescission'),
    type: 'objection.raised',
    data: {
      reasons: [{ code: 'R', rule: '登记管理条例 40', zh: '该企业正常申报纳税', en: 'it pays its taxes' }],
    },
    until: 'filing.refused',
  })
  t.equal(await statusOf(record), 'REGISTERED')
})

t.test(
  '公司法 232, 235, 税收征收管理法 16: liquidation, creditors, taxes cleared, deregistration',
  async (t) => {
    const record = records.liquidated
    const from = legalDateOf(life.now)
    const begun = await life.apply(record, 'liquidation', '-', JSON.stringify({ from }))
    t.match(begun, { filing: { state: 'COMPLETED' }, record: { flags: ['LIQUIDATING'] } })
    const early = await life.cli(['apply', 'deregistration', '-', '--record', record], '{}')
    t.match(early.err, 'YB_RULE')
    life.pass(46)
    await life.happened(record, 'announcement.ended', begun.filing.filing)
    writeFileSync(join(life.folder, 'report.pdf'), '%PDF-1.4\n%%EOF\n')
    const asked = ['apply', 'deregistration', '-', '--record', record, '--material']
    const held = await life.cli([...asked, 'tax-clearance-certificate=report.pdf'], '{}')
    t.match(held.err, 'YB_MATERIAL_NOT_TAKEN', 'the tax office gives it')
    const ended = await life.apply(record, 'deregistration', '-', '{}', [
      '--material',
      'liquidation-report=report.pdf',
    ])
    t.match(ended, { filing: { state: 'COMPLETED' }, record: { status: 'DEREGISTERED', flags: [] } })
    const status = await life.cli(['status', ended.filing.filing])
    t.match(status.out, /liquidation-report +Liquidation report, confirmed +report.pdf/)
  },
)

t.test('企业名称登记管理规定 17: nobody else gets its name within the year', async (t) => {
  const { code, err } = await life.cli(['submit', example('consulting')])
  t.equal(code, 1)
  t.match(err, 'YB_NAME_PROTECTED')
})

t.test('企业信息公示暂行条例 10: the registrar has told of the publicity by then', async (t) => {
  const [submitted] = await life.eventsOf(records.revoked)
  const met = await life.happened(records.revoked, 'duty.met', submitted?.filing ?? '')
  t.match(met.data, { duty: 'publicity' })
})

t.test('公司法 241: revoked for three years, sixty days of notice, deregistered', async (t) => {
  const record = records.revoked
  await proceeding(record, 'revocation', { process: 'revocation' }, 'filing.completed')
  t.equal(await statusOf(record), 'REVOKED')
  life.pass(3 * 366)
  await life.happened(record, 'deregistration.overdue', filingIdOf('AMR', 'revocation'))
  const forced = filingIdOf('AMR', 'forced')
  await proceeding(record, 'forced', { process: 'forced-deregistration' }, 'publicity.begun')
  life.pass(61)
  await life.happened(record, 'publicity.unopposed', forced)
  await life.happened(record, 'filing.completed', forced)
  t.match(await life.json(['show', record]), { status: 'DEREGISTERED', form: { status: '3' } })
})

t.test('after its year a name is anybody’s again, and all of it is consistent', async (t) => {
  const again = await life.cli(['submit', example('consulting')])
  t.notMatch(again.err, 'YB_NAME_PROTECTED')
  const { engines, identity } = life.exchange
  const report = await runFsck({ engines, identity, registry: '2202' })
  t.strictSame(report.faults, [])
})
