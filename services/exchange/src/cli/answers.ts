import type {
  CardOut,
  ClockView,
  Duty,
  ExplainedClock,
  Explanation,
  FilingState,
  FilingView,
  Kpi,
  Standing,
  SupervisedGroup,
  ToldApproval,
  Words,
} from '@yibiao/projections'

/** What the exchange answers, as far as the commands read it. */

export interface Outstanding {
  readonly approval: string
  readonly item: string
  readonly department: string
  /** A participant, `APPLICANT`, or a department. */
  readonly with: string
  readonly state: string
  readonly since: string
}

export type SeenClock = Omit<ClockView, 'passed'> & { readonly running: boolean; readonly card?: CardOut }

export interface SeenFiling extends Omit<FilingView, 'name' | 'clocks'> {
  readonly name: string | null
  readonly clocks: readonly SeenClock[]
  readonly outstanding: readonly Outstanding[]
}

export interface SeenValue {
  readonly path: string
  readonly value: unknown
  readonly masked?: boolean
  readonly standing: Standing
  readonly department: string
  readonly revision: number
  readonly event: { readonly id: string; readonly type: string; readonly recordedtime: string } | null
}

export interface SeenRecord {
  readonly position: number
  readonly record: string
  readonly revision: number
  readonly status: string
  readonly flags: readonly string[]
  readonly filings: readonly string[]
  readonly form: object
  readonly values: readonly SeenValue[]
  readonly asOf?: string
  readonly effectiveAt?: string
}

export interface Change {
  readonly path: string
  readonly before?: unknown
  readonly after?: unknown
}

export interface SeenEvent {
  readonly position: number
  readonly revision: number
  readonly id: string
  readonly source: string
  readonly type: string
  readonly time: string
  readonly authtype: string
  readonly authid: string
  readonly filing?: string
  readonly receivedtime?: string
  readonly recordedtime: string
  readonly causationid?: string
  readonly data: Readonly<Record<string, unknown>>
  readonly changes: readonly Change[]
  readonly withheld?: number
}

export interface Receipt {
  readonly participant: string
  readonly sequence: number | null
  readonly published: string | null
  readonly received: string | null
  readonly applied: string | null
  readonly rejected: { readonly time: string; readonly reason: string } | null
}

export interface TraceEntry {
  readonly position: number
  readonly revision: number
  readonly id: string
  readonly type: string
  readonly by: { readonly participant: string | null; readonly authtype: string; readonly authid: string }
  readonly occurred: string
  readonly effectiveFrom: string | null
  readonly received: string | null
  readonly recorded: string
  readonly causedBy: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly changes: readonly Change[]
  readonly withheld: number
  readonly receipts: readonly Receipt[]
}

export interface TraceAnswer {
  readonly filing: string
  readonly record: string
  readonly state: FilingState
  readonly entries: readonly TraceEntry[]
  readonly refused: readonly {
    readonly recordedAt: string
    readonly participant: string
    readonly type: string | null
    readonly message: string | null
    readonly code: string
    readonly digest: string
  }[]
  readonly operations: readonly {
    readonly operation: string
    readonly kind: string
    readonly actor: string
    readonly reason: string
    readonly requestedAt: string
    readonly state: string
    readonly completedAt: string | null
  }[]
  readonly reads: readonly {
    readonly time: string
    readonly reader: string
    readonly purpose: string
    readonly paths: number
  }[]
}

export interface Job {
  readonly job: string
  readonly kind: string
  readonly state: string
  readonly actor: string
  readonly reason: string
  readonly plan: Readonly<Record<string, unknown>>
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly result: Readonly<Record<string, unknown>> | null
  readonly requestedAt: string
  readonly completedAt: string | null
}

export interface ReplayPlan {
  readonly plan: string
  readonly participant: string
  readonly record?: string
  readonly from: number
  readonly to: number
  readonly positions: { readonly from: number; readonly to: number }
  readonly events: number
  readonly records: number | null
  readonly acknowledged: { readonly received: number; readonly applied: number }
  readonly matrixVersions: { readonly first: number; readonly last: number; readonly now: number }
}

interface Point {
  readonly sequence: number
  readonly time: string
}

export interface Feed {
  readonly participant: string
  readonly sent: Point | null
  readonly received: Point | null
  readonly applied: Point | null
  readonly rejections: number
  readonly diverged: number | null
}

export interface StatusAnswer {
  readonly history: {
    readonly history: string
    readonly mode: string
    readonly division: string
    readonly epoch: number
  }
  readonly head: number
  readonly roles: readonly {
    readonly part: string
    readonly ready: boolean
    readonly since?: string
    readonly error?: string
    readonly state?: string
  }[]
  readonly projections: readonly {
    readonly name: string
    readonly version: number
    readonly build: number
    readonly state: string
    readonly position: number
  }[]
  readonly feeds: readonly Feed[]
}

/** Reference data as it was published; what is shipped has no position. */
export interface Publication<Content> {
  readonly key: string
  readonly version: number
  readonly digest: string
  readonly position?: number
  readonly recordedAt?: string
  readonly content: Content
}

export interface ExplainedForUs extends Omit<Explanation, 'name' | 'approvals' | 'joint' | 'duties'> {
  readonly name: string | null
  readonly approvals: readonly (ToldApproval & { readonly told: readonly Words[] })[]
  readonly joint?: ExplainedClock & { readonly told: Words }
  readonly duties: readonly (Duty & { readonly told?: Words })[]
}

/** The answers by what is asked for. */
export interface Answers {
  readonly status: StatusAnswer
  readonly filing: { readonly filing: SeenFiling }
  readonly filings: { readonly filings: readonly SeenFiling[]; readonly next?: string }
  readonly record: SeenRecord
  readonly records: {
    readonly records: readonly {
      readonly record: string
      readonly name: string | null
      readonly uscc: string | null
      readonly status: string
    }[]
    readonly next?: string
  }
  readonly events: { readonly record: string; readonly events: readonly SeenEvent[] }
  readonly trace: TraceAnswer
  readonly explanation: ExplainedForUs
  readonly kpi: { readonly kpis: readonly Kpi[] }
  readonly supervision: {
    readonly groups: readonly SupervisedGroup[]
    readonly total: number
    readonly truncated: boolean
  }
  readonly job: { readonly job: Job }
  readonly jobs: { readonly jobs: readonly Job[] }
  readonly requested: { readonly job: string; readonly kind: string }
  readonly plan: { readonly plan: ReplayPlan }
  /** Of a submission, a supplement, a withdrawal; without a position when the ledger has not answered yet. */
  readonly act: {
    readonly filing: string
    readonly record: string
    readonly state?: 'ACCEPTED'
    readonly position?: number
    readonly revision?: number
  }
}
