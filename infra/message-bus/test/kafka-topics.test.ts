import { randomUUID } from 'node:crypto'
import { kafkaForTest } from '@yibiao/engines/kafka'
import { Kafka, logLevel } from 'kafkajs'
import t from 'tap'
import { textMessage, textOf } from '../contract/lab.ts'
import { openKafkaBus } from '../kafka/index.ts'
import { mendRequestQueue } from '../kafka/mend.ts'

t.setTimeout(180_000)
mendRequestQueue()

const kafka = await kafkaForTest(t)
const brokers = kafka.skip === undefined ? kafka.brokers.split(',') : []

await t.test('topics on Kafka', { skip: kafka.skip ?? false }, async (t) => {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  t.teardown(() => admin.disconnect())
  const bus = await openKafkaBus({ brokers, topicSettings: { 'segment.bytes': '10485760' } })
  t.teardown(() => bus.close())

  async function settingsOf(name: string): Promise<Map<string, string>> {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: 2, name }],
    })
    return new Map(
      resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]),
    )
  }

  await t.test('take the time from the broker and keep messages as long as they are told', async (t) => {
    const [short, long] = [`topics-${randomUUID()}`, `topics-${randomUUID()}`]
    await bus.provision([
      { name: short, partitions: 2, retention: 3_600_000 },
      { name: long, partitions: 1 },
    ])
    const settings = await settingsOf(short)
    t.equal(settings.get('message.timestamp.type'), 'LogAppendTime')
    t.equal(settings.get('retention.ms'), '3600000')
    t.equal(settings.get('segment.bytes'), '10485760')
    t.equal((await settingsOf(long)).get('retention.ms'), '-1')
  })

  await t.test('that others made are brought in line, and keep what others set on them', async (t) => {
    const topic = `topics-${randomUUID()}`
    const configEntries = [
      { name: 'message.timestamp.type', value: 'CreateTime' },
      { name: 'cleanup.policy', value: 'delete' },
      { name: 'min.insync.replicas', value: '1' },
      { name: 'flush.messages', value: '17' },
    ]
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }], waitForLeaders: true })
    await bus.provision([{ name: topic, partitions: 1, retention: 60_000 }])
    const settings = await settingsOf(topic)
    t.equal(settings.get('message.timestamp.type'), 'LogAppendTime')
    t.equal(settings.get('retention.ms'), '60000')
    t.equal(settings.get('flush.messages'), '17')
    const before = Date.now() - 5_000
    const [receipt] = await bus.publish([textMessage(topic, 'a', 'x')])
    t.ok(receipt!.time > before)
    t.equal((await bus.read(topic, 0, 0, 1))[0]!.time, receipt!.time)
  })

  await t.test('may be provisioned by two processes at once', async (t) => {
    const other = await openKafkaBus({ brokers })
    const specs = Array.from({ length: 5 }, () => ({ name: `topics-${randomUUID()}`, partitions: 2 }))
    await Promise.all([bus.provision(specs), other.provision(specs), other.provision(specs)])
    t.equal(
      (
        await other.offsets(
          'nobody',
          specs.map(({ name }) => name),
        )
      ).length,
      10,
    )
    await other.close()
  })

  await t.test('that are deleted do not hinder the others', async (t) => {
    const [gone, stays] = [`topics-${randomUUID()}`, `topics-${randomUUID()}`]
    await bus.provision([gone, stays].map((name) => ({ name, partitions: 1 })))
    await bus.publish([textMessage(gone, 'a', 'x'), textMessage(stays, 'a', 'x')])
    await admin.deleteTopics({ topics: [gone] })
    // The controller has answered; the broker takes messages until it has heard of it.
    while ((await admin.listTopics()).includes(gone));
    await t.rejects(bus.publish([textMessage(gone, 'a', 'x')]), { code: 'YB_BUS_UNKNOWN_TOPIC' })
    await bus.publish([textMessage(stays, 'a', 'y')])
    t.same((await bus.read(stays, 0, 0, 10)).map(textOf), ['x', 'y'])
  })

  await t.test('take a call that is larger than one send, in its order', async (t) => {
    const topic = `topics-${randomUUID()}`
    await bus.provision([{ name: topic, partitions: 1 }])
    const value = Buffer.alloc(700_000, 'v')
    const receipts = await bus.publish(Array.from({ length: 8 }, () => ({ topic, key: 'a', value })))
    t.same(
      receipts.map(({ offset }) => offset),
      [0, 1, 2, 3, 4, 5, 6, 7],
    )
    const stored = await bus.read(topic, 0, 0, 10)
    t.ok(
      stored.length === 8 && stored.every((message) => message.value.equals(value)),
      'and reading pages over it',
    )
  })
})
