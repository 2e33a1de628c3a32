import { explainFiling, foldRecord } from '@yibiao/projections'
import t from 'tap'
import {
  application,
  at,
  enterprise,
  filingNo,
  itemsOf,
  outcome,
  proceeding,
  reasons,
  settle,
  stateOf,
} from './enterprise.ts'
import { boardOf } from './random-lives.ts'
import { inForce, type Life, message, record } from './specification.ts'

const [first, second, third] = [filingNo(1), filingNo(2), filingNo(3)]
const sanction = { decisionNo: '吉市监撤〔2026〕1号', reasons }
const objection = (of: string) => message('TAX', 'objection.raised', { reasons }, { filing: of })
const rescind = (life: Life, of = first) =>
  outcome(life, of, 'registration-rescission', 'registration.rescinded', {
    form: { status: '5' },
    ...sanction,
  })

/** A rescission whose parties cannot be reached, public from 2026-10-12. */
function publicised(life = enterprise()): Life {
  life.tellAt(at('2026-10-12T09:00'), proceeding(first, 'rescission', { ground: 'UNREACHABLE' }))
  life.tell(outcome(life, first, 'rescission-publicity', 'publicity.begun', { from: '2026-10-12' }))
  return life
}

t.test(
  '登记管理条例 40: where the parties cannot be reached, a rescission is public for 45 days before',
  async (t) => {
    const life = enterprise()
    t.equal(life.refusal(proceeding(first, 'rescission')), 'YB_APPLICATION', 'it says on what ground')
    life.tellAt(at('2026-10-12T08:00'), proceeding(first, 'rescission', { ground: 'UNREACHABLE' }))
    t.equal(life.refusal(rescind(life)), 'YB_APPROVAL_STATE', 'the publicity comes first')
    life.tell(outcome(life, first, 'rescission-publicity', 'publicity.begun', { from: '2026-10-12' }))
    t.match(life.state.filings.get(first)?.clocks.get('rescission-publicity'), { due: '2026-11-26' })
    life.pass(at('2026-11-26T23:59'))
    t.equal(life.refusal(rescind(life)), 'YB_PERIOD', 'it is still public')
    t.ok(life.pass(at('2026-11-27T00:00')).includes('publicity.unopposed'))
    life.tell(rescind(life))
    t.equal(life.state.status, '5')
  },
)

t.test('while it is public nobody has to act, and then the registrar has', async (t) => {
  const life = publicised()
  const nextOf = () => {
    const { approvals } = explainFiling(boardOf(life, first), { references: inForce, now: life.now })
    return approvals.find(({ item }) => item === 'registration-rescission')?.next
  }
  t.strictSame(nextOf(), { who: 'NOBODY', reason: 'PERIOD_RUNS' })
  life.pass(at('2026-11-27T00:00'))
  t.match(nextOf(), { who: 'PARTICIPANT', participant: 'AMR', act: 'DECIDE' })
})

t.test('登记管理条例 40: what an inquiry has found out is rescinded without publicity', async (t) => {
  const life = enterprise()
  life.tellAt(at('2026-10-12T09:00'), proceeding(first, 'rescission', { ground: 'ESTABLISHED' }))
  t.notOk(itemsOf(life, first).includes('rescission-publicity'))
  life.tell(rescind(life))
  t.equal(life.state.status, '5')
})

t.test('登记管理条例 40: an objection in time leaves no ground for the rescission', async (t) => {
  const life = publicised()
  life.pass(at('2026-11-26T20:00'))
  t.ok(life.tell(objection(first)).includes('clocks.stopped'))
  t.strictSame(life.state.flags, [], 'it is no objection to a simple deregistration')
  t.notOk(life.pass(at('2026-12-20T00:00')).includes('publicity.unopposed'))
  t.equal(life.refusal(rescind(life)), 'YB_PERIOD')
  life.tell(outcome(life, first, 'registration-rescission', 'approval.refused', { reasons }))
  t.equal(stateOf(life, first), 'REFUSED')
  life.tell(proceeding(second, 'rescission', { ground: 'ESTABLISHED' }))
  t.equal(life.refusal(rescind(life, second)), 'accepted', 'an inquiry may still find it out')
})

t.test('登记管理条例 40: one that had arrived in time counts, also when the time is over', async (t) => {
  const life = publicised()
  life.pass(at('2026-11-27T09:00'))
  t.equal(life.refusal(objection(first)), 'YB_OBJECTION', 'too late')
  t.equal(life.refusal(rescind(life)), 'accepted')
  life.now = Date.parse(at('2026-11-26T23:00'))
  t.ok(life.tell(objection(first)).includes('fact.reversed'))
  life.now = Date.parse(at('2026-11-27T10:00'))
  t.equal(life.refusal(rescind(life)), 'YB_PERIOD')
})

