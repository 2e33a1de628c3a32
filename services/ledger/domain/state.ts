/** What the ledger must remember of one record to decide its next message. Plain data, folded from the record's events. */

export type ApprovalState =
  | 'WAITING'
  | 'OPEN'
  | 'SUPPLEMENT'
  | 'GRANTED'
  | 'RECORDED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'NOT_NEEDED'

export type ApprovalKind = 'LICENCE' | 'REGISTRATION' | 'RECORDAL' | 'COMMITMENT' | 'CONSEQUENCE'

export type Gate = 'PRE' | 'POST' | 'NONE'

export interface Approval {
  /** `<filing>/<item>`. */
  readonly approval: string
  readonly item: string
  readonly itemVersion: number
  readonly kind: ApprovalKind
  readonly gate: Gate
  readonly department: string
  readonly participant: string
  /** Items of the same filing that must have been granted or recorded first. */
  readonly dependsOn: readonly string[]
  state: ApprovalState
  /** 1 at first, one more after each supplement. */
  round: number
  /** While in SUPPLEMENT: the paths that were asked for. */
  asked: readonly string[]
  /** While in SUPPLEMENT: the catalogue codes of the materials that were asked for. */
  askedMaterials: readonly string[]
}

export type FilingState = 'IN_PARALLEL' | 'COMPLETED' | 'REFUSED' | 'WITHDRAWN'

export interface Filing {
  readonly filing: string
  readonly process: string
  /** Account of the applicant who submitted it. */
  readonly submittedBy: string
  state: FilingState
  readonly approvals: Map<string, Approval>
}

export interface RecordState {
  readonly record: string
  /** Number of events in the stream. */
  revision: number
  /** Epoch milliseconds of the last `recordedtime`. */
  recordedTime: number
  /** `messageKey(source, id)` → revision of the event that was recorded for the message, or of its refusal. */
  readonly messages: Map<string, number>
  readonly filings: Map<string, Filing>
  /** Participants named by a routing: those whose business this record is. */
  readonly participants: Set<string>
  /** The full name in force, and the division it was claimed in. */
  name: string | undefined
  uscc: string | undefined
  registered: boolean
}

export const initialState = (record: string): RecordState => ({
  record,
  revision: 0,
  recordedTime: 0,
  messages: new Map(),
  filings: new Map(),
  participants: new Set(),
  name: undefined,
  uscc: undefined,
  registered: false,
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

/** The department has done its part and said yes. */
export const isPositive = (state: ApprovalState): boolean => state === 'GRANTED' || state === 'RECORDED'

/** Every item that the approval depends on, as far as it is part of the filing, has a positive outcome. */
export function dependenciesMet(filing: Filing, dependsOn: readonly string[]): boolean {
  return dependsOn.every((item) => {
    const needed = filing.approvals.get(`${filing.filing}/${item}`)
    return needed === undefined || isPositive(needed.state)
  })
}
