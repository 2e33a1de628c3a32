import { randomUUID } from 'node:crypto'
import { kafkaForTest } from '@yibiao/engines/kafka'
import { Kafka, logLevel } from 'kafkajs'
import t from 'tap'
import { Gate, Inbox, keyedMessages, orderFaults, textMessage } from '../contract/lab.ts'
import { openKafkaBus } from '../kafka/index.ts'
import { Link } from '../kafka/link.ts'
import { settingsFrom } from '../kafka/options.ts'

t.setTimeout(180_000)

const kafka = await kafkaForTest(t)
const brokers = kafka.skip === undefined ? kafka.brokers.split(',') : []
const options = { brokers, heartbeatInterval: 100 }

await t.test('a rebalance', { skip: kafka.skip ?? false }, async (t) => {
  const bus = await openKafkaBus(options)
  t.teardown(() => bus.close())
  const name = () => `rebalance-${randomUUID()}`

  // A broker that was just made tells its first groups that it keeps none yet; what follows is not about that.
  const first = name()
  await bus.provision([{ name: first, partitions: 1 }])
  await bus.publish([textMessage(first, 'key', 'value')])
  const met = new Inbox(30_000)
  const early = await bus.consume({ group: name(), topics: [first], onBatch: met.onBatch, onError: () => {} })
  await met.until('a batch', () => met.accepted.length > 0)
  await early.stop()

  await t.test('in the middle of a long batch disturbs neither it nor the newcomer', async (t) => {
    const [topic, group] = [name(), name()]
    await bus.provision([{ name: topic, partitions: 2 }])
    const gate = new Gate()
    const slow = new Inbox(30_000)
    slow.before = () => gate.passed()
    // One key: the batch under way holds one of the two partitions.
    await bus.publish(keyedMessages(topic, 1, 5))
    const first = await bus.consume({ group, topics: [topic], ...slow })
    await slow.until('a batch', () => slow.batches.length > 0)
    const busy = slow.batches[0]![0]!.partition

    const newcomer = new Inbox(30_000)
    const second = await bus.consume({ group, topics: [topic], ...newcomer })
    const key = ['a', 'b', 'c', 'd', 'e', 'f'].map((each) => textMessage(topic, each, each))
    await bus.publish(key)
    await newcomer.until('its part', () => newcomer.accepted.length > 0)
    t.ok(newcomer.accepted.every(({ partition }) => partition !== busy))
    t.equal(slow.accepted.length, 0, 'while the long batch is still under way')

    gate.open()
    await slow.until('the end of the batch', () => slow.accepted.length >= 5)
    await slow.until('the rest', () => slow.accepted.length + newcomer.accepted.length >= 11)
    await Promise.all([first.stop(), second.stop()])
    t.equal(slow.accepted.length + newcomer.accepted.length, 11, 'nothing came twice')
    t.same([...slow.errors, ...newcomer.errors], [])
    const standing = await bus.offsets(group, [topic])
    t.ok(standing.every(({ committed, latest }) => committed === latest))
  })

  await t.test('gives partition n of all topics to one consumer', async (t) => {
    const group = name()
    const topics = [name(), name(), name()]
    await bus.provision(topics.map((topic) => ({ name: topic, partitions: 6 })))
    const all = new Inbox(30_000)
    const inboxes = [new Inbox(30_000), new Inbox(30_000), new Inbox(30_000)]
    const consumers = []
    for (const inbox of inboxes) {
      inbox.before = all.onBatch
      consumers.push(await bus.consume({ group, topics, ...inbox, onBatch: inbox.onBatch }))
    }
    let published = 0
    const publish = async () => {
      for (const topic of topics) await bus.publish(keyedMessages(topic, 30, 60, published))
      published += 60
      await all.untilDistinct(published * topics.length)
    }
    // A rebalance takes the time it takes: the group is settled when each consumer had its part of a round.
    while (inboxes.some(({ accepted }) => accepted.length === 0)) await publish()
    await publish()
    const from = inboxes.map(({ accepted }) => accepted.length)
    await publish()
    const places = inboxes.map(({ accepted }, at) => accepted.slice(from[at]))
    const numbers = places.map((messages) => new Set(messages.map(({ partition }) => partition)))
    t.same(
      numbers.map(({ size }) => size),
      [2, 2, 2],
    )
    for (const [at, messages] of places.entries()) {
      t.equal(
        new Set(messages.map(({ topic, partition }) => `${topic}/${partition}`)).size,
        numbers[at]!.size * 3,
      )
    }
    await Promise.all(consumers.map((consumer) => consumer.stop()))
  })

  await t.test('that expels a consumer in mid-batch is reported, and the messages come again', async (t) => {
    const [topic, group] = [name(), name()]
    await bus.provision([{ name: topic, partitions: 1 }])
    await bus.publish(keyedMessages(topic, 1, 10))
    const gate = new Gate()
    const inbox = new Inbox(30_000)
    inbox.before = () => gate.passed()
    const consumer = await bus.consume({ group, topics: [topic], ...inbox })
    await inbox.until('a batch', () => inbox.batches.length > 0)
    await expel(group)
    await inbox.until('the report', () => inbox.errors.length > 0)
    gate.open()
    await inbox.until('the messages again', () => inbox.accepted.length >= 20)
    t.same(orderFaults(inbox.accepted), [])
    t.match(inbox.errors, [
      { code: 'YB_BUS_UNAVAILABLE' },
      { code: 'YB_BUS_UNAVAILABLE', message: 'come again' },
    ])
    await consumer.stop()
    t.match(await bus.offsets(group, [topic]), [{ committed: 10 }])
  })
})

/** Takes the only member of a group out of it, as the end of its session would. */
async function expel(groupId: string): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const { groups } = await admin.describeGroups([groupId])
  await admin.disconnect()
  const link = new Link(settingsFrom(options))
  const coordinator = await (await link.cluster()).findGroupCoordinator({ groupId })
  await coordinator.leaveGroup({ groupId, memberId: groups[0]!.members[0]!.memberId })
  link.close()
}
