import t from 'tap'
import { anyForm, filing, type Life, livesWith, message, yes } from './specification.ts'

const registration = 'company-setup-registration'
const tax = 'tax-information-confirmation'

const registered = (): Life => {
  const life = livesWith(anyForm(3))
  life.tell(yes(life, registration))
  return life
}

const refusedBy = (participant: string, item: string, round = 1) =>
  message(participant, 'approval.refused', {
    approval: `${filing}/${item}`,
    round,
    reasons: [{ code: 'R1', rule: '行政许可法 38', zh: '不符合条件', en: 'conditions not met' }],
  })

const asks = (participant: string, item: string, paths: readonly string[]) =>
  message(participant, 'supplement.requested', {
    approval: `${filing}/${item}`,
    round: 1,
    defects: paths.map((path) => ({ path, code: 'D1', zh: '请更正', en: 'please correct' })),
  })

t.test('the registration opens everything that waited only for it', async (t) => {
  const life = livesWith(anyForm(3))
  t.strictSame(life.tell(yes(life, registration)), ['approvals.opened', 'clocks.started'])
  t.equal(life.approval(tax).state, 'OPEN')
  t.equal(life.approval('invoice-supply').state, 'WAITING', 'it also waits for the tax confirmation')
  t.ok(life.state.registered)
  t.equal(life.state.uscc, '91220202PDY00001X5')
})

t.test('the registration claims the code for ever', async (t) => {
  const life = livesWith(anyForm(3))
  const decision = life.decide(yes(life, registration))
  t.ok(decision.accepted && decision.claims.some((one) => one.stream === 'uscc-91220202PDY00001X5'))
  life.taken = new Map([['uscc-91220202PDY00001X5', undefined]])
  t.equal(life.refusal(yes(life, registration)), 'YB_IDENTIFIER_TAKEN')
})

t.test('what waits for something cannot be granted before it', async (t) => {
  const life = livesWith(anyForm(3))
  t.equal(life.refusal(yes(life, tax)), 'YB_APPROVAL_STATE')
})

t.test('with the last outcome the filing is completed, once', async (t) => {
  const life = registered()
  const concluded: string[] = []
  while (life.state.filings.get(filing)?.state === 'IN_PARALLEL') {
    const open = life.items.find((item) => life.approval(item).state === 'OPEN')
    if (open === undefined) break
    concluded.push(...life.tell(yes(life, open)))
  }
  t.equal(concluded.filter((type) => type === 'filing.completed').length, 1)
  t.equal(concluded.at(-1), 'filing.completed')
  t.equal(life.state.filings.get(filing)?.state, 'COMPLETED')
})

t.test('granting twice, or in a closed filing, is refused', async (t) => {
  const life = registered()
  const first = yes(life, tax)
  life.tell(first)
  t.equal(life.refusal({ ...first, id: 'again' }), 'YB_APPROVAL_STATE')
})

t.test('only the participant that serves an approval decides it', async (t) => {
  const life = registered()
  t.equal(life.refusal({ ...yes(life, tax), source: '/participants/PSB' }), 'YB_APPROVAL_NOT_YOURS')
})

t.test('a decision says what its kind allows', async (t) => {
  const life = registered()
  t.equal(life.refusal({ ...yes(life, tax), type: 'yibiao.approval.granted.v1' }), 'YB_APPROVAL_KIND')
})

t.test('a department writes only what it owns', async (t) => {
  const life = registered()
  const stray = yes(life, tax)
  const form = { capital: { amountFen: 1 } }
  t.equal(life.refusal({ ...stray, data: { ...(stray.data as object), form } }), 'YB_FIELD_NOT_OWNED')
})

t.test('an unknown approval, filing or record is named', async (t) => {
  const life = registered()
  t.equal(life.refusal(refusedBy('TAX', 'no-such-item')), 'YB_APPROVAL_UNKNOWN')
  t.equal(life.refusal({ ...refusedBy('TAX', tax), filing: 'F1' }), 'YB_FILING_UNKNOWN')
  const { Life: Fresh } = await import('./specification.ts')
  t.equal(new Fresh().refusal(refusedBy('TAX', tax)), 'YB_RECORD_UNKNOWN')
})

