import type { EventStore } from '../event-store.ts'
import {
  appendOne,
  holds,
  mustAppend,
  newEvents,
  newStream,
  openFor,
  readOwn,
  refuses,
  type Section,
  takeUntilCaughtUp,
} from './harness.ts'

/** Opening again, closing, crashing, verifying. */
export const lifecycleContract: Section = async (t, options) => {
  await t.test('what was stored is there after opening again, and goes on', async (t) => {
    const { store, reopen } = await openFor(t, options)
    const before = await store.head()
    const [stream, other] = [newStream(), newStream()]
    const events = newEvents(8)
    const first = await mustAppend(store, stream, 0, events.slice(0, 5))
    await mustAppend(store, other, 0, newEvents(5))
    const all = await readOwn(store, [stream, other], before)
    const again = await reopen()
    t.strictSame(await readOwn(again, [stream, other], before), all)
    t.strictSame(await mustAppend(again, stream, 0, events.slice(0, 5)), { ...first, repeated: true })
    const last = all.at(-1)
    t.match(await mustAppend(again, stream, 5, events.slice(5)), { firstRevision: 6, lastRevision: 8 })
    const [next] = (await readOwn(again, [stream], last?.position ?? 0)).slice(0, 1)
    t.ok(next && last && next.position > last.position, 'positions go on ascending')
    await holds(t, again, stream, events)
  })

  await t.test('a subscription goes on from its checkpoint after opening again', async (t) => {
    const { store, reopen } = await openFor(t, options)
    const stream = newStream()
    const { position } = await mustAppend(store, stream, 0, newEvents(2))
    await mustAppend(store, stream, 2, newEvents(3))
    const again = await reopen()
    const subscription = again.subscribe({ after: position })
    const seen = await takeUntilCaughtUp(subscription, [stream])
    t.strictSame(
      seen.map((event) => event.revision),
      [3, 4, 5],
    )
    await subscription.return?.()
  })

  await t.test('closing waits for the appends under way, and each gets its answer', async (t) => {
    const { store, reopen } = await openFor(t, options)
    const streams = Array.from({ length: 20 }, newStream)
    const appends = streams.map((stream) =>
      appendOne(store, { stream, expectedRevision: 0, events: newEvents(2) }),
    )
    const [outcomes] = await Promise.all([Promise.all(appends), store.close()])
    t.ok(outcomes.every((outcome) => outcome.status === 'appended'))
    const again = await reopen()
    for (const stream of streams) t.equal((await again.readStream(stream)).length, 2)
  })

  await t.test('closing ends subscriptions without an error, waiting or not', async (t) => {
    const { store } = await openFor(t, options)
    const after = await store.head()
    const [waiting, idle, untouched] = [1, 2, 3].map(() => store.subscribe({ after }))
    await takeUntilCaughtUp(waiting!, [])
    await idle!.next()
    const pending = waiting!.next()
    await store.close()
    const ended = { done: true, value: undefined }
    t.strictSame(await pending, ended)
    t.strictSame(await idle!.next(), ended)
    t.strictSame(await untouched!.next(), ended)
    t.strictSame(await waiting!.return?.(), ended)
  })

  await t.test('a closed store refuses every call, and may be closed again', async (t) => {
    const { store } = await openFor(t, options)
    await Promise.all([store.close(), store.close()])
    await store.close()
    const calls: Record<string, (store: EventStore) => unknown> = {
      append: (closed) => closed.append([{ stream: newStream(), expectedRevision: 0, events: newEvents(1) }]),
      readStream: (closed) => closed.readStream(newStream()),
      readAll: (closed) => closed.readAll(),
      head: (closed) => closed.head(),
      subscribe: (closed) => closed.subscribe({ after: 0 }),
      verify: (closed) => closed.verify(),
    }
    for (const [name, call] of Object.entries(calls)) {
      await refuses(t, () => call(store), 'YB_STORE_CLOSED', name)
    }
  })

  await t.test('a sound store verifies, and says how far it is', async (t) => {
    const { store } = await openFor(t, options)
    for (let round = 0; round < 3; round++) await mustAppend(store, newStream(), 0, newEvents(400))
    const { position } = await mustAppend(store, newStream(), 0, newEvents(1))
    const progress: number[] = []
    const report = await store.verify((done) => progress.push(done))
    t.strictSame(report.faults, [])
    t.ok(report.events >= 1_201, 'it has read every event')
    t.ok(report.head >= position, 'up to the head')
    t.ok(progress.length > 0 && progress.every((done, index) => done >= (progress[index - 1] ?? 0)))
  })

  await t.test('appends go on during a verification and do not disturb it', async (t) => {
    const { store } = await openFor(t, options)
    const streams = Array.from({ length: 5 }, newStream)
    await store.append(streams.map((stream) => ({ stream, expectedRevision: 0, events: newEvents(300) })))
    const verified = store.verify()
    for (let revision = 300; revision < 400; revision += 10) {
      await store.append(
        streams.map((stream) => ({ stream, expectedRevision: revision, events: newEvents(10) })),
      )
    }
    t.strictSame((await verified).faults, [])
    t.strictSame((await store.verify()).faults, [])
  })

  await t.test('what was acknowledged is there after a crash, whole', async (t) => {
    const { store, crash } = await openFor(t, options)
    if (!crash || !store.capabilities.durable) return t.comment('not for this adapter')
    const streams = Array.from({ length: 10 }, newStream)
    const events = newEvents(7)
    for (const stream of streams) await mustAppend(store, stream, 0, events)
    const survivor = await crash()
    for (const stream of streams) await holds(t, survivor, stream, events)
    t.strictSame((await survivor.verify()).faults, [])
    t.match(await mustAppend(survivor, streams[0]!, 0, events), { repeated: true })
    t.match(await mustAppend(survivor, streams[0]!, 7, newEvents(1)), { lastRevision: 8 })
  })
}
