import {
  beginningOfClock,
  type DateRange,
  dayNumber,
  daysBetween,
  type LegalClock,
  legalDateOf,
  type OfficeHours,
  type WorkingCalendar,
} from '@yibiao/schemas'
import type { Measured } from './types.ts'

export interface MeasuredBy {
  readonly calendar: WorkingCalendar
  readonly hours: OfficeHours
}

const hourMillis = 3_600_000

/**
 * How long a clock's term is and how much of it had passed at an instant (epoch milliseconds). Terms in working days and
 * hours are measured in working time, all others in days.
 */
export function measured(
  clock: Pick<LegalClock, 'from' | 'fromAt' | 'term' | 'due' | 'excluded'>,
  until: number,
  { calendar, hours }: MeasuredBy,
): Measured {
  const { term, from, due, excluded = [] } = clock
  if (term.unit === 'WORKING_DAY' || term.unit === 'WORKING_HOUR') {
    const measure = 'WORKING_TIME'
    if (term.value === 0) return { measure, allowed: null, elapsed: null }
    const whole = term.unit === 'WORKING_DAY' ? hours.millisecondsPerDay : hourMillis
    const elapsed = hours.between(calendar, beginningOfClock(clock), until, excluded) ?? null
    return { measure, allowed: term.value * whole, elapsed }
  }
  const today = legalDateOf(until)
  const days = (to: string): number => Math.max(0, daysBetween(from, to) - daysIn(excluded, from, to))
  return {
    measure: 'CALENDAR_DAYS',
    allowed: due === undefined ? null : days(due),
    elapsed: today <= from ? 0 : days(today),
  }
}

/** Days of the ranges after one date up to and including another. */
const daysIn = (ranges: readonly DateRange[], after: string, until: string): number =>
  ranges.reduce((sum, { from, to }) => {
    const first = Math.max(dayNumber(from), dayNumber(after) + 1)
    const last = Math.min(dayNumber(to), dayNumber(until))
    return sum + Math.max(0, last - first + 1)
  }, 0)
