import t from 'tap'
import {
  content,
  mustAppend,
  newEvent,
  newEvents,
  newStream,
  take,
  takeUntilCaughtUp,
} from '../contract/harness.ts'
import type { EventStore, Subscription, SubscriptionBatch } from '../index.ts'
import { foreignEvents, openOnDouble } from './fixtures/eventstoredb.ts'

/** Reads on until a batch is as it should be. */
async function until(subscription: Subscription, isSo: (batch: SubscriptionBatch) => boolean) {
  for (;;) {
    const { done, value } = await subscription.next()
    if (done) throw new Error('the subscription ended')
    if (isSo(value)) return value
  }
}

async function fill(store: EventStore, stream: string, from: number, to: number): Promise<void> {
  for (let revision = from; revision < to; revision += 10) {
    await mustAppend(store, stream, revision, newEvents(10))
  }
}

const revisions = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

t.test('a subscription that loses its connection in the middle skips and repeats nothing', async (t) => {
  const { double, store } = await openOnDouble(t)
  const stream = newStream()
  await fill(store, stream, 0, 500)
  const subscription = store.subscribe({ after: 0, batchSize: 7 })
  const seen: number[] = []
  for (let batches = 1; seen.length < 500; batches++) {
    const { value } = await subscription.next()
    for (const event of value?.events ?? []) seen.push(event.revision)
    if (batches % 20 === 0) await double.restart()
  }
  t.strictSame(seen, revisions(500))
  await subscription.return?.()
})

t.test('a live subscription goes on after its server was away, with what came meanwhile', async (t) => {
  const { double, store } = await openOnDouble(t)
  const stream = newStream()
  await fill(store, stream, 0, 10)
  const subscription = store.subscribe({ after: 0 })
  await takeUntilCaughtUp(subscription, [stream])
  const seen = take(subscription, [stream], 40)
  for (let revision = 10; revision < 50; revision += 10) {
    double.stop()
    await double.start()
    // The first call after an outage may still find the old connection.
    await fill(store, stream, revision, revision + 10).catch(() =>
      fill(store, stream, revision, revision + 10),
    )
  }
  t.strictSame(
    (await seen).map((event) => event.revision),
    revisions(50).slice(10),
  )
  await subscription.return?.()
})

t.test('a subscription follows a change of leader from where it was', async (t) => {
  const { double: next } = await openOnDouble(t)
  const { double: first, store } = await openOnDouble(t)
  const stream = newStream()
  await fill(store, stream, 0, 20)
  // What replication would have done: both logs hold the same.
  for (const { stream, ...event } of first.log.records.slice(1)) next.log.append(stream, 'any', [event])
  const subscription = store.subscribe({ after: 0 })
  await takeUntilCaughtUp(subscription, [stream])
  first.faults.leader = { host: '127.0.0.1', port: next.port }
  first.stop()
  await first.start()
  next.log.append(`yibiao.${stream}`, 19, [
    { ...newEvent(), contentType: '', data: new Uint8Array(1), metadata: new Uint8Array(0) },
  ])
  const [event] = await take(subscription, [stream], 1)
  t.equal(event?.revision, 21)
  await subscription.return?.()
})

t.test('a subscription whose server falls silent is opened anew', async (t) => {
  const { double, store } = await openOnDouble(t, { deadline: 100 })
  const stream = newStream()
  const subscription = store.subscribe({ after: 0 })
  await takeUntilCaughtUp(subscription, [])
  double.faults.hangs = true
  const next = take(subscription, [stream], 1)
  await t.rejects(store.head(), { code: 'YB_STORE_UNAVAILABLE' })
  double.faults.hangs = false
  await mustAppend(store, stream, 0, newEvents(1))
  t.equal((await next).length, 1)
  await subscription.return?.()
})

t.test('the streams of others are not ours, and neither are those of the server', async (t) => {
  const { double, store } = await openOnDouble(t)
  const stream = newStream()
  await foreignEvents(double, 'other-1', 20)
  await fill(store, stream, 0, 10)
  await foreignEvents(double, stream, 20)
  await fill(store, stream, 10, 20)
  double.log.delete('other-1')
  const own = await store.readStream(stream)
  t.strictSame(
    own.map((event) => event.revision),
    revisions(20),
  )
  t.strictSame(await store.readAll({ limit: 20 }), own)
  t.strictSame(await store.readAll({ limit: 10_000 }), own)
  const subscription = store.subscribe({ after: 0 })
  t.strictSame((await takeUntilCaughtUp(subscription, [stream])).map(content), own.map(content))
  await subscription.return?.()
  t.match(await store.verify(), { events: 20, head: own.at(-1)?.position, faults: [] })
  t.equal(await store.head(), double.log.records.at(-1)?.position, 'the head is that of the whole log')
})

