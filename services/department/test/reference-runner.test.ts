import { isUscc, makeForm } from '@yibiao/schemas'
import t from 'tap'
import { ManualScheduler } from './support/manual-scheduler.ts'
import { morning } from './support/setting.ts'
import { applicantSays, townOf } from './support/town.ts'

const registration = 'company-setup-registration'
const turn = () => new Promise((resolve) => setImmediate(resolve))

t.test('the registrar registers with a valid code, the legal date and its own name', async (t) => {
  const town = await townOf(t)
  // 2026-09-30 23:30 in Asia/Shanghai is still the 30th, though it is 15:30 elsewhere.
  await town.start('AMR', {}, { clock: { now: () => Date.parse('2026-09-30T15:30:00Z') } })
  const { filing, record } = await town.route(makeForm(1))
  const decision = await town.decision('AMR', `${filing}/${registration}`)
  const { form } = decision.data as { form: { uscc: string; registryOrg: { code: string } } }
  t.match(decision, {
    id: `${filing}/${registration}/1/registered`,
    type: 'yibiao.enterprise.registered.v1',
    subject: record,
    filing,
    authtype: 'officer',
    authid: 'AMR-01',
    causationid: 'event-1',
  })
  t.ok(isUscc(form.uscc))
  t.match(form, { establishedOn: '2026-09-30', status: '1' })
  t.equal(form.uscc.slice(2, 8), form.registryOrg.code)
})

t.test('what waits is decided when it opens and its values have come, not before', async (t) => {
  const town = await townOf(t)
  const tax = await town.start('TAX')
  const filing = await town.route(makeForm(1))
  await town.side('TAX').acknowledged()
  t.same(
    (await tax.cases()).map(({ state }) => state),
    ['WAITING', 'WAITING'],
  )
  await town.open(filing, ['tax-information-confirmation'])
  await town.side('TAX').acknowledged()
  // Open, but the registration has not reached this feed yet.
  t.same(town.side('TAX').statements(), [])
  const registered = applicantSays('yibiao.enterprise.registered.v1', {
    approval: `${filing.filing}/${registration}`,
    round: 1,
    form: { uscc: '91220202PDY00001X5' },
  })
  await town.record(filing, registered, '/participants/AMR')
  const decision = await town.decision('TAX', `${filing.filing}/tax-information-confirmation`)
  t.match(decision.data, { form: { tax: { taxpayerId: '91220202PDY00001X5' } } })
})

t.test('every n-th case is asked for a supplement, and granted when it has come', async (t) => {
  const town = await townOf(t)
  const reason = { zh: '请补正住所证明。', en: 'Give the evidence again.' }
  const amr = await town.start('AMR', { supplementEvery: 2, reason })
  const first = await town.route(makeForm(1), 'one')
  const second = await town.route(makeForm(2), 'two')
  const granted = await town.decision('AMR', `${first.filing}/${registration}`)
  t.equal(granted.type, 'yibiao.enterprise.registered.v1')
  const approval = `${second.filing}/${registration}`
  const asked = await town.decision('AMR', approval)
  t.match(asked, {
    id: `${approval}/1/supplement`,
    type: 'yibiao.supplement.requested.v1',
    data: { defects: [{ path: '/domicile/evidenceId', code: 'DOMICILE_EVIDENCE', ...reason }] },
  })
  t.equal((await amr.cases())[1]?.state, 'SUPPLEMENT')
  const data = { approval, round: 1, form: { domicile: { evidenceId: 'ZM-NEW-0001' } } }
  await town.record(second, applicantSays('yibiao.supplement.provided.v1', data))
  const decision = await town.decision('AMR', approval, 2)
  t.match(decision, { id: `${approval}/2/registered`, type: 'yibiao.enterprise.registered.v1' })
  await town.record(second, decision)
  await town.side('AMR').acknowledged()
  t.match((await amr.cases())[1], { state: 'GRANTED', round: 2, due: null })
})

