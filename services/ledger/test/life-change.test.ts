import { changesOf, foldRecord } from '@yibiao/projections'
import { valueAt } from '@yibiao/schemas'
import t from 'tap'
import { application, at, enterprise, filingNo, itemsOf, outcome, settle, stateOf } from './enterprise.ts'
import { anyForm, inForce, type Life, message, record } from './specification.ts'

const change = filingNo(1)
const postcode = { domicile: { postalCode: '132013' } }
const viewOf = (life: Life) => foldRecord(record, life.events, { at: () => inForce })
const applied = (life: Life, more: object = { form: postcode }, when = '2026-10-12T09:00') =>
  life.tellAt(at(when), application(change, 'change', more))

t.test(
  '登记管理条例 24: nothing changes by the application, everything applied for by the registration',
  async (t) => {
    const life = enterprise()
    const before = valueAt(viewOf(life).form, '/domicile/postalCode')
    t.strictSame(applied(life), ['filing.routed', 'clocks.started'])
    t.equal(valueAt(viewOf(life).form, '/domicile/postalCode'), before)
    const types = life.tellAt(
      at('2026-10-13T09:00'),
      outcome(life, change, 'change-registration', 'change.registered', { form: postcode }),
    )
    t.ok(types.includes('approvals.opened'))
    const view = viewOf(life)
    t.equal(valueAt(view.form, '/domicile/postalCode'), '132013')
    const event = life.events.find(({ type }) => type === 'yibiao.change.registered.v1')
    t.equal(view.provenance['/domicile/postalCode'], event?.revision)
    t.ok(event && changesOf({ form: {} }, event).length > 0)
  },
)

t.test(
  '行政许可法 26(2): it goes to every department that it concerns at once, and is completed when all have recorded it',
  async (t) => {
    const life = enterprise()
    applied(life)
    t.strictSame(
      itemsOf(life, change),
      [
        'bank-account-update',
        'change-registration',
        'social-insurance-update',
        'statistical-unit-update',
        'tax-information-update',
      ].filter((item) => item !== 'bank-account-update' || itemsOf(life, change).includes(item)),
    )
    life.tell(outcome(life, change, 'change-registration', 'change.registered', { form: postcode }))
    settle(life, change)
    t.equal(stateOf(life, change), 'COMPLETED')
  },
)

t.test(
  '登记管理条例 19, 税收征收管理法 16: the change is timed, and so are the duties after it',
  async (t) => {
    const life = enterprise()
    applied(life)
    const clocks = () => life.state.filings.get(change)?.clocks
    t.match(clocks()?.get('change-registration/statutory'), { from: '2026-10-12', due: '2026-10-15' })
    t.match(clocks()?.get('joint'), { due: '2026-12-14' })
    life.tellAt(
      at('2026-10-13T09:00'),
      outcome(life, change, 'change-registration', 'change.registered', { form: postcode }),
    )
    t.match(clocks()?.get('follow-up/tax-change-report'), { from: '2026-10-13', due: '2026-11-12' })
    t.match(clocks()?.get('social-insurance-update/statutory'), { term: { value: 10, unit: 'WORKING_DAY' } })
  },
)

t.test('a seal is renewed where the name changes, and nowhere else', async (t) => {
  const form = anyForm(3)
  const name = {
    ...form.name,
    full: form.name.full.replace(form.name.tradeName, '松花湖'),
    tradeName: '松花湖',
  }
  const life = enterprise(form)
  applied(life, { form: { name } })
  t.ok(itemsOf(life, change).includes('seal-renewal-recordal'))
  const other = enterprise()
  applied(other)
  t.notOk(itemsOf(other, change).includes('seal-renewal-recordal'))
})

t.test(
  '企业名称登记管理规定 17: the new name is claimed with the application, the old one given back with the registration',
  async (t) => {
    const form = anyForm(3)
    const name = {
      ...form.name,
      full: form.name.full.replace(form.name.tradeName, '松花湖'),
      tradeName: '松花湖',
    }
    const life = enterprise(form)
    const asked = life.decide(application(change, 'change', { form: { name } }))
    t.strictSame(asked.accepted && asked.claims.map(({ identifier }) => identifier), [name.full])
    life.taken = new Map([[`name-2202-${name.full}`, undefined]])
    t.equal(life.refusal(application(change, 'change', { form: { name } })), 'YB_IDENTIFIER_TAKEN')
    life.taken = new Map()
    applied(life, { form: { name } })
    const withdrawn = life.decide(
      message(
        'PAB',
        'filing.withdrawn',
        { reason: '不办了' },
        { filing: change, authid: 'a-1', authtype: 'applicant' },
      ),
    )
    t.strictSame(withdrawn.accepted && withdrawn.releases.map(({ identifier }) => identifier), [name.full])
    const done = life.decide(
      outcome(life, change, 'change-registration', 'change.registered', { form: { name } }),
    )
    t.strictSame(done.accepted && done.releases.map(({ identifier }) => identifier), [form.name.full])
  },
)

t.test(
  'an application is of its process, of values that the applicant supplies, and leaves a form that holds',
  async (t) => {
    const life = enterprise()
    const refusal = (process: string, more: object) => life.refusal(application(change, process, more))
    t.equal(refusal('change', {}), 'YB_APPLICATION')
    t.equal(refusal('nothing', {}), 'YB_REQUEST')
    t.equal(refusal('revocation', {}), 'YB_REQUEST', 'only the registrar begins it')
    t.equal(refusal('company-setup', {}), 'YB_REQUEST')
    t.equal(refusal('change', { form: { status: '4' } }), 'YB_NOT_OF_PROCESS')
    t.equal(refusal('change', { form: { tax: { vatStatus: 'GENERAL' } } }), 'YB_NOT_OF_PROCESS')
    t.equal(refusal('change', { form: { capital: { amountFen: 10 ** 13 } } }), 'YB_FORM_RULE')
    t.equal(refusal('change', { removed: ['/domicile/text'] }), 'YB_SCHEMA')
    t.equal(refusal('change', { removed: ['/businessPlace/text'] }), 'YB_NOT_FOUND')
    const stranger = { ...application(change, 'change', { form: postcode }), authid: 'a-2' }
    t.equal(life.refusal(stranger), 'YB_NOT_YOURS_TO_SAY')
  },
)

