import fc from 'fast-check'
import t from 'tap'
import {
  addDays,
  addMonths,
  addYears,
  compareInstants,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  epochMillisOf,
  isDate,
  isInstant,
  isMonth,
  weekdayOf,
  yearOf,
} from '../src/dates.ts'

const firstDay = dayNumber('0001-01-01')
const lastDay = dayNumber('9999-12-31')
const dates = fc.integer({ min: firstDay, max: lastDay }).map(dateOfDayNumber)
const offsets = ['Z', '+08:00', '-05:30', '+00:00', '+23:59']

t.test('a date must exist', async (t) => {
  for (const date of ['2026-11-22', '2000-02-29', '2024-02-29', '0001-01-01', '9999-12-31'])
    t.ok(isDate(date), date)
  const wrong = [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-01',
    '2026/01/01',
    '20260101',
    ' 2026-01-01',
    '2026-01-01 ',
    '2026-01-01T00:00:00Z',
    '２026-01-01',
    '-026-01-01',
    '',
  ]
  for (const date of wrong) t.notOk(isDate(date), date)
})

t.test('a month must exist', async (t) => {
  for (const month of ['2026-01', '2026-12']) t.ok(isMonth(month), month)
  for (const month of ['2026-00', '2026-13', '2026-1', '2026-01-01', '202601', '0000-01', ''])
    t.notOk(isMonth(month), month)
})

t.test('an instant has an offset', async (t) => {
  const right = [
    '2026-09-24T10:00:00+08:00',
    '2026-09-24T02:00:00Z',
    '2026-09-24T02:00:00.5Z',
    '2026-09-24T02:00:00.123456789-11:30',
  ]
  for (const text of right) t.ok(isInstant(text), text)
  const wrong = [
    '2026-09-24T10:00:00',
    '2026-09-24 10:00:00+08:00',
    '2026-09-24t10:00:00z',
    '2026-09-24T10:00+08:00',
    '2026-09-24T24:00:00Z',
    '2026-09-24T10:60:00Z',
    '2026-12-31T23:59:60Z',
    '2026-09-24T10:00:00.Z',
    '2026-09-24T10:00:00.1234567890Z',
    '2026-09-24T10:00:00+0800',
    '2026-09-24T10:00:00+8:00',
    '2026-09-24T10:00:00+24:00',
    '2026-09-24T10:00:00+08:60',
    '2026-02-30T10:00:00Z',
    '2026-09-24T10:00:00ZZ',
    '2026-09-24',
    '',
  ]
  for (const text of wrong) t.notOk(isInstant(text), text)
})

t.test('instants agree with the platform on every one they both take', async (t) => {
  const part = (max: number) => fc.nat(max).map((n) => String(n).padStart(2, '0'))
  const instants = fc
    .tuple(
      dates,
      part(23),
      part(59),
      part(59),
      fc.constantFrom('', '.1', '.12', '.123', '.999'),
      fc.constantFrom(...offsets),
    )
    .map(([date, h, m, s, fraction, offset]) => `${date}T${h}:${m}:${s}${fraction}${offset}`)
  fc.assert(
    fc.property(instants, (text) => epochMillisOf(text) === Date.parse(text)),
    { numRuns: 3000 },
  )
  t.pass()
})

t.test('instants are ordered to the nanosecond, whatever their offset', async (t) => {
  t.equal(compareInstants('2026-09-24T10:00:00+08:00', '2026-09-24T02:00:00.000Z'), 0)
  t.ok(compareInstants('2026-09-24T09:59:59+08:00', '2026-09-24T02:00:00Z') < 0)
  t.ok(compareInstants('2026-09-24T02:00:00.000000001Z', '2026-09-24T02:00:00Z') > 0)
  t.ok(compareInstants('2026-09-24T02:00:00.0002Z', '2026-09-24T02:00:00.00019Z') > 0)
  t.equal(compareInstants('2026-09-24T02:00:00.5+08:00', '2026-09-24T02:00:00.50+08:00'), 0)
  t.throws(() => compareInstants('2026-09-24', '2026-09-24T02:00:00Z'), RangeError)
})

t.test('day numbers agree with the platform and come back', async (t) => {
  t.equal(dayNumber('1970-01-01'), 0)
  fc.assert(
    fc.property(fc.integer({ min: firstDay, max: lastDay }), (n) => {
      const date = dateOfDayNumber(n)
      return isDate(date) && dayNumber(date) === n && Date.parse(`${date}T00:00:00Z`) === n * 86_400_000
    }),
    { numRuns: 3000 },
  )
  t.pass()
})

t.test('days are added and counted across months and years', async (t) => {
  t.equal(addDays('2026-09-30', 30), '2026-10-30')
  t.equal(addDays('2026-01-01', -1), '2025-12-31')
  t.equal(daysBetween('2024-02-28', '2024-03-01'), 2)
  t.equal(weekdayOf('2026-09-24'), 4)
  t.equal(weekdayOf('1969-12-28'), 7)
  t.equal(yearOf('2026-09-24'), 2026)
  t.same(
    [daysInMonth(2024, 2), daysInMonth(2026, 2), daysInMonth(2026, 4), daysInMonth(2026, 12)],
    [29, 28, 30, 31],
  )
  t.throws(() => addDays('2026-02-30', 1), RangeError)
  t.throws(() => addDays('2026-02-28', 0.5), RangeError)
  t.throws(() => addDays('9999-12-31', 1), RangeError)
})

t.test('months end on the corresponding day or on the last of the month (民法典 202)', async (t) => {
  t.equal(addMonths('2026-08-20', 2), '2026-10-20')
  t.equal(addMonths('2026-12-31', 2), '2027-02-28')
  t.equal(addMonths('2028-02-29', 12), '2029-02-28')
  t.equal(addMonths('2026-01-31', 1), '2026-02-28')
  t.equal(addMonths('2026-03-31', -1), '2026-02-28')
  t.equal(addMonths('2026-11-30', 1), '2026-12-30')
  t.equal(addMonths('2026-01-15', -1), '2025-12-15')
  t.throws(() => addMonths('2026-01-31', 1.5), RangeError)
})

t.test('years end on the corresponding day', async (t) => {
  t.equal(addYears('2026-09-30', 5), '2031-09-30')
  t.equal(addYears('2028-02-29', 1), '2029-02-28')
  t.equal(addYears('2028-02-29', 4), '2032-02-29')
  t.throws(() => addYears('2026-01-31', 0.5), RangeError)
})

t.test('adding months keeps the day or clamps it, and never skips a month', async (t) => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 120 }), (date, n) => {
      if (Number(date.slice(0, 4)) > 9980) return true
      const later = addMonths(date, n)
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
      return isDate(later) && months(later) - months(date) === n && later.slice(8) <= date.slice(8)
    }),
  )
  t.pass()
})
