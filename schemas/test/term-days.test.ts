import fc from 'fast-check'
import t from 'tap'
import {
  answerDue,
  explainHours,
  explainTerm,
  OfficeHours,
  parseTerm,
  shippedReference,
  startOfLegalDate,
  type Term,
  WorkingCalendar,
} from '../index.ts'

const calendar = new WorkingCalendar(shippedReference().calendars.map(({ content }) => content))

t.test('terms as people write them', (t) => {
  t.strictSame(parseTerm('4wh'), { value: 4, unit: 'WORKING_HOUR' })
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

t.test('a term in working hours ends where the clock of an approval would, and its days add up', (t) => {
  const hours = new OfficeHours([
    { from: '08:30', to: '11:30' },
    { from: '13:00', to: '17:00' },
  ])
  const minute = fc.integer({ min: 0, max: 540 * 24 * 60 })
  fc.assert(
    fc.property(minute, fc.integer({ min: 0, max: 60 }), (minutes, value) => {
      const startAt = startOfLegalDate('2025-01-01') + minutes * 60_000
      const { end, days } = explainHours({ calendar, hours }, startAt, { value, unit: 'WORKING_HOUR' })
      const at = hours.add(calendar, startAt, value * 3_600_000)
      if (!end.determined) return at === undefined && end.missingYear === 2027
      const counted = days.reduce((sum, day) => sum + (day.minutes ?? 0), 0)
      return at === Date.parse(end.at) && counted === value * 60 && days.at(-1)?.date === end.date
    }),
  )
  t.end()
})

t.test('a question is answered, or told which part of it cannot be read', (t) => {
  const rules = { years: shippedReference().calendars.map(({ content }) => content) }
  const asked = (start: string, term: string, excluded?: string) => {
    const found = answerDue({ start, term, excluded }, rules)
    return typeof found === 'string' ? found : found.determined && ('at' in found ? found.at : found.date)
  }
  t.equal(asked('2025-09-26', '5wd'), '2025-10-10')
  t.equal(asked('2026-10-08T16:00', '2wh'), '2026-10-09T01:30:00.000Z')
  t.equal(asked('2026-10-08T16:00', '2wh', '2026-10-09..2026-10-09'), '2026-10-10T01:30:00.000Z')
  t.equal(asked('2025-09-26', '5 weeks'), 'term')
  t.equal(asked('2025-02-30', '5wd'), 'start')
  t.equal(asked('2025-09-26T10:00', '5wd'), 'start')
  t.equal(asked('2025-09-26', '5wh'), 'start')
  t.equal(asked('2025-09-26T24:00', '5wh'), 'start')
  t.equal(asked('2025-09-26', '5mo', '2025-09-27..2025-09-28'), 'excluded')
  t.equal(asked('2025-09-26', '5wd', '2025-09-28..2025-09-27'), 'excluded')
  t.end()
})
