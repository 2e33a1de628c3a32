import {
  addDays,
  addMonths,
  addYears,
  type ClockPlan,
  type Issue,
  isClockRunning,
  type LegalTerm,
  type ProcessContent,
  reasonedIssue,
} from '@yibiao/schemas'
import type { Conclusion } from './context.ts'
import type { Approval, Filing, RecordState, RunningClock } from './state.ts'

export type Period = NonNullable<ProcessContent['timers']>[number]

type Members = Readonly<Record<string, unknown>>

const dateIn = (data: Members, member: string | undefined): string | undefined =>
  member === undefined ? undefined : (data[member] as string | undefined)

/** The clocks of the periods that an event begins (民法典 201: the day itself is not counted). `on` is its legal date. */
export function periodPlans(
  process: ProcessContent | undefined,
  type: string,
  data: object,
  on: string,
): ClockPlan[] {
  return (process?.timers ?? [])
    .filter(({ begunBy }) => begunBy === type)
    .map(({ code, from, until, term, endedBy }) => {
      const last = dateIn(data as Members, until)
      return {
        clock: code,
        kind: 'PERIOD',
        from: dateIn(data as Members, from) ?? on,
        term,
        ...(last === undefined ? {} : { until: last }),
        ...(endedBy === undefined ? {} : { endedBy }),
      }
    })
}

/** The definition of a period that a filing's clock is of, by the version that the filing is pinned to. */
export const periodOf = (process: ProcessContent | undefined, clock: string): Period | undefined =>
  process?.timers?.find(({ code }) => code === clock)

/** The last day of the longest period that may begin on a day. */
function longestUntil(from: string, { value, unit }: LegalTerm): string {
  if (unit === 'YEAR') return addYears(from, value)
  return unit === 'MONTH' ? addMonths(from, value) : addDays(from, value)
}

/** What is wrong with the dates of periods whose last day is named: such as a suspension of more than three years (条例 30). */
export function periodIssues(process: ProcessContent | undefined, data: object): Issue[] {
  return (process?.timers ?? []).flatMap(({ from, until, term, zh, en }) => {
    const first = dateIn(data as Members, from)
    const last = dateIn(data as Members, until)
    if (first === undefined || last === undefined) return []
    const latest = longestUntil(first, term)
    if (last > first && last <= latest) return []
    const reason = {
      zh: `${zh}应在 ${first} 之后、不晚于 ${latest}，所给止日为 ${last}。`,
      en: `${en}: it ends after ${first} and by ${latest}; ${last} was given.`,
    }
    return [reasonedIssue('YB_PERIOD', `/data/${until}`, reason)]
  })
}

const stopped = (clocks: readonly string[], because: string, filing: string): Conclusion[] =>
  clocks.length === 0 ? [] : [{ type: 'yibiao.clocks.stopped.v1', data: { clocks, because }, filing }]

const isRunningIn = (filing: Filing, { kind, clock }: RunningClock): boolean =>
  isClockRunning(kind, { filingOpen: false, approval: undefined, met: filing.met.has(clock) })

/** What an event ends of the periods of a filing that run. */
export const stoppingOf = (filing: Filing, type: string): Conclusion[] =>
  stopped(
    [...filing.clocks.values()]
      .filter((one) => one.kind === 'PERIOD' && one.passed === 0)
      .filter((one) => one.endedBy?.includes(type) === true && isRunningIn(filing, one))
      .map(({ clock }) => clock),
    type,
    filing.filing,
  )

/** The same, whatever filing they are of. */
export const stopping = (state: RecordState, type: string): Conclusion[] =>
  [...state.filings.values()].flatMap((filing) => stoppingOf(filing, type))

/**
 * Why an item cannot be decided yet or any more: a period of the filing that it comes after (`after` of the definition) still runs,
 * or was ended before it came to its fact. One that the filing never began holds nothing up.
 */
export function notAfterPeriods(
  filing: Filing,
  { item }: Pick<Approval, 'item'>,
  process: ProcessContent | undefined,
): Issue[] {
  return (process?.after?.[item] ?? []).flatMap((code) => {
    const clock = filing.clocks.get(code)
    const period = periodOf(process, code)
    if (clock === undefined || period === undefined) return []
    if (filing.facts.some((fact) => fact.clock === code && fact.type === period.fact)) return []
    const reason =
      clock.passed === 0 && isRunningIn(filing, clock)
        ? {
            zh: `${period.zh}至 ${clock.due} 届满，届满后再作决定。`,
            en: `${period.en}: it runs to ${clock.due}; decide after it.`,
          }
        : {
            zh: `${period.zh}已提前终止，不得据此作出决定。`,
            en: `${period.en}: it was ended before its time and is no ground for a decision.`,
          }
    return [reasonedIssue('YB_PERIOD', '/data/approval', reason)]
  })
}

/** What the end of the record ends besides: duties that nobody can meet any more. */
export const stoppingDuties = (state: RecordState, type: string, except: string): Conclusion[] =>
  [...state.filings.values()]
    .filter(({ filing }) => filing !== except)
    .flatMap((filing) =>
      stopped(
        [...filing.clocks.values()]
          .filter((one) => one.kind === 'FOLLOW_UP' && one.passed === 0 && isRunningIn(filing, one))
          .map(({ clock }) => clock),
        type,
        filing.filing,
      ),
    )
