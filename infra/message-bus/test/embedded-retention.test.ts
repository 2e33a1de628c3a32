import t, { type Test } from 'tap'
import { within } from '../contract/lab.ts'
import { openEmbeddedBus } from '../embedded/index.ts'
import type { BusMessage } from '../message-bus.ts'

const day = 86_400_000
const message = (topic: string, at: number) => ({ topic, key: `key-${at}`, value: Buffer.from(String(at)) })
const many = (topic: string, count: number) => Array.from({ length: count }, (_, at) => message(topic, at))

/** A bus whose clock is set by hand and which tells when it has deleted so many messages. */
async function agingBus(t: Test) {
  let now = 1_000 * day
  let deleted = 0
  let look = () => {}
  const bus = await openEmbeddedBus({
    path: t.testdir(),
    clock: () => now,
    retentionInterval: 2,
    logger: {
      debug: (fields) => {
        deleted += (fields as { deleted?: number }).deleted ?? 0
        look()
      },
      warn() {},
      error() {},
    },
  })
  t.teardown(() => bus.close())
  const untilDeleted = async (count: number) => {
    const enough = new Promise<void>((resolve) => {
      look = () => deleted >= count && resolve()
      look()
    })
    await within(20_000, `${count} messages to be deleted`, enough)
    t.equal(deleted, count)
  }
  const age = (days: number) => {
    now += days * day
  }
  return { bus, age, untilDeleted }
}

await t.test('messages past their retention go, the others stay, offsets go on', async (t) => {
  const { bus, age, untilDeleted } = await agingBus(t)
  await bus.provision([
    { name: 'short', partitions: 1, retention: day },
    { name: 'kept', partitions: 1 },
  ])
  await bus.publish([...many('short', 450), ...many('kept', 10)])
  age(2)
  await bus.publish(many('short', 5))
  await untilDeleted(450)
  t.match(await bus.offsets('group', ['short', 'kept']), [
    { earliest: 450, latest: 455 },
    { earliest: 0, latest: 10 },
  ])
  t.equal((await bus.read('short', 0, 0, 10))[0]!.offset, 450, 'reading begins with what is kept')
  age(2)
  await untilDeleted(455)
  t.match(await bus.offsets('group', ['short']), [{ earliest: 455, latest: 455 }])
  const [receipt] = await bus.publish([message('short', 0)])
  t.equal(receipt!.offset, 455, 'an emptied partition goes on counting')
})

await t.test('a group that never came begins with what is kept', async (t) => {
  const { bus, age, untilDeleted } = await agingBus(t)
  await bus.provision([{ name: 'topic', partitions: 1, retention: day }])
  await bus.publish(many('topic', 20))
  age(2)
  await bus.publish(many('topic', 1))
  await untilDeleted(20)
  const first = Promise.withResolvers<BusMessage>()
  await bus.consume({
    group: 'late',
    topics: ['topic'],
    onBatch: async (messages) => first.resolve(messages[0]!),
    onError: first.reject,
  })
  t.equal((await first.promise).offset, 20)
})

await t.test('a committed offset that is gone stops its partition, and only that one', async (t) => {
  const { bus, age, untilDeleted } = await agingBus(t)
  await bus.provision([
    { name: 'expired', partitions: 1, retention: day },
    { name: 'sound', partitions: 1 },
  ])
  await bus.publish(many('expired', 20))
  const group = 'group'
  const some = Promise.withResolvers<void>()
  const options = { group, topics: ['expired', 'sound'], batchSize: 5 }
  const early = await bus.consume({ ...options, onBatch: async () => some.resolve() })
  await some.promise
  await early.stop()
  const [{ committed } = { committed: -1 }] = await bus.offsets(group, ['expired'])
  t.ok(committed >= 5 && committed < 20)
  age(2)
  await bus.publish([...many('expired', 3), ...many('sound', 3)])
  await untilDeleted(20)
  const fault = Promise.withResolvers<unknown>()
  const got: BusMessage[] = []
  const sound = Promise.withResolvers<void>()
  const consumer = await bus.consume({
    ...options,
    onBatch: async (messages) => {
      got.push(...messages)
      if (got.length === 3) sound.resolve()
    },
    onError: fault.resolve,
  })
  t.match(await fault.promise, { code: 'YB_BUS_OFFSET_EXPIRED', message: /"group".*expired\/0/ })
  await sound.promise
  await bus.publish(many('sound', 1))
  await consumer.stop()
  t.ok(got.every(({ topic }) => topic === 'sound'))
  t.match(await bus.offsets(group, ['expired']), [{ committed }], 'nothing was skipped')
})

await t.test('a group that refused everything from the start does not lose its place', async (t) => {
  const { bus, age, untilDeleted } = await agingBus(t)
  await bus.provision([{ name: 'topic', partitions: 1, retention: day }])
  await bus.publish(many('topic', 3))
  const refused = Promise.withResolvers<void>()
  const group = 'group'
  const onBatch = () => Promise.reject(new Error('never'))
  const consumer = await bus.consume({ group, topics: ['topic'], onBatch, onError: () => refused.resolve() })
  await refused.promise
  await consumer.stop()
  age(2)
  await bus.publish(many('topic', 1))
  await untilDeleted(3)
  const fault = Promise.withResolvers<unknown>()
  await bus.consume({
    group,
    topics: ['topic'],
    onBatch: async () => fault.resolve('skipped'),
    onError: fault.resolve,
  })
  t.match(await fault.promise, { code: 'YB_BUS_OFFSET_EXPIRED' })
})
