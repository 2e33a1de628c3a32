import t from 'tap'
import { asksForAddress, registers, registration } from './acts.ts'
import { exchange, type Filed } from './exchange.ts'

const x = await exchange()
t.teardown(() => x.close())

const codeOf = (answer: { json(): unknown }) => (answer.json() as { code: string }).code
const withdraw = (filed: Filed, key: string, as?: string, reason = '不再设立') =>
  x.call('POST', `/v1/filings/${filed.filing}/withdrawal`, { key, body: { reason }, ...(as ? { as } : {}) })

t.test('a filing is taken back, once, by its applicant', async (t) => {
  const filed = await x.file({ as: 'founder' })
  t.equal((await withdraw(filed, 'w', 'stranger')).statusCode, 404)
  const first = await withdraw(filed, 'w', 'founder')
  t.equal(first.statusCode, 200)
  t.equal(first.json<{ revision: number }>().revision, 4)
  const again = await withdraw(filed, 'w', 'founder')
  t.strictSame(again.json(), first.json())
  t.equal((await withdraw(filed, 'w', 'founder', '其他原因')).statusCode, 409)
  const ended = await withdraw(filed, 'another', 'founder')
  t.equal(ended.statusCode, 409)
  t.equal(codeOf(ended), 'YB_FILING_CLOSED')
})

t.test('a refusal of an act is the same refusal when it is repeated', async (t) => {
  const filed = await x.file({ as: 'founder' })
  await registers(x, filed, 11)
  await x.stream(`registration-${filed.record}`, 6)
  const first = await withdraw(filed, 'late', 'founder')
  t.equal(first.statusCode, 409)
  t.equal(codeOf(first), 'YB_FILING_REGISTERED')
  t.equal(codeOf(await withdraw(filed, 'late', 'founder')), 'YB_FILING_REGISTERED')
})

t.test('an applicant supplies what was asked for, and nothing else', async (t) => {
  const filed = await x.file()
  await asksForAddress(x, filed)
  await x.stream(`registration-${filed.record}`, 4)
  const supply = (form: object, key: string, round = 1) =>
    x.call('POST', `/v1/filings/${filed.filing}/supplements`, {
      key,
      body: { approval: registration(filed), round, form },
    })
  const other = await supply(
    { domicile: { text: '吉林市昌邑区某街 2 号' }, capital: { amountFen: 1 } },
    'too-much',
  )
  t.equal(other.statusCode, 422)
  t.equal(other.json<{ issues: { pointer: string }[] }>().issues[0]?.pointer, '/form/capital/amountFen')
  const form = { domicile: { text: '吉林省吉林市昌邑区解放大路 2 号 3 层' } }
  const first = await supply(form, 'right')
  t.equal(first.statusCode, 200)
  t.strictSame((await supply(form, 'right')).json(), first.json())
  const late = await supply(form, 'next')
  t.equal(late.statusCode, 409)
  t.equal(codeOf(late), 'YB_APPROVAL_STATE')
})

t.test('an act needs a key, a body and a filing', async (t) => {
  const filed = await x.file()
  const url = `/v1/filings/${filed.filing}/withdrawal`
  t.equal((await x.call('POST', url, { body: { reason: '不办了' } })).statusCode, 400)
  t.equal((await x.call('POST', url, { key: 'k', body: {} })).statusCode, 400)
  t.equal((await x.call('POST', url, { key: 'k', body: { reason: '不办了', extra: 1 } })).statusCode, 400)
  const unknown = await x.call('POST', '/v1/filings/F00000000000000/withdrawal', {
    key: 'k',
    body: { reason: 'x' },
  })
  t.equal(unknown.statusCode, 404)
})

t.test('nobody acts in the filing of another, however he may look at it', async (t) => {
  const filed = await x.file({ as: 'founder' })
  await asksForAddress(x, filed)
  await x.stream(`registration-${filed.record}`, 4)
  const body = {
    approval: registration(filed),
    round: 1,
    form: { domicile: { text: '吉林省吉林市某街 2 号' } },
  }
  const url = `/v1/filings/${filed.filing}/supplements`
  t.equal((await x.call('POST', url, { key: 'k', body })).statusCode, 403)
  t.equal((await x.call('POST', url, { as: 'operator', key: 'k', body })).statusCode, 403)
  t.equal((await withdraw(filed, 'k')).statusCode, 403)
})

t.test('participants and auditors file nothing', async (t) => {
  for (const as of ['TAX', 'auditor']) {
    const answer = await x.call('POST', '/v1/filings', { as, key: 'k', body: {} })
    t.equal(answer.statusCode, 403)
  }
})
