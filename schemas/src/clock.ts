/**
 * What a statutory or promised term comes to: its last day, the instant at which it has run out, and the instants at which
 * its cards are raised. Computed when a clock starts or something about it changes, then copied from event to event.
 */

import type { Clock, Term } from '../generated/common.ts'
import { legalDateOf, startOfLegalDate, type WorkingCalendar } from './calendar.ts'
import type { DateRange } from './calendar-types.ts'
import { addDays, yearOf } from './dates.ts'
import type { OfficeHours } from './office-hours.ts'

/** A clock before its dates are known: what it times, from when, for how long. */
export interface ClockPlan {
  /** Unique within its filing: `<item>/promised`, `joint`. */
  readonly clock: string
  readonly kind: Clock['kind']
  readonly approval?: string
  /** The day it begins, not counted (民法典 201). */
  readonly from: string
  /** The instant it begins, RFC 3339; needed for a term in hours. */
  readonly fromAt?: string
  readonly term: Term
  /** Days that do not count (行政许可法 45). */
  readonly excluded?: readonly DateRange[]
  /** The last day, where it is named and not counted: a suspension to a date. */
  readonly until?: string
  /** Types of event that end a period before it has run out. */
  readonly endedBy?: readonly string[]
}

export interface ClockRules {
  readonly calendar: WorkingCalendar
  readonly hours: OfficeHours
  /** Shares of the term, in percent, at which cards are raised; none without. */
  readonly cards?: { readonly warning: number; readonly red: number } | undefined
}

const hourMillis = 3_600_000
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** The instant at which a legal date has ended. */
export const endOfLegalDate = (date: string): number => startOfLegalDate(addDays(date, 1))

/**
 * Gives a clock its dates. A term that runs past the last published calendar has none but `notBefore`, with the days still to
 * count: it is never guessed. A term of 0 days is the day it begins, or the next working day where that is none.
 */
export function computeClock(plan: ClockPlan, rules: ClockRules): Clock {
  const { kind, from, term, excluded = [] } = plan
  if (kind === 'PERIOD' || term.unit === 'WORKING_HOUR' || excluded.length > 0)
    return { ...plan, ...datesOf(plan, rules) }
  const { warning, red } = rules.cards ?? { warning: 0, red: 0 }
  const key = `${from} ${term.value} ${term.unit} ${warning} ${red}`
  const dates = computed(rules)
  let known = dates.get(key)
  if (known === undefined) {
    if (dates.size >= mostComputed) dates.clear()
    known = datesOf(plan, rules)
    dates.set(key, known)
  }
  return { ...plan, ...known }
}

type Due = Pick<Clock, 'due' | 'dueAt' | 'notBefore' | 'remaining' | 'missingYear'>
type Dates = Due & Pick<Clock, 'yellowAt' | 'redAt'>

/** Many filings of a day have terms alike: dates by calendar, office hours and what they depend on. */
const byCalendar = new WeakMap<WorkingCalendar, WeakMap<OfficeHours, Map<string, Dates>>>()
const mostComputed = 10_000

function computed({ calendar, hours }: ClockRules): Map<string, Dates> {
  const byHours = byCalendar.get(calendar) ?? new WeakMap<OfficeHours, Map<string, Dates>>()
  byCalendar.set(calendar, byHours)
  const dates = byHours.get(hours) ?? new Map<string, Dates>()
  byHours.set(hours, dates)
  return dates
}

function datesOf(plan: ClockPlan, rules: ClockRules): Dates {
  const due = plan.term.unit === 'WORKING_HOUR' ? dueInHours(plan, rules) : dueInDays(plan, rules)
  return rules.cards === undefined ? due : { ...due, ...cardsOf(plan, rules, due.dueAt) }
}

/**
 * A period of the record's life ends on its own last day, holiday or not: it is no time for doing something (民法典 203), so only
 * one in working days waits for the calendar.
 */
function dueInDays({ kind, from, term, excluded = [], until }: ClockPlan, { calendar }: ClockRules): Due {
  if (until !== undefined) return { due: until, dueAt: instant(endOfLegalDate(until)) }
  const options = kind === 'PERIOD' ? ({ lastDay: 'KEEP' } as const) : {}
  const inDays = term.unit === 'WORKING_DAY' || term.unit === 'CALENDAR_DAY'
  const answer = isSameDay(term)
    ? sameDay(calendar, from)
    : calendar.endOfTerm(
        from,
        term as Parameters<WorkingCalendar['endOfTerm']>[1],
        inDays ? { ...options, excluded } : options,
      )
  if (answer.determined) return { due: answer.date, dueAt: instant(endOfLegalDate(answer.date)) }
  const { notBefore, remaining, missingYear } = answer
  return { notBefore, remaining, missingYear }
}

const isSameDay = ({ value, unit }: Term): boolean => value === 0 && unit === 'WORKING_DAY'

/** Zero days from the day before: the first working day that is not earlier than `from`. */
const sameDay = (calendar: WorkingCalendar, from: string) => calendar.addWorkingDays(addDays(from, -1), 1)

function dueInHours(plan: ClockPlan, { calendar, hours }: ClockRules): Due {
  const at = hours.add(calendar, beginningOfClock(plan), plan.term.value * hourMillis, plan.excluded)
  if (at !== undefined) return { due: legalDateOf(at), dueAt: instant(at) }
  const missingYear = (calendar.years.at(-1) ?? yearOf(plan.from) - 1) + 1
  return { notBefore: `${missingYear}-01-01`, missingYear }
}

/** When the counting begins: terms in hours at once, all others when the first day has ended. */
export const beginningOfClock = ({
  from,
  fromAt,
  term,
}: Pick<ClockPlan, 'from' | 'fromAt' | 'term'>): number =>
  term.unit === 'WORKING_HOUR' && fromAt !== undefined ? Date.parse(fromAt) : endOfLegalDate(from)

/** Of terms of the same day there are none: they would be raised as soon as work begins. */
function cardsOf(
  plan: ClockPlan,
  { calendar, hours, cards }: ClockRules,
  dueAt: string | undefined,
): Pick<Clock, 'yellowAt' | 'redAt'> {
  const { term, excluded } = plan
  if (cards === undefined || term.value === 0) return {}
  const begin = beginningOfClock(plan)
  const at = (percent: number): number | undefined => {
    if (term.unit === 'WORKING_DAY' || term.unit === 'WORKING_HOUR') {
      const whole = term.value * (term.unit === 'WORKING_DAY' ? hours.millisecondsPerDay : hourMillis)
      return hours.add(calendar, begin, Math.round((whole * percent) / 100), excluded)
    }
    return dueAt === undefined ? undefined : Math.round(begin + ((Date.parse(dueAt) - begin) * percent) / 100)
  }
  const [yellow, red] = [at(cards.warning), at(cards.red)]
  return {
    ...(yellow === undefined ? {} : { yellowAt: instant(yellow) }),
    ...(red === undefined ? {} : { redAt: instant(red) }),
  }
}
