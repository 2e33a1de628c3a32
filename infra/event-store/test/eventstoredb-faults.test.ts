import t from 'tap'
import { appendOne, holds, mustAppend, newEvent, newEvents, newStream, refuses } from '../contract/harness.ts'
import { openEventStoreDb } from '../eventstoredb/index.ts'
import type { EventStore } from '../index.ts'
import { EventStoreDbDouble } from './eventstoredb-double/index.ts'
import { openOnDouble } from './fixtures/eventstoredb.ts'

const calls: Record<string, (store: EventStore) => unknown> = {
  append: (store) => store.append([{ stream: newStream(), expectedRevision: 0, events: newEvents(1) }]),
  'append anywhere': (store) =>
    store.append([{ stream: newStream(), expectedRevision: 'any', events: newEvents(1) }]),
  readStream: (store) => store.readStream('a'),
  readAll: (store) => store.readAll(),
  head: (store) => store.head(),
  verify: (store) => store.verify(),
}

/** Fails unless the call ends with an error that may be answered by repeating it. */
async function isUnavailable(t: Tap, call: () => unknown, what: string): Promise<void> {
  await t.rejects(async () => await call(), { code: 'YB_STORE_UNAVAILABLE', retryable: true }, what)
}
type Tap = Parameters<typeof refuses>[0]

t.test('opening a store whose server does not answer fails with a code, and says no password', async (t) => {
  const double = new EventStoreDbDouble()
  await double.start()
  double.stop()
  const url = `esdb://yibiao:t0psecret@127.0.0.1:${double.port}?tls=false`
  const error = await openEventStoreDb({ url, deadline: 2_000 }).catch((thrown: unknown) => thrown)
  t.match(error, { code: 'YB_STORE_UNAVAILABLE', retryable: true, message: /Repeat it/ })
  t.notMatch(String(error), /t0psecret/)
})

t.test('opening a store whose server takes calls and is silent fails after the deadline', async (t) => {
  const { double } = await openOnDouble(t)
  double.faults.hangs = true
  await isUnavailable(t, () => openEventStoreDb({ url: double.url, deadline: 100 }), 'open')
})

t.test('while the server is away every call fails with a code, and afterwards they work again', async (t) => {
  const { double, store } = await openOnDouble(t)
  const [stream, events] = [newStream(), newEvents(3)]
  await mustAppend(store, stream, 0, events)
  double.stop()
  for (const [name, call] of Object.entries(calls)) await isUnavailable(t, () => call(store), name)
  await double.start()
  await holds(t, store, stream, events)
  t.match(await mustAppend(store, stream, 3, newEvents(1)), { lastRevision: 4, repeated: false })
})

t.test('a call that nobody answers fails at its deadline', async (t) => {
  const { double, store } = await openOnDouble(t, { deadline: 100 })
  double.faults.hangs = true
  for (const [name, call] of Object.entries(calls)) await isUnavailable(t, () => call(store), name)
})

t.test(
  'a batch of which one append fails is answered as a whole, with what was stored found again',
  async (t) => {
    const { double, store } = await openOnDouble(t)
    const appends = Array.from({ length: 100 }, () => ({
      stream: newStream(),
      expectedRevision: 0,
      events: newEvents(1),
    }))
    const pending = store.append(appends)
    setImmediate(() => double.stop())
    await isUnavailable(t, () => pending, 'the batch')
    await double.start()
    const outcomes = await store.append(appends)
    t.ok(outcomes.every((outcome) => outcome.status === 'appended' && outcome.lastRevision === 1))
    for (const { stream, events } of appends) await holds(t, store, stream, events)
  },
)

t.test('an append whose answer was lost is found when it is repeated', async (t) => {
  const { double, store } = await openOnDouble(t)
  const [stream, events] = [newStream(), newEvents(2)]
  double.faults.losesAnswers = true
  await isUnavailable(t, () => mustAppend(store, stream, 0, events), 'the first')
  double.faults.losesAnswers = false
  t.match(await mustAppend(store, stream, 0, events), { lastRevision: 2, repeated: true })
  await holds(t, store, stream, events)
})

