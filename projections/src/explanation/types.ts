import type { DateRange, LegalClock, LegalTerm } from '@yibiao/schemas'
import type { CardOut } from '../filing-board/timing.ts'
import type {
  ApprovalState,
  ApprovalView,
  ContactView,
  FilingState,
  FilingView,
} from '../filing-board/view.ts'

/** What a person reads, in both languages. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** An approval that another one waits for. */
export interface Awaited {
  readonly approval: string
  readonly item: string
  readonly department: string
  readonly participant: string
  readonly state: ApprovalState
}

/** Who has to act next in an approval that has not ended: one, or nobody for a reason. */
export type NextActor =
  /** The participant in charge. `RECORD` where nobody decides. */
  | { readonly who: 'PARTICIPANT'; readonly participant: string; readonly act: 'DECIDE' | 'RECORD' }
  /** Whoever filed: the number of things that he was asked for. */
  | { readonly who: 'APPLICANT'; readonly asked: number }
  /** Other items come first. */
  | { readonly who: 'ITEM'; readonly items: readonly [Awaited, ...Awaited[]] }
  | { readonly who: 'NOBODY'; readonly reason: NobodyReason }

/**
 * `PARTICIPANT_GONE`: who is in charge is no participant any more. `NOT_OPENED`: what it waited for is there and it was not
 * opened. `CANNOT_BE_MET`: what it waits for was refused. `PERIOD_RUNS`: a period that it comes after, such as publicity, still runs.
 */
export type NobodyReason = 'PARTICIPANT_GONE' | 'NOT_OPENED' | 'CANNOT_BE_MET' | 'PERIOD_RUNS'

/** What a clock says next. */
export type ComingFact = 'YELLOW' | 'RED' | 'OVERDUE' | 'DEEMED_ACCEPTANCE' | 'DEEMED_GRANT' | 'BREACH'

export interface Coming {
  readonly clock: string
  readonly fact: ComingFact
  /** RFC 3339 UTC. */
  readonly at: string
}

/** How much of a term there is and how much of it has passed. */
export interface Measured {
  /** Working time in milliseconds by the office hours, or whole calendar days. */
  readonly measure: 'WORKING_TIME' | 'CALENDAR_DAYS'
  /** Null for a term of the same day, and where the calendar does not reach. */
  readonly allowed: number | null
  readonly elapsed: number | null
}

export interface ExplainedClock
  extends Pick<
      LegalClock,
      'clock' | 'kind' | 'from' | 'term' | 'due' | 'dueAt' | 'notBefore' | 'remaining' | 'missingYear'
    >,
    Measured {
  /** The calendar that it was computed by. */
  readonly calendar: string
  readonly running: boolean
  readonly card?: CardOut
  /** Days that do not count (行政许可法 45). */
  readonly excluded: readonly DateRange[]
  /** By how much it is longer than published (行政许可法 42). */
  readonly extendedBy?: LegalTerm
  /** What it rests on. */
  readonly rules: readonly Words[]
  readonly next?: Coming
}

/** Whether the participant has what it must act upon. Times are recorded times, null is "not yet". */
export interface HandedOver {
  readonly sequence: number | null
  readonly published: string | null
  readonly received: string | null
  readonly applied: string | null
  readonly rejected: { readonly time: string; readonly reason: string } | null
}

export interface LastRefusal {
  readonly refusal: string
  readonly participant: string
  readonly type: string | null
  readonly code: string
  readonly title: Words
  readonly at: string
}

/** One approval that has not ended: with whom it is, since when, what may happen next and when. */
export interface ExplainedApproval
  extends Pick<
    ApprovalView,
    'approval' | 'item' | 'itemVersion' | 'kind' | 'department' | 'participant' | 'state' | 'round' | 'since'
  > {
  readonly itemName: Words
  readonly acceptedOn?: string
  readonly next: NextActor
  readonly clocks: readonly ExplainedClock[]
  /** The first fact that its clocks bring. */
  readonly coming?: Coming
  /** Null where nothing was looked up. */
  readonly delivery: HandedOver | null
  /** The last message of who has to act that was not taken. */
  readonly refused: LastRefusal | null
}

/** A duty that outlives the decision: a certificate to deliver, a follow-up, something to undo. */
export interface Duty {
  readonly duty: 'CERTIFICATE' | 'FOLLOW_UP' | 'COMPENSATION'
  readonly approval: string | null
  /** Who has to do it; `APPLICANT` for what the law asks of the enterprise. */
  readonly with: string
  readonly name: Words
  readonly clock?: ExplainedClock
}

/** Why nothing is left to be done in a filing, or nothing can be done yet. */
export type NothingOpen = 'NOT_ROUTED' | 'COMPLETED' | 'REFUSED' | 'WITHDRAWN'

/** Why a filing is where it is, as of an instant. */
export interface Explanation
  extends Pick<FilingView, 'filing' | 'record' | 'name' | 'submittedAt' | 'endedAt'> {
  readonly state: FilingState
  /** The instant that elapsed times are told for, RFC 3339 UTC. */
  readonly at: string
  readonly contact?: ContactView
  readonly handovers?: number
  readonly channel?: FilingView['channel']
  readonly approvals: readonly ExplainedApproval[]
  /** The clock of the filing as a whole (行政许可法 42(2)). */
  readonly joint?: ExplainedClock
  readonly duties: readonly Duty[]
  /** There when no approval is open. */
  readonly nothingOpen?: NothingOpen
}
