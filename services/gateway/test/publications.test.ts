import { type CatalogueItem, contentDigest, shippedReference } from '@yibiao/schemas'
import t from 'tap'
import { exchange } from './exchange.ts'

const x = await exchange()
t.teardown(() => x.close())

const shipped = shippedReference()
const item = (code: string): CatalogueItem => {
  const found = shipped.catalogue.find(({ content }) => content.code === code)?.content
  if (!found) throw new Error(`no item ${code}`)
  return found
}
const food = item('food-business-licence')
const [, y2026] = shipped.calendars.map(({ content }) => content)
if (!y2026) throw new Error('nothing is shipped')
const y2027 = { ...y2026, year: 2027, version: 1, off: ['2027-01-01'], on: ['2027-01-02'] }

interface Publication {
  readonly key: string
  readonly version: number
  readonly digest: string
  readonly position: number
  readonly content: CatalogueItem
}
interface Problem {
  readonly code: string
  readonly issues: readonly { readonly code: string; readonly pointer: string; readonly zh: string }[]
}

const get = (path: string, as = 'founder') => x.call('GET', `/v1/${path}`, { as })
const one = async (path: string, as?: string): Promise<Publication> =>
  (await get(path, as)).json<{ publication: Publication }>().publication
let keys = 0
const post = (path: string, body: object, key = `publish-${++keys}`, as = 'operator') =>
  x.call('POST', `/v1/${path}`, { as, key, body })
const issuesOf = (answer: { json<T>(): T }): string[] =>
  answer.json<Problem>().issues.map(({ code, pointer }) => `${code} ${pointer}`)

t.test('the catalogue is everybody’s to read, with its figures', async (t) => {
  for (const as of ['founder', 'operator', 'auditor', 'TAX']) {
    const answer = await get('catalogue', as)
    t.equal(answer.statusCode, 200, as)
    const { publications, summary } = answer.json<{
      publications: Publication[]
      summary: { items: number; instant: number; complete: number }
    }>()
    t.equal(publications.length, shipped.catalogue.length)
    t.match(summary, { items: publications.length, complete: publications.length })
    t.ok(summary.instant > 0)
  }
  const { version, digest, content } = await one(`catalogue/${food.code}`)
  t.equal(version, 1)
  t.equal(digest, contentDigest(food))
  t.strictSame(content, food)
  t.equal((await get('catalogue/nothing-like-it')).statusCode, 404)
})

t.test('an operator publishes the next version; the past still has the one before', async (t) => {
  const before = await x.store.head()
  const next = { ...food, version: 2, cards: { warning: 40, red: 80 } }
  const answer = await post(`catalogue/${food.code}`, next)
  t.equal(answer.statusCode, 201, answer.body)
  const { position } = answer.json<Publication>()
  t.match(answer.json(), { key: food.code, version: 2, digest: contentDigest(next) })
  t.equal(answer.headers.location, `/v1/catalogue/${food.code}`)
  t.equal((await one(`catalogue/${food.code}`)).version, 2, 'at once')
  t.equal((await one(`catalogue/${food.code}?asOf=${before}`)).version, 1)
  t.equal((await one(`catalogue/${food.code}?asOf=${position}`)).version, 2)
  t.equal((await one(`catalogue/${food.code}?version=1`)).version, 1)
  t.equal((await get(`catalogue/${food.code}?version=3`)).statusCode, 404)
  const { versions } = (await get(`catalogue/${food.code}/versions`)).json<{ versions: Publication[] }>()
  t.strictSame(
    versions.map(({ version }) => version),
    [1, 2],
  )
  t.ok((versions[0]?.position ?? 0) <= before && versions[1]?.position === position)
})

