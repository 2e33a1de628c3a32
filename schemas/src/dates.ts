/**
 * Calendar dates, months and instants as text, without a time zone of the machine and without `Date`.
 * A date is `YYYY-MM-DD`, a month `YYYY-MM` (GB/T 7408), an instant RFC 3339 with offset. Legal dates are dates of
 * Asia/Shanghai; only the calendar module converts an instant to one.
 */

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48

/** The number of `count` digits from `at`, or −1 when one is no digit or is missing. Allocates nothing. */
function digits(text: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const next = digit(text, i)
    // Past the end `next` is NaN, which fails this test as well.
    if (!(next >= 0 && next <= 9)) return -1
    value = value * 10 + next
  }
  return value
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days of a month, 1 … 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isDateAt(text: string): boolean {
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  return text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45 && day <= daysInMonth(year, month)
}

/** True for a date that exists, `0001-01-01` … `9999-12-31`. Allocates nothing. */
export const isDate = (text: string): boolean => text.length === 10 && isDateAt(text)

/** True for a month `YYYY-MM`. */
export function isMonth(text: string): boolean {
  const month = digits(text, 5, 2)
  return (
    text.length === 7 && digits(text, 0, 4) >= 1 && text.charCodeAt(4) === 45 && month >= 1 && month <= 12
  )
}

/** Minutes of the offset at `at` up to the end of the text, or NaN. `Z` is 0. */
function offsetMinutes(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign === 90) return text.length === at + 1 ? 0 : Number.NaN
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text.charCodeAt(at + 3) !== 58)
    return Number.NaN
  const hours = digits(text, at + 1, 2)
  const minutes = digits(text, at + 4, 2)
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return Number.NaN
  return (sign === 43 ? 1 : -1) * (hours * 60 + minutes)
}

/** Index after the fraction that begins at 19, 19 when there is none, or −1 when it is not 1 to 9 digits. */
function endOfFraction(text: string): number {
  if (text.charCodeAt(19) !== 46) return 19
  let at = 20
  while (digit(text, at) >= 0 && digit(text, at) <= 9) at++
  return at === 20 || at > 29 ? -1 : at
}

/**
 * Milliseconds since 1970-01-01T00:00Z of an instant, or NaN when the text is none. Further digits of the fraction are
 * cut off, not rounded. Stricter than RFC 3339: upper-case `T` and `Z`, no leap second, at most nine digits of fraction.
 */
export function epochMillisOf(text: string): number {
  if (text.length < 20 || text.length > 35 || text.charCodeAt(10) !== 84 || !isDateAt(text)) return Number.NaN
  const hour = digits(text, 11, 2)
  const minute = digits(text, 14, 2)
  const second = digits(text, 17, 2)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return Number.NaN
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN
  const end = endOfFraction(text)
  if (end < 0) return Number.NaN
  const offset = offsetMinutes(text, end)
  let millis = 0
  for (let i = 20, unit = 100; i < end && i < 23; i++, unit /= 10) millis += digit(text, i) * unit
  return (((dayNumber(text) * 24 + hour) * 60 + minute - offset) * 60 + second) * 1000 + millis
}

/** True for an RFC 3339 instant with offset. Allocates nothing. */
export const isInstant = (text: string): boolean => !Number.isNaN(epochMillisOf(text))

/**
 * Days from 1970-01-01 to the date that `text` begins with; negative before. `text` MUST begin with a valid date.
 * Arithmetic on years that begin in March, so that the leap day is a year's last.
 */
export function dayNumber(text: string): number {
  const month = digits(text, 5, 2)
  const year = digits(text, 0, 4) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(text, 8, 2) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

function dateText(year: number, month: number, day: number): string {
  if (year < 1 || year > 9999) throw new RangeError('The date lies outside the years 0001 to 9999.')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** The date that lies `days` after 1970-01-01. Throws `RangeError` outside the years 0001 to 9999. */
export function dateOfDayNumber(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return dateText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

function requireDate(date: string): void {
  if (!isDate(date)) throw new RangeError('Expected a date that exists, YYYY-MM-DD.')
}

/** Throws `RangeError` when `n` is no whole number: half days and months have no corresponding date. */
function requireWhole(n: number): void {
  if (!Number.isSafeInteger(n)) throw new RangeError('Expected a whole number.')
}

/** The date `n` days later, or earlier when negative. */
export function addDays(date: string, n: number): string {
  requireDate(date)
  requireWhole(n)
  return dateOfDayNumber(dayNumber(date) + n)
}

/** Days from one date to another, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  requireDate(from)
  requireDate(to)
  return dayNumber(to) - dayNumber(from)
}

/** 1 Monday … 7 Sunday (GB/T 7408). */
export function weekdayOf(date: string): number {
  requireDate(date)
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/**
 * The corresponding day `n` months later, or the last day of that month when it has none (民法典 202): counted from
 * 2026-12-31, two months end on 2027-02-28. Negative `n` counts back.
 */
export function addMonths(date: string, n: number): string {
  requireDate(date)
  requireWhole(n)
  const months = digits(date, 0, 4) * 12 + digits(date, 5, 2) - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dateText(year, month, Math.min(digits(date, 8, 2), daysInMonth(year, month)))
}

/** The corresponding day `n` years later (民法典 202): 2028-02-29 plus one year is 2029-02-28. */
export function addYears(date: string, n: number): string {
  requireWhole(n)
  return addMonths(date, n * 12)
}

/** The year of a date. */
export const yearOf = (date: string): number => digits(date, 0, 4)

/**
 * Order of two instants, negative when `a` is the earlier, to the nanosecond. Throws `RangeError` when either is none.
 * Text order would be wrong: offsets and fractions may differ in form.
 */
export function compareInstants(a: string, b: string): number {
  const millisA = epochMillisOf(a)
  const millisB = epochMillisOf(b)
  if (Number.isNaN(millisA) || Number.isNaN(millisB))
    throw new RangeError('Expected an RFC 3339 instant with offset.')
  return millisA - millisB || subMillis(a) - subMillis(b)
}

/** Nanoseconds beyond the millisecond of a valid instant. */
function subMillis(text: string): number {
  const end = endOfFraction(text)
  let nanos = 0
  for (let i = 23, unit = 100_000; i < end; i++, unit /= 10) nanos += digit(text, i) * unit
  return nanos
}
