import t from 'tap'
import { application, at, enterprise, filingNo, outcome, settle, stateOf } from './enterprise.ts'
import type { Life } from './specification.ts'

const first = filingNo(1)
/** Stands in for the domicile while business is suspended. */
const serviceOfProcess = { address: '吉林市昌邑区重庆街88号' }
const second = filingNo(2)

function suspended(to = '2028-03-31'): Life {
  const life = enterprise()
  const period = { from: '2026-11-01', to, form: { serviceOfProcess } }
  life.tellAt(at('2026-10-20T09:00'), application(first, 'suspension', period))
  life.tellAt(
    at('2026-10-20T15:00'),
    outcome(life, first, 'suspension-recordal', 'suspension.recorded', period),
  )
  settle(life, first)
  return life
}

t.test('登记管理条例 30: a suspension is for three years at most', async (t) => {
  const life = enterprise()
  const apply = (to: string) =>
    life.refusal(application(first, 'suspension', { from: '2026-11-01', to, form: { serviceOfProcess } }))
  t.equal(apply('2029-11-02'), 'YB_PERIOD')
  t.equal(apply('2026-10-31'), 'YB_PERIOD')
  t.equal(apply('2029-11-01'), 'accepted')
  t.equal(life.refusal(application(first, 'suspension')), 'YB_APPLICATION')
})

t.test('a suspension stands beside the registry status', async (t) => {
  const life = suspended()
  t.equal(life.state.status, '1')
  t.strictSame(life.state.flags, ['SUSPENDED'])
  t.equal(stateOf(life, first), 'COMPLETED')
  t.equal(
    life.refusal(application(second, 'suspension', { from: '2026-11-01', to: '2027-01-01' })),
    'YB_RECORD_STATUS',
  )
})

t.test(
  '实施细则 42: a suspension that has run out is a resumption, years beyond the published calendar',
  async (t) => {
    const life = suspended('2029-10-31')
    t.notOk(life.pass(at('2029-10-31T23:59')).includes('suspension.lapsed'))
    t.ok(life.pass(at('2029-11-01T00:00')).includes('suspension.lapsed'))
    t.strictSame(life.last('yibiao.suspension.lapsed.v1'), {
      clock: 'suspension',
      due: '2029-10-31',
      calendar: '2025.1+2026.1',
    })
    t.strictSame(life.state.flags, [])
    t.notOk(life.pass(at('2035-01-01T00:00')).includes('suspension.lapsed'), 'once')
  },
)

t.test('登记管理条例 30: resumed before, it lapses no more', async (t) => {
  const life = suspended()
  life.tellAt(at('2027-01-04T09:00'), application(second, 'resumption', { from: '2027-01-05' }))
  const types = life.tell(
    outcome(life, second, 'business-resumption', 'business.resumed', { on: '2027-01-05' }),
  )
  t.ok(types.includes('clocks.stopped'))
  t.equal(life.events.findLast(({ type }) => type === 'yibiao.clocks.stopped.v1')?.filing, first)
  t.strictSame(life.state.flags, [])
  t.notOk(life.pass(at('2030-01-01T00:00')).includes('suspension.lapsed'))
})

t.test('only a suspended business is resumed', async (t) => {
  t.equal(enterprise().refusal(application(first, 'resumption', { from: '2026-11-01' })), 'YB_RECORD_STATUS')
})
