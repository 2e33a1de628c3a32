import t from 'tap'
import { openEmbeddedBus } from '../embedded/index.ts'
import type { BusMessage, DerivedTopic } from '../message-bus.ts'

type Computed = Omit<BusMessage, 'topic' | 'partition'>

const computed = (offset: number): Computed => {
  return { offset, time: 1, key: 'k', value: Buffer.from(String(offset)), headers: {} }
}

/** `length` messages, of which `read` gives what `give` makes of them. */
const source = (length: number, give = (messages: Computed[]) => messages): DerivedTopic => ({
  read: async (from, limit) => {
    const count = Math.max(0, Math.min(limit, length - from))
    return give(Array.from({ length: count }, (_, at) => computed(from + at)))
  },
  latest: async () => length,
  onMore: () => () => {},
})

await t.test('a source that fails is reported and read again', async (t) => {
  const bus = await openEmbeddedBus({ path: t.testdir() })
  let failures = 2
  const failing = source(5, (messages) => {
    if (failures-- > 0) throw new Error('not now')
    return messages
  })
  bus.derive('derived', failing)
  const errors: unknown[] = []
  const got = Promise.withResolvers<number>()
  await bus.consume({
    group: 'group',
    topics: ['derived'],
    retryDelay: 1,
    onBatch: async (messages) => got.resolve(messages.length),
    onError: (error) => errors.push(error),
  })
  t.equal(await got.promise, 5)
  t.match(errors, [
    { code: 'YB_BUS_UNAVAILABLE', cause: { message: 'not now' } },
    { code: 'YB_BUS_UNAVAILABLE' },
  ])
  await bus.close()
})

await t.test('a source that gives less at a time than asked for is read to its end', async (t) => {
  const bus = await openEmbeddedBus({ path: t.testdir() })
  bus.derive(
    'derived',
    source(10, (messages) => messages.slice(0, 3)),
  )
  const sizes: number[] = []
  const done = Promise.withResolvers<void>()
  await bus.consume({
    group: 'group',
    topics: ['derived'],
    onBatch: async (messages) => {
      sizes.push(messages.length)
      done.resolve()
    },
  })
  await done.promise
  t.same(sizes, [10])
  await bus.close()
})

await t.test('a source that has become shorter, or skips, stops the group', async (t) => {
  const path = t.testdir()
  const faultOf = async (group: string, derived: DerivedTopic) => {
    const bus = await openEmbeddedBus({ path })
    bus.derive('derived', derived)
    const outcome = Promise.withResolvers<unknown>()
    await bus.consume({
      group,
      topics: ['derived'],
      onBatch: async (messages) => outcome.resolve(messages.map(({ offset }) => offset)),
      onError: outcome.resolve,
    })
    await outcome.promise
    await bus.close()
    return await outcome.promise
  }
  t.same(await faultOf('group', source(5)), [0, 1, 2, 3, 4])
  t.match(await faultOf('group', source(3)), { code: 'YB_BUS_OFFSET_EXPIRED' }, 'a copy was restored')
  const skipping = source(5, (messages) => messages.filter(({ offset }) => offset !== 2))
  t.match(await faultOf('other', skipping), { code: 'YB_BUS_OFFSET_EXPIRED' }, 'offsets are dense')
})

await t.test('provisioning a derived topic is in order when the partitions agree', async (t) => {
  const bus = await openEmbeddedBus({ path: t.testdir() })
  bus.derive('derived', source(5))
  await bus.provision([{ name: 'derived', partitions: 1 }])
  await t.rejects(bus.provision([{ name: 'derived', partitions: 2 }]), { code: 'YB_BUS_USAGE' })
  t.equal((await bus.read('derived', 0, 3, 10)).length, 2)
  await bus.close()
})

await t.test(
  'commits on a derived topic are known at once, and to others when the consumer has stopped',
  async (t) => {
    const path = t.testdir()
    const bus = await openEmbeddedBus({ path })
    bus.derive('derived', source(5))
    const seen: number[] = []
    const all = Promise.withResolvers<void>()
    const consumer = await bus.consume({
      group: 'group',
      topics: ['derived'],
      batchSize: 1,
      onBatch: async ([message]) => {
        const [{ committed = -1 } = {}] = await bus.offsets('group', ['derived'])
        seen.push(committed)
        if (message?.offset === 4) all.resolve()
      },
    })
    await all.promise
    t.same(seen, [0, 1, 2, 3, 4], 'each batch finds the one before committed')
    await consumer.stop()
    const other = await openEmbeddedBus({ path })
    other.derive('derived', source(5))
    t.match(await other.offsets('group', ['derived']), [{ committed: 5 }])
    await other.close()
    await bus.close()
  },
)
