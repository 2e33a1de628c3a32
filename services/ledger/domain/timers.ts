import type { ReferencesInForce } from '@yibiao/projections'
import {
  type ClockMark,
  clockMarks,
  type EventDataByType,
  eventIdOf,
  instantOfMark,
  legalDateOf,
  nextMark,
} from '@yibiao/schemas'
import { isRunning, itemOf, planOf, recalculating } from './clocks.ts'
import type { Conclusion } from './context.ts'
import { conclude } from './decisions/outcomes.ts'
import { periodRanOut } from './period-facts.ts'
import type { Approval, Filing, RecordState, RunningClock } from './state.ts'

/** A timer of the record that is due. */
export interface DueTimer {
  readonly filing: Filing
  readonly clock: RunningClock
  readonly mark: ClockMark
  /** When it fell due, epoch milliseconds. */
  readonly at: number
}

/** What a timer came to: its fact, and what follows from that. Their ids depend on record, timer and due time alone. */
export interface TimerFacts {
  readonly filing: string
  readonly at: number
  /** Legal date from which the fact has effect, where that is not its own day. */
  readonly effectivefrom?: string
  readonly conclusions: readonly [Conclusion, ...Conclusion[]]
  /** The id of each conclusion, by its ordinal. */
  idOf(ordinal: number): string
}

/** The timer of the record that is due first, whenever that is. Of several at one instant the order is that of their names. */
export function nextTimer(state: RecordState): DueTimer | undefined {
  let first: Omit<DueTimer, 'at'> | undefined
  // All instants are RFC 3339 UTC of one form, so their texts are in the order of time.
  let earliest = ''
  for (const filing of state.filings.values())
    for (const clock of filing.clocks.values()) {
      if (clock.passed >= clockMarks.length || !isRunning(filing, clock)) continue
      const mark = nextMark(clock)
      const instant = mark && instantOfMark(clock, mark)
      if (mark === undefined || instant === undefined || (first !== undefined && instant > earliest)) continue
      if (first !== undefined && instant === earliest && !precedes(filing, clock, first)) continue
      first = { filing, clock, mark }
      earliest = instant
    }
  return first && { ...first, at: Date.parse(earliest) }
}

const precedes = (filing: Filing, clock: RunningClock, other: Omit<DueTimer, 'at'>): boolean =>
  `${filing.filing}/${clock.clock}` < `${other.filing.filing}/${other.clock.clock}`

/** The timer that is due at or before an instant, the earliest first; undefined when none is. Cheap when none is. */
export function timerDue(state: RecordState, now: number): DueTimer | undefined {
  if (state.nextDue !== undefined && state.nextDue > now) return undefined
  const next = nextTimer(state)
  state.nextDue = next?.at ?? Number.POSITIVE_INFINITY
  return next !== undefined && next.at <= now ? next : undefined
}

/** What a due timer makes of the record. */
export function timerFacts(state: RecordState, timer: DueTimer, references: ReferencesInForce): TimerFacts {
  const { filing, clock, mark, at } = timer
  const source = `/timers/${state.record}`
  const name = `${filing.filing}/${clock.clock}/${mark}/${at}`
  const approval = clock.approval === undefined ? undefined : filing.approvals.get(clock.approval)
  return {
    filing: filing.filing,
    at,
    ...(clock.kind === 'NOTICE' ? { effectivefrom: clock.from } : {}),
    conclusions: conclusionsOf(timer, approval, references),
    idOf: (ordinal) => eventIdOf(source, name, ordinal),
  }
}

function conclusionsOf(
  { filing, clock, mark, at }: DueTimer,
  approval: Approval | undefined,
  references: ReferencesInForce,
): [Conclusion, ...Conclusion[]] {
  const { calendar } = clock
  const due = clock.due ?? legalDateOf(at - 1)
  if (approval !== undefined && clock.kind === 'PROMISED')
    return [card({ clock, approval, mark, at, due, calendar }), ...answerable(filing, approval, mark, due)]
  if (approval !== undefined && clock.kind === 'NOTICE')
    return [deemedAccepted(clock, approval, due, calendar)]
  if (approval !== undefined && clock.kind === 'STATUTORY' && isTacit(approval, references))
    return [
      deemedGranted(approval, due, calendar),
      ...conclude(filing, approval, 'GRANTED', { references, receivedAt: at }),
    ]
  if (clock.kind === 'PERIOD') return periodRanOut(filing, clock, due, references)
  return [
    {
      type: 'yibiao.deadline.breached.v1',
      data: {
        clock: clock.clock,
        kind: clock.kind,
        ...(clock.approval === undefined ? {} : { approval: clock.approval }),
        due,
        calendar,
      } satisfies EventDataByType['yibiao.deadline.breached.v1'],
    },
  ]
}

