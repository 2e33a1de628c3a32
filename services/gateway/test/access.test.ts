import { FeedReader } from '@yibiao/projections'
import { makeForm } from '@yibiao/schemas'
import t from 'tap'
import { asksForAddress, registers } from './acts.ts'
import { exchange, token } from './exchange.ts'
import { maskedPaths } from './masked.ts'

const x = await exchange()
t.teardown(() => x.close())
const form = makeForm(601)
const filed = await x.file({ as: 'founder', form })
const chosen = form.bank?.participant ?? ''
const other = chosen === 'BANK-ICBC' ? 'BANK-CCB' : 'BANK-ICBC'
await registers(x, filed, 31)
await x.stream(`registration-${filed.record}`, 6)
await x.settled()

const get = (url: string, as?: string) => x.call('GET', url, as === undefined ? {} : { as })
const record = `/v1/records/${filed.record}`
const everything = [
  record,
  `${record}/events`,
  `/v1/filings/${filed.filing}`,
  `/v1/filings/${filed.filing}/trace`,
]
const { people } = form
const personal = people.flatMap((one) => [one.name, one.idNo, one.mobile]).filter((one) => one !== undefined)

t.test('whoever’s business it is not is told that there is nothing', async (t) => {
  for (const as of [other, 'stranger'])
    for (const url of everything) t.equal((await get(url, as)).statusCode, 404, `${as} ${url}`)
  for (const as of [other, 'stranger']) {
    t.strictSame((await get('/v1/filings', as)).json<{ filings: [] }>().filings, [])
    t.strictSame((await get('/v1/records', as)).json<{ records: [] }>().records, [])
  }
})

t.test('the applicant and the auditor see everything', async (t) => {
  for (const as of ['founder', 'auditor']) {
    const view = (await get(record, as)).json<{ form: { people: unknown } }>()
    t.strictSame(view.form.people, people, as)
  }
})

t.test('an operator sees how it goes, and no value', async (t) => {
  for (const url of everything) {
    const answer = await get(url, 'operator')
    t.equal(answer.statusCode, 200, url)
    for (const value of [...personal, form.name.full, form.domicile.text]) t.notMatch(answer.body, value, url)
  }
  t.strictSame((await get(record, 'operator')).json<{ values: [] }>().values, [])
})

t.test('TAX sees what the matrix grants it, and not what it does not', async (t) => {
  const view = (await get(record, 'TAX')).json<{
    form: Record<string, unknown>
    values: { path: string }[]
  }>()
  const paths = view.values.map((one) => one.path)
  t.ok(paths.includes('/name/full'))
  t.ok(paths.includes('/capital/amountFen'))
  for (const hidden of [
    '/liaison',
    '/articles',
    '/bank/bankCode',
    '/beneficialOwners',
    '/agent',
    '/consents',
  ])
    t.notOk(
      paths.some((path) => path.startsWith(hidden)),
      hidden,
    )
  const events = (await get(`${record}/events`, 'TAX')).body
  const trace = (await get(`/v1/filings/${filed.filing}/trace`, 'TAX')).body
  for (const one of people.filter(
    ({ key }) => key === form.liaison?.person && key !== form.legalRepresentative.person,
  ))
    for (const text of [one.mobile ?? '-', one.idNo])
      for (const [name, body] of [
        ['view', JSON.stringify(view)],
        ['events', events],
        ['trace', trace],
      ] as const)
        t.notMatch(body, text, `${name} shows the liaison`)
})

t.test('what is masked is marked, and not shown', async (t) => {
  const view = await get(record, 'STATS')
  const masked = maskedPaths(view.json())
  t.ok(masked.length > 0)
  for (const one of people) t.notMatch(view.body, one.idNo)
})

t.test('a participant sees of a record what its feed carries, and nothing else', async (t) => {
  await x.say('HRSS', {
    id: 'not-mine',
    type: 'approval.recorded',
    subject: filed.record,
    filing: filed.filing,
    data: { approval: `${filed.filing}/tax-information-confirmation`, round: 1 },
  })
  await x.stream(`registration-${filed.record}`, 8)
  const { store, references, history } = x
  const reader = new FeedReader({ store, references, history, participant: 'TAX' })
  const fed: { id: string; data: { changes?: unknown } }[] = []
  for await (const { key, value } of reader.from(1))
    if (key === filed.record) fed.push(JSON.parse(value.toString()) as (typeof fed)[number])
  const { events } = (await get(`${record}/events`, 'TAX')).json<{
    events: { id: string; data: object; changes: object[] }[]
  }>()
  t.strictSame(
    events.map(({ id, data, changes }) => ({ id, data: changes.length === 0 ? data : { ...data, changes } })),
    fed.map(({ id, data }) => ({ id, data })),
  )
  t.notOk(JSON.stringify(events).includes('message.refused'), 'another’s refusal is not its business')
  t.match((await get(`${record}/events`, 'founder')).body, 'message.refused')
})

