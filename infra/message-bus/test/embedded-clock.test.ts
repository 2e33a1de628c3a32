import t from 'tap'
import { openEmbeddedBus } from '../embedded/index.ts'

await t.test('the append time stands still while the clock is behind it', async (t) => {
  const path = t.testdir()
  let now = 5_000
  const clock = () => now
  const publish = async (bus: Awaited<ReturnType<typeof openEmbeddedBus>>, key = 'a') => {
    const [receipt] = await bus.publish([{ topic: 'topic', key, value: Buffer.from(key) }])
    return receipt!.time
  }
  const bus = await openEmbeddedBus({ path, clock })
  await bus.provision([{ name: 'topic', partitions: 1 }])
  t.equal(await publish(bus), 5_000)
  now = 1_000
  t.equal(await publish(bus), 5_000, 'the clock was set back')
  await bus.close()
  const again = await openEmbeddedBus({ path, clock })
  t.equal(await publish(again), 5_000, 'also after a restart')
  now = 5_001
  t.equal(await publish(again), 5_001, 'the clock caught up')
  await again.close()
})

await t.test('a partition is not held up by the time of another', async (t) => {
  let now = 5_000
  const bus = await openEmbeddedBus({ path: t.testdir(), clock: () => now })
  await bus.provision([
    { name: 'ahead', partitions: 1 },
    { name: 'other', partitions: 1 },
  ])
  await bus.publish([{ topic: 'ahead', key: 'a', value: Buffer.from('x') }])
  now = 1_000
  const receipts = await bus.publish([
    { topic: 'ahead', key: 'a', value: Buffer.from('x') },
    { topic: 'other', key: 'a', value: Buffer.from('x') },
  ])
  t.same(
    receipts.map(({ time }) => time),
    [5_000, 1_000],
  )
  await bus.close()
})
