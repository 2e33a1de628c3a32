import { readFileSync } from 'node:fs'
import type { OneForm } from '@yibiao/schemas'
import t from 'tap'
import { verifyRecord } from '../src/verify-record.ts'
import { filing, inForce, Life, livesWith, message, references, submitted, yes } from './specification.ts'

const restaurant = JSON.parse(
  readFileSync(new URL('../../../examples/restaurant.json', import.meta.url), 'utf8'),
) as OneForm
const registration = 'company-setup-registration'
const food = 'food-business-licence'
const at = (text: string) => new Date(`${text}+08:00`).toISOString()
const of = (item: string) => `${filing}/${item}`
const officer = { authtype: 'officer' } as const

const siteRefused = {
  code: 'SITE',
  rule: '食品安全法 35',
  range: '不符合许可条件的，不予许可',
  zh: '场所不符',
  en: 'The premises do not comply',
}

/** A life in which silence grants the food licence, as its catalogue entry would say. */
function tacit(): Life {
  const life = new Life()
  const item = (code: string, version: number) => {
    const known = inForce.item(code, version)
    return known && code === food ? { ...known, tacitConsent: true } : known
  }
  life.references = { ...inForce, item }
  life.tell(submitted(restaurant))
  life.tellAt(at('2026-09-30T11:00'), yes(life, registration))
  return life
}

t.test(
  '行政许可法 50: silence grants where the item says so, when the statutory term has run out',
  async (t) => {
    const life = tacit()
    t.notOk(life.pass(at('2026-11-03T23:59')).includes('approval.deemed'))
    t.ok(life.pass(at('2026-11-04T00:00')).includes('approval.deemed'))
    t.equal(life.approval(food).state, 'GRANTED')
    t.equal(life.refusal(yes(life, food)), 'YB_APPROVAL_STATE', 'it has been granted')
  },
)

t.test('tacit consent is off unless the item says so: otherwise the term is breached', async (t) => {
  const life = livesWith(restaurant)
  life.tellAt(at('2026-09-30T11:00'), yes(life, registration))
  const passed = life.pass(at('2026-11-04T00:00'))
  t.notOk(passed.includes('approval.deemed'))
  t.ok(passed.includes('deadline.breached'))
  t.equal(life.approval(food).state, 'OPEN')
})

t.test('a refusal that had arrived before silence granted stands, and the grant is reversed', async (t) => {
  const life = tacit()
  life.pass(at('2026-11-04T09:00'))
  life.now = Date.parse(at('2026-11-03T16:30'))
  const reasons = [siteRefused]
  const refusal = message('AMR-FOOD', 'approval.refused', { approval: of(food), round: 1, reasons })
  t.ok(life.tell(refusal).includes('fact.reversed'))
  t.equal(life.approval(food).state, 'REFUSED')
})

t.test(
  '规范自由裁量权: a refusal or a condition stays within the ranges that the item has made public',
  async (t) => {
    const life = livesWith(restaurant)
    life.tellAt(at('2026-09-30T11:00'), yes(life, registration))
    const about = { approval: of(food), round: 1 }
    const refuse = (reason: object) =>
      message('AMR-FOOD', 'approval.refused', { ...about, reasons: [reason] })
    const { range: _range, ...vague } = siteRefused
    for (const reason of [vague, { ...siteRefused, rule: '食品安全法 1' }, { ...siteRefused, range: '酌情' }])
      t.equal(life.refusal(refuse(reason)), 'YB_DISCRETION')
    t.equal(
      life.refusal(message('AMR-FOOD', 'approval.granted', { ...about, conditions: [vague] })),
      'YB_DISCRETION',
    )
    const decision = life.decide(refuse(vague))
    t.equal(decision.accepted ? '' : decision.issues[0].pointer, '/data/reasons/0')
    t.strictSame(life.tell(refuse(siteRefused)), [])
  },
)

