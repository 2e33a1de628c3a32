/** The question when a term ends, as people put it, and its answer day by day. */

import { WorkingCalendar } from './calendar.ts'
import type { CalendarYear, DateAnswer, DateRange, LastDayRule, Term } from './calendar-types.ts'
import { isDate } from './dates.ts'
import { OfficeHours, type OfficePeriod } from './office-hours.ts'
import {
  explainHours,
  explainTerm,
  type HoursAnswer,
  type HoursTerm,
  parseMoment,
  parseTerm,
  type TermDay,
} from './term-days.ts'

export interface DueQuestion {
  /** A date; of a term in working hours a moment, `2026-10-08T16:00`. */
  readonly start: string
  /** `4wh`, `5wd`, `30d`, `2mo`, `1y`. */
  readonly term: string
  /** `from..to`, of terms in working hours, working days or days. */
  readonly excluded?: string | undefined
  readonly lastDay?: LastDayRule | undefined
}

export type DueAnswer = (DateAnswer | HoursAnswer) & {
  readonly start: string
  readonly term: Term | HoursTerm
  /** The years and their versions. */
  readonly calendar: string
  readonly days: readonly TermDay[]
}

/** What terms are counted by. Without office hours those of most offices. */
export interface DueRules {
  readonly years: readonly CalendarYear[]
  readonly officeHours?: readonly OfficePeriod[] | undefined
}

const usualHours: readonly OfficePeriod[] = [
  { from: '08:30', to: '11:30' },
  { from: '13:00', to: '17:00' },
]

/** The part of a question that cannot be read. */
export type DuePart = 'start' | 'term' | 'excluded'

/** Answers a question, or names the part of it that cannot be read. */
export function answerDue(question: DueQuestion, rules: DueRules): DueAnswer | DuePart {
  const { start, lastDay = 'AFTER_HOLIDAY' } = question
  const term = parseTerm(question.term)
  if (term === undefined) return 'term'
  const excluded = rangeOf(question.excluded)
  if (excluded === undefined || (excluded.length > 0 && (term.unit === 'MONTH' || term.unit === 'YEAR')))
    return 'excluded'
  const calendar = new WorkingCalendar(rules.years)
  const asked = { start, term, calendar: calendar.version }
  if (term.unit === 'WORKING_HOUR') {
    const startAt = parseMoment(start)
    if (startAt === undefined) return 'start'
    const hours = new OfficeHours(rules.officeHours ?? usualHours)
    const { end, days } = explainHours({ calendar, hours }, startAt, term, excluded)
    return { ...asked, ...end, days }
  }
  if (!isDate(start)) return 'start'
  const { end, days } = explainTerm(calendar, start, term, { excluded, lastDay })
  return { ...asked, ...end, days }
}

/** The range given; none without one; undefined where it cannot be read. */
function rangeOf(given: string | undefined): readonly DateRange[] | undefined {
  if (given === undefined) return []
  const [from = '', to = '', more] = given.split('..')
  return isDate(from) && isDate(to) && from <= to && more === undefined ? [{ from, to }] : undefined
}