t.test('the registrar’s refusal refuses the filing and gives the name back', async (t) => {
  const life = livesWith(anyForm(3))
  const decision = life.decide(refusedBy('AMR', registration))
  t.ok(decision.accepted && decision.releases.length === 1)
  t.strictSame(life.tell(refusedBy('AMR', registration)), ['filing.refused'])
  t.equal(life.state.filings.get(filing)?.state, 'REFUSED')
  t.equal(life.approval(tax).state, 'NOT_NEEDED')
  t.equal(life.state.name, undefined)
  t.equal(life.refusal(refusedBy('AMR', registration)), 'YB_FILING_CLOSED')
})

t.test(
  'after the registration a refusal is that item’s own outcome, and closes what depended on it',
  async (t) => {
    const life = registered()
    t.strictSame(life.tell(refusedBy('TAX', tax)), ['approvals.closed'])
    t.equal(life.approval(tax).state, 'REFUSED')
    t.equal(life.approval('invoice-supply').state, 'NOT_NEEDED')
    t.equal(life.state.filings.get(filing)?.state, 'IN_PARALLEL')
  },
)

t.test('what nobody decides cannot be refused', async (t) => {
  t.equal(registered().refusal(refusedBy('HRSS', 'social-insurance-registration')), 'YB_REFUSAL_NOT_ALLOWED')
})

t.test('a POST item cannot be refused before the enterprise exists', async (t) => {
  t.equal(livesWith(anyForm(3)).refusal(refusedBy('TAX', tax)), 'YB_APPROVAL_STATE')
})

t.test('a supplement is asked for, answered, and the approval goes on in the next round', async (t) => {
  const life = livesWith(anyForm(3))
  life.tell(asks('AMR', registration, ['/domicile/postalCode']))
  t.equal(life.approval(registration).state, 'SUPPLEMENT')
  t.equal(life.refusal(yes(life, registration)), 'YB_APPROVAL_STATE')
  const answer = (form: object) =>
    message(
      'PAB',
      'supplement.provided',
      { approval: `${filing}/${registration}`, round: 1, form },
      { authtype: 'applicant', authid: 'a-1' },
    )
  t.equal(life.refusal(answer({ capital: { amountFen: 5 } })), 'YB_NOTHING_ASKED')
  life.tell(answer({ domicile: { postalCode: '132001' } }))
  t.equal(life.approval(registration).state, 'OPEN')
  t.equal(life.approval(registration).round, 2)
  t.equal(life.refusal(refusedBy('AMR', registration, 1)), 'YB_APPROVAL_ROUND')
  life.tell(yes(life, registration))
  t.ok(life.state.registered)
})

t.test('a supplement that makes the form contradict itself is refused', async (t) => {
  const life = livesWith(anyForm(3))
  life.tell(asks('AMR', registration, ['/capital']))
  const data = { approval: `${filing}/${registration}`, round: 1, form: { capital: { amountFen: 5 } } }
  t.equal(life.refusal(message('PAB', 'supplement.provided', data)), 'YB_FORM_RULE')
})

t.test('a filing is withdrawn by whoever submitted it, until there is an enterprise', async (t) => {
  const withdrawn = (authid: string) =>
    message('PAB', 'filing.withdrawn', { reason: '不再办理' }, { authtype: 'applicant', authid })
  const life = livesWith(anyForm(3))
  t.equal(life.refusal(withdrawn('somebody-else')), 'YB_NOT_YOURS_TO_SAY')
  life.tell(withdrawn('a-1'))
  t.equal(life.approval(registration).state, 'WITHDRAWN')
  t.equal(life.refusal(yes(life, registration)), 'YB_FILING_CLOSED')
  t.equal(registered().refusal(withdrawn('a-1')), 'YB_FILING_REGISTERED')
})
