import type { Test } from 'tap'
import { partitionOf } from '../partitioner.ts'
import { type BusUnderTest, contractTest, keyedMessages, textMessage, textOf } from './lab.ts'

const mebibyte = 1024 * 1024

export async function publishingContract(t: Test, under: BusUnderTest): Promise<void> {
  await contractTest(t, under, 'a receipt says where each message went', async (t, lab) => {
    const topic = await lab.topic(5)
    const messages = keyedMessages(topic, 20, 60)
    const receipts = [
      ...(await lab.bus.publish(messages.slice(0, 10))),
      ...(await lab.bus.publish(messages.slice(10))),
    ]
    const next = new Map<number, number>()
    for (const [at, { partition, offset, time }] of receipts.entries()) {
      t.equal(partition, partitionOf(messages[at]!.key, 5), "the key's partition is Kafka's")
      t.equal(offset, next.get(partition) ?? 0, 'offsets are 0, 1, 2 … within a partition')
      next.set(partition, offset + 1)
      const [stored] = await lab.bus.read(topic, partition, offset, 1)
      t.match(stored, { topic, partition, offset, time, key: messages[at]!.key })
      t.equal(textOf(stored!), Buffer.from(messages[at]!.value).toString())
    }
  })

  await contractTest(
    t,
    under,
    'the bus sets the time, which never decreases in a partition',
    async (t, lab) => {
      const topic = await lab.topic()
      const times: number[] = []
      for (let round = 0; round < 20; round++) {
        const receipts = await lab.bus.publish(keyedMessages(topic, 3, 5))
        times.push(...receipts.map(({ time }) => time))
      }
      t.ok(times.every((time) => Number.isSafeInteger(time) && time > 0))
      t.same(
        times,
        times.toSorted((a, b) => a - b),
      )
      const stored = await lab.bus.read(topic, 0, 0, 1)
      t.equal(stored[0]!.time, times[0])
    },
  )

  await contractTest(t, under, 'keys, headers and values come back as they were', async (t, lab) => {
    const topic = await lab.topic()
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const headers = {
      'content-type': 'application/cloudevents+json',
      'ce-source': '/接入单位/税务',
      empty: '',
    }
    // A view into a larger buffer, of which only the view may travel.
    const view = every.subarray(100, 110)
    await lab.bus.publish([
      { topic, key: '吉林省-长春市-🏢', value: every, headers },
      { topic, key: 'view', value: view, headers: {} },
      { topic, key: 'empty', value: new Uint8Array(0) },
    ])
    const [first, second, third] = await lab.bus.read(topic, 0, 0, 3)
    t.equal(first!.key, '吉林省-长春市-🏢')
    t.same({ ...first!.headers }, headers)
    t.ok(Buffer.isBuffer(first!.value) && first!.value.equals(every))
    t.ok(second!.value.equals(view))
    t.same({ ...second!.headers }, {})
    t.equal(third!.value.length, 0)
    t.same({ ...third!.headers }, {})
  })

  await contractTest(t, under, 'a value may have 1 MiB and not a byte more', async (t, lab) => {
    const topic = await lab.topic()
    const value = Buffer.alloc(mebibyte, 'v')
    const headers = { 'content-type': 'text/plain' }
    await lab.bus.publish([{ topic, key: 'a', value, headers }])
    const larger = Buffer.alloc(mebibyte + 1)
    const call = lab.bus.publish([textMessage(topic, 'a', 'small'), { topic, key: 'a', value: larger }])
    await t.rejects(call, { code: 'YB_BUS_TOO_LARGE' })
    const stored = await lab.bus.read(topic, 0, 0, 10)
    t.equal(stored.length, 1, 'nothing of the refused call was published')
    t.ok(stored[0]!.value.equals(value))
  })

  await contractTest(t, under, 'concurrent callers each get their own receipts', async (t, lab) => {
    const topic = await lab.topic(4)
    const callers = Array.from({ length: 40 }, async (_, caller) => {
      for (let round = 0; round < 5; round++) {
        const texts = [`${caller}:${round}:a`, `${caller}:${round}:b`]
        const receipts = await lab.bus.publish(
          texts.map((text) => textMessage(topic, `caller-${caller}`, text)),
        )
        for (const [at, { partition, offset }] of receipts.entries()) {
          const [stored] = await lab.bus.read(topic, partition, offset, 1)
          if (textOf(stored!) !== texts[at])
            throw new Error(`another message stands at the receipt of ${texts[at]}`)
        }
      }
    })
    await Promise.all(callers)
    const perKey = new Map<string, string[]>()
    for (let partition = 0; partition < 4; partition++) {
      for (const message of await lab.bus.read(topic, partition, 0, 10_000)) {
        perKey.set(message.key, [...(perKey.get(message.key) ?? []), textOf(message)])
      }
    }
    t.equal(perKey.size, 40)
    for (const [key, texts] of perKey) {
      const caller = key.slice('caller-'.length)
      const expected = [0, 1, 2, 3, 4].flatMap((round) => [`${caller}:${round}:a`, `${caller}:${round}:b`])
      t.same(texts, expected, 'in the order in which the caller published')
    }
  })

  await contractTest(t, under, 'calls made without waiting are appended in their order', async (t, lab) => {
    const topic = await lab.topic()
    const texts = Array.from({ length: 50 }, (_, at) => String(at))
    await Promise.all(texts.map((text) => lab.bus.publish([textMessage(topic, 'same', text)])))
    t.same((await lab.bus.read(topic, 0, 0, 100)).map(textOf), texts)
  })

  await contractTest(t, under, 'publishing nothing is no fault; nonsense is', async (t, lab) => {
    const topic = await lab.topic()
    t.same(await lab.bus.publish([]), [])
    const usage = { code: 'YB_BUS_USAGE' }
    const value = Buffer.from('x')
    await t.rejects(lab.bus.publish([{ topic, key: '', value }]), usage)
    await t.rejects(lab.bus.publish([{ topic, key: '\ud800', value }]), usage)
    await t.rejects(lab.bus.publish([{ topic, key: 'a', value, headers: { 'Content-Type': 'x' } }]), usage)
    const text = 'no bytes' as unknown as Uint8Array
    await t.rejects(lab.bus.publish([{ topic, key: 'a', value: text }]), usage)
    t.same(await lab.bus.read(topic, 0, 0, 1), [])
  })
}
