import type { ReferencesInForce } from '@yibiao/projections'
import {
  type CatalogueItem,
  type ClockPlan,
  computeClock,
  defaultCards,
  type EventDataByType,
  isClockRunning,
  type LegalClock,
  legalDateOf,
  officeHoursOf,
  type ProcessContent,
} from '@yibiao/schemas'
import type { Conclusion } from './context.ts'
import type { Approval, ApprovalKind, Filing } from './state.ts'

/** The moment from which clocks count, and the reference data by which they are computed. */
export interface Timing {
  readonly references: ReferencesInForce
  /** Epoch milliseconds: the bus's append time of the act, or when a timer fell due. */
  readonly receivedAt: number
}

/** The process of a filing as it was when the filing began; undefined where nothing of it is timed. */
export function timedProcessOf(
  { process, processVersion }: Pick<Filing, 'process' | 'processVersion'>,
  references: ReferencesInForce,
): (ProcessContent & Required<Pick<ProcessContent, 'terms'>>) | undefined {
  const pinned = references.process(process, processVersion)
  return pinned?.terms === undefined ? undefined : (pinned as ReturnType<typeof timedProcessOf>)
}

export const itemOf = (
  { item, itemVersion }: Pick<Approval, 'item' | 'itemVersion'>,
  references: ReferencesInForce,
): CatalogueItem | undefined => references.item(item, itemVersion)

/** What is known of a filing when clocks of it start; a filing that is being routed has no state yet. */
export type TimedFiling = Pick<Filing, 'filing' | 'process' | 'processVersion' | 'promised'>

/** What is known of an approval when its clocks start. */
export type TimedApproval = Pick<Approval, 'approval' | 'item' | 'itemVersion' | 'kind'>

/** A licence is applied for and accepted (受理); what nobody decides is not. */
export const isAccepted = (kind: ApprovalKind): boolean => kind === 'LICENCE'

export interface StartOptions {
  /** The one-time notice is due for licences that nothing was asked of yet (行政许可法 32(4)). */
  readonly notice?: boolean
}

/**
 * The clocks of approvals that may be acted upon from now on. The term counts from receipt; an acceptance within the
 * notice's term, or the last supplement (行政许可法 32(5)), begins it anew.
 */
export function plansOf(
  filing: TimedFiling,
  approvals: readonly TimedApproval[],
  { references, receivedAt }: Timing,
  { notice = true }: StartOptions = {},
): ClockPlan[] {
  const process = timedProcessOf(filing, references)
  if (process === undefined) return []
  const begin = { from: legalDateOf(receivedAt), fromAt: new Date(receivedAt).toISOString() }
  return approvals.flatMap(({ approval, item: code, itemVersion, kind }) => {
    const item = references.item(code, itemVersion)
    if (item === undefined) return []
    const { statutory, promised } = item.disclosure.timeLimit
    const plan = (what: string, clockKind: LegalClock['kind'], { value, unit }: ClockPlan['term']) => ({
      clock: `${code}/${what}`,
      kind: clockKind,
      approval,
      from: begin.from,
      ...(unit === 'WORKING_HOUR' ? { fromAt: begin.fromAt } : {}),
      term: { value, unit },
    })
    return [
      ...(notice && isAccepted(kind) ? [plan('notice', 'NOTICE', process.terms.notice)] : []),
      plan('promised', 'PROMISED', filing.promised ?? promised),
      plan('statutory', 'STATUTORY', statutory),
    ]
  })
}

/** The clock of the filing as a whole (行政许可法 42(2)). */
export function jointPlan(filing: TimedFiling, { references, receivedAt }: Timing): ClockPlan[] {
  const process = timedProcessOf(filing, references)
  if (process === undefined) return []
  return [{ clock: 'joint', kind: 'JOINT', from: legalDateOf(receivedAt), term: process.terms.joint }]
}

/** The clock of a duty that begins with the registration. */
export const dutyClock = (duty: string): string => `follow-up/${duty}`

/** Duties that begin with the registration, such as tax matters within thirty days (税收征收管理法 15). */
export function followUpPlans(filing: TimedFiling, from: string, { references }: Timing): ClockPlan[] {
  const process = timedProcessOf(filing, references)
  return (process?.followUps ?? []).map(({ code, term, metBy }) => ({
    clock: dutyClock(code),
    kind: 'FOLLOW_UP',
    ...(metBy === undefined ? {} : { approval: `${filing.filing}/${metBy}` }),
    from,
    term,
  }))
}

