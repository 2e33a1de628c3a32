/**
 * The working-day calendar, and the only place where an instant becomes a date of Asia/Shanghai.
 *
 * Time limits of administrative approval count working days (行政许可法 82), which follow from the State Council's yearly
 * notice and from nothing else: weekends worked in exchange are working days, and no rule gives a year's days in advance.
 * So a calendar is an explicit set of published years, and what lies beyond them is answered "not determined".
 */

import type {
  CalendarYear,
  DateAnswer,
  DateRange,
  DaysAnswer,
  LastDayRule,
  Term,
  TermOptions,
  UndeterminedDate,
} from './calendar-types.ts'
import { addMonths, addYears, dateOfDayNumber, dayNumber, epochMillisOf, isDate, yearOf } from './dates.ts'

export type * from './calendar-types.ts'

/** Asia/Shanghai has been UTC+8 without summer time since the small hours of 1991-09-15. */
export const legalOffset = '+08:00'
const offsetMillis = 8 * 3_600_000
const dayMillis = 86_400_000
const firstFixedOffset = Date.UTC(1991, 8, 15)

/**
 * The legal date of an instant (RFC 3339 with offset, or milliseconds since 1970 UTC): its date in Asia/Shanghai.
 * Throws `RangeError` when it is no instant or lies before 1991-09-15, when the offset was not yet always +08:00.
 */
export function legalDateOf(instant: string | number): string {
  const millis = typeof instant === 'number' ? instant : epochMillisOf(instant)
  if (!(millis >= firstFixedOffset))
    throw new RangeError('Expected an instant with offset, 1991-09-15 or later.')
  return dateOfDayNumber(Math.floor((millis + offsetMillis) / dayMillis))
}

/**
 * The instant at which a legal date begins, in milliseconds since 1970 UTC; it ends where the next begins. Throws
 * `RangeError` for a date that does not exist or lies before 1991-09-16.
 */
export function startOfLegalDate(date: string): number {
  if (!isDate(date) || date < '1991-09-16') throw new RangeError('Expected a date, 1991-09-16 or later.')
  return dayNumber(date) * dayMillis - offsetMillis
}

/** The day number of a date. Within this module days are counted as numbers. */
function numberOf(date: string): number {
  if (!isDate(date)) throw new RangeError('Expected a date that exists, YYYY-MM-DD.')
  return dayNumber(date)
}

const isWeekend = (day: number): boolean => {
  const sinceMonday = (((day + 3) % 7) + 7) % 7
  return sinceMonday >= 5
}

function requireCount(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('Expected a whole number of days, 0 or more.')
}

/** A test whether a day lies in one of the ranges. */
function within(ranges: readonly DateRange[]): (day: number) => boolean {
  const numbers = ranges.map(({ from, to }) => [numberOf(from), numberOf(to)] as const)
  return (day) => numbers.some(([from, to]) => from <= day && day <= to)
}

/** The n-th day after `start` that is not excluded. */
function addDaysExcept(start: number, n: number, excluded: (day: number) => boolean): number {
  let day = start
  for (let counted = 0; counted < n; ) if (!excluded(++day)) counted++
  return day
}

const determined = (day: number): DateAnswer => ({ determined: true, date: dateOfDayNumber(day) })

/** The working-day calendar of a set of published years. Immutable; holds no clock. */
export class WorkingCalendar {
  /** Every day of the published years, and whether it is worked. */
  readonly #worked = new Map<number, boolean>()
  /** The published years, ascending. */
  readonly years: readonly number[]
  /** The years and their versions, e.g. `2025.1+2026.1`: what a deadline names as its basis. */
  readonly version: string

  /**
   * Takes at most one version of a year: which is in force is the caller's to know. A later year's notice may change
   * days of the December before and prevails there. Throws `RangeError` when a year is given twice or a date is wrong.
   */
  constructor(years: readonly CalendarYear[]) {
    const sorted = years.toSorted((a, b) => a.year - b.year)
    for (const year of sorted) this.#addWeeks(year)
    for (const year of sorted) this.#addExceptions(year)
    this.years = sorted.map(({ year }) => year)
    this.version = sorted.map(({ year, version }) => `${year}.${version}`).join('+')
  }

  #addWeeks({ year }: CalendarYear): void {
    const last = numberOf(`${year}-12-31`)
    if (this.#worked.has(last)) throw new RangeError(`The calendar of ${year} is given twice.`)
    for (let day = numberOf(`${year}-01-01`); day <= last; day++) this.#worked.set(day, !isWeekend(day))
  }

