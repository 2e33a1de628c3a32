import { ownKafkaForTest } from '@yibiao/engines/kafka'
import { openKafkaBus } from '@yibiao/message-bus/kafka'
import { feedTopic } from '@yibiao/schemas'
import t from 'tap'
import { registers } from './acts.ts'
import { exchange, type TestExchange } from './exchange.ts'
import { feed, messageOf, post, told } from './participant.ts'

t.setTimeout(180_000)

const own = await ownKafkaForTest(t)
const skip = 'skip' in own ? own.skip : false

/** What is on the feed's topic, once it holds so many messages. */
async function onTopic(x: TestExchange, count: number) {
  for (;;) {
    const messages = await x.bus.read(feedTopic('TAX'), 0, 0, 500)
    if (messages.length >= count) return messages
    await new Promise((resolve) => setImmediate(resolve))
  }
}

await t.test('over Kafka, where feeds are stored, the way over HTTP is the same', { skip }, async (t) => {
  if ('skip' in own) return
  const bus = await openKafkaBus({ brokers: own.kafka.brokers.split(',') })
  const x = await exchange({ bus, limits: { answerWait: 60_000 } })
  t.teardown(() => x.close())
  const filed = await x.file()
  await registers(x, filed, 61)
  await x.stream(`registration-${filed.record}`, 6)
  const changed = (id: string, quantity: number) =>
    messageOf('TAX', {
      id,
      type: 'record.changed',
      subject: filed.record,
      data: { reason: '核定', form: { tax: { invoice: { monthlyQuantity: quantity } } } },
    })
  const batch = [changed('one', 10), '{"broken":}', changed('two', 20)]
  const first = told(await post(x, 'TAX', batch))
  t.match(first, [{ outcome: 'recorded' }, { outcome: 'refused', status: 400 }, { outcome: 'recorded' }])
  const again = told(await post(x, 'TAX', [...batch, changed('one', 11)]))
  t.match(again, [
    { outcome: 'repeated', event: first[0]?.event },
    { outcome: 'refused', event: first[1]?.event },
    { outcome: 'repeated', event: first[2]?.event },
    { outcome: 'refused', problem: { code: 'YB_MESSAGE_ID_REUSED' } },
  ])

  const { messages, values, next } = await feed(x, 'TAX')
  const stored = (await onTopic(x, next)).slice(0, next)
  t.strictSame(
    values.map(String),
    stored.map(({ value }) => value.toString()),
  )
  t.strictSame(
    messages.map(({ digest }) => digest),
    stored.map(({ headers }) => headers.feeddigest),
  )
  const body = { sequence: next, digest: messages.at(-1)?.digest, stage: 'applied' }
  const acknowledge = () => x.call('POST', '/v1/participants/TAX/receipts', { as: 'TAX', body })
  t.match((await acknowledge()).json(), { outcome: 'recorded' })
  t.match((await acknowledge()).json(), { outcome: 'repeated' })
})