t.test('an objection ends the publicity of the filing that it names, and no other', async (t) => {
  const life = enterprise()
  life.tellAt(at('2026-10-12T09:00'), application(second, 'simple-deregistration-publicity'))
  const notice = { from: '2026-10-12' }
  life.tell(outcome(life, second, 'simple-deregistration-notice', 'deregistration.publicised', notice))
  publicised(life)
  life.tell(objection(first))
  t.ok(
    life.pass(at('2026-11-02T00:00')).includes('publicity.ended'),
    'the simple deregistration stays public',
  )
})

function revoked(): Life {
  const life = enterprise()
  life.tellAt(at('2026-10-12T09:00'), proceeding(first, 'revocation'))
  life.tell(
    outcome(life, first, 'licence-revocation', 'licence.revoked', { form: { status: '2' }, ...sanction }),
  )
  settle(life, first)
  return life
}
const force = (of = second) => proceeding(of, 'forced-deregistration')
const forced = (life: Life, status: string) =>
  outcome(life, second, 'forced-deregistration', 'enterprise.deregistered', { form: { status } })

t.test(
  '公司法 241: three years after the revocation and sixty days of notice the registrar may deregister',
  async (t) => {
    const life = revoked()
    t.match(life.state.filings.get(first)?.clocks.get('deregistration-overdue'), { due: '2029-10-12' })
    t.equal(life.refusal(force()), 'YB_RECORD_STATUS')
    life.pass(at('2029-10-12T23:59'))
    t.equal(life.refusal(force()), 'YB_RECORD_STATUS')
    t.ok(life.pass(at('2029-10-13T00:00')).includes('deregistration.overdue'))
    t.strictSame(life.state.flags, ['DEREGISTRATION_OVERDUE'])
    life.tellAt(at('2029-10-15T09:00'), force())
    life.tell(
      outcome(life, second, 'forced-deregistration-notice', 'publicity.begun', { from: '2029-10-15' }),
    )
    t.match(life.state.filings.get(second)?.clocks.get('forced-deregistration-notice'), { due: '2029-12-14' })
    t.equal(life.refusal(forced(life, '3')), 'YB_PERIOD')
    life.pass(at('2029-12-15T00:00'))
    t.equal(life.refusal(forced(life, '4')), 'YB_STATUS_VALUE')
    life.tell(forced(life, '3'))
    settle(life, second)
    t.equal(stateOf(life, second), 'COMPLETED')
    t.equal(foldRecord(record, life.events, { at: () => inForce }).status, 'DEREGISTERED')
    t.strictSame(life.state.flags, [])
  },
)

t.test('公司法 241: an objection to the notice stops the forced deregistration', async (t) => {
  const life = revoked()
  life.tellAt(at('2029-10-15T09:00'), force())
  life.tell(outcome(life, second, 'forced-deregistration-notice', 'publicity.begun', { from: '2029-10-15' }))
  life.tellAt(at('2029-11-01T09:00'), objection(second))
  life.pass(at('2029-12-20T00:00'))
  t.equal(life.refusal(forced(life, '3')), 'YB_PERIOD')
})

t.test('公司法 241: whoever has applied and is deregistered in time is not overdue', async (t) => {
  const life = revoked()
  life.tellAt(at('2026-11-02T09:00'), application(second, 'liquidation'))
  const formed = { formedOn: '2026-11-02' }
  life.tell(outcome(life, second, 'liquidation-recordal', 'liquidation.notified', formed))
  life.tellAt(at('2027-01-11T09:00'), application(third, 'deregistration'))
  life.tell(outcome(life, third, 'tax-clearance', 'tax.cleared', { certificateNo: '清2027-1' }))
  const ended = outcome(life, third, 'enterprise-deregistration', 'enterprise.deregistered', {
    form: { status: '3' },
  })
  life.tell(ended)
  t.notOk(life.pass(at('2030-01-01T00:00')).includes('deregistration.overdue'))
})

t.test('公司法 241: a rescission counts as well, and its reversal ends the three years', async (t) => {
  const rescinded = () => {
    const life = enterprise()
    life.tellAt(at('2026-10-12T09:00'), proceeding(first, 'rescission', { ground: 'ESTABLISHED' }))
    life.tell(rescind(life))
    settle(life, first)
    return life
  }
  const reverse = (life: Life, when: string, status = '1') => {
    const corrects = life.state.rescission?.event ?? ''
    life.tellAt(at(when), proceeding(second, 'rescission-reversal'))
    const data = { form: { status }, ...sanction }
    life.tell(outcome(life, second, 'rescission-reversal', 'rescission.reversed', data, { corrects }))
  }
  const early = rescinded()
  reverse(early, '2027-03-01T09:00')
  t.notOk(early.pass(at('2030-01-01T00:00')).includes('deregistration.overdue'))
  const late = rescinded()
  late.pass(at('2029-10-13T00:00'))
  t.strictSame(late.state.flags, ['DEREGISTRATION_OVERDUE'])
  t.equal(late.refusal(proceeding(third, 'forced-deregistration')), 'accepted')
  reverse(late, '2029-11-01T09:00')
  t.strictSame(late.state.flags, [], 'it is in business again')
})
