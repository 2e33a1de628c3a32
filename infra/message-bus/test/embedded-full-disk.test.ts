import { join } from 'node:path'
import t from 'tap'
import { within } from '../contract/lab.ts'
import { openEmbeddedBus } from '../embedded/index.ts'
import type { MessageBus } from '../message-bus.ts'

const block = (size: number) => ({ topic: 'topic', key: 'a', value: Buffer.alloc(size, 'x') })
const full = { code: 'YB_BUS_FULL', retryable: true }

async function latest(bus: MessageBus): Promise<number> {
  return (await bus.offsets('nobody', ['topic']))[0]!.latest
}

async function fill(bus: MessageBus, size: number): Promise<void> {
  try {
    for (;;) await bus.publish([block(size)])
  } catch (error) {
    if ((error as { code?: string }).code !== 'YB_BUS_FULL') throw error
  }
}

await t.test('a full disk refuses a call whole, and only calls that have no room', async (t) => {
  const bus = await openEmbeddedBus({ path: t.testdir(), maxPages: 64 })
  await bus.provision([{ name: 'topic', partitions: 1 }])
  await fill(bus, 100_000)
  const before = await latest(bus)
  t.ok(before > 5)
  await t.rejects(bus.publish([block(1_000), block(100_000)]), full)
  t.equal(await latest(bus), before, 'not even the part that had room')
  const together = await Promise.allSettled([
    bus.publish([block(1_000)]),
    bus.publish([block(100_000)]),
    bus.publish([block(2_000)]),
  ])
  t.same(
    together.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
    'one without room takes no other down',
  )
  const stored = await bus.read('topic', 0, before, 10)
  t.same(
    stored.map(({ offset, value }) => [offset, value.length]),
    [
      [before, 1_000],
      [before + 1, 2_000],
    ],
  )
  await bus.close()
})

await t.test('a full bus still delivers, and publishes again when there is room', async (t) => {
  const path = t.testdir()
  let now = 1_000_000
  const made = Promise.withResolvers<void>()
  const bus = await openEmbeddedBus({
    path: join(path, 'bus'),
    maxPages: 64,
    clock: () => now,
    retentionInterval: 2,
    logger: { debug: () => made.resolve(), warn() {}, error() {} },
  })
  await bus.provision([{ name: 'topic', partitions: 1, retention: 1_000 }])
  await fill(bus, 50_000)
  await fill(bus, 500)
  const count = await latest(bus)
  const drained = Promise.withResolvers<void>()
  const consumer = await bus.consume({
    group: 'group',
    topics: ['topic'],
    onBatch: async (messages) => {
      if (messages.at(-1)!.offset === count - 1) drained.resolve()
    },
  })
  await drained.promise
  await consumer.stop()
  t.match(await bus.offsets('group', ['topic']), [{ committed: count }])
  await t.rejects(bus.publish([block(50_000)]), full)
  now += 10_000
  await within(20_000, 'messages to be deleted', made.promise)
  const [receipt] = await bus.publish([block(50_000)])
  t.equal(receipt!.offset, count)
  await bus.close()
})
