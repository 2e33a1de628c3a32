import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { Client } from '../src/cli/client.ts'
import { serverEvents } from '../src/cli/server-events.ts'

interface Teardown {
  teardown(callback: () => void): void
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

async function serve(t: Teardown, handler: Handler): Promise<Client> {
  const server: Server = createServer(handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return new Client({ address: `http://127.0.0.1:${port}`, token: 'a-token-of-sixteen', lang: 'zh' })
}

async function eventsOf(...chunks: readonly string[]) {
  const bytes = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk)
  })()
  const events = []
  for await (const event of serverEvents(bytes)) events.push(event)
  return events
}

t.test('server-sent events are read across chunks, comments dropped', async (t) => {
  const whole = 'retry: 1000\n\n: \n\nid: 1\ndata: {"a":\ndata: "一"}\n\nevent: closing\ndata: bye\n\n'
  const expected = [
    { event: 'message', id: '1', data: '{"a":\n"一"}' },
    { event: 'closing', id: undefined, data: 'bye' },
  ]
  t.same(await eventsOf(whole), expected)
  const bytes = Buffer.from(whole)
  const pieces = (async function* () {
    for (const byte of bytes) yield Buffer.of(byte)
  })()
  const events = []
  for await (const event of serverEvents(pieces)) events.push(event)
  t.same(events, expected, 'also byte by byte, within a character')
})

t.test('an event that was cut off is not taken', async (t) => {
  t.same(await eventsOf('data: whole\n\n', 'data: half\n'), [
    { event: 'message', id: undefined, data: 'whole' },
  ])
})

t.test('a live stream that breaks off goes on behind the last message taken', async (t) => {
  const asked: (string | undefined)[] = []
  const client = await serve(t, (request, response) => {
    asked.push(request.headers['last-event-id'] as string | undefined)
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    if (asked.length === 1) response.end('id: c1\ndata: 1\n\nevent: closing\ndata: {}\n\n')
    else response.end('id: c2\ndata: 2\n\n')
  })
  const stop = new AbortController()
  const taken: string[] = []
  for await (const { data } of client.follow('/v1/x', {}, stop.signal)) {
    taken.push(data)
    if (taken.length === 2) break
  }
  t.same(taken, ['1', '2'])
  t.same(asked, [undefined, 'c1'])
})

t.test('a refusal is thrown with its problem, in both languages', async (t) => {
  const client = await serve(t, (_request, response) => {
    response.writeHead(404, { 'Content-Type': 'application/problem+json' })
    response.end(
      JSON.stringify({
        type: 'urn:yibiao:problem:YB_FILING_UNKNOWN',
        code: 'YB_FILING_UNKNOWN',
        title: '没有此办件',
        titleZh: '没有此办件',
        titleEn: 'No such filing',
        detail: '没有',
        detailZh: '没有',
        detailEn: 'None',
        retryable: false,
        issues: [],
      }),
    )
  })
  await t.rejects(client.get('/v1/filings/x'), {
    code: 'YB_FILING_UNKNOWN',
    problem: { title: 'No such filing', titleZh: '没有此办件' },
  })
})

t.test('the token and the language go with every request, JSON as it was given', async (t) => {
  const seen: { headers: IncomingMessage['headers']; body: string; url: string | undefined }[] = []
  const client = await serve(t, (request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      seen.push({ headers: request.headers, body, url: request.url })
      response.end('{}')
    })
  })
  await client.post('/v1/filings', '{"a": 1.50}', { 'Idempotency-Key': 'k' })
  await client.get('/v1/records', { search: '松江 &', limit: 3, after: undefined })
  t.equal(seen[0]?.headers.authorization, 'Bearer a-token-of-sixteen')
  t.equal(seen[0]?.headers['accept-language'], 'zh-CN')
  t.equal(seen[0]?.headers['idempotency-key'], 'k')
  t.equal(seen[0]?.body, '{"a": 1.50}')
  t.equal(new URL(seen[1]?.url ?? '', 'http://x').searchParams.get('search'), '松江 &')
  t.notMatch(seen[1]?.url, 'after')
})

t.test('nobody there is YB_UNREACHABLE, somebody else there is YB_UNAVAILABLE', async (t) => {
  const gone = new Client({ address: 'http://127.0.0.1:1', lang: 'en' })
  await t.rejects(gone.get('/v1/status'), { code: 'YB_UNREACHABLE' })
  const other = await serve(t, (_request, response) => {
    response.writeHead(404, { 'Content-Type': 'text/html' })
    response.end('<h1>Not found</h1>')
  })
  await t.rejects(other.get('/v1/status'), { code: 'YB_UNAVAILABLE' })
  const page = await serve(t, (_request, response) => response.end('<h1>Welcome</h1>'))
  await t.rejects(page.get('/v1/status'), { code: 'YB_UNAVAILABLE' })
  const nonsense = new Client({ address: 'not an address', lang: 'en' })
  await t.rejects(nonsense.get('/v1/status'), { code: 'YB_UNREACHABLE' })
})
