import t from 'tap'
import {
  application,
  at,
  enterprise,
  filingNo,
  itemsOf,
  outcome,
  reasons,
  settle,
  stateOf,
} from './enterprise.ts'
import { anyForm, filing, type Life, message } from './specification.ts'

const [first, second, third] = [filingNo(1), filingNo(2), filingNo(3)]

/** Public from 2026-10-12. */
function publicised(life = enterprise()): Life {
  life.tellAt(at('2026-10-12T09:00'), application(first, 'simple-deregistration-publicity'))
  const public_ = outcome(life, first, 'simple-deregistration-notice', 'deregistration.publicised', {
    from: '2026-10-12',
  })
  life.tell(public_)
  settle(life, first)
  return life
}
const apply = (of = second) => application(of, 'simple-deregistration')
const objection = (participant = 'TAX') =>
  message(participant, 'objection.raised', { reasons }, { filing: first })
const deregistered = (life: Life, of: string, item: string, status = '4') =>
  outcome(life, of, item, 'enterprise.deregistered', { form: { status } })

t.test('登记管理条例 33: twenty days of publicity, then twenty days to apply', async (t) => {
  const life = publicised()
  t.strictSame(life.state.flags, ['PUBLICISED'])
  t.match(life.state.filings.get(first)?.clocks.get('objection-period'), { due: '2026-11-01' })
  t.equal(life.refusal(apply()), 'YB_RULE', 'it is still public')
  t.ok(life.pass(at('2026-11-02T00:00')).includes('publicity.ended'))
  t.match(life.state.filings.get(first)?.clocks.get('application-window'), {
    from: '2026-11-01',
    due: '2026-11-21',
  })
  life.pass(at('2026-11-21T23:59'))
  t.equal(life.refusal(apply()), 'accepted')
  t.ok(life.pass(at('2026-11-22T00:00')).includes('publicity.lapsed'))
  t.equal(life.refusal(apply()), 'YB_RULE')
  t.strictSame(life.state.flags, [])
})

t.test('登记管理条例 33: without publicity there is no simple deregistration', async (t) => {
  t.equal(enterprise().refusal(apply()), 'YB_RULE')
})

t.test(
  '登记管理条例 33: an objection of any department ends it, and it may be publicised anew',
  async (t) => {
    const life = publicised()
    life.pass(at('2026-11-01T20:00'))
    t.equal(
      life.refusal(message('AMR-FOOD', 'objection.raised', { reasons }, { filing: first })),
      'YB_OBJECTION',
      'not theirs',
    )
    t.ok(life.tell(objection()).includes('clocks.stopped'))
    t.strictSame(life.state.flags, ['OBJECTED'])
    t.notOk(life.pass(at('2026-11-20T00:00')).includes('publicity.ended'))
    t.equal(life.refusal(apply()), 'YB_RULE')
    t.equal(life.refusal(application(third, 'simple-deregistration-publicity')), 'accepted')
  },
)

t.test(
  '登记管理条例 33: an objection after the last day is too late, one that had arrived before is not',
  async (t) => {
    const life = publicised()
    life.pass(at('2026-11-02T09:00'))
    t.equal(life.refusal(objection()), 'YB_OBJECTION')
    life.now = Date.parse(at('2026-11-01T23:00'))
    life.tell(objection())
    t.ok(life.state.flags.includes('OBJECTED'))
  },
)

t.test('simple deregistration ends the record; departments close their own', async (t) => {
  const life = publicised()
  life.tellAt(at('2026-11-10T09:00'), apply())
  t.ok(
    itemsOf(life, second).includes('tax-closure') &&
      itemsOf(life, second).includes('social-insurance-closure'),
  )
  t.equal(life.refusal(deregistered(life, second, 'simple-deregistration', '3')), 'YB_STATUS_VALUE')
  const decision = life.decide(deregistered(life, second, 'simple-deregistration'))
  t.strictSame(decision.accepted && decision.releases.map(({ identifier }) => identifier), [
    anyForm(3).name.full,
  ])
  const types = life.tell(deregistered(life, second, 'simple-deregistration'))
  t.ok(types.includes('clocks.stopped'), 'the time to apply runs no more')
  t.equal(life.state.status, '4')
  settle(life, second)
  t.equal(stateOf(life, second), 'COMPLETED')
  t.notOk(life.pass(at('2028-01-01T00:00')).includes('publicity.lapsed'))
  for (const process of ['change', 'suspension', 'liquidation', 'simple-deregistration-publicity'])
    t.equal(life.refusal(application(third, process)), 'YB_RECORD_STATUS', process)
})

t.test('what is open elsewhere ends with the record, and duties with it', async (t) => {
  const life = publicised(enterprise(anyForm(3), { settled: false }))
  t.equal(stateOf(life, filing), 'IN_PARALLEL')
  life.tellAt(at('2026-11-10T09:00'), apply())
  life.tell(deregistered(life, second, 'simple-deregistration'))
  t.equal(stateOf(life, filing), 'COMPLETED')
  const breached = life.events.length
  settle(life, second)
  life.pass(at('2028-01-01T00:00'))
  const late = life.events.slice(breached).filter((event) => event.filing === filing)
  t.strictSame(late, [])
})

function liquidating(life = enterprise()): Life {
  life.tellAt(at('2026-10-12T09:00'), application(first, 'liquidation', { from: '2026-10-10' }))
  life.tell(outcome(life, first, 'liquidation-recordal', 'liquidation.notified', { formedOn: '2026-10-10' }))
  settle(life, first)
  return life
}

t.test('公司法 235: nobody is deregistered before creditors had their time', async (t) => {
  const life = liquidating()
  t.strictSame(life.state.flags, ['LIQUIDATING'])
  t.equal(life.refusal(application(second, 'deregistration')), 'YB_RULE')
  t.ok(life.pass(at('2026-11-25T00:00')).includes('announcement.ended'))
  t.equal(life.refusal(application(second, 'deregistration')), 'accepted')
})

t.test('税收征收管理法 16: taxes are cleared before the deregistration', async (t) => {
  const life = liquidating()
  life.tellAt(at('2026-12-01T09:00'), application(second, 'deregistration'))
  t.equal(life.refusal(deregistered(life, second, 'enterprise-deregistration')), 'YB_APPROVAL_STATE')
  life.tell(outcome(life, second, 'tax-clearance', 'tax.cleared', { certificateNo: '清2026-1' }))
  life.tell(deregistered(life, second, 'enterprise-deregistration'))
  t.equal(life.state.status, '4')
  t.strictSame(life.state.flags, [])
})

t.test('a tax office that does not clear refuses the whole', async (t) => {
  const life = liquidating()
  life.tellAt(at('2026-12-01T09:00'), application(second, 'deregistration'))
  t.ok(
    life
      .tell(outcome(life, second, 'tax-clearance', 'approval.refused', { reasons }))
      .includes('filing.refused'),
  )
  t.equal(life.state.status, '1')
})