interface CardParts {
  readonly clock: RunningClock
  readonly approval: Approval
  readonly mark: ClockMark
  readonly at: number
  readonly due: string
  readonly calendar: string
}

/** 限时办结制: yellow and red before the promised time has run out, overdue when it has. */
const card = ({ clock, approval, mark, at, due, calendar }: CardParts): Conclusion => ({
  type: 'yibiao.card.raised.v1',
  data: {
    approval: approval.approval,
    clock: clock.clock,
    card: mark === 'DUE' ? 'OVERDUE' : mark,
    at: new Date(at).toISOString(),
    due,
    calendar,
  } satisfies EventDataByType['yibiao.card.raised.v1'],
})

/** 追究问责制: what is overdue has to be answered for. */
function answerable(filing: Filing, approval: Approval, mark: ClockMark, due: string): Conclusion[] {
  const name = caseOf(approval)
  if (mark !== 'DUE' || filing.cases.has(name)) return []
  const data: EventDataByType['yibiao.accountability.opened.v1'] = {
    case: name,
    approval: approval.approval,
    round: approval.round,
    department: approval.department,
    participant: approval.participant,
    due,
  }
  return [{ type: 'yibiao.accountability.opened.v1', data }]
}

export const caseOf = ({ approval, round }: Approval): string => `${approval}/${round}`

/** 行政许可法 32(4): 逾期不告知的，自收到申请材料之日起即为受理. */
const deemedAccepted = (
  { from }: RunningClock,
  { approval, round }: Approval,
  due: string,
  calendar: string,
): Conclusion => ({
  type: 'yibiao.acceptance.deemed.v1',
  data: {
    approval,
    round,
    receivedOn: from,
    due,
    calendar,
  } satisfies EventDataByType['yibiao.acceptance.deemed.v1'],
})

const deemedGranted = ({ approval, round }: Approval, due: string, calendar: string): Conclusion => ({
  type: 'yibiao.approval.deemed.v1',
  data: { approval, round, due, calendar } satisfies EventDataByType['yibiao.approval.deemed.v1'],
})

/** Silence grants only where the item says so, and never a registration. */
const isTacit = (approval: Approval, references: ReferencesInForce): boolean =>
  approval.kind !== 'REGISTRATION' && itemOf(approval, references)?.tacitConsent === true

/** A calendar that came into force after the one by which the record's clocks were computed. */
export interface NextCalendar {
  readonly references: ReferencesInForce
  /** When it came, epoch milliseconds. */
  readonly since: number
}

/** The calendar to recompute by next; undefined when the clocks were computed by the newest that is known. */
export function nextCalendar(state: RecordState, references: ReferencesInForce): NextCalendar | undefined {
  if (state.calendar === '' || state.calendar === references.calendar.version) return undefined
  const { calendars } = references
  const index = calendars.findIndex(({ calendar }) => calendar.version === state.calendar)
  const next = index < 0 ? undefined : calendars[index + 1]
  return next && { references: { ...references, calendar: next.calendar }, since: next.since }
}

/** What another calendar makes of the clocks that run: other dates, or an end where there was none yet. */
export function recalculated(state: RecordState, { references, since }: NextCalendar): readonly TimerFacts[] {
  return [...state.filings.values()].flatMap((filing) => {
    const plans = [...filing.clocks.values()]
      .filter((clock) => clock.passed < clockMarks.length && isRunning(filing, clock))
      .map(planOf)
    const [conclusion] = recalculating(filing, plans, 'CALENDAR', references)
    if (conclusion === undefined) return []
    const name = `${filing.filing}/${references.calendar.version}`
    return [
      {
        filing: filing.filing,
        at: since,
        conclusions: [conclusion],
        idOf: (ordinal: number) => eventIdOf(`/calendars/${state.record}`, name, ordinal),
      },
    ]
  })
}

/**
 * What has become due of a record by an instant and is not in its history yet, in the order in which it fell due: timers, and
 * what a newly published calendar makes of the clocks. Called again after each has been folded, until nothing is left. Notes in
 * the state what has been looked at.
 */
export function nextFacts(
  state: RecordState,
  now: number,
  references: ReferencesInForce,
): readonly TimerFacts[] {
  for (;;) {
    const calendar = nextCalendar(state, references)
    const until = calendar === undefined || calendar.since > now ? now : calendar.since - 1
    const timer = timerDue(state, until)
    if (timer !== undefined) return [timerFacts(state, timer, references)]
    if (calendar === undefined || calendar.since > now) return []
    const facts = recalculated(state, calendar)
    state.calendar = calendar.references.calendar.version
    if (facts.length > 0) return facts
  }
}
