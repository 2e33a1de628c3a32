import { kafkaForTest } from '@yibiao/engines/kafka'
import t from 'tap'
import { messageBusContract } from '../contract/index.ts'
import { openKafkaBus } from '../kafka/index.ts'

t.setTimeout(180_000)

const kafka = await kafkaForTest(t)

await t.test('Kafka', { skip: kafka.skip ?? false }, async (t) => {
  if (kafka.skip !== undefined) return
  // Others of a group hear of a change with their next sign of life.
  const options = { brokers: kafka.brokers.split(','), heartbeatInterval: 100 }
  await messageBusContract(t, {
    name: 'Kafka',
    open: () => openKafkaBus(options),
    reopen: () => openKafkaBus(options),
    destroy: async () => {},
    patience: 60_000,
  })
})