t.test('every n-th case is refused, with its reason in both languages', async (t) => {
  const town = await townOf(t)
  await town.start('AMR', { refuseEvery: 1 })
  const { filing } = await town.route(makeForm(1))
  const decision = await town.decision('AMR', `${filing}/${registration}`)
  t.equal(decision.type, 'yibiao.approval.refused.v1')
  const [reason] = (decision.data as { reasons: Record<string, string>[] }).reasons
  t.match(reason, { code: 'DOMICILE_EVIDENCE', rule: /条例/, zh: /住所/, en: /premises/ })
})

t.test('what nobody decides is recorded, whatever the options say', async (t) => {
  const town = await townOf(t)
  await town.start('STATS', { refuseEvery: 1 })
  const filing = await town.route(makeForm(1))
  const data = { approval: 'x/y', round: 1, form: { uscc: '91220202PDY00001X5' } }
  await town.record(filing, applicantSays('yibiao.enterprise.registered.v1', data), '/participants/AMR')
  await town.open(filing)
  const decision = await town.decision('STATS', `${filing.filing}/statistical-unit-listing`)
  t.match(decision, {
    type: 'yibiao.approval.recorded.v1',
    data: { form: { statistics: { unitCode: 'PDY00001X' } } },
  })
})

t.test('a decision waits for its time, within the range', async (t) => {
  const town = await townOf(t)
  const scheduler = new ManualScheduler()
  let now = morning
  const clock = { now: () => now }
  const amr = await town.start('AMR', { delayMs: [2000, 5000] }, { scheduler, clock })
  await town.route(makeForm(1))
  while ((await amr.cases()).length === 0) await turn()
  const [entry] = await amr.cases()
  const delay = (entry?.due ?? 0) - morning
  t.ok(delay >= 2000 && delay <= 5000)
  const waiting = () => scheduler.waits.some((ms) => ms === delay)
  while (!waiting()) {
    // The wake-up after the commit comes by the scheduler too.
    if (scheduler.waits.includes(0)) scheduler.pass()
    await turn()
  }
  t.equal((await amr.cases())[0]?.state, 'OPEN')
  now += delay
  scheduler.pass()
  while ((await amr.cases())[0]?.state === 'OPEN') await turn()
  t.equal((await amr.cases())[0]?.state, 'SAID')
})

t.test('a code that belongs to another record is given up and another one is drawn', async (t) => {
  const town = await townOf(t)
  await town.start('AMR')
  const { filing, record } = await town.route(makeForm(1))
  const approval = `${filing}/${registration}`
  const first = await town.decision('AMR', approval)
  const problem = {
    code: 'YB_IDENTIFIER_TAKEN',
    issues: [{ code: 'YB_IDENTIFIER_TAKEN', pointer: '/data/form/uscc' }],
  }
  const data = { messageid: first.id, problem }
  await town.side('AMR').feed({ type: 'yibiao.message.refused.v1', subject: record, filing, data })
  const second = await town
    .side('AMR')
    .until((said) => said.find(({ id }) => id === `${approval}/1/registered/1`))
  const usccOf = ({ data }: { data: unknown }) => (data as { form: { uscc: string } }).form.uscc
  t.ok(isUscc(usccOf(second)))
  t.not(usccOf(second), usccOf(first))
})

t.test('a name that belongs to another record is refused', async (t) => {
  const town = await townOf(t)
  const amr = await town.start('AMR')
  const { filing, record } = await town.route(makeForm(1))
  const approval = `${filing}/${registration}`
  const first = await town.decision('AMR', approval)
  const problem = {
    code: 'YB_IDENTIFIER_TAKEN',
    issues: [{ code: 'YB_IDENTIFIER_TAKEN', pointer: '/subject' }],
  }
  const data = { messageid: first.id, problem }
  await town.side('AMR').feed({ type: 'yibiao.message.refused.v1', subject: record, filing, data })
  const second = await town
    .side('AMR')
    .until((said) => said.find(({ type }) => type === 'yibiao.approval.refused.v1'))
  t.match(second.data, { approval, reasons: [{ code: 'NAME_TAKEN' }] })
  t.equal((await amr.cases())[0]?.state, 'SAID')
})