t.test('two prefixes on one server see each other in nothing', async (t) => {
  const { store, double } = await openOnDouble(t, { streamPrefix: 'a.' })
  const { openEventStoreDb } = await import('../eventstoredb/index.ts')
  const other = await openEventStoreDb({ url: double.url, streamPrefix: 'b.' })
  t.teardown(() => other.close())
  const stream = newStream()
  await mustAppend(store, stream, 0, newEvents(2))
  t.strictSame(await other.readStream(stream), [])
  t.strictSame(await other.readAll(), [])
  await mustAppend(other, stream, 0, newEvents(3))
  t.equal((await store.readAll()).length, 2)
})

t.test('while nothing is ours the checkpoint advances, before and after catching up', async (t) => {
  const { double, store } = await openOnDouble(t, { checkpointInterval: 100 })
  await foreignEvents(double, 'other', 1_050)
  const subscription = store.subscribe({ after: 0 })
  const positions: number[] = []
  const caughtUp = await until(subscription, (batch) => {
    positions.push(batch.position)
    t.equal(batch.events.length, 0)
    return batch.caughtUp
  })
  t.ok(positions.length >= 10, `${positions.length} checkpoints on the way`)
  t.strictSame(
    positions,
    positions.toSorted((a, b) => a - b),
  )
  // The last few of the others' events fill no interval, and still are passed.
  const first = await store.head()
  t.ok(caughtUp.position <= first)
  await until(subscription, ({ position }) => position === first)
  await foreignEvents(double, 'other', 3)
  const second = await store.head()
  await until(subscription, ({ position }) => position === second)
  const stream = newStream()
  await mustAppend(store, stream, 0, newEvents(1))
  t.equal((await take(subscription, [stream], 1)).length, 1, 'and what is ours comes after it')
  await subscription.return?.()
})

t.test('a checkpoint on the events of others is a place to go on from', async (t) => {
  const { double, store } = await openOnDouble(t, { checkpointInterval: 10 })
  await foreignEvents(double, 'other', 15)
  const stream = newStream()
  await fill(store, stream, 0, 10)
  await foreignEvents(double, 'other', 15)
  await fill(store, stream, 10, 20)
  const seen: number[] = []
  for (let [position, caughtUp] = [0, false]; !caughtUp; ) {
    const subscription: Subscription = store.subscribe({ after: position, batchSize: 3 })
    const { value } = await subscription.next()
    for (const event of value.events) seen.push(event.revision)
    position = value.position
    caughtUp = value.caughtUp
    await subscription.return?.()
  }
  t.strictSame(seen, revisions(20))
})

t.test('a position at which no event begins is answered all the same', async (t) => {
  const { store } = await openOnDouble(t)
  const stream = newStream()
  await fill(store, stream, 0, 10)
  const [third, fourth] = (await store.readStream(stream)).slice(2)
  const between = (third?.position ?? 0) + 1
  t.strictSame(await store.readAll({ after: between, limit: 1 }), [fourth])
  const subscription = store.subscribe({ after: between })
  t.strictSame((await takeUntilCaughtUp(subscription, [stream]))[0], fourth)
  await subscription.return?.()
})

t.test('the server is read only as far as somebody reads', async (t) => {
  const { double, store } = await openOnDouble(t)
  const stream = newStream()
  for (let revision = 0; revision < 200; revision += 10) {
    const events = Array.from({ length: 10 }, () => newEvent(new Uint8Array(100_000)))
    await mustAppend(store, stream, revision, events)
  }
  const subscription = store.subscribe({ after: 0, batchSize: 1 })
  await subscription.next()
  const sent = double.sent
  // Whatever can be sent without being read has been when these are answered.
  for (let n = 0; n < 100; n++) await store.head()
  const ahead = double.sent - sent
  t.ok(ahead < 150, `${ahead} events ahead of the reader, of 199`)
  t.equal((await take(subscription, [stream], 199)).length, 199)
  await subscription.return?.()
})
