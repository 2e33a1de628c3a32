import type { EventToAppend } from '../event-store.ts'
import {
  appendOne,
  holds,
  mustAppend,
  newEvent,
  newEvents,
  newStream,
  openFor,
  type Section,
} from './harness.ts'

/** What makes an append the repetition of an earlier one, and what makes it a conflict. */
export const repeatContract: Section = async (t, options) => {
  const { store } = await openFor(t, options)

  /** A stream of five events: two, two and one. */
  async function prepared(): Promise<{ stream: string; events: EventToAppend[] }> {
    const stream = newStream()
    const events = newEvents(5)
    await mustAppend(store, stream, 0, events.slice(0, 2))
    await mustAppend(store, stream, 2, events.slice(2, 4))
    await mustAppend(store, stream, 4, events.slice(4))
    return { stream, events }
  }

  await t.test('repeating an append gives the first outcome and stores nothing, however often', async (t) => {
    const stream = newStream()
    const events = newEvents(3)
    const first = await mustAppend(store, stream, 0, events)
    for (let round = 0; round < 3; round++) {
      t.strictSame(await mustAppend(store, stream, 0, events), { ...first, repeated: true })
    }
    await holds(t, store, stream, events)
  })

  await t.test('an append is recognised after others have followed it', async (t) => {
    const { stream, events } = await prepared()
    const middle = await mustAppend(store, stream, 2, events.slice(2, 4))
    t.match(middle, { firstRevision: 3, lastRevision: 4, repeated: true })
    t.equal(middle.position, (await store.readStream(stream, { from: 4, limit: 1 }))[0]?.position)
    t.match(await mustAppend(store, stream, 0, events.slice(0, 2)), { lastRevision: 2, repeated: true })
    await holds(t, store, stream, events)
  })

  await t.test('equal bytes in another array are equal', async (t) => {
    const stream = newStream()
    const bytes = new Uint8Array([0, 255, 1, 254])
    const event = newEvent(bytes)
    await mustAppend(store, stream, 0, [event])
    const padded = Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('yy')])
    const again = { ...event, data: new Uint8Array(padded.buffer, padded.byteOffset + 2, 4) }
    t.match(await mustAppend(store, stream, 0, [again]), { repeated: true })
  })

  await t.test('events without data are recognised too', async (t) => {
    const stream = newStream()
    const event = newEvent('')
    await mustAppend(store, stream, 0, [event])
    t.match(await mustAppend(store, stream, 0, [event]), { repeated: true })
  })

  const differing: Record<string, (event: EventToAppend) => EventToAppend> = {
    'another id': (event) => ({ ...event, id: newEvent().id }),
    'another type': (event) => ({ ...event, type: `${event.type}x` }),
    'other bytes': (event) => ({ ...event, data: Buffer.from('{"number":9}') }),
    'fewer bytes': (event) => ({ ...event, data: event.data.subarray(0, -1) }),
    'more bytes': (event) => ({ ...event, data: Buffer.concat([event.data, Buffer.from(' ')]) }),
    'no bytes': (event) => ({ ...event, data: new Uint8Array(0) }),
  }
  for (const [what, change] of Object.entries(differing)) {
    await t.test(`one event with ${what} makes it a conflict, wherever it stands`, async (t) => {
      const stream = newStream()
      const events = newEvents(3)
      await mustAppend(store, stream, 0, events)
      for (const place of [0, 1, 2]) {
        const changed = events.map((event, index) => (index === place ? change(event) : event))
        const outcome = await appendOne(store, { stream, expectedRevision: 0, events: changed })
        t.strictSame(outcome, { status: 'conflict', actualRevision: 3 }, `at place ${place}`)
      }
      await holds(t, store, stream, events)
    })
  }

  await t.test('the same events in another order are a conflict', async (t) => {
    const stream = newStream()
    const events = newEvents(2)
    await mustAppend(store, stream, 0, events)
    const outcome = await appendOne(store, { stream, expectedRevision: 0, events: events.toReversed() })
    t.strictSame(outcome, { status: 'conflict', actualRevision: 2 })
    await holds(t, store, stream, events)
  })

  await t.test('the same events expected at another revision are a conflict', async (t) => {
    const { stream, events } = await prepared()
    for (const expectedRevision of [1, 3, 6]) {
      const outcome = await appendOne(store, { stream, expectedRevision, events: events.slice(2, 4) })
      t.strictSame(outcome, { status: 'conflict', actualRevision: 5 }, `expecting ${expectedRevision}`)
    }
    await holds(t, store, stream, events)
  })

  await t.test('the same events at the very end of the stream are new events', async (t) => {
    // Ids are unique within a stream by the caller's doing; what decides is the revision.
    const stream = newStream()
    const events = newEvents(1)
    await mustAppend(store, stream, 0, events)
    t.match(await mustAppend(store, stream, 1, [newEvent()]), { firstRevision: 2, repeated: false })
  })

  await t.test(
    'the events at the revisions decide: a prefix, a part or two appends in one are recognised',
    async (t) => {
      const { stream, events } = await prepared()
      const cases: [expected: number, count: number][] = [
        [0, 1],
        [1, 1],
        [0, 4],
        [1, 3],
        [0, 5],
      ]
      for (const [expectedRevision, count] of cases) {
        const part = events.slice(expectedRevision, expectedRevision + count)
        const outcome = await mustAppend(store, stream, expectedRevision, part)
        const lastRevision = expectedRevision + count
        t.match(outcome, { firstRevision: expectedRevision + 1, lastRevision, repeated: true })
        t.equal(
          outcome.position,
          (await store.readStream(stream, { from: lastRevision, limit: 1 }))[0]?.position,
        )
      }
      await holds(t, store, stream, events)
    },
  )

  await t.test('what begins with stored events and goes on beyond the end is a conflict', async (t) => {
    const { stream, events } = await prepared()
    for (const expectedRevision of [0, 2, 4]) {
      const longer = [...events.slice(expectedRevision), newEvent()]
      const outcome = await appendOne(store, { stream, expectedRevision, events: longer })
      t.strictSame(outcome, { status: 'conflict', actualRevision: 5 }, `expecting ${expectedRevision}`)
    }
    await holds(t, store, stream, events)
  })

  await t.test('a whole batch may be repeated', async (t) => {
    const appends = Array.from({ length: 10 }, () => ({
      stream: newStream(),
      expectedRevision: 0,
      events: newEvents(2),
    }))
    const first = await store.append(appends)
    const second = await store.append(appends)
    t.strictSame(
      second,
      first.map((outcome) => ({ ...outcome, repeated: true })),
    )
    const partly = await store.append([
      ...appends.slice(0, 2),
      { stream: newStream(), expectedRevision: 0, events: newEvents(1) },
    ])
    t.match(partly, [{ repeated: true }, { repeated: true }, { repeated: false }])
  })

  await t.test('equal appends at the same time store their events once', async (t) => {
    const append = { stream: newStream(), expectedRevision: 0, events: newEvents(2) }
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => appendOne(store, append)))
    t.ok(outcomes.every((outcome) => outcome.status === 'appended' && outcome.lastRevision === 2))
    t.equal(outcomes.filter((outcome) => outcome.status === 'appended' && !outcome.repeated).length, 1)
    await holds(t, store, append.stream, append.events)
  })
}
