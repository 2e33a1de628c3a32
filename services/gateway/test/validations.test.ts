import { filingIdOf, fixtureUscc, makeForm, recordIdOf } from '@yibiao/schemas'
import t from 'tap'
import { exchange } from './exchange.ts'

interface Verdict {
  readonly acceptable: boolean
  readonly issues: readonly { readonly code: string; readonly pointer: string }[]
  readonly approvals?: readonly { readonly item: string; readonly participant: string | null }[]
}

const nowhere = recordIdOf('nobody', 'nothing')
const noFiling = filingIdOf('nobody', 'nothing')

const x = await exchange()
t.teardown(() => x.close())
const check = async (body: unknown) => {
  const answer = await x.call('POST', '/v1/validations', { body })
  return { status: answer.statusCode, verdict: answer.json<Verdict>() }
}
const message = (more: object = {}) => ({
  specversion: '1.0',
  id: 'm-1',
  source: '/participants/TAX',
  type: 'yibiao.approval.granted.v1',
  subject: nowhere,
  filing: noFiling,
  time: new Date().toISOString(),
  authtype: 'officer',
  authid: 'o-1',
  data: { approval: `${noFiling}/tax-information-confirmation`, round: 1 },
  ...more,
})

t.test('a right form: which approvals it would open, with whom, and nothing is kept', async (t) => {
  const form = makeForm(901)
  const before = await x.store.head()
  const { verdict } = await check({ form })
  t.ok(verdict.acceptable)
  t.equal(await x.store.head(), before)
  const filed = await x.file({ form })
  const byItem = (approvals: readonly { item: string; participant: string | null }[]) =>
    Object.fromEntries(approvals.map((one) => [one.item, one.participant]))
  t.strictSame(byItem(verdict.approvals ?? []), byItem(filed.approvals), 'and so it comes')
})

t.test('a wrong form: every problem at once, of the schema or between the fields', async (t) => {
  const { name: _none, ...form } = makeForm(902)
  const wrong = await check({ form: { ...form, enterpriseType: '0000' } })
  t.notOk(wrong.verdict.acceptable)
  t.ok(wrong.verdict.issues.some((one) => one.pointer === '/name'))
  t.ok(wrong.verdict.issues.some((one) => one.pointer === '/enterpriseType'))
  const contradiction = makeForm(903)
  const nobody = { ...contradiction, legalRepresentative: { person: 'P99' } }
  const rules = await check({ form: nobody })
  t.ok(rules.verdict.issues.some((one) => one.code === 'YB_FORM_RULE'))
})

t.test('what is nested too deeply is told so, as a form and as a message', async (t) => {
  for (const member of ['form', 'message']) {
    const body = `{"${member}":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`
    const answer = await x.call('POST', '/v1/validations', { body })
    t.equal(answer.statusCode, 200, member)
    t.equal(answer.json<Verdict>().issues[0]?.code, 'YB_MESSAGE_TOO_DEEP', member)
  }
})

t.test('a place that nobody serves', async (t) => {
  const form = makeForm(904)
  const elsewhere = { ...form, bank: { ...form.bank, participant: 'BANK-NONE' } }
  const { verdict } = await check({ form: elsewhere })
  t.ok(verdict.issues.some((one) => one.code === 'YB_NO_PARTICIPANT'))
})

t.test('a message: whether it can be read, who may say it, whether its record is there', async (t) => {
  const codes = async (more: object) =>
    (await check({ message: message(more) })).verdict.issues.map((one) => one.code)
  t.strictSame(await codes({}), ['YB_RECORD_UNKNOWN'])
  t.strictSame(await codes({ source: '/participants/NOBODY' }), ['YB_PARTICIPANT_UNKNOWN'])
  t.ok((await codes({ type: 'yibiao.nothing.said.v1' })).includes('YB_TYPE_UNKNOWN'))
  t.ok((await codes({ position: 5 })).includes('YB_MESSAGE_RESERVED'))
  const registered = { type: 'yibiao.filing.withdrawn.v1', filing: noFiling, data: { reason: 'x' } }
  t.ok((await codes(registered)).includes('YB_NOT_YOURS_TO_SAY'))
  const { record } = await x.file()
  t.strictSame(await codes({ subject: record }), [])
})

t.test('a submission as a message is checked to the bottom of its form', async (t) => {
  const { record } = await x.file({ key: 'exists' })
  const submitted = (subject: string, form: object) =>
    check({
      message: message({
        source: '/participants/PAB',
        type: 'yibiao.filing.submitted.v1',
        subject,
        filing: noFiling,
        data: { process: 'company-setup', form },
      }),
    })
  const right = await submitted(nowhere, makeForm(905))
  t.strictSame(right.verdict.issues, [])
  const wrong = await submitted(nowhere, {
    ...makeForm(905),
    legalRepresentative: { person: 'P99' },
  })
  t.ok(wrong.verdict.issues.every((one) => one.pointer.startsWith('/data/form')))
  const known = await submitted(record, makeForm(905))
  t.ok(known.verdict.issues.some((one) => one.code === 'YB_RECORD_EXISTS'))
})

t.test('neither or both are a wrong request', async (t) => {
  t.equal((await check({})).status, 400)
  t.equal((await check({ form: {}, message: {} })).status, 400)
  t.equal((await check(null)).status, 400)
})

t.test('an identifier is right, or told which part is wrong', async (t) => {
  const uscc = fixtureUscc('220202', 1)
  const right = await x.call('GET', `/v1/identifiers/uscc/${uscc}`)
  t.match(right.json(), { kind: 'uscc', valid: true })
  const wrong = await x.call(
    'GET',
    `/v1/identifiers/uscc/${uscc.slice(0, -1)}${uscc.endsWith('0') ? '1' : '0'}`,
  )
  t.match(wrong.json(), {
    valid: false,
    checkDigitNonConforming: true,
    problems: [{ part: 'checkCharacter', at: 17 }],
  })
  t.equal((await x.call('GET', '/v1/identifiers/nonsense/1')).statusCode, 400)
})

t.test('the number of a person never stands in a URL', async (t) => {
  const number = makeForm(906).people[0]?.idNo ?? ''
  const refused = await x.call('GET', `/v1/identifiers/resident-id/${number}`)
  t.equal(refused.statusCode, 400)
  const posted = await x.call('POST', '/v1/identifiers', { body: { kind: 'resident-id', value: number } })
  t.equal(posted.statusCode, 200)
  t.match(posted.json(), { valid: true })
})
