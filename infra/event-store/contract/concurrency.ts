import type { AppendOutcome, EventStore, StoredEvent } from '../event-store.ts'
import {
  appendOne,
  ascending,
  holds,
  newEvent,
  newEvents,
  newStream,
  openFor,
  readOwn,
  type Section,
  take,
} from './harness.ts'

/** Many writers at once: on one stream, on many, and by way of two stores. */
export const concurrencyContract: Section = async (t, options) => {
  const { store, another } = await openFor(t, options)
  const writers = 8

  /** Each writer tries every revision; who loses one goes on with the next. */
  async function race(
    stores: readonly EventStore[],
    stream: string,
    revisions: number,
  ): Promise<AppendOutcome[]> {
    const outcomes: AppendOutcome[] = []
    const write = async (writer: number): Promise<void> => {
      const mine = stores[writer % stores.length] ?? store
      for (let expectedRevision = 0; expectedRevision < revisions; ) {
        const outcome = await appendOne(mine, { stream, expectedRevision, events: [newEvent(`${writer}`)] })
        outcomes.push(outcome)
        expectedRevision = outcome.status === 'appended' ? outcome.lastRevision : outcome.actualRevision
      }
    }
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
    return outcomes
  }

  await t.test('of those who expect one revision exactly one wins', async (t) => {
    const stream = newStream()
    for (let expectedRevision = 0; expectedRevision < 10; expectedRevision++) {
      const contenders = Array.from({ length: writers }, () => newEvent())
      const outcomes = await Promise.all(
        contenders.map((event) => appendOne(store, { stream, expectedRevision, events: [event] })),
      )
      const winner = outcomes.findIndex((outcome) => outcome.status === 'appended')
      const others = outcomes.filter((_, index) => index !== winner)
      t.ok(winner >= 0, 'one wins')
      t.strictSame(
        others,
        others.map(() => ({ status: 'conflict', actualRevision: expectedRevision + 1 })),
        'every other is told the revision that won',
      )
      const [stored] = await store.readStream(stream, { from: expectedRevision + 1 })
      t.equal(stored?.id, contenders[winner]?.id)
    }
  })

  await t.test('writers that follow one stream leave no gap and no double', async (t) => {
    const stream = newStream()
    const outcomes = await race([store], stream, 40)
    const won = outcomes.flatMap((outcome) => (outcome.status === 'appended' ? [outcome.lastRevision] : []))
    const stored = await store.readStream(stream)
    t.strictSame(
      won.toSorted((a, b) => a - b),
      stored.map((event) => event.revision),
    )
    t.equal(new Set(stored.map((event) => event.id)).size, won.length)
    t.strictSame(
      stored.map((event) => event.revision),
      stored.map((_, index) => index + 1),
      'revisions are dense',
    )
    ascending(t, stored)
  })

  await t.test('writers on many streams keep every stream dense and the whole in one order', async (t) => {
    const before = await store.head()
    const streams = Array.from({ length: 12 }, newStream)
    const appendAll = async (stream: string): Promise<void> => {
      for (let revision = 0; revision < 30; revision += 3) {
        const outcome = await appendOne(store, { stream, expectedRevision: revision, events: newEvents(3) })
        t.match(outcome, { status: 'appended', lastRevision: revision + 3, repeated: false })
      }
    }
    await Promise.all(streams.map(appendAll))
    const all = await readOwn(store, streams, before)
    t.equal(all.length, streams.length * 30)
    ascending(t, all)
    t.ok(revisionsAscendByOne(all), 'each stream is dense in the order of all')
    for (const stream of streams) {
      const inOrder = all.filter((event) => event.stream === stream)
      t.strictSame(await store.readStream(stream), inOrder, 'a stream read alone has the same events')
    }
  })

  await t.test('batches that overlap in their streams give each append its own answer', async (t) => {
    const streams = Array.from({ length: 6 }, newStream)
    const batches = Array.from({ length: writers }, () =>
      streams.map((stream) => ({ stream, expectedRevision: 0, events: newEvents(2) })),
    )
    const outcomes = await Promise.all(batches.map((batch) => store.append(batch)))
    for (const [index, stream] of streams.entries()) {
      const winners = outcomes.flatMap((batch, which) => (batch[index]?.status === 'appended' ? [which] : []))
      t.equal(winners.length, 1, 'one batch won this stream')
      await holds(t, store, stream, batches[winners[0] ?? 0]?.[index]?.events ?? [])
    }
  })

  await t.test('a subscriber sees what is appended at the same time in the order of all', async (t) => {
    const before = await store.head()
    const streams = Array.from({ length: 4 }, newStream)
    const subscription = store.subscribe({ after: before, batchSize: 7 })
    const seen = take(subscription, streams, streams.length * 25)
    await Promise.all(
      streams.map(async (stream) => {
        for (let revision = 0; revision < 25; revision++) {
          await appendOne(store, { stream, expectedRevision: revision, events: newEvents(1) })
        }
      }),
    )
    t.strictSame(await seen, await readOwn(store, streams, before))
    await subscription.return?.()
  })

  if (another === undefined) return
  await t.test(
    'two stores over the same data contend for one stream, and neither loses an event',
    async (t) => {
      const beside = await another()
      const stream = newStream()
      const outcomes = await race([store, beside], stream, 40)
      const stored = await store.readStream(stream)
      t.equal(stored.length, outcomes.filter((outcome) => outcome.status === 'appended').length)
      t.ok(revisionsAscendByOne(stored))
      t.strictSame(await beside.readStream(stream), stored, 'both read the same')
    },
  )

  await t.test('a subscription hears of what another store appends', async (t) => {
    const beside = await another()
    const before = await store.head()
    const stream = newStream()
    const subscription = store.subscribe({ after: before })
    const seen = take(subscription, [stream], 20)
    for (let revision = 0; revision < 20; revision++) {
      await appendOne(beside, { stream, expectedRevision: revision, events: newEvents(1) })
    }
    t.strictSame(await seen, await store.readStream(stream))
    await subscription.return?.()
  })
}

function revisionsAscendByOne(events: readonly StoredEvent[]): boolean {
  const last = new Map<string, number>()
  return events.every(({ stream, revision }) => {
    const follows = revision === (last.get(stream) ?? 0) + 1
    last.set(stream, revision)
    return follows
  })
}
