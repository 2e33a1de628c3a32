import t from 'tap'
import { type CalendarYear, legalDateOf, startOfLegalDate, WorkingCalendar } from '../src/calendar.ts'
import { shippedCalendarYears } from '../src/reference/index.ts'

const calendar = new WorkingCalendar(shippedCalendarYears)
const [year2025, year2026] = shippedCalendarYears as [CalendarYear, CalendarYear]
const yearOf = (year: number, off: readonly string[], on: readonly string[]): CalendarYear => ({
  ...year2026,
  year,
  off,
  on,
})
const on = (date: string) => ({ determined: true as const, date })

t.test('an instant becomes its date in Asia/Shanghai', async (t) => {
  t.equal(legalDateOf('2026-09-24T10:00:00+08:00'), '2026-09-24')
  t.equal(legalDateOf('2026-09-23T15:59:59.999Z'), '2026-09-23')
  t.equal(legalDateOf('2026-09-23T16:00:00Z'), '2026-09-24')
  t.equal(legalDateOf('2026-12-31T23:30:00-01:00'), '2027-01-01')
  t.equal(legalDateOf(Date.UTC(2026, 8, 23, 16)), '2026-09-24')
  t.equal(legalDateOf(startOfLegalDate('2026-09-24')), '2026-09-24')
  t.equal(legalDateOf(startOfLegalDate('2026-09-24') - 1), '2026-09-23')
  for (const wrong of ['2026-09-24', 'today', '1988-06-01T00:00:00Z', Number.NaN]) {
    t.throws(() => legalDateOf(wrong), RangeError, String(wrong))
  }
  t.throws(() => startOfLegalDate('2026-02-30'), RangeError)
  t.throws(() => startOfLegalDate('1991-09-15'), RangeError)
})

t.test('weekends worked in exchange are working days; weekdays off are not', async (t) => {
  t.equal(calendar.isWorkingDay('2026-10-10'), true, 'Saturday')
  t.equal(calendar.isWorkingDay('2026-10-07'), false, 'Wednesday')
  t.equal(calendar.isWorkingDay('2026-10-11'), false, 'Sunday')
  t.equal(calendar.isWorkingDay('2026-10-08'), true)
  t.equal(calendar.isWorkingDay('2027-01-01'), undefined, 'not published')
  t.equal(calendar.isWorkingDay('2024-12-31'), undefined, 'not published')
  t.throws(() => calendar.isWorkingDay('2026-02-30'), RangeError)
})

t.test('the start day is not counted (民法典 201)', async (t) => {
  const vectors: readonly [string, number, string][] = [
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2025-09-30', 3, '2025-10-11'],
    ['2025-01-24', 1, '2025-01-26'],
    ['2026-10-01', 1, '2026-10-08'],
    ['2026-09-24', 0, '2026-09-24'],
  ]
  for (const [start, n, end] of vectors) {
    t.same(calendar.addWorkingDays(start, n), on(end), `${start} + ${n}`)
    t.same(calendar.endOfTerm(start, { value: n, unit: 'WORKING_DAY' }), on(end))
    t.same(calendar.workingDaysBetween(start, end), { determined: true, days: n })
  }
})

t.test('the worked case of a set-up in September 2026', async (t) => {
  const add = (start: string, n: number) => calendar.addWorkingDays(start, n)
  t.same(add('2026-09-24', 3), on('2026-09-30'), 'review')
  t.same(add('2026-09-29', 3), on('2026-10-09'), 'handed in anew')
  t.same(add('2026-09-29', 6), on('2026-10-13'), 'with the extension; Saturday 10-10 counts')
  t.same(add('2026-09-29', 45), on('2026-12-07'), 'joint limit')
  t.same(add('2026-09-24', 5), on('2026-10-09'), 'one-time notice')
  t.same(add('2026-09-30', 20), on('2026-11-03'), 'publicity')
  t.same(add('2026-10-08', 20), on('2026-11-04'), 'food licence, statutory')
  t.same(add('2026-10-08', 10), on('2026-10-21'), 'food licence, promised')
  t.same(calendar.workingDaysBetween('2026-09-29', '2026-09-30'), { determined: true, days: 1 })
  const month = { value: 2, unit: 'MONTH' } as const
  t.same(calendar.endOfTerm('2026-08-20', month), on('2026-10-20'), 'name reservation')
  t.same(
    calendar.endOfTerm('2026-09-30', { value: 30, unit: 'CALENDAR_DAY' }),
    on('2026-10-30'),
    'follow-ups',
  )
})

t.test('testing ordered in writing is left out of the count (行政许可法 45)', async (t) => {
  const testing = [{ from: '2026-10-12', to: '2026-10-14' }]
  t.same(calendar.addWorkingDays('2026-10-08', 10, testing), on('2026-10-26'))
  t.same(
    calendar.endOfTerm('2026-10-08', { value: 10, unit: 'WORKING_DAY' }, { excluded: testing }),
    on('2026-10-26'),
  )
  t.same(calendar.workingDaysBetween('2026-10-08', '2026-10-26', testing), { determined: true, days: 10 })
  t.same(
    calendar.endOfTerm('2026-10-08', { value: 12, unit: 'CALENDAR_DAY' }, { excluded: testing }),
    on('2026-10-23'),
  )
  t.throws(
    () => calendar.endOfTerm('2026-10-08', { value: 1, unit: 'MONTH' }, { excluded: testing }),
    RangeError,
  )
})

