import type { StoredEvent } from '../event-store.ts'
import {
  appendOne,
  ascending,
  asStored,
  content,
  mustAppend,
  newEvents,
  newStream,
  openFor,
  readOwn,
  type Section,
} from './harness.ts'

/** `readStream`, `readAll` and `head`. */
export const readContract: Section = async (t, options) => {
  const { store } = await openFor(t, options)
  const stream = newStream()
  const events = newEvents(10)
  const before = await store.head()
  for (let revision = 0; revision < events.length; revision += 2) {
    await mustAppend(store, stream, revision, events.slice(revision, revision + 2))
    await mustAppend(store, newStream(), 0, newEvents(1))
  }
  const whole = await store.readStream(stream)
  const revisions = (read: readonly StoredEvent[]) => read.map((event) => event.revision)

  await t.test('a stream comes back as it went in, in revision order', async (t) => {
    t.strictSame(whole.map(content), asStored(stream, events))
    ascending(t, whole)
    t.ok(
      whole.every((event) => Buffer.isBuffer(event.data)),
      'data is a Buffer',
    )
  })

  await t.test('an event has the fields of the port and no others', async (t) => {
    t.strictSame(Object.keys(whole[0] ?? {}).sort(), ['data', 'id', 'position', 'revision', 'stream', 'type'])
  })

  await t.test('a stream is read forwards from a revision, up to a limit', async (t) => {
    t.strictSame(
      revisions(await store.readStream(stream, { from: 1, direction: 'forwards' })),
      revisions(whole),
    )
    t.strictSame(revisions(await store.readStream(stream, { from: 4 })), [4, 5, 6, 7, 8, 9, 10])
    t.strictSame(revisions(await store.readStream(stream, { from: 4, limit: 3 })), [4, 5, 6])
    t.strictSame(revisions(await store.readStream(stream, { limit: 2 })), [1, 2])
    t.strictSame(revisions(await store.readStream(stream, { from: 10 })), [10])
    t.strictSame(await store.readStream(stream, { from: 11 }), [])
    t.strictSame(await store.readStream(stream, { from: 1_000_000 }), [])
  })

  await t.test('fewer than the limit means that the end of the stream was reached', async (t) => {
    const stream = newStream()
    await mustAppend(store, stream, 0, newEvents(10))
    for (const limit of [1, 3, 5, 10, 1_000]) {
      const found: number[] = []
      let more = limit
      while (more === limit) {
        const page = await store.readStream(stream, { from: found.length + 1, limit })
        found.push(...revisions(page))
        more = page.length
      }
      t.strictSame(found, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], `pages of ${limit}`)
    }
  })

  await t.test('a stream is read backwards from its end or from a revision, up to a limit', async (t) => {
    const direction = 'backwards'
    t.strictSame(await store.readStream(stream, { direction }), whole.toReversed())
    t.strictSame(revisions(await store.readStream(stream, { direction, limit: 3 })), [10, 9, 8])
    t.strictSame(revisions(await store.readStream(stream, { direction, from: 4 })), [4, 3, 2, 1])
    t.strictSame(revisions(await store.readStream(stream, { direction, from: 4, limit: 2 })), [4, 3])
    t.strictSame(revisions(await store.readStream(stream, { direction, from: 1 })), [1])
    t.strictSame(revisions(await store.readStream(stream, { direction, from: 1_000, limit: 2 })), [10, 9])
  })

  await t.test('a stream that does not exist is empty, in both directions', async (t) => {
    t.strictSame(await store.readStream(newStream()), [])
    t.strictSame(await store.readStream(newStream(), { from: 3 }), [])
    t.strictSame(await store.readStream(newStream(), { direction: 'backwards' }), [])
  })

  await t.test('a stream is not taken for another whose name begins alike or differs in case', async (t) => {
    const name = newStream()
    await mustAppend(store, `${name}A`, 0, newEvents(1))
    for (const other of [name, `${name}a`, `${name}A `, `${name}A1`, `${name}%`, `${name}_`]) {
      t.strictSame(await store.readStream(other), [], JSON.stringify(other.slice(name.length)))
    }
    t.strictSame(await appendOne(store, { stream: `${name}a`, expectedRevision: 1, events: newEvents(1) }), {
      status: 'conflict',
      actualRevision: 0,
    })
  })

  await t.test(
    'all events are read in the order of commit, with the same content as by their stream',
    async (t) => {
      const all = await readOwn(store, [stream], before)
      t.strictSame(all, whole)
      ascending(t, await store.readAll({ after: before }))
    },
  )

  await t.test('`after` is exclusive, `until` inclusive', async (t) => {
    const [third, seventh] = [whole[2]!, whole[6]!]
    const between = await store.readAll({ after: third.position, until: seventh.position })
    t.strictSame(revisions(between.filter((event) => event.stream === stream)), [4, 5, 6, 7])
    t.ok(between.every(({ position }) => position > third.position && position <= seventh.position))
    t.strictSame(await store.readAll({ after: third.position, until: third.position }), [])
    t.strictSame(await store.readAll({ after: seventh.position, until: third.position }), [])
    t.strictSame(await store.readAll({ after: third.position - 1, until: third.position }), [third])
  })

  await t.test('a limit cuts, and fewer than the limit means that the end was reached', async (t) => {
    const all = await store.readAll({ after: before, until: whole[9]!.position })
    for (const limit of [1, 2, 5, all.length]) {
      t.strictSame(await store.readAll({ after: before, limit }), all.slice(0, limit), `a limit of ${limit}`)
    }
    const cut = await store.readAll({ after: before, until: whole[4]!.position, limit: 10_000 })
    t.equal(cut.at(-1)?.position, whole[4]!.position)
  })

  await t.test('pages of any size give the same events', async (t) => {
    for (const limit of [1, 3, 7, 10_000]) {
      t.strictSame(await readOwn(store, [stream], before, limit), whole, `pages of ${limit}`)
    }
  })

  await t.test('there is nothing after the head', async (t) => {
    const head = await store.head()
    t.ok(head >= whole[9]!.position)
    t.strictSame(await store.readAll({ after: Number.MAX_SAFE_INTEGER }), [])
    const next = await mustAppend(store, newStream(), 0, newEvents(2))
    t.ok(next.position > head, 'the next position is after it')
    t.ok((await store.head()) >= next.position)
  })

  await t.test('what was appended is read by whoever asks after the answer', async (t) => {
    const name = newStream()
    for (let revision = 0; revision < 10; revision++) {
      const { position } = await mustAppend(store, name, revision, newEvents(1))
      const [[last], [same]] = await Promise.all([
        store.readStream(name, { direction: 'backwards', limit: 1 }),
        store.readAll({ after: position - 1, limit: 1 }),
      ])
      t.equal(last?.position, position)
      t.strictSame(same, last)
    }
  })

  await t.test('reads at the same time do not disturb each other', async (t) => {
    const reads = Array.from({ length: 10 }, (_, index) => store.readStream(stream, { from: index + 1 }))
    const results = await Promise.all(reads)
    t.strictSame(
      results.map((read) => read.length),
      [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
    )
  })
}
