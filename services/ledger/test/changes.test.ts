import t from 'tap'
import { anyForm, type Life, livesWith, message, yes } from './specification.ts'

const registered = (): Life => {
  const life = livesWith(anyForm(3))
  life.tell(yes(life, 'company-setup-registration'))
  return life
}

const changed = (participant: string, data: object, more: object = {}) =>
  message(participant, 'record.changed', { reason: '变更登记', ...data }, more)

t.test('the owner changes a value after the registration', async (t) => {
  const life = registered()
  t.equal(life.refusal(changed('AMR', { form: { domicile: { postalCode: '132002' } } })), 'accepted')
  t.equal(
    livesWith(anyForm(3)).refusal(changed('AMR', { form: { domicile: { postalCode: '1' } } })),
    'YB_NOT_REGISTERED',
  )
})

t.test('others cannot change it, nor remove it', async (t) => {
  const life = registered()
  t.equal(
    life.refusal(changed('TAX', { form: { domicile: { postalCode: '132002' } } })),
    'YB_FIELD_NOT_OWNED',
  )
  t.equal(life.refusal(changed('TAX', { removed: ['/domicile/postalCode'] })), 'YB_FIELD_NOT_OWNED')
})

t.test('the code never changes', async (t) => {
  t.equal(registered().refusal(changed('AMR', { form: { uscc: '91220202PDY0000285' } })), 'YB_USCC_FINAL')
})

t.test(
  'a change based on an older state of the same path is refused, of another path it is not',
  async (t) => {
    const life = registered()
    const seen = life.state.revision
    life.tell(changed('AMR', { form: { domicile: { postalCode: '132002' } } }))
    const later = changed('AMR', { form: { domicile: { postalCode: '132003' } } }, { basedon: seen })
    t.equal(life.refusal(later), 'YB_STALE')
    t.equal(
      life.refusal(changed('AMR', { form: { businessPlace: { text: '江南街 1 号' } } }, { basedon: seen })),
      'accepted',
    )
  },
)

t.test('a new name is claimed and the old one given back', async (t) => {
  const life = registered()
  const old = life.state.name
  const decision = life.decide(changed('AMR', { form: { name: { full: '吉林市新名字咨询有限公司' } } }))
  t.ok(decision.accepted)
  if (!decision.accepted) return
  t.strictSame(
    decision.claims.map((one) => one.identifier),
    ['吉林市新名字咨询有限公司'],
  )
  t.strictSame(
    decision.releases.map((one) => one.identifier),
    [old],
  )
  life.taken = new Map([['name-2202-吉林市新名字咨询有限公司', undefined]])
  t.equal(
    life.refusal(changed('AMR', { form: { name: { full: '吉林市新名字咨询有限公司' } } })),
    'YB_IDENTIFIER_TAKEN',
  )
})

t.test('a department confirms or disputes only what the matrix lets it', async (t) => {
  const life = registered()
  t.equal(life.refusal(message('TAX', 'value.confirmed', { paths: ['/domicile/text'] })), 'accepted')
  t.equal(
    life.refusal(message('HSA', 'value.confirmed', { paths: ['/domicile/text'] })),
    'YB_NOT_YOURS_TO_SAY',
  )
  const disputed = { path: '/domicile/text', claimed: '别处', reason: '实地核查不符' }
  t.equal(life.refusal(message('TAX', 'value.disputed', disputed)), 'accepted')
})

t.test('a participant that the record was never routed to has no say', async (t) => {
  const life = registered()
  const stranger = ['BANK-ICBC', 'BANK-CCB'].find((one) => !life.state.participants.has(one)) as string
  t.equal(
    life.refusal(message(stranger, 'value.confirmed', { paths: ['/domicile/text'] })),
    'YB_NOT_YOURS_TO_SAY',
  )
})
