import type { Test } from 'tap'
import type { BusMessage, DerivedTopic } from '../message-bus.ts'
import { type BusUnderTest, contractTest, keyedMessages, orderFaults, textMessage, textOf } from './lab.ts'

/** Runs where the capability is declared; elsewhere `derive` must be refused. */
export async function derivedContract(t: Test, under: BusUnderTest): Promise<void> {
  await contractTest(t, under, 'a derived topic is refused where none can be had', async (t, lab) => {
    if (lab.bus.capabilities.derivedTopics) return t.pass('this adapter has them')
    t.throws(() => lab.bus.derive(lab.name(), new Numbers()), { code: 'YB_BUS_USAGE' })
  })

  await contractTest(t, under, 'a derived topic is consumed and read like a stored one', async (t, lab) => {
    if (!lab.bus.capabilities.derivedTopics) return t.pass('this adapter has none')
    const stored = await lab.topic(2)
    const topic = lab.name()
    const numbers = new Numbers()
    numbers.grow(30)
    lab.bus.derive(topic, numbers)
    const group = lab.name()
    const inbox = lab.inbox()
    let refusals = 1
    inbox.before = async () => {
      if (refusals-- > 0) throw new Error('once')
    }
    const options = { group, topics: [stored, topic], batchSize: 10, retryDelay: 1 }
    const consumer = await lab.consume(inbox, options)
    await inbox.untilDistinct(30)
    numbers.grow(12)
    await lab.bus.publish(keyedMessages(stored, 4, 8))
    await inbox.untilDistinct(50)
    await consumer.stop()
    t.same(orderFaults(inbox.accepted), [])
    const texts = inbox.accepted.filter((message) => message.topic === topic).map(textOf)
    t.same(
      texts,
      Array.from({ length: 42 }, (_, at) => String(at)),
    )
    t.same(
      (await lab.bus.read(topic, 0, 40, 10)).map((message) => [
        message.topic,
        message.partition,
        message.offset,
      ]),
      [
        [topic, 0, 40],
        [topic, 0, 41],
      ],
    )
    t.same(await lab.bus.offsets(group, [topic]), [
      { topic, partition: 0, earliest: 0, latest: 42, committed: 42 },
    ])
    t.equal(numbers.listeners, 0, 'a stopped consumer no longer listens')
  })

  await contractTest(t, under, "a group's place on a derived topic outlives the bus", async (t, lab) => {
    if (!lab.bus.capabilities.derivedTopics) return t.pass('this adapter has none')
    const topic = lab.name()
    const group = lab.name()
    const numbers = new Numbers()
    numbers.grow(10)
    lab.bus.derive(topic, numbers)
    const first = lab.inbox()
    await lab.consume(first, { group, topics: [topic] })
    await first.untilDistinct(10)
    await lab.reopen()
    await t.rejects(
      lab.bus.offsets(group, [topic]),
      { code: 'YB_BUS_UNKNOWN_TOPIC' },
      'nobody derived it yet',
    )
    lab.bus.derive(topic, numbers)
    numbers.grow(5)
    const second = lab.inbox()
    await lab.consume(second, { group, topics: [topic] })
    await second.untilDistinct(5)
    t.same(second.accepted.map(textOf), ['10', '11', '12', '13', '14'])
  })

  await contractTest(
    t,
    under,
    'nobody publishes to a derived topic or hides a stored one',
    async (t, lab) => {
      if (!lab.bus.capabilities.derivedTopics) return t.pass('this adapter has none')
      const stored = await lab.topic()
      const topic = lab.name()
      lab.bus.derive(topic, new Numbers())
      const call = lab.bus.publish([textMessage(stored, 'a', 'x'), textMessage(topic, 'a', 'x')])
      await t.rejects(call, { code: 'YB_BUS_FORBIDDEN', message: topic })
      t.same(
        await lab.bus.read(stored, 0, 0, 1),
        [],
        'the other message of the call was not published either',
      )
      t.throws(() => lab.bus.derive(topic, new Numbers()), { code: 'YB_BUS_USAGE' })
      t.throws(() => lab.bus.derive(stored, new Numbers()), { code: 'YB_BUS_USAGE' })
    },
  )
}

/** 0, 1, 2 … as far as it was grown. */
class Numbers implements DerivedTopic {
  readonly #callbacks = new Set<() => void>()
  #length = 0

  grow(by: number): void {
    this.#length += by
    for (const callback of this.#callbacks) callback()
  }

  get listeners(): number {
    return this.#callbacks.size
  }

  async read(from: number, limit: number): Promise<readonly Omit<BusMessage, 'topic' | 'partition'>[]> {
    const length = Math.max(0, Math.min(limit, this.#length - from))
    return Array.from({ length }, (_, at) => ({
      offset: from + at,
      time: 1,
      key: 'n',
      value: Buffer.from(String(from + at)),
      headers: {},
    }))
  }

  async latest(): Promise<number> {
    return this.#length
  }

  onMore(callback: () => void): () => void {
    this.#callbacks.add(callback)
    return () => this.#callbacks.delete(callback)
  }
}
