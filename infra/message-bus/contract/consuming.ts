import type { Test } from 'tap'
import {
  type BusUnderTest,
  contractTest,
  Gate,
  keyedMessages,
  orderFaults,
  textMessage,
  textOf,
} from './lab.ts'

export async function consumingContract(t: Test, under: BusUnderTest): Promise<void> {
  await contractTest(t, under, 'a new group starts at the earliest message and goes on', async (t, lab) => {
    const topic = await lab.topic(3)
    await lab.bus.publish(keyedMessages(topic, 10, 50))
    const inbox = lab.inbox()
    await lab.consume(inbox, { group: lab.name(), topics: [topic] })
    await inbox.untilDistinct(50)
    await lab.bus.publish(keyedMessages(topic, 10, 50, 50))
    await inbox.untilDistinct(100)
    t.same(orderFaults(inbox.accepted), [])
    for (let key = 0; key < 10; key++) {
      const texts = inbox.accepted.filter((message) => message.key === `key-${key}`).map(textOf)
      t.same(
        [...new Set(texts)],
        Array.from({ length: 10 }, (_, at) => `key-${key}:${at}`),
      )
    }
  })

  await contractTest(t, under, 'a batch has at most the messages asked for', async (t, lab) => {
    const topic = await lab.topic(2)
    await lab.bus.publish(keyedMessages(topic, 10, 100))
    const inbox = lab.inbox()
    await lab.consume(inbox, { group: lab.name(), topics: [topic], batchSize: 7 })
    await inbox.untilDistinct(100)
    t.ok(inbox.batches.every((batch) => batch.length >= 1 && batch.length <= 7))
    t.same(orderFaults(inbox.accepted), [])
  })

  await contractTest(t, under, 'a consumer takes several topics', async (t, lab) => {
    const topics = [await lab.topic(2), await lab.topic(1), await lab.topic(3)]
    const inbox = lab.inbox()
    await lab.consume(inbox, { group: lab.name(), topics })
    for (const topic of topics) await lab.bus.publish(keyedMessages(topic, 5, 20))
    await inbox.untilDistinct(60)
    t.same(orderFaults(inbox.accepted), [])
    t.same(new Set(inbox.accepted.map(({ topic }) => topic)), new Set(topics))
  })

  await contractTest(
    t,
    under,
    'one batch at a time; committed only when its handler is done',
    async (t, lab) => {
      const topic = await lab.topic()
      const group = lab.name()
      await lab.bus.publish(keyedMessages(topic, 1, 25))
      const inbox = lab.inbox()
      let underWay = 0
      inbox.before = async (messages) => {
        underWay += 1
        t.equal(underWay, 1)
        const [standing] = await lab.bus.offsets(group, [topic])
        t.ok(standing!.committed <= messages[0]!.offset, 'nothing of the batch under way is committed')
        underWay -= 1
      }
      const consumer = await lab.consume(inbox, { group, topics: [topic], batchSize: 10 })
      await inbox.untilDistinct(25)
      await consumer.stop()
      t.match(await lab.bus.offsets(group, [topic]), [{ committed: 25, latest: 25 }])
    },
  )

  await contractTest(t, under, 'a refused batch comes again, in order, nothing committed', async (t, lab) => {
    const topic = await lab.topic()
    const group = lab.name()
    const refusal = new Error('not now')
    await lab.bus.publish(keyedMessages(topic, 3, 30))
    const inbox = lab.inbox()
    let refusals = 3
    const committed: number[] = []
    inbox.before = async () => {
      committed.push((await lab.bus.offsets(group, [topic]))[0]!.committed)
      if (refusals-- > 0) throw refusal
    }
    await lab.consume(inbox, { group, topics: [topic], batchSize: 10, retryDelay: 5 })
    await inbox.untilDistinct(30)
    t.same(committed.slice(0, 4), [0, 0, 0, 0])
    const offsets = inbox.batches.slice(0, 4).map((batch) => batch.map(({ offset }) => offset))
    t.ok(
      offsets.every((batch) => batch[0] === 0),
      'each delivery begins where the refused one began',
    )
    t.same(orderFaults(inbox.accepted), [])
    t.ok(inbox.errors.includes(refusal), 'onError is told')
  })

  await contractTest(t, under, 'a handler that throws at once refuses like any other', async (t, lab) => {
    const topic = await lab.topic()
    const inbox = lab.inbox()
    let refusals = 1
    await lab.bus.publish([textMessage(topic, 'a', 'x')])
    await lab.bus.consume({
      group: lab.name(),
      topics: [topic],
      retryDelay: 1,
      onBatch: (messages) => {
        if (refusals-- > 0) throw new Error('at once')
        return inbox.onBatch(messages)
      },
      onError: () => {
        throw new Error('the log is broken too')
      },
    })
    await inbox.untilDistinct(1)
    t.equal(refusals, -1)
  })

  await contractTest(
    t,
    under,
    'what was refused before a stop comes to the next consumer',
    async (t, lab) => {
      const topic = await lab.topic()
      const group = lab.name()
      await lab.bus.publish(keyedMessages(topic, 2, 10))
      const refusing = lab.inbox()
      refusing.before = async () => {
        throw new Error('never')
      }
      const first = await lab.consume(refusing, { group, topics: [topic], retryDelay: 5 })
      await refusing.until('a refusal', () => refusing.errors.length > 0)
      await first.stop()
      t.match(await lab.bus.offsets(group, [topic]), [{ committed: 0 }])
      const inbox = lab.inbox()
      await lab.consume(inbox, { group, topics: [topic] })
      await inbox.untilDistinct(10)
      t.same(orderFaults(inbox.accepted), [])
    },
  )

  await contractTest(t, under, 'stopping waits for the batch under way and commits it', async (t, lab) => {
    const topic = await lab.topic()
    const group = lab.name()
    await lab.bus.publish(keyedMessages(topic, 1, 5))
    const inbox = lab.inbox()
    const gate = new Gate()
    inbox.before = async () => await gate.passed()
    const consumer = await lab.consume(inbox, { group, topics: [topic] })
    await inbox.until('a batch', () => inbox.batches.length > 0)
    let stopped = false
    const stops = [consumer.stop(), consumer.stop()].map((stop) => stop.then(() => (stopped = true)))
    await lab.bus.offsets(group, [topic])
    t.notOk(stopped, 'not before the handler is done')
    gate.open()
    await Promise.all(stops)
    await consumer.stop()
    const taken = inbox.accepted.length
    t.equal(inbox.batches.length, 1, 'no batch came after it')
    t.match(await lab.bus.offsets(group, [topic]), [{ committed: taken }])
    await lab.bus.publish(keyedMessages(topic, 1, 5, 5))
    const next = lab.inbox()
    await lab.consume(next, { group, topics: [topic] })
    await next.untilDistinct(10 - taken)
    t.equal(next.accepted[0]!.offset, taken, 'the next consumer begins behind it')
  })

  await contractTest(t, under, 'a consumer that cannot be meant is refused', async (t, lab) => {
    const topics = [await lab.topic()]
    const onBatch = async () => {}
    const sound = { group: lab.name(), topics, onBatch }
    const usage = { code: 'YB_BUS_USAGE' }
    await t.rejects(lab.bus.consume({ ...sound, group: '' }), usage)
    await t.rejects(lab.bus.consume({ ...sound, topics: [] }), usage)
    await t.rejects(lab.bus.consume({ ...sound, topics: [topics[0]!, topics[0]!] }), usage)
    await t.rejects(lab.bus.consume({ ...sound, batchSize: 0 }), usage)
    await t.rejects(lab.bus.consume({ ...sound, batchSize: 10_001 }), usage)
    await t.rejects(lab.bus.consume({ ...sound, retryDelay: -1 }), usage)
    await t.rejects(lab.bus.consume({ group: lab.name(), topics } as never), usage)
  })
}
