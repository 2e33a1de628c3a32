import t from 'tap'
import { appendOne, holds, mustAppend, newEvent, newEvents, newStream } from '../contract/harness.ts'
import { foreignEvents, openOnDouble } from './fixtures/eventstoredb.ts'

t.test('the ids, types and bytes in the server are those that were given', async (t) => {
  const { double, store } = await openOnDouble(t, { streamPrefix: 'city-' })
  const [stream, event] = [newStream(), newEvent(new Uint8Array([0, 255, 34, 123]))]
  const { position } = await mustAppend(store, stream, 0, [event])
  const [record] = double.log.records.slice(-1)
  t.match(record, { stream: `city-${stream}`, revision: 0, id: event.id, type: event.type, position })
  t.equal(record?.contentType, 'application/octet-stream')
  t.strictSame(Buffer.from(record?.data ?? []), Buffer.from(event.data))
})

t.test('equal ids with other bytes are a conflict, though the server calls them a repetition', async (t) => {
  const { double, store } = await openOnDouble(t)
  const [stream, events] = [newStream(), newEvents(2)]
  await mustAppend(store, stream, 0, events)
  const others = events.map(({ id, type }) => ({ id, type, data: Buffer.from('other') }))
  const told = double.log.append(
    `yibiao.${stream}`,
    'no-stream',
    others.map((event) => ({ ...event, contentType: '', metadata: new Uint8Array(0) })),
  )
  t.equal(told.status, 'idempotent', 'the server compares ids alone')
  const outcome = await appendOne(store, { stream, expectedRevision: 0, events: others })
  t.strictSame(outcome, { status: 'conflict', actualRevision: 2 })
  await holds(t, store, stream, events)
})

t.test('of two stores that append the same at once one stores it and the other repeats', async (t) => {
  const { store, open } = await openOnDouble(t)
  const beside = await open()
  for (let round = 0; round < 20; round++) {
    const append = { stream: newStream(), expectedRevision: 0, events: newEvents(2) }
    const outcomes = await Promise.all([store, beside, store, beside].map((each) => appendOne(each, append)))
    const repeated = outcomes.map((outcome) => outcome.status === 'appended' && outcome.repeated)
    t.strictSame(repeated.toSorted(), [false, true, true, true])
    t.equal(new Set(outcomes.map((outcome) => outcome.status === 'appended' && outcome.position)).size, 1)
  }
})

t.test('of two stores that append equal ids with other bytes at once one wins', async (t) => {
  const { store, open } = await openOnDouble(t)
  const beside = await open()
  for (let round = 0; round < 20; round++) {
    const [stream, event] = [newStream(), newEvent('one')]
    const other = { ...event, data: Buffer.from('two') }
    const [first, second] = await Promise.all([
      appendOne(store, { stream, expectedRevision: 0, events: [event] }),
      appendOne(beside, { stream, expectedRevision: 0, events: [other] }),
    ])
    t.strictSame([first.status, second.status].toSorted(), ['appended', 'conflict'])
    await holds(t, store, stream, [first.status === 'appended' ? event : other])
  }
})

t.test('any revision stores known ids anew, by two stores at once too', async (t) => {
  const { store, open } = await openOnDouble(t)
  const beside = await open()
  const [stream, event] = [newStream(), newEvent()]
  const append = { stream, expectedRevision: 'any', events: [event] } as const
  const outcomes = await Promise.all(
    [store, beside, store, beside, store].map((each) => appendOne(each, append)),
  )
  t.ok(outcomes.every((outcome) => outcome.status === 'appended' && !outcome.repeated))
  t.equal((await store.readStream(stream)).length, 5)
})

t.test('what another program wrote under our prefix is compared like anything else', async (t) => {
  const { double, store } = await openOnDouble(t)
  await foreignEvents(double, 'yibiao.alien', 2)
  t.match(await store.readStream('alien'), [{ revision: 1, type: 'other' }, { revision: 2 }])
  const outcome = await appendOne(store, { stream: 'alien', expectedRevision: 0, events: newEvents(2) })
  t.strictSame(outcome, { status: 'conflict', actualRevision: 2 })
  t.match(await mustAppend(store, 'alien', 2, newEvents(1)), { lastRevision: 3 })
})

t.test(
  'appends of a batch are told apart from repetitions however much others write between them',
  async (t) => {
    const { double, store } = await openOnDouble(t)
    const noise = { type: 'noise', contentType: '', data: new Uint8Array(1), metadata: new Uint8Array(0) }
    let isNoise = false
    double.log.listen(() => {
      if (isNoise) return
      isNoise = true
      const events = Array.from({ length: 100 }, () => ({ ...noise, id: crypto.randomUUID() }))
      double.log.append('other', 'any', events)
      isNoise = false
    })
    const appends = Array.from({ length: 20 }, () => ({
      stream: newStream(),
      expectedRevision: 0,
      events: newEvents(2),
    }))
    const first = await store.append(appends)
    t.ok(first.every((outcome) => outcome.status === 'appended' && !outcome.repeated))
    const second = await store.append(appends)
    t.strictSame(
      second,
      first.map((outcome) => ({ ...outcome, repeated: true })),
    )
  },
)
