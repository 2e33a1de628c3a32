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

export async function lifecycleContract(t: Test, under: BusUnderTest): Promise<void> {
  await contractTest(t, under, 'messages and offsets outlive the bus', async (t, lab) => {
    const topic = await lab.topic(3)
    const group = lab.name()
    const receipts = await lab.bus.publish(keyedMessages(topic, 12, 60))
    const inbox = lab.inbox()
    const consumer = await lab.consume(inbox, { group, topics: [topic], batchSize: 10 })
    await inbox.untilDistinct(20)
    await consumer.stop()
    const before = await lab.bus.offsets(group, [topic])
    await lab.reopen()
    t.same(await lab.bus.offsets(group, [topic]), before)
    const [stored] = await lab.bus.read(topic, receipts[59]!.partition, receipts[59]!.offset, 1)
    t.equal(textOf(stored!), 'key-11:4')
    t.equal(stored!.time, receipts[59]!.time)
    const rest = lab.inbox()
    await lab.consume(rest, { group, topics: [topic] })
    await rest.untilDistinct(60 - inbox.distinct)
    t.same(orderFaults([...inbox.accepted, ...rest.accepted]), [])
    const [next] = await lab.bus.publish([textMessage(topic, 'key-11', 'later')])
    t.equal(next!.offset, before[next!.partition]!.latest, 'offsets go on where they were')
  })

  await contractTest(t, under, 'closing waits for the batch under way and for publishing', async (t, lab) => {
    const topic = await lab.topic()
    const group = lab.name()
    await lab.bus.publish(keyedMessages(topic, 1, 3))
    const inbox = lab.inbox()
    const gate = new Gate()
    inbox.before = async (messages) => {
      await gate.passed()
      await lab.bus.publish([textMessage(topic, 'a', `after ${messages.length}`)])
    }
    await lab.consume(inbox, { group, topics: [topic] })
    await inbox.until('a batch', () => inbox.batches.length > 0)
    const published = lab.bus.publish([textMessage(topic, 'a', 'last')])
    let closed = false
    const closing = lab.bus.close().then(() => (closed = true))
    const [receipt] = await published
    t.notOk(closed)
    gate.open()
    await lab.soon('the bus to close', closing)
    const taken = inbox.accepted.length
    t.equal(inbox.batches.length, 1)
    await lab.reopen()
    t.match(await lab.bus.offsets(group, [topic]), [{ committed: taken, latest: 5 }])
    t.equal(textOf((await lab.bus.read(topic, 0, receipt!.offset, 1))[0]!), 'last')
  })

  await contractTest(t, under, 'a closed bus refuses everything but closing', async (t, lab) => {
    const topic = await lab.topic()
    const closed = { code: 'YB_BUS_CLOSED' }
    await Promise.all([lab.bus.close(), lab.bus.close()])
    await lab.bus.close()
    await t.rejects(lab.bus.provision([{ name: lab.name(), partitions: 1 }]), closed)
    await t.rejects(lab.bus.publish([textMessage(topic, 'a', 'x')]), closed)
    await t.rejects(lab.bus.read(topic, 0, 0, 1), closed)
    await t.rejects(lab.bus.offsets(lab.name(), [topic]), closed)
    await t.rejects(lab.bus.consume({ group: lab.name(), topics: [topic], onBatch: async () => {} }), closed)
  })
}
