import { randomBytes } from 'node:crypto'
import {
  appendOne,
  asStored,
  content,
  holds,
  mustAppend,
  newEvent,
  newEvents,
  newStream,
  openFor,
  readOwn,
  type Section,
  takeUntilCaughtUp,
} from './harness.ts'

const mebibyte = 1_048_576

/** The largest, the smallest and the strangest that the port allows. */
export const limitsContract: Section = async (t, options) => {
  const { store } = await openFor(t, options)

  await t.test('events of 1 MiB come back byte for byte, by every way of reading', async (t) => {
    const before = await store.head()
    const stream = newStream()
    const events = Array.from({ length: 6 }, () => newEvent(randomBytes(mebibyte)))
    for (const [index, event] of events.entries()) await mustAppend(store, stream, index, [event])
    await holds(t, store, stream, events)
    const expected = asStored(stream, events)
    t.strictSame((await readOwn(store, [stream], before)).map(content), expected)
    const subscription = store.subscribe({ after: before, batchSize: 10_000 })
    t.strictSame((await takeUntilCaughtUp(subscription, [stream])).map(content), expected)
    await subscription.return?.()
  })

  await t.test(
    'a large event is recognised when repeated, and told from one that differs in its last byte',
    async (t) => {
      const stream = newStream()
      const event = newEvent(randomBytes(mebibyte))
      await mustAppend(store, stream, 0, [event])
      t.match(await mustAppend(store, stream, 0, [event]), { repeated: true })
      const data = Buffer.from(event.data)
      data[mebibyte - 1]! ^= 1
      t.match(await appendOne(store, { stream, expectedRevision: 0, events: [{ ...event, data }] }), {
        status: 'conflict',
      })
    },
  )

  await t.test('events without data, and with every value of a byte', async (t) => {
    const stream = newStream()
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, value) => value))
    const events = [newEvent(new Uint8Array(0)), newEvent(bytes), newEvent(Buffer.alloc(0)), newEvent('\0')]
    await mustAppend(store, stream, 0, events)
    await holds(t, store, stream, events)
  })

  await t.test('a view into a larger array is stored without its surroundings', async (t) => {
    const stream = newStream()
    const whole = new Uint8Array([9, 9, 1, 2, 3, 9, 9])
    const event = newEvent(whole.subarray(2, 5))
    await mustAppend(store, stream, 0, [event])
    t.strictSame((await store.readStream(stream))[0]?.data, Buffer.from([1, 2, 3]))
  })

  await t.test('stream names and types in any script, with spaces, quotes and signs', async (t) => {
    const names = [
      '名称-长春市净月区一表科技有限公司',
      '🏢🧾 企业登记',
      'quote\'"`;--',
      ' leading and trailing ',
      'a/b\\c?d=e&f%20#g',
      'cafe\u0301 / caf\u00e9',
      '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
      'line\nbreak\ttab',
    ]
    const before = await store.head()
    const streams = names.map((name) => `${newStream()}-${name}`)
    for (const [index, stream] of streams.entries()) {
      const event = newEvent('{}', `yibiao.类型.${names[index]}`.trim())
      await mustAppend(store, stream, 0, [event])
      await holds(t, store, stream, [event])
    }
    const all = await readOwn(store, streams, before)
    t.strictSame(
      all.map((event) => event.stream),
      streams,
    )
  })

  await t.test('names that are equal only after Unicode normalisation are two streams', async (t) => {
    const name = newStream()
    await mustAppend(store, `${name}-caf\u00e9`, 0, newEvents(1))
    await mustAppend(store, `${name}-cafe\u0301`, 0, newEvents(2))
    t.equal((await store.readStream(`${name}-caf\u00e9`)).length, 1)
  })

  await t.test('names and types of the greatest length', async (t) => {
    const stream = newStream().padEnd(1_024, 'x')
    const event = newEvent('{}', 't'.repeat(256))
    await mustAppend(store, stream, 0, [event])
    await holds(t, store, stream, [event])
    const chinese = `${newStream()}${'表'.repeat(325)}`
    await mustAppend(store, chinese, 0, [event])
    await holds(t, store, chinese, [event])
  })

  await t.test('an append of 1,000 events is stored whole and recognised whole', async (t) => {
    const stream = newStream()
    const events = newEvents(1_000)
    const first = await mustAppend(store, stream, 0, events)
    t.match(first, { firstRevision: 1, lastRevision: 1_000, repeated: false })
    await holds(t, store, stream, events)
    t.strictSame(await mustAppend(store, stream, 0, events), { ...first, repeated: true })
    const changed = [...events.slice(0, -1), newEvent()]
    t.match(await appendOne(store, { stream, expectedRevision: 0, events: changed }), {
      status: 'conflict',
      actualRevision: 1_000,
    })
  })

  await t.test(
    'reads stop at 1,000 events unless told otherwise, and at no fewer than 10,000 when told',
    async (t) => {
      const before = await store.head()
      const stream = newStream()
      for (let revision = 0; revision < 3_000; revision += 1_000) {
        await mustAppend(store, stream, revision, newEvents(1_000))
      }
      t.equal((await store.readStream(stream)).length, 1_000)
      t.equal((await store.readAll({ after: before })).length, 1_000)
      t.equal((await store.readStream(stream, { limit: 10_000 })).length, 3_000)
      t.equal((await store.readStream(stream, { limit: 10_000, direction: 'backwards' })).at(-1)?.revision, 1)
      t.equal((await readOwn(store, [stream], before, 10_000)).length, 3_000)
      const subscription = store.subscribe({ after: before })
      const { value } = await subscription.next()
      t.ok(value?.events.length <= 500, 'a batch of a subscription holds at most 500 unless told otherwise')
      await subscription.return?.()
    },
  )

  await t.test('a batch of a thousand streams', async (t) => {
    const streams = Array.from({ length: 1_000 }, newStream)
    const before = await store.head()
    const outcomes = await store.append(
      streams.map((stream) => ({ stream, expectedRevision: 0, events: newEvents(1) })),
    )
    t.ok(outcomes.every((outcome) => outcome.status === 'appended' && !outcome.repeated))
    t.strictSame(
      (await readOwn(store, streams, before)).map((event) => event.stream),
      streams,
    )
  })
}
