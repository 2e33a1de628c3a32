import { schemaCatalogue } from '@yibiao/schemas'
import t from 'tap'
import type { OpenApi } from './documented.ts'
import { exchange } from './exchange.ts'

const x = await exchange()
t.teardown(() => x.close())
const get = (url: string) => x.call('GET', url)

interface Described {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: object }>>
}

/** Every route that Fastify serves, but for the pages of `/docs`. */
function routes(): { method: string; path: string }[] {
  const found: { method: string; path: string }[] = []
  const parents: string[] = []
  for (const line of x.gateway.fastify
    .printRoutes({ commonPrefix: false, includeHooks: false })
    .split('\n')) {
    const depth = line.search(/[├└]/) / 4
    const [, segment, methods] = /[├└]── (\S*) \(([^)]*)\)/.exec(line) ?? /[├└]── (\S*)()/.exec(line) ?? []
    if (segment === undefined) continue
    parents.splice(depth, parents.length, segment)
    const path = parents.join('').replace(/:(\w+)/g, '{$1}')
    for (const method of (methods ?? '')
      .split(', ')
      .filter((one) => one !== '' && one !== 'HEAD' && one !== 'OPTIONS'))
      if (!path.startsWith('/docs')) found.push({ method: method.toLowerCase(), path })
  }
  return found
}

t.test('OpenAPI describes every route, and no other', async (t) => {
  const document = (await get('/openapi.json')).json<OpenApi>()
  t.match(document.openapi, /^3\.1/)
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  const served = routes().map(({ method, path }) => `${method} ${path}`)
  t.ok(served.length > 25)
  // Every GET has its HEAD; that of an upload says something of its own.
  const own = 'head /v1/materials/{digest}'
  t.ok(documented.includes(own))
  t.strictSame(documented.filter((one) => one !== own).sort(), served.sort())
})

t.test('every route has a summary in both languages, a tag, an answer, and its problems', async (t) => {
  const document = (await get('/openapi.json')).json<OpenApi>()
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, route] of Object.entries(methods as Record<string, Described>)) {
      const name = `${method} ${path}`
      t.match(route.summary ?? '', /[a-z].*[\u4e00-\u9fff]/, name)
      t.ok(route.tags?.length, name)
      const statuses = Object.keys(route.responses ?? {})
      t.ok(
        statuses.some((status) => status.startsWith('2')),
        name,
      )
      if (path.startsWith('/v1/'))
        for (const status of ['400', '401', '500', '503'])
          t.ok(statuses.includes(status), `${name} ${status}`)
      for (const [status, { description, content }] of Object.entries(route.responses ?? {})) {
        t.ok(description, `${name} ${status}`)
        if (Number(status) >= 400 && path.startsWith('/v1/'))
          t.ok(content && 'application/problem+json' in content, name)
      }
    }
})

