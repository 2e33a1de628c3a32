import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { kafkaForTest } from '@yibiao/engines/kafka'
import t from 'tap'

t.setTimeout(180_000)

const kafka = await kafkaForTest(t)
const script = fileURLToPath(new URL('fixtures/kafka-round-trip.ts', import.meta.url))

await t.test('a process on Kafka', { skip: kafka.skip ?? false }, async (t) => {
  if (kafka.skip !== undefined) return
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, kafka.brokers], {
    timeout: 60_000,
  })

  await t.test(
    'prints no warning of a negative timeout (kafkajs 1751), and nothing else of its own',
    async (t) => {
      t.equal(stdout, '')
      t.notMatch(stderr, 'is a negative number')
    },
  )

  await t.test('still shows every other warning, and ends by itself once the bus is closed', async (t) => {
    t.match(stderr, 'TimeoutNegativeWarning: of something else')
    t.equal(stderr.match(/Warning:/g)?.length, 1)
  })
})
