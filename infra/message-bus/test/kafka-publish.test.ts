import { randomUUID } from 'node:crypto'
import { kafkaForTest } from '@yibiao/engines/kafka'
import t from 'tap'
import { textMessage, textOf } from '../contract/lab.ts'
import { openKafkaBus } from '../kafka/index.ts'
import { Link } from '../kafka/link.ts'
import { settingsFrom } from '../kafka/options.ts'
import { Call, type Part } from '../kafka/outgoing.ts'
import { IdempotentProducer } from '../kafka/producer.ts'

t.setTimeout(180_000)

const kafka = await kafkaForTest(t)
const brokers = kafka.skip === undefined ? kafka.brokers.split(',') : []

await t.test('publishing to Kafka', { skip: kafka.skip ?? false }, async (t) => {
  const bus = await openKafkaBus({ brokers })
  t.teardown(() => bus.close())
  const settings = settingsFrom({ brokers, timeout: 5_000 })

  async function topicOf(partitions: number): Promise<string> {
    const name = `publish-${randomUUID()}`
    await bus.provision([{ name, partitions }])
    return name
  }

  const part = (topic: string, texts: readonly string[]): Part => {
    const messages = texts.map((text) => textMessage(topic, 'a', text))
    const call = new Call(messages)
    const outgoing = messages.map((message, at) => ({ call, at, message, partition: 0 }))
    return { topic, partition: 0, outgoing, bytes: 0 }
  }

  await t.test('appends once what is sent again because its answer was lost', async (t) => {
    const topic = await topicOf(1)
    const link = new Link(settings)
    t.teardown(() => link.close())
    const cutting = losingAnswers(link)
    const producer = new IdempotentProducer(cutting.link, settings.timeout)
    for (const text of ['a', 'b', 'c']) {
      cutting.loseNext()
      const [outcome] = await producer.send([part(topic, [text])])
      t.match(outcome, { produced: { partition: 0 } })
    }
    t.equal(cutting.lost, 3)
    t.same((await bus.read(topic, 0, 0, 10)).map(textOf), ['a', 'b', 'c'])
  })

  await t.test('takes nothing new for a repetition after a send was given up', async (t) => {
    const topic = await topicOf(1)
    const link = new Link(settings)
    t.teardown(() => link.close())
    const cutting = losingAnswers(link)
    const producer = new IdempotentProducer(cutting.link, 300)
    cutting.loseAll = true
    const [given] = await producer.send([part(topic, ['appended, but nobody knows'])])
    t.ok(given !== undefined && 'error' in given)
    cutting.loseAll = false
    await producer.send([part(topic, ['new'])])
    const stored = (await bus.read(topic, 0, 0, 10)).map(textOf)
    t.same([...new Set(stored)], ['appended, but nobody knows', 'new'])
  })
})

interface Losing {
  readonly link: Link
  readonly lost: number
  /** Loses the answer to the next request to append. */
  loseNext(): void
  loseAll: boolean
}

/** A link over which requests to append are done, but whose answers may be lost as by a cut connection. */
function losingAnswers(link: Link): Losing {
  let next = false
  let lost = 0
  const know = link.know.bind(link)
  link.know = async (topics) => {
    const cluster = await know(topics)
    const find = cluster.findBroker.bind(cluster)
    const findBroker: typeof find = async (node) => {
      const broker = await find(node)
      const produce: typeof broker.produce = async (request) => {
        const answer = await broker.produce(request)
        if (!next && !losing.loseAll) return answer
        next = false
        lost += 1
        throw new Error('the connection was cut')
      }
      return Object.assign(Object.create(broker), { produce })
    }
    return Object.assign(Object.create(cluster), { findBroker })
  }
  const losing: Losing = {
    link,
    loseAll: false,
    loseNext: () => {
      next = true
    },
    get lost() {
      return lost
    },
  }
  return losing
}
