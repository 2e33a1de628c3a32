import { type HandedIn, makeForm } from '@yibiao/schemas'
import t from 'tap'
import { registers, registration } from './acts.ts'
import { exchange, type Filed } from './exchange.ts'
import { digestOf, handIn, pdf } from './handing-in.ts'
import { materialsFolder } from './materials-folder.ts'

const x = await exchange({ materials: await materialsFolder(t) })
t.teardown(() => x.close())
const form = makeForm(701)
const chosen = form.bank?.participant ?? ''
const other = chosen === 'BANK-ICBC' ? 'BANK-CCB' : 'BANK-ICBC'
const articles = await handIn(x, 'articles-of-association', pdf('articles'))
const intent = await handIn(x, 'account-intent', pdf('intent'))

const submit = (materials: readonly unknown[], key: string, as = 'founder', seed = 702) =>
  x.call('POST', '/v1/filings', { as, key, body: { form: makeForm(seed), materials } })
const read = (digest: string, as: string) => x.call('GET', `/v1/materials/${digest}`, { as })

const answer = await x.call('POST', '/v1/filings', {
  as: 'founder',
  key: 'with-materials',
  body: { form, materials: [articles, intent] },
})
t.equal(answer.statusCode, 201, answer.body)
const filed = answer.json<Filed>()
await x.settled()

t.test('the same form without materials is the form alone, as ever', async (t) => {
  const bare = await x.call('POST', '/v1/filings', { as: 'founder', key: 'bare', body: makeForm(703) })
  t.equal(bare.statusCode, 201)
  const wrapped = await x.call('POST', '/v1/filings', {
    as: 'founder',
    key: 'wrapped',
    body: { form: makeForm(704) },
  })
  t.equal(wrapped.statusCode, 201, wrapped.body)
})

t.test('what is wrong in a form with materials is told where it stands', async (t) => {
  const whole = makeForm(705)
  const broken = { ...whole, capital: { ...whole.capital, amountFen: whole.capital.amountFen + 100 } }
  const refused = await x.call('POST', '/v1/filings', {
    as: 'founder',
    key: 'broken',
    body: { form: broken, materials: [articles] },
  })
  t.match(refused.json(), { code: 'YB_FORM_RULE', issues: [{ pointer: /^\/form\/capital/ }] })
  t.match((await submit([{ ...articles, code: 'no-such' }], 'code')).json(), {
    code: 'YB_MATERIAL_NOT_TAKEN',
    issues: [{ pointer: '/materials/0/code' }],
  })
  t.match((await submit([{ ...articles, title: undefined }], 'schema')).json(), {
    code: 'YB_SCHEMA',
    issues: [{ pointer: '/materials/0/title' }],
  })
})

t.test('a filing that names a file that was not handed in is refused before it goes anywhere', async (t) => {
  const head = await x.store.head()
  const missing = digestOf(pdf('never'))
  const refused = await submit([articles, { ...articles, digest: missing }], 'missing')
  t.equal(refused.statusCode, 422)
  t.match(refused.json(), { code: 'YB_MATERIAL_MISSING', issues: [{ pointer: '/materials/1/digest' }] })
  t.equal(refused.json<{ issues: unknown[] }>().issues.length, 1)
  t.equal(await x.store.head(), head, 'nothing was published')
})

t.test('size and type must be those of the content, told all at once', async (t) => {
  const refused = await submit(
    [
      { ...articles, size: 1, mediaType: 'image/png' },
      { ...intent, size: 2 },
    ],
    'd',
  )
  t.equal(refused.statusCode, 422)
  t.strictSame(
    refused.json<{ issues: { code: string; pointer: string }[] }>().issues.map((one) => one.pointer),
    ['/materials/0/mediaType', '/materials/0/size', '/materials/1/size'],
  )
})

t.test('to know the digest of another’s file is not to have it', async (t) => {
  const refused = await submit([articles], 'stolen', 'stranger')
  t.match(refused.json(), { code: 'YB_MATERIAL_MISSING' })
})

t.test('the applicant and the auditor read a file, byte for byte', async (t) => {
  for (const as of ['founder', 'auditor']) {
    const file = await read(articles.digest, as)
    t.equal(file.statusCode, 200, as)
    t.equal(file.headers['content-type'], 'application/pdf')
    t.match(file.headers['content-disposition'], /^attachment; filename="[0-9a-f]{12}\.pdf"$/)
    t.equal(
      file.headers['repr-digest'],
      `sha-256=:${Buffer.from(articles.digest, 'hex').toString('base64')}:`,
    )
    t.strictSame(file.rawPayload, pdf('articles'))
  }
})

t.test('a participant reads what its items take, and nothing else', async (t) => {
  t.equal((await read(articles.digest, 'AMR')).statusCode, 200)
  t.equal((await read(intent.digest, chosen)).statusCode, 200)
  for (const [digest, as] of [
    [articles.digest, 'TAX'],
    [articles.digest, chosen],
    [intent.digest, 'AMR'],
    [intent.digest, other],
    [articles.digest, other],
    [articles.digest, 'stranger'],
    [digestOf(pdf('nothing')), 'AMR'],
  ] as const)
    t.match(await read(digest, as), { statusCode: 404 }, `${as} ${digest}`)
})