  #addExceptions({ year, off, on }: CalendarYear): void {
    for (const [dates, worked] of [
      [off, false],
      [on, true],
    ] as const) {
      for (const date of dates) {
        const near = date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`)
        if (!near || !isDate(date) || isWeekend(dayNumber(date)) !== worked) {
          throw new RangeError(`${date} is wrong in the calendar of ${year}.`)
        }
        // A December whose own year is not published stays unknown.
        if (this.#worked.has(dayNumber(date))) this.#worked.set(dayNumber(date), worked)
      }
    }
  }

  /** Whether the date is a working day; undefined when its year is not published. */
  isWorkingDay(date: string): boolean | undefined {
    return this.#worked.get(numberOf(date))
  }

  /**
   * The n-th working day after `start`, which is itself not counted (民法典 201), leaving out the days of `excluded`.
   * For n = 0 it is `start`.
   */
  addWorkingDays(start: string, n: number, excluded: readonly DateRange[] = []): DateAnswer {
    requireCount(n)
    return this.#addWorkingDays(numberOf(start), n, within(excluded))
  }

  #addWorkingDays(start: number, n: number, excluded: (day: number) => boolean): DateAnswer {
    let day = start
    for (let counted = 0; counted < n; ) {
      const worked = this.#worked.get(day + 1)
      if (worked === undefined) return this.#undetermined(day, n - counted, excluded)
      day++
      if (worked && !excluded(day)) counted++
    }
    return determined(day)
  }

  /** Every unpublished day might be worked, so a count cannot end before as many days have passed. */
  #undetermined(known: number, remaining: number, excluded: (day: number) => boolean): UndeterminedDate {
    const notBefore = dateOfDayNumber(addDaysExcept(known, remaining, excluded))
    return { determined: false, notBefore, remaining, missingYear: yearOf(dateOfDayNumber(known + 1)) }
  }

  /**
   * Working days after `from` up to and including `to`, leaving out the days of `excluded`: what is used of a term that
   * began on `from`. 0 when `to` is not later.
   */
  workingDaysBetween(from: string, to: string, excluded: readonly DateRange[] = []): DaysAnswer {
    const last = numberOf(to)
    const isExcluded = within(excluded)
    let days = 0
    for (let day = numberOf(from) + 1; day <= last; day++) {
      const worked = this.#worked.get(day)
      if (worked === undefined) {
        return { determined: false, atLeast: days, missingYear: yearOf(dateOfDayNumber(day)) }
      }
      if (worked && !isExcluded(day)) days++
    }
    return { determined: true, days }
  }

  /**
   * The last day of a term that begins on `start`, which is not counted (民法典 201–203). Throws `RangeError` for a value
   * that is no whole number and for days excluded from months or years, which no law knows.
   */
  endOfTerm(start: string, term: Term, options: TermOptions = {}): DateAnswer {
    const { lastDay = 'AFTER_HOLIDAY', excluded = [] } = options
    requireCount(term.value)
    switch (term.unit) {
      case 'WORKING_DAY':
        return this.addWorkingDays(start, term.value, excluded)
      case 'CALENDAR_DAY':
        return this.#lastDay(addDaysExcept(numberOf(start), term.value, within(excluded)), lastDay)
      case 'MONTH':
      case 'YEAR': {
        if (excluded.length > 0) {
          throw new RangeError('Days are excluded only from terms in working or calendar days.')
        }
        const add = term.unit === 'MONTH' ? addMonths : addYears
        return this.#lastDay(dayNumber(add(start, term.value)), lastDay)
      }
    }
  }

  #lastDay(day: number, rule: LastDayRule): DateAnswer {
    const worked = this.#worked.get(day)
    if (rule === 'KEEP' || worked === true) return determined(day)
    if (worked === undefined) {
      const date = dateOfDayNumber(day)
      return { determined: false, notBefore: date, remaining: 0, missingYear: yearOf(date) }
    }
    if (rule === 'AFTER_HOLIDAY' && !this.#isHoliday(day)) return determined(day)
    const next = this.#addWorkingDays(day, 1, () => false)
    return next.determined ? next : { ...next, remaining: 0 }
  }

  /** Whether an unworked day belongs to a holiday: its run of unworked days has a weekday in it. */
  #isHoliday(day: number): boolean {
    for (const direction of [-1, 1]) {
      for (let near = day; this.#worked.get(near) === false; near += direction) {
        if (!isWeekend(near)) return true
      }
    }
    return false
  }
}
