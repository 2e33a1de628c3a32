/** Why a term ends when it does, day by day: what a clerk would count on his fingers. */

import type { WorkingCalendar } from './calendar.ts'
import type { DateAnswer, Term, TermOptions } from './calendar-types.ts'
import { dateOfDayNumber, dayNumber } from './dates.ts'

/**
 * What a day is in a term: `start`, not counted (民法典 201); `counted`; `made-up`, a Saturday or Sunday worked in exchange,
 * counted like any; `weekend` and `holiday`, not counted in working days; `excluded` by a written notice (行政许可法 45);
 * `moved`, behind a last day that is a holiday (民法典 203); `unpublished`, of a year without a notice.
 */
export type DayKind =
  | 'start'
  | 'counted'
  | 'made-up'
  | 'weekend'
  | 'holiday'
  | 'excluded'
  | 'moved'
  | 'unpublished'

export interface TermDay {
  readonly date: string
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  readonly kind: DayKind
  /** Which day of the term it is; absent where it does not count. */
  readonly count?: number
}

export interface TermExplanation {
  readonly end: DateAnswer
  /** Every day from the start on, as far as days are counted one by one; of months and years only the ends. */
  readonly days: readonly TermDay[]
}

const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The end of a term as `endOfTerm` gives it, with the days that lead to it. Throws as that does. */
export function explainTerm(
  calendar: WorkingCalendar,
  start: string,
  term: Term,
  options: TermOptions = {},
): TermExplanation {
  const end = calendar.endOfTerm(start, term, options)
  const first = dayNumber(start)
  const last = dayNumber(end.determined ? end.date : end.notBefore)
  const days: TermDay[] = [dayOf(first, 'start')]
  if (term.unit === 'MONTH' || term.unit === 'YEAR') {
    if (last > first) days.push(dayOf(last, end.determined ? 'counted' : 'unpublished'))
    return { end, days }
  }
  const excluded = (options.excluded ?? []).map(({ from, to }) => [dayNumber(from), dayNumber(to)] as const)
  let count = 0
  for (let day = first + 1; day <= last; day += 1) {
    const kind = kindOf(calendar, day, term.unit === 'WORKING_DAY', excluded)
    if (count >= term.value) days.push(dayOf(day, 'moved'))
    else if (kind === 'counted' || kind === 'made-up') days.push({ ...dayOf(day, kind), count: ++count })
    else days.push(dayOf(day, kind))
    if (kind === 'unpublished') break
  }
  // Of a term in calendar days only the last one has to be a published day.
  const ending = days.at(-1)
  if (!end.determined && ending !== undefined) days[days.length - 1] = { ...ending, kind: 'unpublished' }
  return { end, days }
}

const dayOf = (day: number, kind: DayKind): TermDay => ({
  date: dateOfDayNumber(day),
  weekday: weekdayOf(day),
  kind,
})

function kindOf(
  calendar: WorkingCalendar,
  day: number,
  onlyWorked: boolean,
  excluded: readonly (readonly [from: number, to: number])[],
): DayKind {
  if (excluded.some(([from, to]) => from <= day && day <= to)) return 'excluded'
  if (!onlyWorked) return 'counted'
  const worked = calendar.isWorkingDay(dateOfDayNumber(day))
  if (worked === undefined) return 'unpublished'
  const isWeekend = weekdayOf(day) >= 6
  if (worked) return isWeekend ? 'made-up' : 'counted'
  return isWeekend ? 'weekend' : 'holiday'
}

const units = { wd: 'WORKING_DAY', d: 'CALENDAR_DAY', mo: 'MONTH', y: 'YEAR' } as const

/** Reads a term as people write it: `5wd` working days, `30d` calendar days, `2mo` months, `1y` years. Undefined for others. */
export function parseTerm(text: string): Term | undefined {
  const match = /^(\d{1,5})(wd|d|mo|y)$/.exec(text)
  if (match === null) return undefined
  return { value: Number(match[1]), unit: units[match[2] as keyof typeof units] }
}
