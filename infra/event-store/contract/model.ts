import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type Append, anyRevision, type EventStore, type EventToAppend } from '../event-store.ts'
import { asStored, content, newStream, openFor, readOwn, type Section } from './harness.ts'

/**
 * The law of the port: whatever batches are thrown at it, the store answers and holds what this model does. Few
 * streams, ids and contents, so that repetitions, conflicts and near misses are frequent.
 */
export const modelContract: Section = async (t, options) => {
  await t.test('a store answers and holds what the model does, and after opening again too', async (t) => {
    const underTest = await openFor(t, options)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 12 }), async (batches) => {
        await agree(underTest.store, batches)
      }),
      { numRuns: options.histories ?? 60 },
    )
    t.pass('random histories agree with the model')
    const history = fc.sample(fc.array(fc.array(step, { minLength: 1 }), { minLength: 10 }), 1)[0] ?? []
    const { streams, before, model } = await agree(underTest.store, history)
    await agreeOnContent(await underTest.reopen(), streams, before, model)
    t.pass('and after opening again')
  })
}

interface Step {
  readonly stream: number
  readonly expected: number | typeof anyRevision
  readonly events: readonly { readonly id: number; readonly type: number; readonly data: number }[]
}

const step: fc.Arbitrary<Step> = fc.record({
  stream: fc.nat({ max: 2 }),
  expected: fc.oneof(
    { weight: 9, arbitrary: fc.nat({ max: 5 }) },
    { weight: 1, arbitrary: fc.constant(anyRevision) },
  ),
  events: fc.array(
    fc.record({
      id: fc.nat({ max: 2 }),
      type: fc.constantFrom(0, 0, 0, 1),
      data: fc.constantFrom(0, 0, 0, 1),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

type Model = Map<string, { readonly event: EventToAppend; readonly order: number }[]>

interface Agreed {
  readonly streams: readonly string[]
  readonly before: number
  readonly model: Model
}

async function agree(store: EventStore, batches: readonly (readonly Step[])[]): Promise<Agreed> {
  const streams = [newStream(), newStream(), newStream()]
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  const model: Model = new Map(streams.map((stream) => [stream, []]))
  const before = await store.head()
  const told: { order: number; position: number }[] = []
  for (const batch of batches) {
    const appends = batch.map(
      ({ stream, expected, events }): Append => ({
        stream: streams[stream] ?? '',
        expectedRevision: expected,
        events: events.map(({ id, type, data }) => ({
          id: ids[id] ?? '',
          type: `type.${type}`,
          data: Buffer.from(`${data}`),
        })),
      }),
    )
    const outcomes = await store.append(appends)
    same(outcomes.length, appends.length, 'number of outcomes')
    for (const [index, append] of appends.entries()) {
      const { position, ...outcome } = { position: 0, ...outcomes[index] }
      const { order, ...expected } = answer(model, append)
      same(outcome, expected, 'outcome')
      if (order > 0) told.push({ order, position })
    }
  }
  const all = await agreeOnContent(store, streams, before, model)
  for (const { order, position } of told) same(position, all[order - 1], 'position told by an outcome')
  return { streams, before, model }
}

/** What the port says the outcome is, with the place in the order of all instead of the position. */
function answer(model: Model, { stream, expectedRevision, events }: Append): { readonly order: number } {
  const stored = model.get(stream) ?? []
  const actualRevision = stored.length
  if (expectedRevision !== anyRevision && expectedRevision !== actualRevision) {
    const there = stored.slice(expectedRevision, expectedRevision + events.length)
    const equal =
      there.length === events.length &&
      there.every(({ event }, index) => {
        const other = events[index]
        return (
          event.id === other?.id && event.type === other.type && Buffer.compare(event.data, other.data) === 0
        )
      })
    if (!equal) return Object.assign({ order: 0 }, { status: 'conflict', actualRevision })
    const [firstRevision, lastRevision] = [expectedRevision + 1, expectedRevision + events.length]
    const order = there.at(-1)?.order ?? 0
    return Object.assign({ order }, { status: 'appended', firstRevision, lastRevision, repeated: true })
  }
  let order = [...model.values()].reduce((sum, list) => sum + list.length, 0)
  for (const event of events) stored.push({ event, order: ++order })
  const [firstRevision, lastRevision] = [actualRevision + 1, stored.length]
  return Object.assign({ order }, { status: 'appended', firstRevision, lastRevision, repeated: false })
}

/** Compares streams and total order; returns the positions in order. */
async function agreeOnContent(
  store: EventStore,
  streams: readonly string[],
  before: number,
  model: Model,
): Promise<readonly number[]> {
  const all = await readOwn(store, streams, before)
  const expected: object[] = []
  for (const stream of streams) {
    const stored = model.get(stream) ?? []
    const contents = asStored(
      stream,
      stored.map(({ event }) => event),
    )
    same((await store.readStream(stream)).map(content), contents, 'content of a stream')
    for (const [index, { order }] of stored.entries()) expected[order - 1] = contents[index] ?? {}
  }
  same(all.map(content), expected, 'order of all')
  return all.map((event) => event.position)
}

function same(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== should) throw new Error(`${what}: ${is} instead of ${should}`)
}
