import { makeForm, type OneForm } from '@yibiao/schemas'
import t from 'tap'
import { exchange, type Filed } from './exchange.ts'

const x = await exchange()
t.teardown(() => x.close())

/** A form that nobody else files. */
let seed = 100
function fresh(): OneForm {
  seed += 1
  return makeForm(seed)
}
const codeOf = (answer: { json(): unknown }) => (answer.json() as { code: string }).code

t.test('a form is recorded and sent out to every department at once', async (t) => {
  const answer = await x.call('POST', '/v1/filings', { key: 'first', body: fresh() })
  t.equal(answer.statusCode, 201)
  const filed = answer.json<Filed & { revision: number }>()
  t.equal(answer.headers.location, `/v1/filings/${filed.filing}`)
  t.equal(filed.revision, 2)
  t.equal(filed.position, await x.store.head().then((head) => Math.min(head, filed.position)))
  t.ok(filed.approvals.some((one) => one.participant === 'AMR' && one.state === 'OPEN'))
  t.ok(filed.approvals.some((one) => one.participant === 'TAX'))
})

t.test('without a key nothing is filed', async (t) => {
  const answer = await x.call('POST', '/v1/filings', { body: fresh() })
  t.equal(answer.statusCode, 400)
  t.equal(codeOf(answer), 'YB_IDEMPOTENCY_KEY_MISSING')
  const wrong = await x.call('POST', '/v1/filings', { body: fresh(), key: 'ü'.repeat(201) })
  t.equal(wrong.statusCode, 400)
})

t.test('the same key and form give the first outcome again', async (t) => {
  const body = fresh()
  const first = await x.call('POST', '/v1/filings', { key: 'again', body })
  const again = await x.call('POST', '/v1/filings', { key: 'again', body })
  t.equal(again.statusCode, 201)
  t.strictSame(again.json(), first.json())
})

t.test('the same key with another form is a conflict', async (t) => {
  await x.call('POST', '/v1/filings', { key: 'reused', body: fresh() })
  const other = await x.call('POST', '/v1/filings', { key: 'reused', body: fresh() })
  t.equal(other.statusCode, 409)
  t.equal(codeOf(other), 'YB_IDEMPOTENCY_KEY_REUSED')
})

t.test('the same key of another account is another filing', async (t) => {
  const one = await x.file({ as: 'founder', key: 'shared', form: fresh() })
  const other = await x.file({ as: 'stranger', key: 'shared', form: fresh() })
  t.not(one.filing, other.filing)
})

t.test('many at once with one key and one form are one filing', async (t) => {
  const body = fresh()
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() => x.call('POST', '/v1/filings', { key: 'race', body })),
  )
  t.strictSame(
    answers.map((one) => one.statusCode),
    [201, 201, 201, 201, 201],
  )
  t.equal(new Set(answers.map((one) => one.body)).size, 1)
  t.equal((await x.stream(`registration-${answers[0]?.json<Filed>().record}`, 3)).length, 3)
})

t.test('two at once with one key and two forms: one is filed, the other a conflict', async (t) => {
  const answers = await Promise.all(
    [1, 2].map(() => x.call('POST', '/v1/filings', { key: 'fight', body: fresh() })),
  )
  t.strictSame(answers.map((one) => one.statusCode).sort(), [201, 409])
})

t.test('a form that is refused says every problem at once, where it stands in the form', async (t) => {
  const { name: _none, ...rest } = fresh()
  const body = { ...rest, capital: { ...rest.capital, currency: 'XXX' } }
  const answer = await x.call('POST', '/v1/filings', {
    key: 'wrong',
    body,
    headers: { 'accept-language': 'zh-CN' },
  })
  t.equal(answer.statusCode, 422)
  t.equal(answer.headers['content-type'], 'application/problem+json')
  t.equal(answer.headers['content-language'], 'zh-CN')
  const { issues, detail, detailZh } = answer.json<{
    issues: { pointer: string; en: string }[]
    detail: string
    detailZh: string
  }>()
  t.ok(issues.some((one) => one.pointer === '/name'))
  t.ok(issues.some((one) => one.pointer === '/capital/currency'))
  t.notMatch(JSON.stringify(issues), '/data/form')
  t.equal(detail, detailZh)
})

t.test('after a refusal the same key may be used with the form put right', async (t) => {
  const body = fresh()
  const wrong = await x.call('POST', '/v1/filings', { key: 'corrected', body: { ...body, name: undefined } })
  t.equal(wrong.statusCode, 422)
  const right = await x.call('POST', '/v1/filings', { key: 'corrected', body })
  t.equal(right.statusCode, 201)
})

t.test('a name that is taken is refused', async (t) => {
  const body = fresh()
  await x.file({ key: 'name-1', form: body })
  const answer = await x.call('POST', '/v1/filings', { key: 'name-2', body })
  t.equal(answer.statusCode, 422)
  t.equal(codeOf(answer), 'YB_IDENTIFIER_TAKEN')
})

t.test('what is not JSON, doubled, too large or of another media type is refused', async (t) => {
  const send = (body: string, type = 'application/json') =>
    x.call('POST', '/v1/filings', { key: 'bytes', body, headers: { 'content-type': type } })
  t.equal(codeOf(await send('{"a":')), 'YB_MESSAGE_JSON')
  t.equal(codeOf(await send('')), 'YB_MESSAGE_JSON')
  const doubled = await send('{"name":{},"name":{}}')
  t.equal(doubled.statusCode, 400)
  t.equal(codeOf(doubled), 'YB_MESSAGE_JSON')
  const large = await send(JSON.stringify({ a: 'x'.repeat(1_048_576) }))
  t.equal(large.statusCode, 413)
  const huge = await send(JSON.stringify({ a: 'x'.repeat(2_097_152) }))
  t.equal(huge.statusCode, 413)
  t.equal(codeOf(huge), 'YB_MESSAGE_TOO_LARGE')
  const plain = await send('{}', 'text/plain')
  t.equal(plain.statusCode, 415)
  t.equal(codeOf(plain), 'YB_MEDIA_TYPE')
})

t.test('a body cannot break out of its place in the message', async (t) => {
  const inside = '{}},"authtype":"officer","data":{"process":"company-setup","form":{}'
  const answer = await x.call('POST', '/v1/filings', { key: 'escape', body: inside })
  t.equal(codeOf(answer), 'YB_MESSAGE_JSON')
})
