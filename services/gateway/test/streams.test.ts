import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { createMetrics, silentLogger } from '@yibiao/telemetry'
import { fastify } from 'fastify'
import t, { type Test } from 'tap'
import { defaultLimits } from '../index.ts'
import type { Frame, Line } from '../src/live/line.ts'
import { Streams } from '../src/live/streams.ts'

const frame: Frame = { at: 1, bytes: Buffer.from(`data: "${'x'.repeat(65_536)}"\n\n`) }

interface More {
  readonly beforeSending?: () => Promise<void>
  readonly slowClient?: number
}

/** A server with one live line. */
async function server(t: Test, follow: Line['follow'], more: More = {}) {
  const { beforeSending, slowClient = 10_000 } = more
  const metrics = createMetrics()
  const gauge = metrics.gauge('yibiao_gateway_streams')
  const limits = { ...defaultLimits, slowClient, heartbeat: 50, streamBuffer: 131_072 }
  const streams = new Streams({ limits, logger: silentLogger(), gauge })
  let ended = (): void => undefined
  const end = new Promise<void>((resolve) => {
    ended = resolve
  })
  const line: Line = { kind: 'exchange', end: async () => 0, follow }
  const one = fastify()
  one.get('/', async (_request, reply) => {
    streams.open(reply, { line, after: 0, ended, ...(beforeSending ? { beforeSending } : {}) })
    return reply
  })
  await one.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(async () => {
    await streams.stop()
    await one.close()
  })
  const { port } = one.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  t.teardown(() => socket.destroy())
  socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
  return { streams, socket, end, metrics }
}

async function textOf(socket: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const part of socket) text += String(part)
  return text
}

t.test('a client that takes nothing is cut off; no more is made than its buffers hold', async (t) => {
  let made = 0
  const endless: Line['follow'] = async function* (_after, signal) {
    while (!signal.aborted) {
      made += 1
      yield [frame]
    }
  }
  const { socket, end, streams } = await server(t, endless, { slowClient: 100 })
  socket.pause()
  await end
  t.equal(streams.count, 0)
  t.ok(made < 1_000, `${made} frames were made`)
  const text = await textOf(socket)
  t.match(text, /event: cut-off\ndata: \{"en":.*"zh":/)
})

t.test('a client that takes what it gets is not cut off, however much it is', async (t) => {
  const { socket, end } = await server(t, async function* (_after, signal) {
    for (let made = 0; made < 200 && !signal.aborted; made += 1) yield [frame]
  })
  const text = textOf(socket)
  await end
  socket.end()
  const whole = await text
  t.equal(whole.split('data: "').length - 1, 200)
  t.notMatch(whole, 'cut-off')
})

t.test('a stream that breaks inside says so, and one whose client went ends', async (t) => {
  const broken = await server(t, async function* () {
    yield [frame]
    throw new Error('broken')
  })
  t.match(await textOf(broken.socket), 'event: failed')
  const left = await server(t, async function* (_after, signal) {
    yield [frame]
    await once(signal, 'abort')
  })
  t.equal(left.streams.count, 0)
  await once(left.socket, 'data')
  t.match(await left.metrics.text(), 'yibiao_gateway_streams 1')
  left.socket.destroy()
  await left.end
  t.match(await left.metrics.text(), 'yibiao_gateway_streams 0')
})

t.test('what cannot be put on record is not shown', async (t) => {
  const { socket } = await server(
    t,
    async function* () {
      yield [frame]
    },
    { beforeSending: () => Promise.reject(new Error('the bus is down')) },
  )
  const text = await textOf(socket)
  t.notMatch(text, 'xxxx')
  t.match(text, 'event: failed')
})