t.test('one application at a time is undecided', async (t) => {
  const life = enterprise()
  applied(life)
  const second = application(filingNo(2), 'change', { form: postcode })
  t.equal(life.refusal(second), 'YB_FILING_PENDING')
  life.tell(outcome(life, change, 'change-registration', 'change.registered', { form: postcode }))
  t.equal(life.refusal(second), 'accepted', 'the rest may still be recording')
})

t.test('行政许可法 38: a refused change leaves the record as it was', async (t) => {
  const life = enterprise()
  applied(life)
  const refused = outcome(life, change, 'change-registration', 'approval.refused', {
    reasons: [{ code: 'R', rule: '登记管理条例 24', zh: '不符合', en: 'not met' }],
  })
  t.strictSame(life.tell(refused), ['filing.refused'])
  t.equal(stateOf(life, change), 'REFUSED')
  t.equal(life.state.status, '1')
})

t.test('a supplement of an application changes what is applied for, not the record', async (t) => {
  const life = enterprise()
  applied(life)
  const asked = [{ path: '/domicile/postalCode', code: 'D', zh: '请更正', en: 'correct it' }]
  life.tell(outcome(life, change, 'change-registration', 'supplement.requested', { defects: asked }))
  const provided = (data: object) =>
    message(
      'PAB',
      'supplement.provided',
      { approval: `${change}/change-registration`, round: 1, ...data },
      { filing: change },
    )
  t.equal(life.refusal(provided({ form: postcode })), 'YB_APPLICATION')
  t.equal(life.refusal(provided({ amended: { domicile: { text: '别处' } } })), 'YB_NOTHING_ASKED')
  const before = viewOf(life).form
  life.tell(provided({ amended: { domicile: { postalCode: '132014' } } }))
  t.strictSame(viewOf(life).form, before)
  t.strictSame(life.state.filings.get(change)?.applied?.form?.domicile, { postalCode: '132014' })
})

t.test('公司法 224: a supplement of a change reduces no capital either', async (t) => {
  const whole = anyForm(3)
  const life = enterprise(whole)
  const of = (times: number) => ({
    capital: { amountFen: whole.capital.amountFen * times },
    shareholders: Object.fromEntries(
      Object.entries(whole.shareholders).map(([key, one]) => [
        key,
        { subscribedFen: one.subscribedFen * times },
      ]),
    ),
  })
  life.tell(application(change, 'change', { form: of(1.2) }))
  const defects = ['/capital', '/shareholders'].map((path) => ({
    path,
    code: 'D',
    zh: '请更正',
    en: 'correct it',
  }))
  life.tell(outcome(life, change, 'change-registration', 'supplement.requested', { defects }))
  const data = { approval: `${change}/change-registration`, round: 1 }
  const provided = (amended: object) =>
    message('PAB', 'supplement.provided', { ...data, amended }, { filing: change })
  t.equal(life.refusal(provided(of(0.5))), 'YB_RULE')
  t.equal(life.refusal(provided(of(1.25))), 'accepted')
})

t.test('the registry status changes by its own events alone', async (t) => {
  const life = enterprise()
  t.equal(
    life.refusal(message('AMR', 'record.changed', { reason: '更正', form: { status: '4' } })),
    'YB_STATUS_BY_EVENT',
  )
  applied(life)
  const wrong = outcome(life, change, 'change-registration', 'change.registered', { form: { status: '2' } })
  t.equal(life.refusal(wrong), 'YB_STATUS_BY_EVENT')
  t.equal(life.refusal(outcome(life, change, 'change-registration', 'approval.granted')), 'YB_APPROVAL_KIND')
})

t.test(
  '公司法 224: a capital is reduced after its creditors had forty-five days, by its own process',
  async (t) => {
    const whole = anyForm(3)
    const life = enterprise(whole)
    const half = (fen: number) => fen / 2
    const shareholders = Object.fromEntries(
      Object.entries(whole.shareholders).map(([key, one]) => [
        key,
        { subscribedFen: half(one.subscribedFen) },
      ]),
    )
    const form = { capital: { amountFen: half(whole.capital.amountFen) }, shareholders }
    const reduce = (more: object) => application(change, 'capital-reduction', { form, ...more })
    life.pass(at('2026-11-26T12:00'))
    t.equal(life.refusal(application(change, 'change', { form })), 'YB_RULE', 'not by a plain change')
    t.equal(life.refusal(reduce({})), 'YB_APPLICATION', 'it says when it was announced')
    t.equal(life.refusal(reduce({ from: '2026-10-12' })), 'YB_RULE', 'until 2026-11-26')
    const more = { capital: { amountFen: whole.capital.amountFen * 2 } }
    t.equal(
      life.refusal(application(change, 'capital-reduction', { form: more, from: '2026-10-01' })),
      'YB_RULE',
      'it is no reduction',
    )
    life.tellAt(at('2026-11-27T09:00'), reduce({ from: '2026-10-12' }))
    life.tell(outcome(life, change, 'change-registration', 'change.registered', { form }))
    settle(life, change)
    t.equal(stateOf(life, change), 'COMPLETED')
    t.equal(valueAt(viewOf(life).form, '/capital/amountFen'), half(whole.capital.amountFen))
  },
)
