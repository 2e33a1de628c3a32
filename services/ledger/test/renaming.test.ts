import t from 'tap'
import { anyForm, filing, livesWith, message, yes } from './specification.ts'

const approval = `${filing}/company-setup-registration`
const defect = { path: '/name', code: 'X', zh: '请另行选用字号', en: 'choose another trade name' }
const founder = { authtype: 'applicant', authid: 'a-1' } as const

/** A life whose registrar has asked for another name, and the supplement that gives one. */
function askedForName() {
  const form = anyForm(3)
  const life = livesWith(form)
  life.tell(message('AMR', 'supplement.requested', { approval, round: 1, defects: [defect] }))
  const { full, tradeName } = form.name
  const name = { ...form.name, tradeName: `${tradeName}新`, full: full.replace(tradeName, `${tradeName}新`) }
  const supplement = message('PAB', 'supplement.provided', { approval, round: 1, form: { name } }, founder)
  return { life, old: full, name: name.full, supplement }
}

t.test('a supplement that changes the name claims the new one and gives the old one back', async (t) => {
  const { life, old, name, supplement } = askedForName()
  const decision = life.decide(supplement)
  t.match(decision, {
    accepted: true,
    claims: [{ stream: `name-2202-${name}` }],
    releases: [{ stream: `name-2202-${old}` }],
  })
  life.tell(supplement)
  t.equal(life.state.name, name, 'from then on it is the record’s name')
})

t.test('a supplement cannot take a name that another record has', async (t) => {
  const { life, name, supplement } = askedForName()
  life.taken = new Map([[`name-2202-${name}`, undefined]])
  t.equal(life.refusal(supplement), 'YB_IDENTIFIER_TAKEN')
  t.match(life.decide(supplement), { issues: [{ pointer: '/data/form/name/full' }] })
})

t.test('a filing that ends gives back the name it has by then', async (t) => {
  const { life, name, supplement } = askedForName()
  life.tell(supplement)
  const decision = life.decide(message('PAB', 'filing.withdrawn', { reason: '改址' }, founder))
  t.match(decision, { accepted: true, releases: [{ stream: `name-2202-${name}` }] })
})

t.test('a supplement that leaves the name as it is claims nothing', async (t) => {
  const { life, old, supplement } = askedForName()
  const { form } = supplement.data as { form: { name: object } }
  const same = { approval, round: 1, form: { name: { ...form.name, ...anyForm(3).name, full: old } } }
  const decision = life.decide({ ...supplement, data: same })
  t.match(decision, { accepted: true, claims: [], releases: [] })
})

t.test('a licence that ends before it begins is refused, wherever the dates stand', async (t) => {
  const life = livesWith(anyForm(3))
  life.tell(yes(life, 'company-setup-registration'))
  const grant = yes(life, 'tax-information-confirmation')
  const dates = { validFrom: '2026-10-02', validTo: '2026-10-01' }
  t.equal(life.refusal({ ...grant, data: { ...(grant.data as object), ...dates } }), 'YB_FORM_RULE')
  const oneDay = { validFrom: '2026-10-01', validTo: '2026-10-01' }
  t.equal(life.refusal({ ...grant, data: { ...(grant.data as object), ...oneDay } }), 'accepted')
})

t.test('a production history takes no test identifiers, and does not repeat them', async (t) => {
  const life = livesWith(anyForm(3))
  const registered = yes(life, 'company-setup-registration')
  t.equal(life.refusal(registered), 'accepted', 'a sandbox takes them')
  life.mode = 'production'
  const decision = life.decide(registered)
  t.match(decision, {
    accepted: false,
    issues: [{ code: 'YB_FIXTURE_IN_PRODUCTION', pointer: '/data/form/uscc' }],
  })
  t.notMatch(JSON.stringify(decision), '91220202PDY00001X5')
})
