import type { Subscription } from '../event-store.ts'
import {
  mustAppend,
  newEvent,
  newEvents,
  newStream,
  openFor,
  readOwn,
  type Section,
  take,
  takeUntilCaughtUp,
} from './harness.ts'

/** Catching up, going on, the caught-up marker, and consumers of every kind. */
export const subscribeContract: Section = async (t, options) => {
  const { store } = await openFor(t, options)
  const ended = { done: true, value: undefined }

  async function subscribeAtHead(t: { teardown(end: () => unknown): void }, signal?: AbortSignal) {
    const subscription = store.subscribe({ after: await store.head(), ...(signal && { signal }) })
    t.teardown(() => subscription.return?.())
    return subscription
  }

  await t.test('it catches up from a position in batches, and says when it has', async (t) => {
    const before = await store.head()
    const stream = newStream()
    await mustAppend(store, stream, 0, newEvents(25))
    const subscription = store.subscribe({ after: before, batchSize: 10 })
    const expected = await readOwn(store, [stream], before)
    const seen = []
    for (let caughtUp = false; !caughtUp; ) {
      const { value } = await subscription.next()
      t.ok(value.events.length <= 10, 'a batch is no larger than asked for')
      if (value.events.length > 0) t.equal(value.position, value.events.at(-1)?.position)
      seen.push(...value.events)
      caughtUp = value.caughtUp
    }
    t.strictSame(seen, expected)
    t.strictSame(await subscription.return?.(), ended)
  })

  await t.test('with nothing to deliver it says at once that it has caught up, and where', async (t) => {
    const after = await store.head()
    const subscription = store.subscribe({ after })
    const { done, value } = await subscription.next()
    t.notOk(done)
    t.strictSame(value, { events: [], position: after, caughtUp: true })
    await subscription.return?.()
  })

  await t.test(
    'it goes on with what is appended afterwards, and says again that it has caught up',
    async (t) => {
      const subscription = await subscribeAtHead(t)
      const stream = newStream()
      await takeUntilCaughtUp(subscription, [stream])
      for (let revision = 0; revision < 50; revision++) {
        const waiting = takeUntilCaughtUp(subscription, [stream])
        const { position } = await mustAppend(store, stream, revision, newEvents(1))
        const seen = await waiting
        t.strictSame(
          seen.map((event) => event.position),
          [position],
        )
      }
    },
  )

  await t.test('no append is missed, whenever it comes between two reads', async (t) => {
    const subscription = await subscribeAtHead(t)
    const streams = Array.from({ length: 200 }, newStream)
    const seen = take(subscription, streams, streams.length)
    for (const stream of streams) {
      // Sometimes in the same turn, sometimes after the reader has had one or two.
      for (let turns = streams.indexOf(stream) % 3; turns > 0; turns--) await new Promise(setImmediate)
      void store.append([{ stream, expectedRevision: 0, events: newEvents(1) }])
    }
    const found = await seen
    t.strictSame(
      found.map((event) => event.stream),
      streams,
    )
  })

  await t.test('it starts in the middle, after exactly the position given', async (t) => {
    const stream = newStream()
    await mustAppend(store, stream, 0, newEvents(10))
    const events = await store.readStream(stream)
    const subscription = store.subscribe({ after: events[3]!.position })
    t.strictSame(await takeUntilCaughtUp(subscription, [stream]), events.slice(4))
    await subscription.return?.()
  })

  await t.test('from position 0 it delivers everything', async (t) => {
    const stream = newStream()
    await mustAppend(store, stream, 0, newEvents(3))
    const subscription = store.subscribe({ after: 0, batchSize: 10_000 })
    t.strictSame(await takeUntilCaughtUp(subscription, [stream]), await store.readStream(stream))
    await subscription.return?.()
  })

  await t.test(
    'the position of a batch is a checkpoint: going on from it, nothing is missed or repeated',
    async (t) => {
      const before = await store.head()
      const stream = newStream()
      await mustAppend(store, stream, 0, newEvents(30))
      const seen = []
      for (let [position, caughtUp] = [before, false]; !caughtUp; ) {
        const subscription: Subscription = store.subscribe({ after: position, batchSize: 7 })
        const { value } = await subscription.next()
        seen.push(...value.events.filter((event: { stream: string }) => event.stream === stream))
        position = value.position
        caughtUp = value.caughtUp
        await subscription.return?.()
      }
      t.strictSame(seen, await store.readStream(stream))
    },
  )

  await t.test('two subscribers at their own pace both see everything', async (t) => {
    const before = await store.head()
    const stream = newStream()
    const [fast, slow] = [
      store.subscribe({ after: before, batchSize: 1 }),
      store.subscribe({ after: before }),
    ]
    const live = take(fast, [stream], 40)
    for (let revision = 0; revision < 40; revision += 4)
      await mustAppend(store, stream, revision, newEvents(4))
    const expected = await store.readStream(stream)
    t.strictSame(await live, expected)
    t.strictSame(await takeUntilCaughtUp(slow, [stream]), expected)
    await Promise.all([fast.return?.(), slow.return?.()])
  })

  await t.test('a slow consumer holds nobody up, and gets it all when it comes back', async (t) => {
    const before = await store.head()
    const stream = newStream()
    const subscription = store.subscribe({ after: before, batchSize: 3 })
    await mustAppend(store, stream, 0, newEvents(3))
    const first = await take(subscription, [stream], 3)
    for (let revision = 3; revision < 303; revision += 50)
      await mustAppend(store, stream, revision, newEvents(50))
    const rest = await take(subscription, [stream], 300)
    t.strictSame([...first, ...rest], await store.readStream(stream, { limit: 1_000 }))
    await subscription.return?.()
  })

  await t.test('a consumer that vanishes holds nobody up', async (t) => {
    const stream = newStream()
    // One has taken a batch and never comes back, one never asked at all.
    const vanished = await subscribeAtHead(t)
    await subscribeAtHead(t)
    await vanished.next()
    for (let revision = 0; revision < 100; revision += 5)
      await mustAppend(store, stream, revision, newEvents(5))
    t.equal((await store.readStream(stream)).length, 100)
  })

  await t.test('several `next` at once are answered in turn', async (t) => {
    const before = await store.head()
    const stream = newStream()
    await mustAppend(store, stream, 0, newEvents(6))
    const subscription = store.subscribe({ after: before, batchSize: 2 })
    const results = await Promise.all([subscription.next(), subscription.next(), subscription.next()])
    t.strictSame(
      results.flatMap(({ value }) => value.events),
      await store.readStream(stream),
    )
    await subscription.return?.()
  })

  await t.test('leaving a loop ends it', async (t) => {
    const subscription = await subscribeAtHead(t)
    for await (const batch of subscription) {
      t.equal(batch.caughtUp, true)
      break
    }
    t.strictSame(await subscription.next(), ended)
  })

  await t.test('`return` ends a consumer that waits', async (t) => {
    const subscription = await subscribeAtHead(t)
    await takeUntilCaughtUp(subscription, [])
    const waiting = subscription.next()
    t.strictSame(await subscription.return?.(), ended)
    t.strictSame(await waiting, ended)
    t.strictSame(await subscription.next(), ended)
    t.strictSame(await subscription.return?.(), ended, 'and may be repeated')
  })

  await t.test('`return` before the first `next` ends it', async (t) => {
    const subscription = await subscribeAtHead(t)
    t.strictSame(await subscription.return?.(), ended)
    t.strictSame(await subscription.next(), ended)
  })

  await t.test('the signal ends a consumer that waits, without an error', async (t) => {
    const abort = new AbortController()
    const subscription = await subscribeAtHead(t, abort.signal)
    await takeUntilCaughtUp(subscription, [])
    const waiting = subscription.next()
    abort.abort()
    t.strictSame(await waiting, ended)
    t.strictSame(await subscription.next(), ended)
  })

  await t.test('the signal ends a loop in the middle of catching up', async (t) => {
    const before = await store.head()
    await mustAppend(store, newStream(), 0, newEvents(20))
    const abort = new AbortController()
    let batches = 0
    for await (const _ of store.subscribe({ after: before, batchSize: 2, signal: abort.signal })) {
      batches++
      if (batches === 3) abort.abort()
    }
    t.equal(batches, 3)
  })

  await t.test('a signal given already aborted ends it before it begins', async (t) => {
    const subscription = store.subscribe({ after: 0, signal: AbortSignal.abort() })
    t.strictSame(await subscription.next(), ended)
  })

  await t.test('large events do not make a batch lose any', async (t) => {
    const before = await store.head()
    const stream = newStream()
    for (let revision = 0; revision < 12; revision++) {
      await mustAppend(store, stream, revision, [newEvent(new Uint8Array(500_000).fill(revision))])
    }
    const subscription = store.subscribe({ after: before, batchSize: 100 })
    const seen = await takeUntilCaughtUp(subscription, [stream])
    t.strictSame(
      seen.map((event) => [event.revision, event.data.length, event.data[0]]),
      Array.from({ length: 12 }, (_, index) => [index + 1, 500_000, index]),
    )
    await subscription.return?.()
  })
}
