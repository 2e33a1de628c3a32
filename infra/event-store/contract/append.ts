import { anyRevision, noStream } from '../event-store.ts'
import {
  appendOne,
  content,
  holds,
  mustAppend,
  newEvent,
  newEvents,
  newStream,
  openFor,
  readOwn,
  type Section,
} from './harness.ts'

/** Expected revisions, batches, and that an append is whole or nothing. */
export const appendContract: Section = async (t, options) => {
  const { store } = await openFor(t, options)

  await t.test('a first append makes the stream and says where its events are', async (t) => {
    const stream = newStream()
    const before = await store.head()
    const events = newEvents(3)
    const outcome = await mustAppend(store, stream, noStream, events)
    t.match(outcome, { status: 'appended', firstRevision: 1, lastRevision: 3, repeated: false })
    t.ok(
      Number.isSafeInteger(outcome.position) && outcome.position > before,
      'its position is after the head',
    )
    t.equal(
      (await store.readStream(stream)).at(-1)?.position,
      outcome.position,
      'it is that of the last event',
    )
    await holds(t, store, stream, events)
  })

  await t.test('an append at the exact revision goes on with the next', async (t) => {
    const stream = newStream()
    const events = newEvents(6)
    const first = await mustAppend(store, stream, 0, events.slice(0, 1))
    const second = await mustAppend(store, stream, 1, events.slice(1, 4))
    const third = await mustAppend(store, stream, 4, events.slice(4))
    t.match([second.firstRevision, second.lastRevision], [2, 4])
    t.match([third.firstRevision, third.lastRevision], [5, 6])
    t.ok(first.position < second.position && second.position < third.position, 'positions ascend')
    await holds(t, store, stream, events)
  })

  await t.test('expecting no stream where there is one is a conflict', async (t) => {
    const stream = newStream()
    const events = newEvents(2)
    await mustAppend(store, stream, noStream, events)
    const outcome = await appendOne(store, { stream, expectedRevision: noStream, events: newEvents(1) })
    t.strictSame(outcome, { status: 'conflict', actualRevision: 2 })
    await holds(t, store, stream, events)
  })

  await t.test('expecting a stream where there is none is a conflict and makes none', async (t) => {
    const stream = newStream()
    const outcome = await appendOne(store, { stream, expectedRevision: 1, events: newEvents(1) })
    t.strictSame(outcome, { status: 'conflict', actualRevision: 0 })
    t.strictSame(await store.readStream(stream), [])
    await mustAppend(store, stream, noStream, newEvents(1))
  })

  await t.test('expecting an older or a later revision is a conflict', async (t) => {
    const stream = newStream()
    const events = newEvents(5)
    await mustAppend(store, stream, noStream, events)
    for (const expectedRevision of [1, 4, 6, 1_000_000]) {
      const outcome = await appendOne(store, { stream, expectedRevision, events: newEvents(2) })
      t.strictSame(outcome, { status: 'conflict', actualRevision: 5 }, `expecting ${expectedRevision}`)
    }
    await holds(t, store, stream, events)
  })

  await t.test(
    'any revision appends to a stream that is there and to one that is not, each time anew',
    async (t) => {
      const stream = newStream()
      const event = newEvent()
      const first = await mustAppend(store, stream, anyRevision, [event])
      const second = await mustAppend(store, stream, anyRevision, [event])
      const third = await mustAppend(store, stream, anyRevision, newEvents(2))
      t.match([first, second], [{ lastRevision: 1 }, { lastRevision: 2 }])
      t.match([first.repeated, second.repeated, third.repeated], [false, false, false])
      t.match([third.firstRevision, third.lastRevision], [3, 4])
      t.equal((await store.readStream(stream)).length, 4)
    },
  )

  await t.test('a batch of no appends has no outcomes', async (t) => {
    t.strictSame(await store.append([]), [])
  })

  await t.test(
    'each append of a batch succeeds or fails alone, and the outcomes keep their order',
    async (t) => {
      const [taken, fresh, absent, loose] = [newStream(), newStream(), newStream(), newStream()]
      const kept = newEvents(2)
      await mustAppend(store, taken, noStream, kept)
      const [freshEvents, looseEvents] = [newEvents(2), newEvents(1)]
      const outcomes = await store.append([
        { stream: taken, expectedRevision: noStream, events: newEvents(1) },
        { stream: fresh, expectedRevision: noStream, events: freshEvents },
        { stream: absent, expectedRevision: 7, events: newEvents(3) },
        { stream: loose, expectedRevision: anyRevision, events: looseEvents },
        { stream: taken, expectedRevision: noStream, events: kept },
      ])
      t.match(outcomes, [
        { status: 'conflict', actualRevision: 2 },
        { status: 'appended', firstRevision: 1, lastRevision: 2, repeated: false },
        { status: 'conflict', actualRevision: 0 },
        { status: 'appended', firstRevision: 1, lastRevision: 1, repeated: false },
        { status: 'appended', firstRevision: 1, lastRevision: 2, repeated: true },
      ])
      t.equal(outcomes.length, 5)
      await holds(t, store, taken, kept)
      await holds(t, store, fresh, freshEvents)
      await holds(t, store, absent, [])
      await holds(t, store, loose, looseEvents)
    },
  )

  await t.test(
    'the events of one append stand together, and appends in the order of the batch',
    async (t) => {
      const before = await store.head()
      const streams = Array.from({ length: 20 }, newStream)
      const appends = streams.map((stream) => ({ stream, expectedRevision: noStream, events: newEvents(3) }))
      const outcomes = await store.append(appends)
      const all = await readOwn(store, streams, before)
      t.strictSame(
        all.map((event) => [event.stream, event.revision]),
        streams.flatMap((stream) => [1, 2, 3].map((revision) => [stream, revision])),
      )
      t.strictSame(
        outcomes.map((outcome) => outcome.status === 'appended' && outcome.position),
        streams.map((_, index) => all[index * 3 + 2]?.position),
      )
    },
  )

  await t.test('a batch may name one stream several times; each append sees those before it', async (t) => {
    const [stream, other] = [newStream(), newStream()]
    const [first, second, third] = [newEvents(2), newEvents(1), newEvents(2)]
    const outcomes = await store.append([
      { stream, expectedRevision: 0, events: first },
      { stream, expectedRevision: 0, events: newEvents(1) },
      { stream: other, expectedRevision: 0, events: second },
      { stream, expectedRevision: 2, events: second },
      { stream, expectedRevision: 0, events: first },
      { stream, expectedRevision: anyRevision, events: third },
      { stream, expectedRevision: 9, events: newEvents(1) },
    ])
    t.match(outcomes, [
      { status: 'appended', firstRevision: 1, lastRevision: 2, repeated: false },
      { status: 'conflict', actualRevision: 2 },
      { status: 'appended', firstRevision: 1, lastRevision: 1, repeated: false },
      { status: 'appended', firstRevision: 3, lastRevision: 3, repeated: false },
      { status: 'appended', firstRevision: 1, lastRevision: 2, repeated: true },
      { status: 'appended', firstRevision: 4, lastRevision: 5, repeated: false },
      { status: 'conflict', actualRevision: 5 },
    ])
    await holds(t, store, stream, [...first, ...second, ...third])
  })

  await t.test('a stream whose first append of a batch failed can be made by the second', async (t) => {
    const stream = newStream()
    const events = newEvents(1)
    const outcomes = await store.append([
      { stream, expectedRevision: 3, events: newEvents(1) },
      { stream, expectedRevision: 0, events },
    ])
    t.match(outcomes, [
      { status: 'conflict', actualRevision: 0 },
      { status: 'appended', lastRevision: 1 },
    ])
    await holds(t, store, stream, events)
  })

  await t.test('a batch of conflicts only stores nothing and moves no head', async (t) => {
    const stream = newStream()
    const before = await store.head()
    await store.append([{ stream, expectedRevision: 1, events: newEvents(2) }])
    t.strictSame(await readOwn(store, [stream], before), [])
  })

  await t.test('one event id may stand in two streams', async (t) => {
    const streams = [newStream(), newStream()]
    const event = newEvent()
    for (const stream of streams) await mustAppend(store, stream, noStream, [event])
    for (const stream of streams) t.match((await store.readStream(stream)).map(content), [{ id: event.id }])
  })
}
