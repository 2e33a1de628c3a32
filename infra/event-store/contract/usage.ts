import type { Append, EventStore, EventToAppend } from '../event-store.ts'
import { newEvent, newEvents, newStream, openFor, refuses, type Section } from './harness.ts'

/** Calls that break the contract are refused before anything is done, and the message names the argument. */
export const usageContract: Section = async (t, options) => {
  const { store } = await openFor(t, options)
  const good = (): Append => ({ stream: newStream(), expectedRevision: 0, events: newEvents(1) })
  const having = (event: object): unknown => ({ ...good(), events: [{ ...newEvent(), ...event }] })

  const appends: Record<string, [append: unknown, named: RegExp]> = {
    'no append at all': [undefined, /appends\[0\]/],
    'an empty stream name': [{ ...good(), stream: '' }, /appends\[0\]\.stream/],
    'a stream name that is no string': [{ ...good(), stream: 7 }, /appends\[0\]\.stream/],
    'a stream name with a lone surrogate': [{ ...good(), stream: 'a\ud800' }, /appends\[0\]\.stream/],
    'a stream name with NUL': [{ ...good(), stream: 'a\0b' }, /appends\[0\]\.stream/],
    'a stream name of the engine': [{ ...good(), stream: '$all' }, /appends\[0\]\.stream/],
    'a stream name too long': [{ ...good(), stream: 'x'.repeat(1_025) }, /appends\[0\]\.stream/],
    'a stream name too long in UTF-8': [{ ...good(), stream: '表'.repeat(342) }, /appends\[0\]\.stream/],
    'a negative revision': [{ ...good(), expectedRevision: -1 }, /expectedRevision/],
    'a fractional revision': [{ ...good(), expectedRevision: 1.5 }, /expectedRevision/],
    'a revision beyond the safe integers': [{ ...good(), expectedRevision: 2 ** 53 }, /expectedRevision/],
    'a revision that is no number': [{ ...good(), expectedRevision: '0' }, /expectedRevision/],
    'no revision': [{ ...good(), expectedRevision: undefined }, /expectedRevision/],
    'no events': [{ ...good(), events: [] }, /appends\[0\]\.events/],
    'too many events': [{ ...good(), events: newEvents(1_001) }, /appends\[0\]\.events/],
    'an event that is none': [{ ...good(), events: [newEvent(), null] }, /events\[1\]/],
    'an id that is no UUID': [having({ id: 'first' }), /events\[0\]\.id/],
    'an id in upper case': [having({ id: newEvent().id.toUpperCase() }), /events\[0\]\.id/],
    'an id with something after it': [having({ id: `${newEvent().id}\n` }), /events\[0\]\.id/],
    'an empty type': [having({ type: '' }), /events\[0\]\.type/],
    'a type of the engine': [having({ type: '$metadata' }), /events\[0\]\.type/],
    'a type too long': [having({ type: 't'.repeat(257) }), /events\[0\]\.type/],
    'data that is a string': [having({ data: 'text' }), /events\[0\]\.data/],
    'data that is too large': [having({ data: new Uint8Array(1_048_577) }), /events\[0\]\.data/],
  }
  await t.test('append refuses', async (t) => {
    for (const [what, [append, named]] of Object.entries(appends)) {
      await refuses(t, () => store.append([append as Append]), 'YB_STORE_USAGE', what)
      await t.rejects(store.append([append as Append]), { message: named }, `${what}: the message says where`)
    }
    await refuses(t, () => store.append('x' as unknown as Append[]), 'YB_STORE_USAGE', 'what is no array')
  })

  await t.test('a batch with one bad append is refused whole', async (t) => {
    const [first, last] = [good(), good()]
    const bad = having({ id: 'x' }) as Append
    await t.rejects(store.append([first, bad, last]), { code: 'YB_STORE_USAGE', message: /appends\[1\]/ })
    t.strictSame(await store.readStream(first.stream), [])
    t.strictSame(await store.readStream(last.stream), [])
  })

  await t.test('a refused call does not spoil those made beside it', async (t) => {
    const fine = good()
    const [settled] = await Promise.allSettled([
      store.append([fine]),
      store.append([having({ type: '' }) as Append]),
    ])
    t.match(settled, { status: 'fulfilled', value: [{ status: 'appended' }] })
  })

  await t.test('the message does not repeat what was stored or named', async (t) => {
    const secret = newEvent('{"name":"张三"}') as EventToAppend
    const append = { stream: 'name-张三\0', expectedRevision: 0, events: [{ ...secret, type: '' }] }
    const error = await store.append([append]).catch((thrown: unknown) => thrown)
    t.notMatch(String(error), /张三/)
  })

  const reads: Record<string, (store: EventStore) => unknown> = {
    'readStream without a name': (store) => store.readStream(''),
    'readStream from 0': (store) => store.readStream('a', { from: 0 }),
    'readStream from a fraction': (store) => store.readStream('a', { from: 1.5 }),
    'readStream in no direction': (store) => store.readStream('a', { direction: 'up' as 'forwards' }),
    'readStream of nothing': (store) => store.readStream('a', { limit: 0 }),
    'readStream of too many': (store) => store.readStream('a', { limit: 10_001 }),
    'readAll after a negative position': (store) => store.readAll({ after: -1 }),
    'readAll after no number': (store) => store.readAll({ after: Number.NaN }),
    'readAll until a negative position': (store) => store.readAll({ until: -1 }),
    'readAll of nothing': (store) => store.readAll({ limit: 0 }),
    'readAll of too many': (store) => store.readAll({ limit: 10_001 }),
    'subscribe after a negative position': (store) => store.subscribe({ after: -1 }),
    'subscribe after a fraction': (store) => store.subscribe({ after: 0.5 }),
    'subscribe in batches of nothing': (store) => store.subscribe({ after: 0, batchSize: 0 }),
    'subscribe in batches too large': (store) => store.subscribe({ after: 0, batchSize: 10_001 }),
    'subscribe with a signal that is none': (store) =>
      store.subscribe({ after: 0, signal: {} as AbortSignal }),
  }
  await t.test('reads refuse', async (t) => {
    for (const [what, call] of Object.entries(reads))
      await refuses(t, () => call(store), 'YB_STORE_USAGE', what)
  })

  await t.test('a refused call must not be repeated as it is', async (t) => {
    const error = await store.readAll({ limit: 0 }).catch((thrown: unknown) => thrown)
    t.match(error, { retryable: false })
  })
}
