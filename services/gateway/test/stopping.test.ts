import { connect } from 'node:net'
import t from 'tap'
import { listen } from './event-source.ts'
import { exchange } from './exchange.ts'

t.test('a stop ends the live streams with a note, and can be repeated', async (t) => {
  const x = await exchange()
  t.teardown(() => x.close())
  const listener = await listen(`${x.gateway.address}/v1/feed`)
  await Promise.all([x.gateway.stop(), x.gateway.stop()])
  await listener.ended
  t.match(listener.text, /event: closing\ndata: \{"en":/)
  await t.rejects(listen(`${x.gateway.address}/v1/feed`), { code: 'ECONNREFUSED' })
})

t.test('what is under way when the stop comes is answered', async (t) => {
  const x = await exchange({ limits: { answerWait: 300 } })
  t.teardown(() => x.close())
  await x.stopLedger()
  const { makeForm } = await import('@yibiao/schemas')
  const answer = fetch(`${x.gateway.address}/v1/filings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: JSON.stringify(makeForm(1)),
  })
  await x.stream('history', 1)
  const topic = 'registration.inbound.PAB'
  for (;;) {
    const offsets = await x.bus.offsets('ledger', [topic])
    if (offsets.some((one) => one.latest > 0)) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  await x.gateway.stop()
  t.equal((await answer).status, 202)
})

t.test('a port in use is told as the system tells it', async (t) => {
  const x = await exchange()
  t.teardown(() => x.close())
  const { port } = new URL(x.gateway.address)
  const other = exchange({ port: Number(port) })
  await t.rejects(other, { code: 'EADDRINUSE' })
})

t.test('a connection that never said anything does not hold up the stop', async (t) => {
  const x = await exchange()
  t.teardown(() => x.close())
  const { hostname, port } = new URL(x.gateway.address)
  const socket = connect(Number(port), hostname)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await new Promise((resolve) => socket.once('connect', resolve))
  const began = performance.now()
  await x.gateway.stop()
  await closed
  t.ok(performance.now() - began < 5_000)
})
