import { join } from 'node:path'
import { startKafka } from '@yibiao/engines/kafka'
import { startPostgres } from '@yibiao/engines/postgres'
import { configure } from '@yibiao/exchange'
import type { Outcome, RowOptions } from '../outcome.ts'
import { scaled } from '../outcome.ts'
import { kafkajsOneWay } from '../raw-kafka.ts'
import { measureEndToEnd } from './end-to-end.ts'

/** Messages of the raw baseline at scale 1. */
const rawMessages = 60_000

/** An accepted event costs one message in and one on each of ten feeds. */
const messagesPerEvent = 11

/**
 * The same as `end-to-end` on a real Kafka and a real PostgreSQL (history and views), all on this machine; beside it kafkajs
 * alone, which produces and then consumes as many messages of the same size.
 */
export async function engines({ folder, scale, seed }: RowOptions): Promise<Outcome> {
  const [kafka, postgres] = await Promise.all([startKafka(), startPostgres()])
  try {
    const url = await postgres.createDatabase('yibiao')
    const raw = await kafkajsOneWay(kafka.brokers, scaled(rawMessages, scale, 2_000))
    const configuration = configure({
      data: join(folder, 'data'),
      port: 0,
      departments: false,
      logLevel: 'error',
      bus: kafka.url,
      store: url,
      database: url,
    })
    // A smaller share of the embedded row's messages: each is written eleven times here.
    const measured = await measureEndToEnd({ configuration, scale: scale / 4, seed })
    const moved = measured.rate * messagesPerEvent
    return {
      figures: [
        ...measured.figures.map((figure) =>
          figure.name === 'sustained' ? { ...figure, required: { atLeast: 1_100 } } : figure,
        ),
        { name: 'messages moved, eleven an accepted one', value: moved, unit: 'messages/s' },
        { name: 'kafkajs alone: produced', value: raw.produced, unit: 'messages/s' },
        { name: 'kafkajs alone: consumed', value: raw.consumed, unit: 'messages/s' },
        { name: 'kafkajs alone: one way', value: raw.oneWay, unit: 'messages/s' },
        {
          name: 'moved ÷ kafkajs alone',
          value: moved / raw.oneWay,
          unit: '×',
          required: { atLeast: 0.55 },
        },
      ],
      settings: { ...measured.settings, 'raw messages': raw.messages, 'bytes of a raw message': raw.bytes },
    }
  } finally {
    await Promise.all([kafka.kill(), postgres.kill()])
    await Promise.all([kafka.stop(), postgres.stop()])
  }
}
