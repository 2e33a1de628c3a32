/**
 * Hours in which work is done, for terms in working hours and for shares of terms in working days. Where there are office
 * hours a term is used up in them alone (民法典 203: 有业务时间的，停止业务活动的时间为截止时间).
 */

import { startOfLegalDate, type WorkingCalendar } from './calendar.ts'
import type { DateRange } from './calendar-types.ts'
import { dateOfDayNumber, dayNumber } from './dates.ts'

/** From … to as `HH:MM`, Asia/Shanghai, the first before the second. */
export interface OfficePeriod {
  readonly from: string
  readonly to: string
}

const minuteMillis = 60_000
const dayMillis = 86_400_000

/** The day number of the legal date of an instant. */
const dayAt = (instant: number): number =>
  Math.floor((instant - startOfLegalDate('2000-01-01')) / dayMillis) + 10_957

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The office hours of a day, the same on every working day. Immutable; holds no clock. */
export class OfficeHours {
  /** Milliseconds from the start of the day, ascending and apart. */
  readonly #periods: readonly (readonly [from: number, to: number])[]
  readonly millisecondsPerDay: number

  /** Throws `RangeError` when a period ends before it begins or begins before its predecessor has ended. */
  constructor(periods: readonly OfficePeriod[]) {
    let end = -1
    this.#periods = periods.map(({ from, to }) => {
      const period = [minuteOfDay(from) * minuteMillis, minuteOfDay(to) * minuteMillis] as const
      if (period[0] < end || period[1] <= period[0] || period[1] > dayMillis)
        throw new RangeError(`The office hours ${from}–${to} are not in order.`)
      end = period[1]
      return period
    })
    this.millisecondsPerDay = this.#periods.reduce((sum, [from, to]) => sum + to - from, 0)
    if (this.millisecondsPerDay === 0) throw new RangeError('There are no office hours.')
  }

  /**
   * The instant at which so much working time has passed since `after`, both in epoch milliseconds; undefined when it lies
   * beyond the published years. Days of `excluded` do not count.
   */
  add(
    calendar: WorkingCalendar,
    after: number,
    milliseconds: number,
    excluded: readonly DateRange[] = [],
  ): number | undefined {
    let left = milliseconds
    for (let day = dayAt(after); ; day += 1) {
      const date = dateOfDayNumber(day)
      const worked = isWorked(calendar, date, excluded)
      if (worked === undefined) return undefined
      if (!worked) continue
      const start = startOfLegalDate(date)
      for (const [from, to] of this.#periods) {
        const begin = Math.max(start + from, after)
        const open = start + to - begin
        if (open <= 0) continue
        if (left <= open) return begin + left
        left -= open
      }
    }
  }

  /** Working time from `from` to `to`, in milliseconds; undefined beyond the published years, 0 when `to` is not later. */
  between(
    calendar: WorkingCalendar,
    from: number,
    to: number,
    excluded: readonly DateRange[] = [],
  ): number | undefined {
    let passed = 0
    for (let day = dayAt(from); day <= dayAt(to); day += 1) {
      const date = dateOfDayNumber(day)
      const worked = isWorked(calendar, date, excluded)
      if (worked === undefined) return undefined
      if (!worked) continue
      const start = startOfLegalDate(date)
      for (const [begin, end] of this.#periods)
        passed += Math.max(0, Math.min(start + end, to) - Math.max(start + begin, from))
    }
    return passed
  }
}

function isWorked(
  calendar: WorkingCalendar,
  date: string,
  excluded: readonly DateRange[],
): boolean | undefined {
  const day = dayNumber(date)
  const isExcluded = excluded.some(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to))
  const worked = calendar.isWorkingDay(date)
  return worked === undefined ? undefined : worked && !isExcluded
}
