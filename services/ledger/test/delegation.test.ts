import { References } from '@yibiao/projections'
import type { DelegationsContent, RecordedEvent } from '@yibiao/schemas'
import t from 'tap'
import { anyForm, filing, inForce, type Life, livesWith, message, yes } from './specification.ts'

const registration = 'company-setup-registration'
const tax = 'tax-information-confirmation'
type Officers = DelegationsContent['officers']

const officers: Officers = [
  { officer: 'TAX-07', items: [tax], from: '2026-09-01', to: '2026-09-30', window: 'W3' },
  { officer: 'TAX-08', items: ['invoice-supply'], from: '2026-09-01' },
]

const registered = (): Life => {
  const life = livesWith(anyForm(3))
  life.tell(yes(life, registration))
  return life
}

/** What comes of a message where TAX has handed on these, received on that day. */
function answerTo(
  life: Life,
  one: ReturnType<typeof message>,
  { delegated = officers, on = '2026-09-24', to = 'TAX' } = {},
): string {
  const delegations = new Map([[to, { participant: to, version: 1, officers: delegated }]])
  life.references = { ...inForce, delegations }
  life.now = Date.parse(`${on}T10:00:00+08:00`)
  const decision = life.decide(one)
  return decision.accepted ? 'accepted' : `${decision.issues[0].code} ${decision.issues[0].pointer}`
}

const by = (authid: string, more: object = {}) => ({ authid, ...more })
const refusedHere = 'YB_NOT_DELEGATED /authid'

t.test('the officer to whom an item was handed on decides it', async (t) => {
  const life = registered()
  t.equal(answerTo(life, { ...yes(life, tax), ...by('TAX-07') }), 'accepted')
})

t.test('an officer without it is refused, and told the item and the day', async (t) => {
  const life = registered()
  t.equal(answerTo(life, { ...yes(life, tax), ...by('TAX-99') }), refusedHere)
  t.equal(answerTo(life, { ...yes(life, tax), ...by('TAX-08') }), refusedHere, 'has another item')
})

t.test('the legal date of receipt counts, both ends included', async (t) => {
  const life = registered()
  const one = { ...yes(life, tax), ...by('TAX-07') }
  for (const [on, expected] of [
    ['2026-08-31', refusedHere],
    ['2026-09-01', 'accepted'],
    ['2026-09-30', 'accepted'],
    ['2026-10-01', refusedHere],
  ] as const)
    t.equal(answerTo(life, one, { on }), expected, on)
})

t.test('an empty list hands on nothing at all', async (t) => {
  const life = registered()
  t.equal(answerTo(life, { ...yes(life, tax), ...by('TAX-07') }, { delegated: [] }), refusedHere)
})

t.test('a refusal and a notice are decisions too', async (t) => {
  const life = registered()
  const data = { approval: `${filing}/${tax}`, round: 1 }
  const reasons = [{ code: 'R1', rule: '行政许可法 38', zh: '不符合条件', en: 'conditions not met' }]
  const refused = message('TAX', 'approval.refused', { ...data, reasons }, by('TAX-99'))
  const defects = [{ path: '/tax/accountingSystem', code: 'D1', zh: '请更正', en: 'please correct' }]
  const asked = message('TAX', 'supplement.requested', { ...data, defects }, by('TAX-99'))
  t.equal(answerTo(life, refused), refusedHere)
  t.equal(answerTo(life, asked), refusedHere)
  t.equal(answerTo(life, { ...refused, authid: 'TAX-07' }), 'accepted')
  t.equal(answerTo(life, { ...asked, authid: 'TAX-07' }), 'accepted')
})

t.test('the registrar’s officer is asked like every other', async (t) => {
  const life = livesWith(anyForm(3))
  const one = { ...yes(life, registration), ...by('AMR-01') }
  t.equal(answerTo(life, one), 'accepted', 'AMR has no list')
  t.equal(answerTo(life, one, { to: 'AMR', delegated: [] }), refusedHere)
})

t.test('what a system says of itself, and other participants, are not asked', async (t) => {
  const life = registered()
  t.equal(answerTo(life, { ...yes(life, tax), authtype: 'system', authid: 'tax-core' }), 'accepted')
  t.equal(answerTo(life, yes(life, 'seal-engraving-recordal')), 'accepted')
})

t.test('what is not theirs at all is told before that', async (t) => {
  const life = registered()
  const one = { ...yes(life, 'seal-engraving-recordal'), source: '/participants/TAX', ...by('TAX-99') }
  t.equal(answerTo(life, one), 'YB_APPROVAL_NOT_YOURS /data/approval')
})

t.test('without a list every officer decides, and a list is in force from its own position', async (t) => {
  const content: DelegationsContent = { participant: 'TAX', version: 1, officers }
  const all = new References()
  const take = (kind: string, position: number, content: unknown) =>
    all.apply({
      type: `yibiao.${kind}.published.v1`,
      position,
      recordedtime: '2026-09-01T00:00:00.000Z',
      data: { content },
    } as RecordedEvent)
  const { shippedReference } = await import('@yibiao/schemas')
  take('matrix', 1, shippedReference().matrix.content)
  take('participants', 2, shippedReference().participants.content)
  take('delegations', 5, content)
  t.equal(all.at(4).delegations.size, 0)
  t.strictSame(all.at(5).delegations.get('TAX'), content)
})
