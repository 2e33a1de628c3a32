import fc from 'fast-check'
import t from 'tap'
import { Scratch, utf8Of } from '../src/scratch.ts'

t.test('what is taken between two clearings does not overlap, of any lengths', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(400_000), { maxLength: 8 }), { maxLength: 4 }),
      fc.nat(100),
      (rounds, unused) => {
        const scratch = new Scratch()
        for (const lengths of rounds) {
          scratch.clear()
          const taken = lengths.map((length, index) => {
            const bytes = scratch.take(length + unused)
            scratch.giveBack(unused)
            return bytes.subarray(0, length).fill(index + 1)
          })
          for (const [index, bytes] of taken.entries())
            if (!bytes.every((byte) => byte === index + 1)) return false
        }
        return true
      },
    ),
    { numRuns: 30 },
  )
})

t.test('the same bytes are used again', async (t) => {
  const scratch = new Scratch()
  const first = scratch.take(10)
  scratch.clear()
  t.equal(scratch.take(10).buffer, first.buffer)
})

t.test('texts and bytes one behind the other', async () => {
  const scratch = new Scratch()
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }).map((one) => Buffer.from(one)),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      scratch.clear()
      return Buffer.concat(pieces.map((one) => Buffer.from(one as string))).equals(utf8Of(pieces, scratch))
    }),
  )
})