t.test('an operator reads no file, and is not told what it is called', async (t) => {
  t.equal((await read(articles.digest, 'operator')).statusCode, 403)
  const board = await x.call('GET', `/v1/filings/${filed.filing}`, { as: 'operator' })
  const { materials } = board.json<{ filing: { materials: HandedIn[] } }>().filing
  t.strictSame(
    materials.map(({ code, digest }) => [code, digest]),
    [articles, intent].map(({ code, digest }) => [code, digest]),
  )
  for (const url of [`/v1/filings/${filed.filing}/trace`, `/v1/records/${filed.record}/events`])
    for (const page of [board, await x.call('GET', url, { as: 'operator' })])
      t.notMatch(page.body, articles.title, url)
})

t.test('every reading is on record, by code and digest', async (t) => {
  const events = await x.stream(`reads-${filed.record}`, 1)
  const readings = events.map(({ data }) => JSON.parse(data.toString('utf8')).data)
  const found = readings.filter(({ paths }) => paths.includes('/materials/articles-of-association'))
  for (const reader of ['applicant:founder', 'auditor:auditor-1', 'officer:officer-AMR'])
    t.ok(
      found.some((one) => one.reader === reader && one.purpose.includes(articles.digest)),
      reader,
    )
  t.notOk(readings.some(({ reader }) => reader === 'officer:officer-TAX'))
})

t.test('the board shows each the files that it may hear of', async (t) => {
  const seen = async (as: string) => {
    const board = await x.call('GET', `/v1/filings/${filed.filing}`, { as })
    const { materials = [] } = board.json<{ filing: { materials?: HandedIn[] } }>().filing
    return materials.map(({ code, title }) => [code, title])
  }
  t.strictSame(await seen('founder'), [
    [articles.code, articles.title],
    [intent.code, intent.title],
  ])
  t.strictSame(await seen('AMR'), [[articles.code, articles.title]])
  t.strictSame(await seen('TAX'), [])
  t.strictSame(await seen(chosen), [[intent.code, intent.title]])
})

t.test('a file handed in on a notice is read by whoever asked for it', async (t) => {
  const approval = registration(filed)
  await x.say('AMR', {
    id: 'ask-domicile',
    type: 'supplement.requested',
    subject: filed.record,
    filing: filed.filing,
    data: {
      approval,
      round: 1,
      defects: [{ material: 'domicile-evidence', code: 'MISSING', zh: '请补交', en: 'please hand in' }],
    },
  })
  // Submitted, routed, its clocks started, asked.
  await x.stream(`registration-${filed.record}`, 4)
  const provide = (materials: readonly unknown[], key: string) =>
    x.call('POST', `/v1/filings/${filed.filing}/supplements`, {
      as: 'founder',
      key,
      body: { approval, round: 1, materials },
    })
  const evidence = { ...articles, code: 'domicile-evidence', digest: digestOf(pdf('evidence')) }
  t.match((await provide([evidence], 's1')).json(), {
    code: 'YB_MATERIAL_MISSING',
    issues: [{ pointer: '/materials/0/digest' }],
  })
  const handedIn = await handIn(x, 'domicile-evidence', pdf('evidence'))
  t.match((await provide([articles], 's2')).json(), {
    code: 'YB_NOTHING_ASKED',
    issues: [{ pointer: '/materials/0/code' }],
  })
  const provided = await provide([handedIn], 's3')
  t.equal(provided.statusCode, 200, provided.body)
  t.equal((await read(handedIn.digest, 'AMR')).statusCode, 200, 'at once')
  t.equal((await read(handedIn.digest, 'TAX')).statusCode, 404)
  const trace = await x.call('GET', `/v1/filings/${filed.filing}/trace`, { as: 'AMR' })
  t.match(trace.body, handedIn.digest)
  await registers(x, filed, 71, 2)
})

t.test('an application after the set-up names its files likewise', async (t) => {
  await x.settled()
  const apply = (materials: readonly unknown[], key: string) =>
    x.call('POST', `/v1/records/${filed.record}/applications`, {
      as: 'founder',
      key,
      body: { process: 'change', form: { domicile: { postalCode: '132013' } }, materials },
    })
  const resolution = await handIn(x, 'change-resolution', pdf('resolution'))
  const head = await x.store.head()
  t.match((await apply([{ ...resolution, digest: digestOf(pdf('no resolution')) }], 'a1')).json(), {
    code: 'YB_MATERIAL_MISSING',
    issues: [{ pointer: '/materials/0/digest' }],
  })
  t.equal(await x.store.head(), head, 'nothing was published')
  t.match((await apply([{ ...resolution, code: 'registered-data' }], 'a2')).json(), {
    code: 'YB_MATERIAL_NOT_TAKEN',
    issues: [{ pointer: '/materials/0/code' }],
  })
  const applied = await apply([resolution], 'a3')
  t.equal(applied.statusCode, 201, applied.body)
  t.equal((await read(resolution.digest, 'AMR')).statusCode, 200)
  t.equal((await read(resolution.digest, 'TAX')).statusCode, 404)
})
