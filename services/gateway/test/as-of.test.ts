import t from 'tap'
import { parseAsOf, parseEffectiveAt, wasKnown } from '../src/records/as-of.ts'

const known = (asOf: string, recordedtime: string, position = 5) =>
  wasKnown({ position, recordedtime }, parseAsOf(asOf, 100))

t.test('a number is a position, itself included', async (t) => {
  t.ok(known('5', '2026-09-24T02:00:00Z'))
  t.notOk(known('4', '2026-09-24T02:00:00Z'))
})

t.test('an instant is compared as an instant, whatever its offset', async (t) => {
  t.ok(known('2026-09-24T10:00:00+08:00', '2026-09-24T02:00:00.000Z'))
  t.notOk(known('2026-09-24T09:59:59.999+08:00', '2026-09-24T02:00:00.000Z'))
})

t.test('a plus sign that arrived as a space is understood', async (t) => {
  t.ok(known('2026-09-24T10:00:00 08:00', '2026-09-24T02:00:00.000Z'))
})

t.test('a date is its end in Asia/Shanghai', async (t) => {
  t.ok(known('2026-09-24', '2026-09-24T15:59:59.999Z'))
  t.notOk(known('2026-09-24', '2026-09-24T16:00:00.000Z'))
})

t.test('a position beyond the head is refused', async (t) => {
  t.throws(() => parseAsOf('101', 100), { code: 'YB_POSITION_FUTURE' })
})

t.test('what is none of the three is refused', async (t) => {
  for (const wrong of ['', '-1', '1.5', '2026-02-30', '2026-09-24T10:00:00', 'yesterday', '1'.repeat(16)])
    t.throws(() => parseAsOf(wrong, 100), { code: 'YB_REQUEST' }, wrong)
})

t.test('effectiveAt is a date that exists', async (t) => {
  t.equal(parseEffectiveAt('2028-02-29'), '2028-02-29')
  t.throws(() => parseEffectiveAt('2027-02-29'), { code: 'YB_REQUEST' })
  t.throws(() => parseEffectiveAt('5'), { code: 'YB_REQUEST' })
})
