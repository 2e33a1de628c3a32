import fc from 'fast-check'
import t from 'tap'
import { murmur2, partitionOf } from '../partitioner.ts'

await t.test("murmur2 gives the hashes of Kafka's own test", async (t) => {
  // org.apache.kafka.common.utils.UtilsTest.testMurmur2
  const vectors: readonly (readonly [string, number])[] = [
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ]
  for (const [key, hash] of vectors) t.equal(murmur2(Buffer.from(key)), hash, key)
})

await t.test('the partition is the positive hash modulo the partitions', async (t) => {
  t.equal(partitionOf('21', 1000), (-973932308 & 0x7fffffff) % 1000)
  t.equal(partitionOf('abc', 7), 479470107 % 7)
  t.equal(partitionOf('anything', 1), 0)
})

await t.test('every key has a partition, by its UTF-8 bytes', async (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 256 }), (key, partitions) => {
      const partition = partitionOf(key, partitions)
      const hash = murmur2(new TextEncoder().encode(key))
      return partition === (hash & 0x7fffffff) % partitions && partition >= 0 && partition < partitions
    }),
  )
  t.pass()
})

await t.test('record ids spread evenly', async (t) => {
  const counts = new Array<number>(16).fill(0)
  for (let id = 0; id < 16_000; id++) counts[partitionOf(`R${id.toString(32)}`, 16)]! += 1
  t.ok(counts.every((count) => count > 800 && count < 1_200))
})

await t.test('a number of partitions that cannot be is refused', async (t) => {
  for (const partitions of [0, -1, 1.5, Number.NaN]) {
    t.throws(() => partitionOf('a', partitions), { code: 'YB_BUS_USAGE' })
  }
})
