import t from 'tap'
import { anyForm, filing, inForce, Life, livesWith, message, submitted } from './specification.ts'

const consulting = () => anyForm(3)
const setUp = new Set(inForce.processes.get('company-setup')?.items)

t.test('a submission goes to every applicable item at once', async (t) => {
  const life = new Life()
  t.strictSame(life.tell(submitted(consulting())), ['filing.routed', 'clocks.started'])
  const expected = inForce.catalogue.applicable(consulting(), setUp).map((item) => item.code)
  t.strictSame([...life.items].sort(), [...expected].sort())
  t.equal(life.approval('company-setup-registration').state, 'OPEN')
  t.equal(life.approval('tax-information-confirmation').state, 'WAITING')
})

t.test('the routing names who serves each item, and the bank is the founder’s choice', async (t) => {
  const form = { ...consulting() }
  for (const participant of ['BANK-ICBC', 'BANK-CCB']) {
    const life = livesWith({ ...form, bank: { ...form.bank, participant } } as typeof form)
    t.ok(life.state.participants.has(participant))
    t.equal([...life.state.participants].filter((one) => one.startsWith('BANK')).length, 1)
  }
})

t.test('the routing pins the versions it was decided by', async (t) => {
  const life = livesWith(consulting())
  const routed = life.events[1]?.data as { versions: Record<string, number> }
  t.equal(routed.versions.matrix, inForce.matrix.version)
  t.equal(routed.versions.participants, inForce.participants.version)
})

t.test('a record that has a filing takes no second set-up', async (t) => {
  const life = livesWith(consulting())
  t.equal(life.refusal(submitted(consulting())), 'YB_RECORD_EXISTS')
})

t.test('a form that contradicts itself is refused with the place in the message', async (t) => {
  const form = structuredClone(consulting()) as { capital: { amountFen: number } }
  form.capital.amountFen += 1
  const decision = new Life().decide(submitted(form as ReturnType<typeof consulting>))
  t.notOk(decision.accepted)
  if (decision.accepted) return
  t.equal(decision.scope, 'message')
  t.equal(decision.issues[0].code, 'YB_FORM_RULE')
  t.match(decision.issues[0].pointer, /^\/data\/form\//)
})

t.test('a name that another record holds is refused', async (t) => {
  const life = new Life()
  life.taken = new Map([[`name-2202-${consulting().name.full}`, undefined]])
  t.equal(life.refusal(submitted(consulting())), 'YB_IDENTIFIER_TAKEN')
})

t.test('a submission claims its name within the registry', async (t) => {
  const decision = new Life().decide(submitted(consulting()))
  t.ok(decision.accepted)
  if (decision.accepted)
    t.strictSame(
      decision.claims.map((one) => one.stream),
      [`name-2202-${consulting().name.full}`],
    )
})

t.test('an item that nobody serves is refused and named', async (t) => {
  const form = consulting()
  const elsewhere = { ...form, bank: { ...form.bank, participant: 'BANK-NONE' } } as typeof form
  const decision = new Life().decide(submitted(elsewhere))
  t.notOk(decision.accepted)
  if (decision.accepted) return
  t.equal(decision.issues[0].code, 'YB_NO_PARTICIPANT')
  t.equal(decision.issues[0].pointer, '/data/form/bank/participant')
})

t.test('an unknown process, or no filing id, is refused', async (t) => {
  const data = { process: 'nothing', form: consulting() }
  t.equal(new Life().refusal(message('PAB', 'filing.submitted', data)), 'YB_REQUEST')
  const { filing: _none, ...without } = submitted(consulting())
  t.equal(new Life().refusal(without), 'YB_MESSAGE_ENVELOPE')
  t.match(filing, /^F/)
})