t.test('a slow server is waited for, by many appends at once and not one after another', async (t) => {
  const { double, store } = await openOnDouble(t, { deadline: 10_000 })
  double.faults.appendDelay = 500
  const streams = Array.from({ length: 30 }, newStream)
  const start = performance.now()
  const outcomes = await store.append(
    streams.map((stream) => ({ stream, expectedRevision: 0, events: newEvents(1) })),
  )
  t.ok(outcomes.every((outcome) => outcome.status === 'appended'))
  t.ok(performance.now() - start < 30 * 500 * 0.5, 'in less than half the time of one after another')
})

t.test('an append slower than the deadline is refused, and found when it is repeated', async (t) => {
  const { double, store } = await openOnDouble(t, { deadline: 200 })
  const [stream, event] = [newStream(), newEvent()]
  double.faults.appendDelay = 400
  await isUnavailable(t, () => mustAppend(store, stream, 0, [event]), 'the first')
  double.faults.appendDelay = 0
  const stored = new Promise<void>((resolve) => {
    const stop = double.log.listen(() => {
      stop()
      resolve()
    })
  })
  await stored
  t.match(await mustAppend(store, stream, 0, [event]), { lastRevision: 1, repeated: true })
})

t.test('a node that is not the leader sends the store to the leader', async (t) => {
  const { double: leader } = await openOnDouble(t)
  const { double: follower } = await openOnDouble(t)
  follower.faults.leader = { host: '127.0.0.1', port: leader.port }
  const store = await openEventStoreDb({ url: follower.url })
  t.teardown(() => store.close())
  const stream = newStream()
  await mustAppend(store, stream, 0, newEvents(1))
  t.ok(leader.log.records.some((record) => record.stream.endsWith(stream)))
})

t.test('after a change of leader the first call fails and the next is answered by the new one', async (t) => {
  const { double: next } = await openOnDouble(t)
  const { double: first, store } = await openOnDouble(t)
  const stream = newStream()
  await mustAppend(store, stream, 0, newEvents(1))
  first.faults.leader = { host: '127.0.0.1', port: next.port }
  await isUnavailable(t, () => mustAppend(store, stream, 1, newEvents(1)), 'the first call')
  // The double does not replicate: the new leader knows nothing of the stream.
  const outcome = await appendOne(store, { stream, expectedRevision: 1, events: newEvents(1) })
  t.strictSame(outcome, { status: 'conflict', actualRevision: 0 })
})

t.test('what exceeds the limit of the server is refused and said to be so, and spoils nothing', async (t) => {
  const { double, store } = await openOnDouble(t)
  double.faults.maxAppendSize = 10_000
  const [large, small] = [newStream(), newStream()]
  const events = [newEvent(new Uint8Array(20_000))]
  await refuses(t, () => mustAppend(store, large, 0, events), 'YB_STORE_USAGE', 'too large')
  await t.rejects(mustAppend(store, large, 0, events), { retryable: false, message: /MaxAppendSize/ })
  await mustAppend(store, small, 0, newEvents(1))
  t.strictSame(await store.readStream(large), [])
})

t.test('a stream that somebody deleted in the server shows as damage', async (t) => {
  const { double, store } = await openOnDouble(t)
  const [tombstoned, truncated] = [newStream(), newStream()]
  for (const stream of [tombstoned, truncated]) await mustAppend(store, stream, 0, newEvents(2))
  double.log.tombstone(`yibiao.${tombstoned}`)
  double.log.delete(`yibiao.${truncated}`)
  await refuses(t, () => mustAppend(store, tombstoned, 2, newEvents(1)), 'YB_STORE_DAMAGED', 'append')
  await refuses(t, () => store.readStream(tombstoned), 'YB_STORE_DAMAGED', 'read')
  // The server lets a deleted stream begin anew, but goes on counting where it was.
  await refuses(t, () => mustAppend(store, truncated, 0, newEvents(1)), 'YB_STORE_DAMAGED', 'begin anew')
})