t.test('another participant is told by department', async (t) => {
  const seen = (await get(`/v1/filings/${filed.filing}`, 'TAX')).json<{
    filing: { approvals: { department: string; participant: string | null }[] }
  }>()
  const { approvals } = seen.filing
  t.equal(approvals.find((one) => one.department === 'BANK')?.participant, null)
  t.equal(approvals.find((one) => one.department === 'TAX')?.participant, 'TAX')
  const trace = (await get(`/v1/filings/${filed.filing}/trace`, 'TAX')).json<{
    entries: { receipts: { participant: string }[] }[]
  }>()
  for (const { receipts } of trace.entries) t.ok(receipts.every((one) => one.participant === 'TAX'))
})

t.test('what a department asked of the founder is between the two', async (t) => {
  const asked = await x.file({ as: 'founder', form: makeForm(602) })
  await asksForAddress(x, asked)
  await x.stream(`registration-${asked.record}`, 4)
  await x.settled()
  const url = `/v1/filings/${asked.filing}`
  for (const as of ['founder', 'AMR', 'auditor']) t.match((await get(url, as)).body, '住所地址不完整', as)
  for (const as of ['TAX', 'operator']) t.notMatch((await get(url, as)).body, '住所地址不完整', as)
})

t.test('a participant lists what is open with it, and nobody else’s', async (t) => {
  const { filings } = (await get('/v1/filings', 'TAX')).json<{ filings: { filing: string }[] }>()
  t.ok(filings.some((one) => one.filing === filed.filing))
  t.equal((await get('/v1/filings?participant=AMR', 'TAX')).statusCode, 403)
})

t.test('operations are for operators', async (t) => {
  for (const as of ['founder', 'TAX', 'auditor']) {
    t.equal(
      (await x.call('POST', '/v1/rebuilds', { as, body: { projection: 'one-form' } })).statusCode,
      403,
      as,
    )
    t.equal((await x.call('POST', '/v1/replays', { as, body: { participant: 'TAX' } })).statusCode, 403, as)
  }
  t.equal((await get('/v1/feed', 'founder')).statusCode, 403)
  t.equal((await get('/v1/feed?participant=TAX', 'AMR')).statusCode, 403)
  t.equal((await get('/v1/feed?participant=TAX', 'operator')).statusCode, 403)
})

t.test('an unknown token, a token in another form, and none from elsewhere are refused', async (t) => {
  const status = async (headers: Record<string, string>, remoteAddress?: string) => {
    const answer = await x.call('GET', '/v1/status', { headers, ...(remoteAddress ? { remoteAddress } : {}) })
    return answer.statusCode
  }
  t.equal(await status({}), 200)
  t.equal(await status({ authorization: `Bearer ${token('nobody')}` }), 401)
  t.equal(await status({ authorization: `Basic ${token('auditor')}` }), 401)
  t.equal(await status({ authorization: `bearer ${token('auditor')}` }), 200)
  t.equal(await status({}, '192.0.2.7'), 401)
  t.equal(await status({ 'x-forwarded-for': '192.0.2.7' }), 401)
  t.equal(await status({ authorization: `Bearer ${token('auditor')}` }, '192.0.2.7'), 200)
})

t.test('a foreign host name and a page of another origin are refused', async (t) => {
  const code = async (headers: Record<string, string>, method: 'GET' | 'POST' = 'GET') => {
    const body = method === 'POST' ? { body: { form: {} } } : {}
    const answer = await x.call(method, method === 'GET' ? '/v1/status' : '/v1/validations', {
      headers,
      ...body,
    })
    return answer.statusCode
  }
  t.equal(await code({ host: 'evil.example' }), 421)
  t.equal(await code({ host: 'localhost:8080' }), 200)
  t.equal(await code({ host: '[::1]:8080' }), 200)
  t.equal(await code({ origin: 'http://evil.example' }, 'POST'), 421)
  t.equal(await code({ 'sec-fetch-site': 'cross-site' }, 'POST'), 421)
  t.equal(await code({ origin: 'http://127.0.0.1' }, 'POST'), 200)
})

t.test('every answer has the security headers, and the API is not cached', async (t) => {
  const { headers } = await get('/v1/status')
  t.match(headers, {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  })
  t.match(headers['content-security-policy'], "default-src 'self'")
})
