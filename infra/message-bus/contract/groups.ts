import type { Test } from 'tap'
import type { BusMessage } from '../message-bus.ts'
import {
  type BusUnderTest,
  contractTest,
  Gate,
  type Inbox,
  keyedMessages,
  orderFaults,
  placeOf,
} from './lab.ts'

export async function groupsContract(t: Test, under: BusUnderTest): Promise<void> {
  await contractTest(t, under, 'every group sees every message, whatever another does', async (t, lab) => {
    const topic = await lab.topic(2)
    await lab.bus.publish(keyedMessages(topic, 6, 30))
    const refusing = lab.inbox()
    refusing.before = async () => {
      throw new Error('never')
    }
    const groups = [lab.name(), lab.name(), lab.name()]
    await lab.consume(refusing, { group: groups[0]!, topics: [topic], retryDelay: 5 })
    await refusing.until('a refusal', () => refusing.errors.length > 0)
    for (const group of groups.slice(1)) {
      const inbox = lab.inbox()
      const consumer = await lab.consume(inbox, { group, topics: [topic] })
      await inbox.untilDistinct(30)
      await consumer.stop()
      t.same(orderFaults(inbox.accepted), [])
      const standing = await lab.bus.offsets(group, [topic])
      t.ok(standing.every(({ committed, latest }) => committed === latest))
    }
    const standing = await lab.bus.offsets(groups[0]!, [topic])
    t.ok(standing.every(({ committed }) => committed === 0))
  })

  await contractTest(
    t,
    under,
    'two consumers of a group share; one that leaves is replaced',
    async (t, lab) => {
      const topic = await lab.topic(4)
      const group = lab.name()
      const all = lab.inbox()
      const overlaps = watchOverlaps(all)
      const inboxes = [lab.inbox(), lab.inbox()]
      for (const inbox of inboxes) inbox.before = all.onBatch
      const consumers = await Promise.all(
        inboxes.map((inbox) => lab.consume(inbox, { group, topics: [topic] })),
      )
      let published = 0
      // A rebalance takes the time it takes: rounds are published until each consumer had its part of one.
      while (inboxes.some((inbox) => inbox.accepted.length === 0)) {
        await lab.bus.publish(keyedMessages(topic, 40, 40, published))
        published += 40
        await all.untilDistinct(published)
      }
      await consumers[0]!.stop()
      const [left, staying] = inboxes as [Inbox, Inbox]
      const taken = left.batches.length
      await lab.bus.publish(keyedMessages(topic, 40, 40, published))
      await all.untilDistinct(published + 40)
      t.equal(left.batches.length, taken, 'nothing comes to a stopped consumer')
      t.ok(staying.accepted.length >= 40)
      t.same(overlaps(), [], 'no message was with two consumers at once')
      t.same(orderFaults(all.accepted), [])
      await consumers[1]!.stop()
      const standing = await lab.bus.offsets(group, [topic])
      t.ok(standing.every(({ committed, latest }) => committed === latest))
    },
  )

  await contractTest(
    t,
    under,
    'joining and leaving in the middle loses and reorders nothing',
    async (t, lab) => {
      const topics = [await lab.topic(4), await lab.topic(2)]
      const group = lab.name()
      const all = lab.inbox()
      const overlaps = watchOverlaps(all)
      const join = async () => {
        const inbox = lab.inbox()
        let batches = 0
        inbox.before = async (messages) => {
          // Some batches are refused, so that partitions also change hands between a refusal and the next delivery.
          if (++batches % 4 === 0) throw new Error('every fourth batch')
          await all.onBatch(messages)
        }
        return await lab.consume(inbox, { group, topics, batchSize: 20, retryDelay: 2 })
      }
      let published = 0
      const publish = async () => {
        for (const topic of topics) await lab.bus.publish(keyedMessages(topic, 30, 150, published / 2))
        published += 300
      }
      const consumers = [await join()]
      for (let round = 0; round < 4; round++) {
        await publish()
        consumers.push(await join())
        if (round >= 2) await consumers.shift()!.stop()
        await all.untilDistinct(published)
      }
      await Promise.all(consumers.map((consumer) => consumer.stop()))
      t.equal(all.distinct, published)
      t.same(overlaps(), [], 'no message was with two consumers at once')
      t.same(orderFaults(all.accepted), [])
    },
  )

  await contractTest(t, under, 'a partition changes hands only when its batch is done', async (t, lab) => {
    const topic = await lab.topic(1)
    const group = lab.name()
    await lab.bus.publish(keyedMessages(topic, 1, 10))
    const all = lab.inbox()
    const overlaps = watchOverlaps(all)
    const gate = new Gate()
    const slow = lab.inbox()
    slow.before = async (messages) => {
      await all.onBatch(messages)
      await gate.passed()
    }
    const first = await lab.consume(slow, { group, topics: [topic], batchSize: 5 })
    await slow.until('a batch', () => slow.batches.length > 0)
    const inbox = lab.inbox()
    inbox.before = all.onBatch
    await lab.consume(inbox, { group, topics: [topic], batchSize: 5 })
    t.equal(inbox.batches.length, 0)
    const stopped = first.stop()
    gate.open()
    await stopped
    await all.untilDistinct(10)
    t.same(overlaps(), [])
    t.equal(
      new Set([...slow.accepted, ...inbox.accepted].map(placeOf)).size,
      10,
      'both together had every message',
    )
    t.same(orderFaults([...slow.accepted, ...inbox.accepted]), [])
  })
}

/** Notes every message that comes to the inbox while another delivery of it is under way. */
function watchOverlaps(inbox: Inbox): () => readonly string[] {
  const underWay = new Set<string>()
  const overlaps: string[] = []
  inbox.before = async (messages: readonly BusMessage[]) => {
    const places = messages.map(placeOf)
    overlaps.push(...places.filter((place) => underWay.has(place)))
    for (const place of places) underWay.add(place)
    // One turn of the event loop, so that a second consumer would have its chance to interfere.
    await new Promise((resolve) => setImmediate(resolve))
    for (const place of places) underWay.delete(place)
  }
  return () => overlaps
}
