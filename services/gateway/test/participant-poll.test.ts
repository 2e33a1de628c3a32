import t from 'tap'
import { exchange, token } from './exchange.ts'

const x = await exchange({ limits: { connectionTimeout: 1_000, polls: 1 } })
t.teardown(() => x.close())
const headers = { authorization: `Bearer ${token('TAX')}` }
const poll = (query: string, signal?: AbortSignal) =>
  fetch(`${x.gateway.address}/v1/participants/TAX/feed${query}`, { headers, ...(signal ? { signal } : {}) })

t.test('a wait longer than a connection may be silent ends with an answer', async (t) => {
  const began = performance.now()
  const answer = await poll('?wait=2')
  t.equal(answer.status, 200)
  t.ok(performance.now() - began >= 1_900)
  t.match(await answer.json(), { messages: [], next: 0 })
})

t.test('a client that goes away waits no more', async (t) => {
  const leaving = new AbortController()
  const gone = poll('?wait=60', leaving.signal).catch((error: Error) => error.name)
  const busy = async (): Promise<boolean> => {
    const answer = await poll('?wait=1')
    await answer.body?.cancel()
    return answer.status === 503
  }
  while (!(await busy()));
  leaving.abort()
  t.equal(await gone, 'AbortError')
  while (await busy());
  t.pass('and there is room again')
})