t.test('as of a date is at its end in Asia/Shanghai; before everything there is nothing', async (t) => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  t.equal((await one(`catalogue/${food.code}?asOf=${today}`)).version, 2)
  t.equal((await get(`catalogue/${food.code}?asOf=2020-01-01`)).statusCode, 404)
  const { publications, summary } = (await get('catalogue?asOf=2020-01-01')).json<{
    publications: []
    summary: object
  }>()
  t.strictSame(publications, [])
  t.match(summary, { items: 0, speedUp: null })
  t.match((await get('catalogue?asOf=yesterday')).json(), {
    code: 'YB_REQUEST',
    issues: [{ pointer: '/query/asOf' }],
  })
  t.match((await get('catalogue?asOf=999999999')).json(), { code: 'YB_POSITION_FUTURE' })
})

t.test('the same key and content have the first outcome, whatever came since', async (t) => {
  const hotel = item('hotel-special-trade-licence')
  const second = { ...hotel, version: 2 }
  const first = await post(`catalogue/${hotel.code}`, second, 'same-key')
  t.equal(first.statusCode, 201)
  t.equal((await post(`catalogue/${hotel.code}`, { ...hotel, version: 3 })).statusCode, 201)
  const again = await post(`catalogue/${hotel.code}`, second, 'same-key')
  t.equal(again.statusCode, 201)
  t.strictSame(again.json(), first.json())
  const other = await post(`catalogue/${hotel.code}`, { ...hotel, version: 4 }, 'same-key')
  t.equal(other.statusCode, 409)
  t.equal(other.json<Problem>().code, 'YB_IDEMPOTENCY_KEY_REUSED')
  t.equal(
    (await x.call('POST', `/v1/catalogue/${hotel.code}`, { as: 'operator', body: second })).statusCode,
    400,
  )
})

t.test('what does not hold is refused with every place in the content, and not on record', async (t) => {
  const head = await x.store.head()
  const { timeLimit } = food.disclosure
  const wrong = {
    ...food,
    version: 3,
    dependsOn: ['nothing-like-it'],
    cards: { warning: 90, red: 50 },
    extension: { value: 1, unit: 'MONTH' },
    disclosure: {
      ...food.disclosure,
      quota: { ...food.disclosure.quota, zh: '待定' },
      timeLimit: { ...timeLimit, promised: { ...timeLimit.promised, value: 15 } },
    },
  }
  const answer = await post(`catalogue/${food.code}`, wrong)
  t.equal(answer.statusCode, 422)
  t.strictSame(issuesOf(answer), [
    'YB_ITEM_INCOMPLETE /disclosure/quota/zh',
    'YB_PROMISE_TOO_LONG /disclosure/timeLimit/promised/value',
    'YB_PUBLICATION /cards/warning',
    'YB_EXTENSION_TOO_LONG /extension/value',
    'YB_PUBLICATION /dependsOn/0',
  ])
  const { quota: _none, ...unsaid } = food.disclosure
  const blank = await post(`catalogue/${food.code}`, { ...food, version: 3, disclosure: unsaid })
  t.strictSame(issuesOf(blank), ['YB_SCHEMA /disclosure/quota'])
  t.match(blank.json<Problem>().issues[0]?.zh, /^\/disclosure\/quota/)
  const skipped = await post(`catalogue/${food.code}`, { ...food, version: 4 })
  t.equal(skipped.statusCode, 409)
  t.strictSame(issuesOf(skipped), ['YB_PUBLICATION_VERSION /version'])
  t.equal((await post(`catalogue/${food.code}`, { ...food, version: '3' })).statusCode, 422)
  t.strictSame(issuesOf(await post('catalogue/hotel-special-trade-licence', food)), ['YB_REQUEST /code'])
  t.equal((await post(`catalogue/${food.code}`, [])).statusCode, 400)
  t.equal(await x.store.head(), head, 'nothing was said')
})

t.test('only an operator publishes', async (t) => {
  for (const as of ['founder', 'TAX', 'auditor'])
    t.equal((await post(`catalogue/${food.code}`, { ...food, version: 3 }, 'k', as)).statusCode, 403, as)
})

