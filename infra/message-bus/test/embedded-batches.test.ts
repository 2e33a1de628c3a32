import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import t from 'tap'
import { openEmbeddedBus } from '../embedded/index.ts'
import type { BusMessage } from '../message-bus.ts'

const value = Buffer.from('x')
const publishTo = (topic: string, count: number) =>
  Array.from({ length: count }, () => ({ topic, key: 'a', value }))

/** Transactions in a write-ahead log: frames whose header carries the database's size end one. */
function transactions(path: string): number {
  const log = readFileSync(join(path, 'bus.db-wal'))
  let count = 0
  for (let at = 32; at + 24 <= log.length; at += 24 + 16_384) if (log.readUInt32BE(at + 4) > 0) count += 1
  return count
}

await t.test('calls made in one turn share one transaction', async (t) => {
  const path = t.testdir()
  const bus = await openEmbeddedBus({ path })
  await bus.provision([{ name: 'topic', partitions: 4 }])
  const before = transactions(path)
  await Promise.all(Array.from({ length: 100 }, () => bus.publish(publishTo('topic', 1))))
  t.equal(transactions(path), before + 1)
  await bus.close()
})

await t.test('a batch is as full as what waits allows and takes from every partition', async (t) => {
  const bus = await openEmbeddedBus({ path: t.testdir() })
  const names = ['busy', 'b', 'c', 'd']
  await bus.provision(names.map((name) => ({ name, partitions: 1 })))
  await bus.publish([...publishTo('busy', 1_000), ...['b', 'c', 'd'].flatMap((name) => publishTo(name, 20))])
  const batches: (readonly BusMessage[])[] = []
  const done = Promise.withResolvers<void>()
  let first = true
  await bus.consume({
    group: 'group',
    topics: names,
    batchSize: 100,
    retryDelay: 1,
    onBatch: async (messages) => {
      // Partitions are gained one after the other; the first batch is refused until all are there.
      if (first && messages.length < 100) throw new Error('not all yet')
      first = false
      batches.push(messages)
      if (batches.flat().length === 1_060) done.resolve()
    },
  })
  await done.promise
  t.ok(batches.slice(0, -1).every((batch) => batch.length === 100))
  const quiet = batches
    .slice(0, 4)
    .flat()
    .filter(({ topic }) => topic !== 'busy')
  t.equal(quiet.length, 60, 'the busy topic holds none of the others up')
  await bus.close()
})

await t.test('with more partitions than a batch has room for, none starves', async (t) => {
  const bus = await openEmbeddedBus({ path: t.testdir() })
  const names = Array.from({ length: 10 }, (_, at) => `topic-${at}`)
  await bus.provision(names.map((name) => ({ name, partitions: 1 })))
  await bus.publish(names.flatMap((name) => publishTo(name, 50)))
  const order: string[] = []
  const done = Promise.withResolvers<void>()
  await bus.consume({
    group: 'group',
    topics: names,
    batchSize: 3,
    onBatch: async (messages) => {
      order.push(...messages.map(({ topic }) => topic))
      if (order.length === 500) done.resolve()
    },
  })
  await done.promise
  // Behind the first few batches, when all partitions have been gained, any ten messages in a row are of ten topics.
  const later = order.slice(60, 360)
  for (let at = 0; at + 10 <= later.length; at += 10) t.equal(new Set(later.slice(at, at + 10)).size, 10)
  await bus.close()
})

await t.test('large values make smaller batches', async (t) => {
  const bus = await openEmbeddedBus({ path: t.testdir() })
  await bus.provision([{ name: 'topic', partitions: 1 }])
  const large = Buffer.alloc(1024 * 1024)
  for (let call = 0; call < 4; call++) {
    await bus.publish(Array.from({ length: 10 }, () => ({ topic: 'topic', key: 'a', value: large })))
  }
  const sizes: number[] = []
  const done = Promise.withResolvers<void>()
  await bus.consume({
    group: 'group',
    topics: ['topic'],
    onBatch: async (messages) => {
      sizes.push(messages.length)
      if (messages.at(-1)!.offset === 39) done.resolve()
    },
  })
  await done.promise
  t.same(sizes, [32, 8])
  await bus.close()
})

await t.test('a commit that fails is tried again without delivering again', async (t) => {
  const path = t.testdir()
  const bus = await openEmbeddedBus({ path })
  await bus.provision([{ name: 'topic', partitions: 1 }])
  const offsets = new Database(join(path, 'bus-offsets.db'))
  let deliveries = 0
  const faulted = Promise.withResolvers<unknown>()
  const next = Promise.withResolvers<void>()
  await bus.consume({
    group: 'group',
    topics: ['topic'],
    retryDelay: 1,
    onBatch: async (messages) => {
      deliveries += 1
      if (messages[0]!.offset === 3) next.resolve()
      else
        offsets.exec(
          "CREATE TRIGGER broken BEFORE UPDATE ON offsets BEGIN SELECT RAISE(ABORT, 'broken'); END",
        )
    },
    onError: faulted.resolve,
  })
  await bus.publish(publishTo('topic', 3))
  t.match(await faulted.promise, { code: 'YB_BUS_UNAVAILABLE' })
  t.match(await bus.offsets('group', ['topic']), [{ committed: 0 }])
  offsets.exec('DROP TRIGGER broken')
  await bus.publish(publishTo('topic', 1))
  await next.promise
  t.equal(deliveries, 2)
  offsets.close()
  await bus.close()
  const again = await openEmbeddedBus({ path })
  t.match(await again.offsets('group', ['topic']), [{ committed: 4 }])
  await again.close()
})
