import type { Test } from 'tap'
import { type BusUnderTest, contractTest, textMessage, textOf } from './lab.ts'

export async function readingContract(t: Test, under: BusUnderTest): Promise<void> {
  await contractTest(t, under, 'reading takes no group and commits nothing', async (t, lab) => {
    const topic = await lab.topic()
    const group = lab.name()
    const texts = Array.from({ length: 30 }, (_, at) => String(at))
    await lab.bus.publish(texts.map((text) => textMessage(topic, 'a', text)))
    t.same((await lab.bus.read(topic, 0, 0, 30)).map(textOf), texts)
    t.same((await lab.bus.read(topic, 0, 0, 30)).map(textOf), texts, 'as often as one likes')
    t.same((await lab.bus.read(topic, 0, 10, 5)).map(textOf), texts.slice(10, 15))
    t.same((await lab.bus.read(topic, 0, 28, 5)).map(textOf), texts.slice(28))
    t.same(await lab.bus.read(topic, 0, 30, 5), [], 'nothing at the end')
    t.same(await lab.bus.read(topic, 0, 1_000, 5), [], 'nothing behind it')
    t.same(await lab.bus.offsets(group, [topic]), [
      { topic, partition: 0, earliest: 0, latest: 30, committed: 0 },
    ])
  })

  await contractTest(t, under, 'an empty partition reads as empty', async (t, lab) => {
    const topic = await lab.topic(2)
    t.same(await lab.bus.read(topic, 1, 0, 10), [])
    t.same(await lab.bus.offsets(lab.name(), [topic]), [
      { topic, partition: 0, earliest: 0, latest: 0, committed: 0 },
      { topic, partition: 1, earliest: 0, latest: 0, committed: 0 },
    ])
  })

  await contractTest(t, under, 'a read that cannot be meant is refused', async (t, lab) => {
    const topic = await lab.topic(2)
    const usage = { code: 'YB_BUS_USAGE' }
    await t.rejects(lab.bus.read(topic, 2, 0, 1), usage)
    await t.rejects(lab.bus.read(topic, -1, 0, 1), usage)
    await t.rejects(lab.bus.read(topic, 0, -1, 1), usage)
    await t.rejects(lab.bus.read(topic, 0, 0, 0), usage)
    await t.rejects(lab.bus.read(topic, 0, 0, 10_001), usage)
    await t.rejects(lab.bus.offsets('', [topic]), usage)
  })
}
