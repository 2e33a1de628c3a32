/** Why a term ends when it does, day by day: what a clerk would count on his fingers. */

import { legalDateOf, startOfLegalDate, type WorkingCalendar } from './calendar.ts'
import type { DateAnswer, DateRange, Term, TermOptions } from './calendar-types.ts'
import { computeClock, endOfLegalDate } from './clock.ts'
import { dateOfDayNumber, dayNumber, isDate } from './dates.ts'
import type { OfficeHours } from './office-hours.ts'

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
  /** Of a term in working hours: the minutes of this day that count. */
  readonly minutes?: number
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

/** A term in working hours (民法典 201: 按照小时计算期间的). */
export interface HoursTerm {
  readonly value: number
  readonly unit: 'WORKING_HOUR'
}

/** The moment a term in working hours has run out; `notBefore` and `missingYear` as of a term in days. */
export type HoursAnswer =
  | { readonly determined: true; readonly date: string; readonly at: string }
  | {
      readonly determined: false
      readonly notBefore: string
      readonly remaining: 0
      readonly missingYear: number
    }

/** The end of a term in working hours that begins at a moment (epoch milliseconds), with the days that lead to it. */
export function explainHours(
  { calendar, hours }: { readonly calendar: WorkingCalendar; readonly hours: OfficeHours },
  startAt: number,
  term: HoursTerm,
  excluded: readonly DateRange[] = [],
): { readonly end: HoursAnswer; readonly days: readonly TermDay[] } {
  const from = legalDateOf(startAt)
  const fromAt = new Date(startAt).toISOString()
  const plan = { clock: 'due', kind: 'PROMISED', from, fromAt, term, excluded } as const
  const { due, dueAt, notBefore = '', missingYear = 0 } = computeClock(plan, { calendar, hours })
  const ranges = excluded.map((range) => [dayNumber(range.from), dayNumber(range.to)] as const)
  const days: TermDay[] = []
  for (let day = dayNumber(from); day <= dayNumber(due ?? notBefore); day += 1) {
    const kind = kindOf(calendar, day, true, ranges)
    const date = dateOfDayNumber(day)
    const begin = Math.max(startAt, startOfLegalDate(date))
    const end = Math.min(
      dueAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(dueAt),
      endOfLegalDate(date),
    )
    const passed = hours.between(calendar, begin, end, excluded) ?? 0
    days.push({ ...dayOf(day, kind), ...(passed > 0 ? { minutes: Math.round(passed / 60_000) } : {}) })
  }
  if (due !== undefined && dueAt !== undefined)
    return { end: { determined: true, date: due, at: dueAt }, days }
  return { end: { determined: false, notBefore, remaining: 0, missingYear }, days }
}

const units = { wh: 'WORKING_HOUR', wd: 'WORKING_DAY', d: 'CALENDAR_DAY', mo: 'MONTH', y: 'YEAR' } as const

/**
 * Reads a term as people write it: `4wh` working hours, `5wd` working days, `30d` calendar days, `2mo` months, `1y` years.
 * Undefined for others.
 */
export function parseTerm(text: string): Term | HoursTerm | undefined {
  const match = /^(\d{1,5})(wh|wd|d|mo|y)$/.exec(text)
  if (match === null) return undefined
  const unit = units[match[2] as keyof typeof units]
  return { value: Number(match[1]), unit } as Term | HoursTerm
}

/** Reads the moment a term in working hours begins: `2026-10-08T16:00`, a clock in Shanghai. Undefined for others. */
export function parseMoment(text: string): number | undefined {
  const [date = '', time = ''] = text.split('T')
  if (!isDate(date) || date < '1991-09-16' || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined
  return startOfLegalDate(date) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000
}