t.test('a decision refused for another reason is left to a person', async (t) => {
  const town = await townOf(t)
  const amr = await town.start('AMR')
  const { filing, record } = await town.route(makeForm(1))
  const first = await town.decision('AMR', `${filing}/${registration}`)
  const problem = { code: 'YB_APPROVAL_STATE', issues: [{ code: 'YB_APPROVAL_STATE', pointer: '' }] }
  const data = { messageid: first.id, problem }
  await town.side('AMR').feed({ type: 'yibiao.message.refused.v1', subject: record, filing, data })
  await town.side('AMR').acknowledged()
  t.equal((await amr.cases())[0]?.state, 'FAILED')
})

t.test('a withdrawn filing is not decided any more', async (t) => {
  const town = await townOf(t)
  const amr = await town.start('AMR', { delayMs: 60_000 })
  const { filing, record } = await town.route(makeForm(1))
  const data = { reason: '不再办理' }
  await town.side('AMR').feed({ type: 'yibiao.filing.withdrawn.v1', subject: record, filing, data })
  await town.side('AMR').acknowledged()
  t.match(await amr.cases(), [{ state: 'ENDED', due: null }])
})

t.test('a restarted system says nothing twice', async (t) => {
  const town = await townOf(t)
  const first = await town.start('AMR')
  const filing = await town.route(makeForm(1))
  await town.decision('AMR', `${filing.filing}/${registration}`)
  await first.stop()
  await town.start('AMR')
  const other = await town.route(makeForm(2), 'two')
  await town.decision('AMR', `${other.filing}/${registration}`)
  t.equal(
    town.side('AMR').arrivals.filter(({ type }) => type === 'yibiao.enterprise.registered.v1').length,
    2,
  )
})

const day = 86_400_000

/** Lets everything happen that is due by now, until something has been said. */
async function until(scheduler: ManualScheduler, isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    if (scheduler.waits.includes(0)) scheduler.pass()
    await turn()
  }
}

t.test(
  '企业信息公示暂行条例 10: the registrar tells that a duty of publicity was met, some days later',
  async (t) => {
    const town = await townOf(t)
    const scheduler = new ManualScheduler()
    let now = morning
    const amr = await town.start('AMR', { dutyAfterMs: 2 * day }, { scheduler, clock: { now: () => now } })
    const { filing, record } = await town.route(makeForm(1))
    await until(scheduler, () => town.side('AMR').statements().length === 1)
    const follow = (duty: string) => ({
      clock: `follow-up/${duty}`,
      kind: 'FOLLOW_UP',
      from: '2026-09-30',
      term: { value: 20, unit: 'WORKING_DAY' },
    })
    const data = { calendar: '2026.1', clocks: [follow('publicity'), follow('tax-report')] }
    await town.side('AMR').feed({ type: 'yibiao.clocks.started.v1', subject: record, filing, data })
    await until(scheduler, () => scheduler.waits.some((ms) => ms > day))
    t.equal(town.side('AMR').statements().length, 1, 'not yet')
    now += 3 * day
    scheduler.pass()
    await until(scheduler, () => town.side('AMR').statements().length === 2)
    t.match(town.side('AMR').statements()[1], {
      id: `${filing}/duty/publicity`,
      type: 'yibiao.duty.met.v1',
      subject: record,
      filing,
      data: { duty: 'publicity', evidence: `GS-${filing}` },
    })
    await amr.stop()
  },
)

t.test('a department undoes what it had done for a filing that is withdrawn, and says so', async (t) => {
  const town = await townOf(t)
  await town.start('AMR')
  const { filing, record } = await town.route(makeForm(1))
  const own = `${filing}/${registration}`
  await town.decision('AMR', own)
  const data = { approvals: [own, `${filing}/hazardous-chemicals-licence`] }
  await town.side('AMR').feed({ type: 'yibiao.compensation.requested.v1', subject: record, filing, data })
  const undone = () =>
    town
      .side('AMR')
      .statements()
      .filter(({ type }) => type.includes('compensation'))
  while (undone().length === 0) await turn()
  t.match(undone(), [
    { id: `${own}/undone`, type: 'yibiao.compensation.completed.v1', filing, data: { approval: own } },
  ])
  t.equal(undone().length, 1, 'nobody else’s')
})