t.test('a withdrawal asks whoever has acted to undo it, each once', async (t) => {
  // Hazardous chemicals: a PRE item, decided before the registration.
  const life = new Life()
  const licence = 'hazardous-chemicals-licence'
  const catalogue = {
    ...inForce.catalogue,
    applicable: (form: object, among: ReadonlySet<string>) => [
      ...inForce.catalogue.applicable(form, among),
      { ...inForce.catalogue.byCode.get(licence)!, department: 'AMR-FOOD' },
    ],
  }
  life.references = { ...inForce, catalogue }
  life.tell(submitted(restaurant))
  life.tell(yes(life, licence))
  const types = life.tell(
    message('PAB', 'filing.withdrawn', { reason: '不再办理' }, { authtype: 'applicant', authid: 'a-1' }),
  )
  t.strictSame(types, ['compensation.requested'])
  t.strictSame(life.last('yibiao.compensation.requested.v1').approvals, [of(licence)])
  const undone = () => message('AMR-FOOD', 'compensation.completed', { approval: of(licence) })
  life.tell(undone())
  t.equal(life.refusal(undone()), 'YB_NOTHING_TO_UNDO')
})

t.test(
  '首问负责制: somebody answers for a filing from the first moment, and hands it over by name',
  async (t) => {
    const life = livesWith(restaurant)
    t.equal(life.state.filings.get(filing)?.responsible, 'PAB-FRONT')
    life.tell(message('PAB', 'contact.assigned', { officer: 'O1', window: 'W3' }, officer))
    const over = (from: string, to: string) =>
      message('PAB', 'responsibility.transferred', { from, to, reason: '轮岗' }, officer)
    t.equal(life.refusal(over('PAB-FRONT', 'O2')), 'YB_NOT_RESPONSIBLE')
    life.tell(over('O1', 'O2'))
    t.equal(life.state.filings.get(filing)?.responsible, 'O2')
    const own = message('PAB', 'contact.assigned', { officer: 'O3', window: 'W3' }, { authtype: 'applicant' })
    t.equal(life.refusal(own), 'YB_NOT_YOURS_TO_SAY', 'no founder names his officer')
  },
)

t.test('收费八公开: a fee other than the catalogue’s is recorded and is an exception', async (t) => {
  const life = livesWith(restaurant)
  const assess = (fee: number, fen: number) =>
    message('AMR', 'fee.assessed', { approval: of(registration), fee, fen })
  t.strictSame(life.tell(assess(1, 0)), [])
  t.strictSame(life.tell(assess(1, 30_000)), ['fee.differed'])
  t.match(life.last('yibiao.fee.differed.v1'), { assessed: 30_000, published: 0 })
  t.equal(life.refusal(assess(2, 0)), 'YB_FEE_UNKNOWN')
})

t.test('no other department’s act on an approval is taken', async (t) => {
  const life = livesWith(restaurant)
  life.tellAt(at('2026-09-30T11:00'), yes(life, registration))
  const about = { approval: of(food), round: 1 }
  for (const [type, data] of [
    ['approval.accepted', about],
    ['time.excluded', { ...about, ground: 'TESTING', from: '2026-10-12', to: '2026-10-12', noticeNo: 'N1' }],
    ['deadline.extended', { ...about, by: { value: 1, unit: 'WORKING_DAY' }, approver: 'H', reason: '复杂' }],
    ['fee.assessed', { approval: of(food), fee: 1, fen: 0 }],
  ] as const)
    t.equal(life.refusal(message('TAX', type, data)), 'YB_APPROVAL_NOT_YOURS', type)
})

t.test('what silence and supervision bring about is proved like everything else', async (t) => {
  const life = livesWith(restaurant)
  life.tellAt(at('2026-09-30T11:00'), yes(life, registration))
  life.pass(at('2026-12-01T00:00'))
  const { case: name } = life.last('yibiao.accountability.opened.v1')
  const done = { case: name, outcome: 'ADMONISHED', reason: '逾期' }
  life.tell(message('OPERATOR', 'accountability.concluded', done))
  const events = life.events.map((event, index) => ({ ...event, position: 100 + index }))
  const options = { references: references(), mode: 'sandbox', registry: '2202' } as const
  t.strictSame(verifyRecord(life.state.record, events, options), [])
})
