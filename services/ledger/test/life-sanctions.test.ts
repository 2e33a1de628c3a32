import { foldRecord } from '@yibiao/projections'
import t from 'tap'
import { application, at, enterprise, filingNo, outcome, proceeding, reasons, settle } from './enterprise.ts'
import { inForce, type Life, record } from './specification.ts'

const [first, second, third, fourth] = [filingNo(1), filingNo(2), filingNo(3), filingNo(4)]
const decisionNo = '吉市监罚〔2026〕1号'
const statusOf = (life: Life) => foldRecord(record, life.events, { at: () => inForce }).status
const decided = (life: Life, of: string, item: string, type: string, status: string, more = {}) =>
  outcome(life, of, item, type, { form: { status }, decisionNo, reasons }, more)

function revoked(): Life {
  const life = enterprise()
  life.tellAt(at('2026-10-12T09:00'), proceeding(first, 'revocation'))
  life.tell(decided(life, first, 'licence-revocation', 'licence.revoked', '2'))
  settle(life, first)
  return life
}

t.test('a revoked licence leaves the entity: it can still be deregistered, with status 3', async (t) => {
  const life = revoked()
  t.equal(life.state.status, '2')
  t.equal(statusOf(life), 'REVOKED')
  t.equal(
    life.refusal(application(second, 'change', { form: { domicile: { postalCode: '132013' } } })),
    'YB_RECORD_STATUS',
  )
  t.equal(
    life.refusal(application(second, 'simple-deregistration-publicity')),
    'YB_RECORD_STATUS',
    '登记管理条例 33',
  )
  life.tell(application(second, 'liquidation'))
  life.tell(outcome(life, second, 'liquidation-recordal', 'liquidation.notified', { formedOn: '2026-10-12' }))
  life.tellAt(at('2026-12-07T09:00'), application(third, 'deregistration'))
  life.tell(outcome(life, third, 'tax-clearance', 'tax.cleared', { certificateNo: '清2026-1' }))
  const ended = (status: string) =>
    outcome(life, third, 'enterprise-deregistration', 'enterprise.deregistered', { form: { status } })
  t.equal(life.refusal(ended('4')), 'YB_STATUS_VALUE')
  life.tell(ended('3'))
  t.equal(statusOf(life), 'DEREGISTERED')
})

t.test('a proceeding is the registrar’s, and its decision has the status that follows', async (t) => {
  const life = enterprise()
  t.equal(life.refusal(application(first, 'revocation')), 'YB_REQUEST')
  life.tell(proceeding(first, 'revocation'))
  t.equal(life.refusal(decided(life, first, 'licence-revocation', 'licence.revoked', '4')), 'YB_STATUS_VALUE')
})

t.test('登记管理条例 42: the reversal of a rescission restores what was before, by naming it', async (t) => {
  for (const [before, life] of [
    ['1', enterprise()],
    ['2', revoked()],
  ] as const) {
    const flags = life.state.flags
    life.tellAt(at('2026-11-02T09:00'), proceeding(second, 'rescission', { ground: 'ESTABLISHED' }))
    life.tell(decided(life, second, 'registration-rescission', 'registration.rescinded', '5'))
    t.equal(statusOf(life), 'RESCINDED')
    const rescinded = life.events.find(({ type }) => type === 'yibiao.registration.rescinded.v1')
    t.equal(life.refusal(proceeding(third, 'revocation')), 'YB_RECORD_STATUS')
    life.tellAt(at('2026-11-09T09:00'), proceeding(fourth, 'rescission-reversal'))
    const reverse = (status: string, corrects: string) =>
      decided(life, fourth, 'rescission-reversal', 'rescission.reversed', status, { corrects })
    t.equal(life.refusal(reverse(before, 'another')), 'YB_CORRECTS')
    t.equal(life.refusal(reverse('4', rescinded?.id ?? '')), 'YB_STATUS_VALUE')
    life.tell(reverse(before, rescinded?.id ?? ''))
    t.equal(life.state.status, before)
    t.strictSame(life.state.flags, flags)
    t.ok(life.events.includes(rescinded as never), 'nothing is deleted')
  }
})

t.test('登记管理条例 27: a migrated enterprise keeps its code and leaves with status 6', async (t) => {
  const life = enterprise()
  const registry = { code: '220102', name: '长春市南关区市场监督管理局' }
  life.tellAt(at('2026-10-12T09:00'), application(first, 'migration', { registry }))
  const complete = () =>
    outcome(life, first, 'migration-completion', 'migration.completed', { form: { status: '6' } })
  t.equal(life.refusal(complete()), 'YB_APPROVAL_STATE', 'the registry it moves to comes first')
  life.tell(outcome(life, first, 'migration-acceptance', 'migration.accepted', { registry }))
  t.strictSame(life.state.flags, ['MIGRATING'])
  t.match(life.state.filings.get(first)?.clocks.get('migration-completion/statutory'), {
    term: { value: 3, unit: 'MONTH' },
  })
  const uscc = life.state.uscc
  life.tell(complete())
  t.equal(statusOf(life), 'MIGRATED')
  t.equal(life.state.uscc, uscc)
  settle(life, first)
  t.equal(
    life.refusal(application(second, 'change', { form: { domicile: { postalCode: '132013' } } })),
    'YB_RECORD_STATUS',
  )
})
