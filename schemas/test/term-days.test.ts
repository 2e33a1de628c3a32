import fc from 'fast-check'
import t from 'tap'
import { explainTerm, parseTerm, shippedReference, type Term, WorkingCalendar } from '../index.ts'

const calendar = new WorkingCalendar(shippedReference().calendars.map(({ content }) => content))

t.test('terms as people write them', (t) => {
  t.strictSame(parseTerm('5wd'), { value: 5, unit: 'WORKING_DAY' })
  t.strictSame(parseTerm('30d'), { value: 30, unit: 'CALENDAR_DAY' })
  t.strictSame(parseTerm('2mo'), { value: 2, unit: 'MONTH' })
  t.strictSame(parseTerm('1y'), { value: 1, unit: 'YEAR' })
  for (const wrong of ['', '5', 'wd', '-1d', '5 wd', '5WD', '1.5d', '123456d'])
    t.equal(parseTerm(wrong), undefined, wrong)
  t.end()
})

t.test('the explanation ends where the term does, and its counts are the term', (t) => {
  const date = fc
    .integer({ min: Date.UTC(2024, 10, 1) / 86_400_000, max: Date.UTC(2026, 10, 1) / 86_400_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
  const term = fc.record({
    value: fc.integer({ min: 0, max: 60 }),
    unit: fc.constantFrom<Term['unit']>('WORKING_DAY', 'CALENDAR_DAY'),
  })
  const excluded = fc.array(fc.tuple(date, fc.nat(5)), { maxLength: 2 }).map((ranges) =>
    ranges.map(([from, length]) => ({
      from,
      to: new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10),
    })),
  )
  fc.assert(
    fc.property(date, term, excluded, (start, term, excluded) => {
      const { end, days } = explainTerm(calendar, start, term, { excluded })
      t.strictSame(end, calendar.endOfTerm(start, term, { excluded }))
      const counts = days.flatMap(({ count }) => (count === undefined ? [] : [count]))
      const dense = counts.every((count, index) => count === index + 1)
      if (!end.determined) return dense && days.at(-1)?.kind === 'unpublished'
      return dense && counts.length === term.value && days.at(-1)?.date === end.date
    }),
  )
  t.end()
})

t.test('the vectors of the National Day, day by day', (t) => {
  const { end, days } = explainTerm(calendar, '2025-09-26', { value: 5, unit: 'WORKING_DAY' })
  t.strictSame(end, { determined: true, date: '2025-10-10' })
  t.strictSame(
    days.filter(({ count }) => count !== undefined).map(({ date, kind }) => [date, kind]),
    [
      ['2025-09-28', 'made-up'],
      ['2025-09-29', 'counted'],
      ['2025-09-30', 'counted'],
      ['2025-10-09', 'counted'],
      ['2025-10-10', 'counted'],
    ],
  )
  t.end()
})
