import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { kafkaForTest, kafkaJars } from '@yibiao/engines/kafka'
import t from 'tap'
import { type BusMessage, partitionOf } from '../index.ts'
import { openKafkaBus } from '../kafka/index.ts'

t.setTimeout(180_000)

const kafka = await kafkaForTest(t)

await t.test("Kafka's own producer and ours", { skip: kafka.skip ?? false }, async (t) => {
  if (kafka.skip !== undefined) return
  const bus = await openKafkaBus({ brokers: kafka.brokers.split(',') })
  t.teardown(() => bus.close())
  const topic = `partitioner-${randomUUID()}`
  const partitions = 7
  await bus.provision([{ name: topic, partitions }])
  const keys = Array.from(
    { length: 60 },
    (_, at) => ['R', '企业-', 'é🏢', ''][at % 4] + 'x'.repeat(at % 9) + at,
  )
  const receipts = await bus.publish(keys.map((key) => ({ topic, key, value: Buffer.from('ours') })))
  await produceByJava(kafka.brokers, topic, keys)
  const stored: BusMessage[] = []
  for (let partition = 0; partition < partitions; partition++) {
    stored.push(...(await bus.read(topic, partition, 0, 1_000)))
  }

  await t.test('put every key into the same partition', async (t) => {
    t.equal(stored.length, 120)
    for (const [at, key] of keys.entries()) {
      const both = stored.filter((message) => message.key === key)
      t.same(new Set(both.map(({ partition }) => partition)), new Set([partitionOf(key, partitions)]), key)
      t.equal(receipts[at]!.partition, partitionOf(key, partitions))
    }
  })
})

/** The console producer of the broker's own jars. */
async function produceByJava(brokers: string, topic: string, keys: readonly string[]): Promise<void> {
  const reader = ['--reader-property', 'parse.key=true', '--reader-property', 'key.separator=|']
  const producer = spawn(
    process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : 'java',
    [
      ...['-Dfile.encoding=UTF-8', '-XX:TieredStopAtLevel=1', '-cp', `${await kafkaJars()}/*`],
      'org.apache.kafka.tools.ConsoleProducer',
      ...['--bootstrap-server', brokers, '--topic', topic, ...reader],
    ],
    { stdio: ['pipe', 'ignore', 'ignore'], timeout: 60_000 },
  )
  producer.stdin.end(keys.map((key) => `${key}|java\n`).join(''))
  const [code] = await once(producer, 'exit')
  if (code !== 0) throw new Error(`the console producer ended with ${code}`)
}