/** Delivery of the certificate (行政许可法 44). */
export function certificatePlan(
  filing: TimedFiling,
  { approval, item }: TimedApproval,
  { references, receivedAt }: Timing,
): ClockPlan[] {
  const process = timedProcessOf(filing, references)
  if (process === undefined) return []
  const { certificate } = process.terms
  return [
    {
      clock: `${item}/certificate`,
      kind: 'CERTIFICATE',
      approval,
      from: legalDateOf(receivedAt),
      term: certificate,
    },
  ]
}

type Started = EventDataByType['yibiao.clocks.started.v1']
type Because = EventDataByType['yibiao.clocks.recalculated.v1']['because']

/** Gives plans their dates by the filing's own process and items. */
export function computed(
  filing: TimedFiling,
  plans: readonly ClockPlan[],
  references: ReferencesInForce,
  itemOfApproval: (approval: string) => CatalogueItem | undefined,
): LegalClock[] {
  const process = timedProcessOf(filing, references)
  if (process === undefined) return []
  const hours = officeHoursOf(process)
  return plans.map((plan) => {
    const cards =
      plan.kind === 'PROMISED' ? (itemOfApproval(plan.approval ?? '')?.cards ?? defaultCards) : undefined
    return computeClock(plan, { calendar: references.calendar, hours, cards })
  })
}

/** The conclusion by which clocks start; none where nothing is timed. */
export function starting(
  filing: TimedFiling,
  approvals: readonly TimedApproval[],
  plans: readonly ClockPlan[],
  { references }: Timing,
): Conclusion[] {
  if (plans.length === 0) return []
  const byId = new Map(approvals.map((one) => [one.approval, one]))
  const clocks = computed(filing, plans, references, (id) => {
    const approval = byId.get(id)
    return approval && references.item(approval.item, approval.itemVersion)
  })
  if (clocks.length === 0) return []
  const data: Started = { calendar: references.calendar.version, clocks }
  return [{ type: 'yibiao.clocks.started.v1', data }]
}

/** The conclusion by which running clocks get other dates. Those that come out as they were are not named. */
export function recalculating(
  filing: Filing,
  plans: readonly ClockPlan[],
  because: Because,
  references: ReferencesInForce,
  isWanted: (clock: LegalClock) => boolean = () => true,
): Conclusion[] {
  const clocks = computed(filing, plans, references, (id) => {
    const approval = filing.approvals.get(id)
    return approval && itemOf(approval, references)
  }).filter((clock) => isWanted(clock) && !isSame(clock, filing.clocks.get(clock.clock)))
  if (clocks.length === 0) return []
  return [
    {
      type: 'yibiao.clocks.recalculated.v1',
      data: {
        because,
        calendar: references.calendar.version,
        clocks,
      } satisfies EventDataByType['yibiao.clocks.recalculated.v1'],
    },
  ]
}

const compared = ['due', 'dueAt', 'yellowAt', 'redAt', 'notBefore', 'remaining', 'missingYear'] as const

function isSame(clock: LegalClock, before: LegalClock | undefined): boolean {
  if (before === undefined) return false
  const { term, excluded = [] } = clock
  return (
    compared.every((name) => clock[name] === before[name]) &&
    term.value === before.term.value &&
    term.unit === before.term.unit &&
    JSON.stringify(excluded) === JSON.stringify(before.excluded ?? [])
  )
}

/** A clock's plan, as it stands. */
export function planOf({
  clock,
  kind,
  approval,
  from,
  fromAt,
  term,
  excluded,
  until,
  endedBy,
}: LegalClock): ClockPlan {
  return {
    clock,
    kind,
    ...(approval === undefined ? {} : { approval }),
    from,
    ...(fromAt === undefined ? {} : { fromAt }),
    term,
    ...(excluded === undefined ? {} : { excluded }),
    ...(until === undefined ? {} : { until }),
    ...(endedBy === undefined ? {} : { endedBy }),
  }
}

/** Whether a clock still runs: it ends with what it times, and by nothing else. */
export const isRunning = (filing: Filing, { kind, clock, approval }: LegalClock): boolean =>
  isClockRunning(kind, {
    filingOpen: filing.state === 'IN_PARALLEL',
    approval: approval === undefined ? undefined : filing.approvals.get(approval),
    met: filing.met.has(clock),
  })