t.test('months and years end on the corresponding day (民法典 202)', async (t) => {
  const keep = { lastDay: 'KEEP' } as const
  t.same(calendar.endOfTerm('2026-12-31', { value: 2, unit: 'MONTH' }, keep), on('2027-02-28'))
  t.same(calendar.endOfTerm('2028-02-29', { value: 12, unit: 'MONTH' }, keep), on('2029-02-28'))
  t.same(calendar.endOfTerm('2026-09-30', { value: 5, unit: 'YEAR' }, keep), on('2031-09-30'))
})

t.test('a last day in a holiday moves to the day after it (民法典 203)', async (t) => {
  const month = { value: 1, unit: 'MONTH' } as const
  t.same(calendar.endOfTerm('2026-09-02', month), on('2026-10-08'), 'Friday 10-02')
  t.same(calendar.endOfTerm('2026-09-03', month), on('2026-10-08'), 'Saturday 10-03 within the holiday')
  t.same(calendar.endOfTerm('2026-05-21', month), on('2026-06-22'), 'Sunday 06-21 after the holiday Friday')
  t.same(calendar.endOfTerm('2026-09-01', month, { lastDay: 'KEEP' }), on('2026-10-01'))
})

t.test('an ordinary weekend moves the last day only where practice says so', async (t) => {
  const term = { value: 10, unit: 'CALENDAR_DAY' } as const
  t.same(calendar.endOfTerm('2026-11-04', term), on('2026-11-14'), 'Saturday')
  t.same(calendar.endOfTerm('2026-11-04', term, { lastDay: 'AFTER_HOLIDAY_OR_WEEKEND' }), on('2026-11-16'))
  t.same(
    calendar.endOfTerm('2026-09-30', term, { lastDay: 'AFTER_HOLIDAY_OR_WEEKEND' }),
    on('2026-10-10'),
    'a worked Saturday is no weekend',
  )
})

t.test('beyond the last published year the answer is a bound, not a guess', async (t) => {
  t.same(calendar.addWorkingDays('2026-12-30', 1), on('2026-12-31'))
  t.same(calendar.addWorkingDays('2026-12-30', 5), {
    determined: false,
    notBefore: '2027-01-04',
    remaining: 4,
    missingYear: 2027,
  })
  t.same(calendar.addWorkingDays('2030-06-01', 3), {
    determined: false,
    notBefore: '2030-06-04',
    remaining: 3,
    missingYear: 2030,
  })
  t.match(calendar.addWorkingDays('2024-12-20', 3), { determined: false, missingYear: 2024 })
  t.same(
    calendar.addWorkingDays('2026-12-31', 2, [{ from: '2027-01-01', to: '2027-01-10' }]),
    { determined: false, notBefore: '2027-01-12', remaining: 2, missingYear: 2027 },
    'excluded days cannot be it',
  )
  t.same(calendar.workingDaysBetween('2026-12-29', '2027-01-05'), {
    determined: false,
    atLeast: 2,
    missingYear: 2027,
  })
  t.same(calendar.endOfTerm('2026-12-31', { value: 2, unit: 'MONTH' }), {
    determined: false,
    notBefore: '2027-02-28',
    remaining: 0,
    missingYear: 2027,
  })
  t.match(new WorkingCalendar([]).addWorkingDays('2026-01-01', 1), { determined: false, missingYear: 2026 })
})

t.test('a year between two published ones is not skipped', async (t) => {
  const gap = new WorkingCalendar([year2025, yearOf(2027, [], [])])
  t.match(gap.addWorkingDays('2025-12-31', 1), { determined: false, missingYear: 2026 })
})

t.test('a determined date stays when a year is added', async (t) => {
  const before = new WorkingCalendar([year2026])
  t.same(before.addWorkingDays('2026-09-30', 3), calendar.addWorkingDays('2026-09-30', 3))
})

t.test("a later notice may change the December before, as 2019's did", async (t) => {
  const years = [yearOf(2018, ['2018-12-31'], ['2018-12-29']), yearOf(2019, ['2019-01-01'], [])]
  t.equal(new WorkingCalendar([yearOf(2018, [], [])]).isWorkingDay('2018-12-31'), true)
  const both = new WorkingCalendar([yearOf(2018, [], []), yearOf(2019, ['2018-12-31'], ['2018-12-29'])])
  t.equal(both.isWorkingDay('2018-12-31'), false)
  t.equal(both.isWorkingDay('2018-12-29'), true)
  t.same(new WorkingCalendar(years).addWorkingDays('2018-12-28', 2), on('2019-01-02'))
})

t.test('a year before the first published one stays unknown though a notice names days of it', async (t) => {
  const only = new WorkingCalendar([yearOf(2019, ['2018-12-31'], ['2018-12-29'])])
  t.equal(only.isWorkingDay('2018-12-31'), undefined)
})

t.test('a calendar that contradicts itself is refused', async (t) => {
  t.throws(() => new WorkingCalendar([year2026, year2026]), /2026 is given twice/)
  t.throws(
    () => new WorkingCalendar([yearOf(2026, ['2026-10-10'], [])]),
    /2026-10-10/,
    'a Saturday is not off',
  )
  t.throws(
    () => new WorkingCalendar([yearOf(2026, [], ['2026-10-09'])]),
    /2026-10-09/,
    'a Friday is worked anyway',
  )
  t.throws(() => new WorkingCalendar([yearOf(2026, ['2027-01-01'], [])]), RangeError)
  t.throws(() => calendar.addWorkingDays('2026-10-09', 0.5), RangeError)
  t.throws(() => calendar.addWorkingDays('2026-10-09', -1), RangeError)
})

t.test('a calendar names its years and their versions, in order', async (t) => {
  t.equal(new WorkingCalendar([{ ...year2026, version: 2 }, year2025]).version, '2025.1+2026.2')
  t.same(calendar.years, [2025, 2026])
})