t.test('a calendar year is published by its notice; a day that is none names its place', async (t) => {
  const wrong = await post('calendars/2027', { ...y2027, off: ['2027-01-02'] })
  t.equal(wrong.statusCode, 422)
  t.strictSame(issuesOf(wrong), ['YB_CALENDAR /off/0'])
  const undetermined = await get('due?start=2026-12-30&term=5wd')
  t.match(undetermined.json(), { determined: false, missingYear: 2027, calendar: '2025.1+2026.1' })
  const before = await x.store.head()
  t.equal((await post('calendars/2027', y2027)).statusCode, 201)
  t.match((await get('due?start=2026-12-30&term=5wd')).json(), {
    determined: true,
    date: '2027-01-06',
    calendar: '2025.1+2026.1+2027.1',
    term: { value: 5, unit: 'WORKING_DAY' },
  })
  t.match((await get(`due?start=2026-12-30&term=5wd&asOf=${before}`)).json(), { determined: false })
  t.match((await get('calendars')).json(), {
    publications: [{ key: '2025' }, { key: '2026' }, { key: '2027' }],
  })
  t.equal((await get('calendars/2028')).statusCode, 404)
})

t.test('what is no date, term or range is said of the term asked for', async (t) => {
  for (const [asked, pointer] of [
    ['start=2026-02-30&term=5wd', '/query/start'],
    ['start=2026-02-03&term=5weeks', '/query/term'],
    ['start=2026-02-03&term=2mo&excluded=2026-02-04..2026-02-05', '/query/excluded'],
    ['start=2026-02-03&term=2wd&excluded=later', '/query/excluded'],
    ['term=2wd', '/query/start'],
    ['start=2026-02-03&term=2wh', '/query/start'],
  ] as const)
    t.match((await get(`due?${asked}`)).json(), { status: 400, issues: [{ pointer }] }, asked)
  t.match((await get('due?start=2026-09-30T16:00&term=4wh')).json(), {
    date: '2026-10-08',
    at: '2026-10-08T03:30:00.000Z',
  })
  t.match((await get('due?start=2026-10-08&term=10wd&excluded=2026-10-12..2026-10-14')).json(), {
    date: '2026-10-26',
  })
})

t.test('a process is published like an item', async (t) => {
  const process = shipped.processes
    .map(({ content }) => content)
    .find((one) => one.process === 'company-setup')
  const next = { ...process, version: 2 }
  t.equal((await post('processes/company-setup', next)).statusCode, 201)
  t.equal((await one('processes/company-setup')).version, 2)
  const broken = await post('processes/company-setup', { ...next, version: 3, items: ['nothing'] })
  t.strictSame(issuesOf(broken), [
    'YB_PUBLICATION /items',
    'YB_PUBLICATION /items/0',
    'YB_PUBLICATION /followUps/0/metBy',
    'YB_PUBLICATION /followUps/1/metBy',
  ])
})

t.test('whom a participant has handed what is its own and the operator’s to read', async (t) => {
  const list = {
    participant: 'TAX',
    version: 1,
    officers: [{ officer: 'TAX-07', items: ['invoice-supply'], from: '2026-09-01', window: 'W3' }],
  }
  t.equal((await post('delegations/TAX', list)).statusCode, 201)
  for (const as of ['operator', 'auditor', 'TAX'])
    t.strictSame((await one('delegations/TAX', as)).content, list as never, as)
  for (const as of ['founder', 'AMR']) t.equal((await get('delegations/TAX', as)).statusCode, 403, as)
  t.equal((await get('delegations', 'TAX')).statusCode, 403)
  t.equal((await get('delegations', 'operator')).statusCode, 200)
  const foreign = { ...list, participant: 'AMR' }
  t.strictSame(issuesOf(await post('delegations/AMR', foreign)), ['YB_PUBLICATION /officers/0/items/0'])
})
