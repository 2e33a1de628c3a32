/** The raw baseline for Kafka: kafkajs alone, idempotent, in batches, first producing and then consuming. */
import { Kafka, logLevel } from 'kafkajs'

/** Of a feed message with Chinese text. */
const bytes = 1_500
const batch = 1_000

export interface OneWay {
  readonly messages: number
  readonly bytes: number
  /** Messages a second. */
  readonly produced: number
  readonly consumed: number
  /** Messages over the time of both. */
  readonly oneWay: number
}

export async function kafkajsOneWay(brokers: string, messages: number): Promise<OneWay> {
  const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING })
  const topic = 'raw-baseline'
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic, numPartitions: 8 }], waitForLeaders: true })
  await admin.disconnect()

  const value = Buffer.from('一表'.repeat(bytes / 6))
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 })
  await producer.connect()
  const send = (from: number, count: number) =>
    producer.send({
      topic,
      acks: -1,
      messages: Array.from({ length: count }, (_, index) => ({ key: `${(from + index) % 977}`, value })),
    })
  await send(0, batch)
  const began = performance.now()
  for (let sent = 0; sent < messages; sent += batch) await send(sent, Math.min(batch, messages - sent))
  const producedIn = performance.now() - began
  await producer.disconnect()

  const consumer = kafka.consumer({ groupId: 'raw-baseline' })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  const { promise: done, resolve } = Promise.withResolvers<number>()
  let taken = 0
  let first = 0
  await consumer.run({
    eachBatch: async ({ batch: { messages: some } }) => {
      first ||= performance.now()
      taken += some.length
      if (taken >= messages + batch) resolve(performance.now() - first)
    },
  })
  const consumedIn = await done
  await consumer.disconnect()
  return {
    messages,
    bytes: value.length,
    produced: (messages / producedIn) * 1_000,
    consumed: (messages / consumedIn) * 1_000,
    oneWay: (messages / (producedIn + consumedIn)) * 1_000,
  }
}
