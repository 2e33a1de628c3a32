import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { ownKafkaForTest } from '@yibiao/engines/kafka'
import t from 'tap'
import { Inbox, keyedMessages, orderFaults, textMessage, textOf } from '../contract/lab.ts'
import { openKafkaBus } from '../kafka/index.ts'

t.setTimeout(180_000)

const own = await ownKafkaForTest(t)

await t.test('a broker that is killed', { skip: 'skip' in own ? own.skip : false }, async (t) => {
  if ('skip' in own) return
  const { kafka } = own
  const brokers = [kafka.brokers]
  const bus = await openKafkaBus({ brokers, timeout: 1_500, heartbeatInterval: 100 })
  t.teardown(() => bus.close())
  const [topic, group] = [`outage-${randomUUID()}`, randomUUID()]
  await bus.provision([{ name: topic, partitions: 3 }])
  const inbox = new Inbox(60_000)
  const consumer = await bus.consume({ group, topics: [topic], ...inbox })
  await bus.publish(keyedMessages(topic, 9, 90))
  await inbox.untilDistinct(90)

  await t.test('makes calls reject with a retryable code, in bounded time', async (t) => {
    await kafka.kill()
    const unavailable = { code: 'YB_BUS_UNAVAILABLE', retryable: true }
    const began = performance.now()
    const calls = Array.from({ length: 5 }, (_, at) => bus.publish([textMessage(topic, 'lost', String(at))]))
    await Promise.all(calls.map((call) => t.rejects(call, unavailable)))
    await t.rejects(bus.read(topic, 0, 0, 1), unavailable)
    await t.rejects(bus.offsets(group, [topic]), unavailable)
    await t.rejects(bus.provision([{ name: randomUUID(), partitions: 1 }]), unavailable)
    t.ok(performance.now() - began < 4 * 3_000)
    await t.rejects(openKafkaBus({ brokers, timeout: 300 }), unavailable, 'opening says so too')
    await inbox.until('a report', () => inbox.errors.length > 0)
    t.ok(inbox.errors.every((error) => (error as { code?: string }).code === 'YB_BUS_UNAVAILABLE'))
  })

  await t.test('is found again by publishers and consumers when it is back', async (t) => {
    const waiting = publishUntilDone(keyedMessages(topic, 9, 90, 90))
    await kafka.restart()
    await waiting
    await inbox.until('what was published afterwards', () => inbox.accepted.filter(isKeyed).length >= 180)
    t.same(orderFaults(inbox.accepted), [])
    const texts = new Set(inbox.accepted.map(textOf))
    for (const message of keyedMessages(topic, 9, 180)) t.ok(texts.has(Buffer.from(message.value).toString()))
    const isCommitted = async () =>
      (await bus.offsets(group, [topic])).every(({ committed, latest }) => committed === latest)
    // The group is being divided anew; until then nobody may commit.
    while (!(await isCommitted())) await pause(50)
    await consumer.stop()
    t.ok(await isCommitted())
  })

  await t.test('in the middle of publishing loses nothing and reorders nothing', async (t) => {
    const topic = `outage-${randomUUID()}`
    await bus.provision([{ name: topic, partitions: 1 }])
    const sent: string[] = []
    let killed = false
    for (let at = 0; at < 300 || !killed; at++) {
      if (at === 100) {
        // Whatever is under way when it dies may or may not have been appended.
        kafka
          .kill()
          .then(() => kafka.restart())
          .then(() => {
            killed = true
          })
      }
      await publishUntilDone([textMessage(topic, 'a', String(at))])
      sent.push(String(at))
    }
    const stored = (await bus.read(topic, 0, 0, 10_000)).map(textOf)
    t.same([...new Set(stored)], sent, 'a message whose outcome was not known may stand there twice')
    t.ok(stored.length - sent.length <= 5)
  })

  async function publishUntilDone(messages: ReturnType<typeof keyedMessages>): Promise<void> {
    for (;;) {
      try {
        await bus.publish(messages)
        return
      } catch (error) {
        if ((error as { retryable?: boolean }).retryable !== true) throw error
      }
    }
  }
})

function isKeyed(message: { readonly key: string }): boolean {
  return message.key.startsWith('key-')
}
