import { randomUUID } from 'node:crypto'
import { kafkaForTest } from '@yibiao/engines/kafka'
import { Kafka, logLevel } from 'kafkajs'
import t from 'tap'
import { Gate, Inbox, keyedMessages, textMessage } from '../contract/lab.ts'
import type { BusError } from '../index.ts'
import { openKafkaBus } from '../kafka/index.ts'
import { Link } from '../kafka/link.ts'
import { Offsets } from '../kafka/offsets.ts'
import { settingsFrom } from '../kafka/options.ts'

t.setTimeout(180_000)

const kafka = await kafkaForTest(t)
const brokers = kafka.skip === undefined ? kafka.brokers.split(',') : []

/** Removes the messages before an offset, as retention does when its time has come. */
async function expire(topic: string, partition: number, before: number): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  // Without it kafkajs does not know the topic's leader.
  await admin.fetchTopicOffsets(topic)
  await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: String(before) }] })
  await admin.disconnect()
}

const expiryOf = (errors: readonly unknown[]) =>
  errors.find((error) => codeOf(error) === 'YB_BUS_OFFSET_EXPIRED')
const codeOf = (error: unknown) => (error as BusError).code

await t.test('an expired offset', { skip: kafka.skip ?? false }, async (t) => {
  const bus = await openKafkaBus({ brokers, heartbeatInterval: 100 })
  t.teardown(() => bus.close())
  const name = () => `expired-${randomUUID()}`

  await t.test('stops its partition and no other, and says where it stood', async (t) => {
    const [topic, other, group] = [name(), name(), name()]
    await bus.provision([
      { name: topic, partitions: 1 },
      { name: other, partitions: 1 },
    ])
    await bus.publish(keyedMessages(topic, 1, 20))
    const first = new Inbox(30_000)
    const consumer = await bus.consume({ group, topics: [topic, other], batchSize: 5, ...first })
    await first.untilDistinct(20)
    await consumer.stop()
    await bus.publish(keyedMessages(topic, 1, 20, 20))
    await expire(topic, 0, 30)

    for (const attempt of ['at first', 'and after a restart']) {
      const inbox = new Inbox(30_000)
      const again = await bus.consume({ group, topics: [topic, other], ...inbox })
      await inbox.until('the report', () => expiryOf(inbox.errors) !== undefined)
      const before = inbox.accepted.length
      await bus.publish([textMessage(topic, 'a', 'not to be skipped to'), textMessage(other, 'a', 'goes on')])
      await inbox.until('the other topic', () => inbox.accepted.length > before)
      await again.stop()
      const error = expiryOf(inbox.errors) as BusError
      t.match(error.expiry, { group, topic, partition: 0, committed: 20, earliest: 30 }, attempt)
      t.match(error.message, `${topic}/0`)
      t.ok(inbox.accepted.every((message) => message.topic === other))
      t.match(await bus.offsets(group, [topic]), [{ committed: 20, earliest: 30 }], 'nothing was committed')
    }
  })

  await t.test('is seen in the middle of consuming, too', async (t) => {
    const [topic, group] = [name(), name()]
    await bus.provision([{ name: topic, partitions: 1 }])
    const value = Buffer.alloc(400_000)
    const gate = new Gate()
    const inbox = new Inbox(30_000)
    inbox.before = () => gate.passed()
    await bus.publish([{ topic, key: 'a', value }])
    const consumer = await bus.consume({ group, topics: [topic], batchSize: 1, ...inbox })
    await inbox.until('a batch', () => inbox.batches.length > 0)
    // More than is fetched ahead, so that the end is still to be fetched when it has expired.
    for (let round = 0; round < 10; round++) await bus.publish([{ topic, key: 'a', value }])
    await expire(topic, 0, 11)
    gate.open()
    await inbox.until('the report', () => expiryOf(inbox.errors) !== undefined)
    const { expiry } = expiryOf(inbox.errors) as BusError
    t.equal(expiry?.earliest, 11)
    t.ok(expiry !== undefined && expiry.committed < 11)
    await consumer.stop()
  })

  await t.test('of a history that was cut back stops as well', async (t) => {
    const [topic, group] = [name(), name()]
    await bus.provision([{ name: topic, partitions: 1 }])
    await bus.publish(keyedMessages(topic, 1, 3))
    const inbox = new Inbox(30_000)
    await (await bus.consume({ group, topics: [topic], ...inbox })).stop()
    const link = new Link(settingsFrom({ brokers }))
    // Without a generation: for a group that has no member, as its operator's tool does it.
    const operator = { groupId: group, groupGenerationId: -1, memberId: '' }
    await new Offsets(link).commit(operator, [{ topic, partition: 0, offset: 7 }])
    link.close()
    const behind = new Inbox(30_000)
    const consumer = await bus.consume({ group, topics: [topic], ...behind })
    await behind.until('the report', () => expiryOf(behind.errors) !== undefined)
    t.match((expiryOf(behind.errors) as BusError).expiry, { committed: 7, latest: 3 })
    await consumer.stop()
  })

  await t.test('is no hindrance to reading, which begins with what is kept', async (t) => {
    const topic = name()
    await bus.provision([{ name: topic, partitions: 1 }])
    await bus.publish(keyedMessages(topic, 1, 20))
    await expire(topic, 0, 15)
    const offsets = (await bus.read(topic, 0, 0, 3)).map(({ offset }) => offset)
    t.same(offsets, [15, 16, 17])
  })

  await t.test('does not matter to a new group, whose start is committed', async (t) => {
    const [topic, group] = [name(), name()]
    await bus.provision([{ name: topic, partitions: 1 }])
    await bus.publish(keyedMessages(topic, 1, 20))
    await expire(topic, 0, 15)
    const inbox = new Inbox(30_000)
    inbox.before = async () => {
      t.match(await bus.offsets(group, [topic]), [{ committed: 15 }], 'at the earliest message')
    }
    const consumer = await bus.consume({ group, topics: [topic], ...inbox })
    await inbox.untilDistinct(5)
    await consumer.stop()
    t.equal(inbox.accepted[0]?.offset, 15)
  })
})
