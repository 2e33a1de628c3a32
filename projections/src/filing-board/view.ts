import type { HandedIn, LegalClock, LegalTerm } from '@yibiao/schemas'

/** Where a filing stands; `SUPPLEMENT` while any of its approvals waits for the founder. */
export type FilingState = 'SUBMITTED' | 'IN_PARALLEL' | 'SUPPLEMENT' | 'COMPLETED' | 'REFUSED' | 'WITHDRAWN'

export type ApprovalState =
  | 'OPEN'
  | 'WAITING'
  | 'SUPPLEMENT'
  | 'GRANTED'
  | 'RECORDED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'NOT_NEEDED'

/** One thing to be supplemented, as the department told it. */
export interface Defect {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly path?: string
  readonly material?: string
}

/** One reason of a refusal, with the provision relied on (行政许可法 38). */
export interface Reason {
  readonly code: string
  readonly rule: string
  readonly zh: string
  readonly en: string
}

/** An approval as it was routed. */
export interface RoutedApproval {
  /** `<filing>/<item>`. */
  readonly approval: string
  readonly item: string
  readonly kind: 'LICENCE' | 'REGISTRATION' | 'RECORDAL' | 'COMMITMENT' | 'CONSEQUENCE'
  readonly gate: 'PRE' | 'POST' | 'NONE'
  readonly department: string
  readonly participant: string
  /** Items of the same filing that must have a positive outcome first. */
  readonly dependsOn: readonly string[]
}

export interface ApprovalView extends RoutedApproval {
  /** The version of the catalogue entry that the filing started with. */
  readonly itemVersion: number
  state: ApprovalState
  /** 1 at first, one more after each supplement. */
  round: number
  /** When it came into this state: recorded time, RFC 3339 UTC. */
  since: string
  /** What was asked for, while in `SUPPLEMENT`. */
  defects?: readonly Defect[]
  /** How many notices of defects there were. */
  notices?: number
  /** Legal date from which it counts as accepted (行政许可法 32). */
  acceptedOn?: string
  /** Its certificate is still to be delivered (行政许可法 44). */
  certificatePending?: boolean
  /** When the decision arrived, RFC 3339 UTC. */
  decidedAt?: string
  /** Account of the officer who decided it; opaque. */
  decidedBy?: string
  /** Why it was refused. */
  reasons?: readonly Reason[]
}

/** A file handed in with the filing, or on a notice. */
export interface MaterialView extends HandedIn {
  /** The approval whose notice asked for it. */
  readonly approval?: string
  /** When it was recorded, RFC 3339 UTC. */
  readonly handedInAt: string
}

/** A clock as the history computed it, and how many of its marks are facts. */
export interface ClockView extends LegalClock {
  readonly calendar: string
  passed: number
  /** Legal date on which the duty that it is of was met. */
  met?: string
}

/** Who answers for a filing to its end (首问负责制). */
export interface ContactView {
  readonly officer: string
  readonly window?: string
}

/** One filing (办件) going through: the board that departments and the founder look at. */
export interface FilingView {
  readonly filing: string
  record: string
  process: string
  /** The version it started with; 0 before it is routed. */
  processVersion: number
  /** The company's full name as filed; empty where an application gives no other. */
  name: string
  state: FilingState
  /** When it was received, RFC 3339 UTC; orders the board. */
  submittedAt: string
  /** Recorded time of the last event folded in. */
  updatedAt: string
  endedAt?: string
  /** Revision of the record at the last event folded in. */
  revision: number
  approvals: ApprovalView[]
  /** Files in the order in which they were handed in; left out where there are none. */
  materials?: readonly MaterialView[]
  /** Every clock that was started, as it stands. */
  clocks: ClockView[]
  contact?: ContactView
  /** How often it was handed over to another officer. */
  handovers?: number
  /** The green channel, where it was opened. */
  channel?: { readonly basis: string; readonly grantedBy: string; readonly promised: LegalTerm }
  /** Approvals that have still to undo what they did before the withdrawal. */
  compensations?: readonly string[]
  /** What refused the filing as a whole. */
  refusal?: { readonly approval: string; readonly reasons: readonly Reason[] }
}

export const initialFiling = (filing: string): FilingView => ({
  filing,
  record: '',
  process: '',
  processVersion: 0,
  name: '',
  state: 'SUBMITTED',
  submittedAt: '',
  updatedAt: '',
  revision: 0,
  approvals: [],
  clocks: [],
})

const ended: ReadonlySet<ApprovalState> = new Set([
  'GRANTED',
  'RECORDED',
  'REFUSED',
  'WITHDRAWN',
  'NOT_NEEDED',
])

/** Nothing more can happen to the approval. */
export const hasEnded = (state: ApprovalState): boolean => ended.has(state)

/** Participants with an approval that has not ended, each once, in the order of the approvals. */
export const outstandingOf = (view: FilingView): readonly string[] => [
  ...new Set(view.approvals.filter((one) => !hasEnded(one.state)).map((one) => one.participant)),
]