t.test('every reference of the OpenAPI document leads somewhere', async (t) => {
  const body = (await get('/openapi.json')).body
  const { components } = JSON.parse(body) as OpenApi
  const names = [...body.matchAll(/"#\/components\/schemas\/([^"/]+)"/g)].map((one) => one[1] ?? '')
  t.ok(names.length > 20)
  for (const name of new Set(names)) t.ok(components.schemas[name], name)
  t.strictSame(
    [...body.matchAll(/"\$ref":"(?!#\/components\/)[^"]*"/g)].map((one) => one[0]),
    [],
  )
})

t.test('AsyncAPI describes the topics, and every reference leads somewhere', async (t) => {
  const body = (await get('/asyncapi.json')).body
  const document = JSON.parse(body) as Record<string, unknown> & {
    asyncapi: string
    channels: Record<string, { address: string }>
  }
  t.equal(document.asyncapi, '3.0.0')
  t.ok(Object.values(document.channels).some((one) => one.address === 'registration.feed.TAX'))
  const at = (pointer: string): unknown =>
    pointer
      .slice(2)
      .split('/')
      .reduce<unknown>(
        (here, name) =>
          (here as Record<string, unknown> | undefined)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      )
  for (const [, pointer] of body.matchAll(/"\$ref":"([^"]+)"/g))
    t.ok(at(pointer ?? ''), `leads to ${pointer}`)
})

t.test('every schema of the contracts is served under its URN', async (t) => {
  const index = (await get('/schemas')).json<{ schemas: { urn: string; url: string }[] }>().schemas
  t.strictSame(
    index.map((one) => one.urn),
    [...schemaCatalogue().keys()],
  )
  for (const { urn, url } of index) t.equal((await get(url)).json<{ $id: string }>().$id, urn)
  t.equal((await get('/schemas/urn:yibiao:nothing')).statusCode, 404)
})

t.test('the page to read the interface works without the network', async (t) => {
  const page = await get('/docs/')
  t.equal(page.statusCode, 200)
  t.match(page.headers['content-type'], 'text/html')
  t.notMatch(page.body, /(?:src|href)="https?:/)
  for (const [, url] of page.body.matchAll(/(?:src|href)="\.\/(static\/[^"]+)"/g))
    t.equal((await get(`/docs/${url}`)).statusCode, 200, `${url}`)
})

t.test('the first page is in both languages and leads on', async (t) => {
  const page = await get('/')
  t.match(page.body, '一次填表')
  t.match(page.body, 'One form in')
  for (const [, url] of page.body.matchAll(/href="([^"]+)"/g))
    if (url !== '/v1/feed') t.ok((await get(url ?? '')).statusCode < 400, `${url}`)
})

t.test('health says which part is not ready and since when', async (t) => {
  t.strictSame((await get('/health/live')).json(), { live: true })
  const ready = await get('/health/ready')
  t.equal(ready.statusCode, 200)
  const since = Date.parse('2026-09-24T02:00:00Z')
  const sick = await exchange({
    roles: () => ({ ledger: { since, error: 'no disk' }, projector: { state: 'failed' }, relay: undefined }),
  })
  t.teardown(() => sick.close())
  const answer = await sick.call('GET', '/health/ready')
  t.equal(answer.statusCode, 503)
  const { parts } = answer.json<{
    parts: { part: string; ready: boolean; since?: string; error?: string }[]
  }>()
  t.match(
    parts.find((one) => one.part === 'ledger'),
    { ready: false, since: '2026-09-24T02:00:00.000Z', error: 'no disk' },
  )
  t.match(
    parts.find((one) => one.part === 'projector'),
    { ready: false, since: String, error: 'failed' },
  )
  t.match(
    parts.find((one) => one.part === 'relay'),
    { ready: true },
  )
})

t.test('the metrics name routes, never what somebody asked for', async (t) => {
  const { record } = await x.file()
  await get(`/v1/records/${record}`)
  const { body, headers } = await get('/metrics')
  t.match(headers['content-type'], 'text/plain')
  t.match(body, 'route="GET /v1/records/:id",status="200"')
  t.notMatch(body, record)
})

t.test('the status says which history this is and how everything stands', async (t) => {
  const answer = await get('/v1/status')
  t.match(answer.json(), {
    mode: 'sandbox',
    history: { history: x.history, mode: 'sandbox', division: '220200', epoch: 0 },
    projections: [
      { name: 'exceptions', state: 'live' },
      { name: 'feed-state', state: 'live' },
    ],
  })
  t.strictSame((await x.call('GET', '/v1/status', { as: 'founder' })).json<{ feeds: [] }>().feeds, [])
})

t.test('what is not there is a problem in both languages', async (t) => {
  const answer = await get('/v1/nothing?lang=zh')
  t.equal(answer.statusCode, 404)
  t.match(answer.json(), { code: 'YB_NOT_FOUND', title: '未找到', titleEn: 'Not found' })
  t.equal((await x.call('POST', '/v1/records')).statusCode, 404)
})
