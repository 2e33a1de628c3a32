/** What the ledger must remember of one record to decide its next message. Plain data, folded from the record's events. */
import type { RecordFlag } from '@yibiao/projections'
import type { LegalClock, LegalTerm, OneFormFragment } from '@yibiao/schemas'

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
  /** The version of the catalogue entry that the filing started with. */
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
  /** What any notice of this approval has named: `<code> <path or material>`. */
  readonly told: Set<string>
  /** How many notices there were. */
  notices: number
  /** The legal date from which it counts as accepted: said by the department, or deemed (行政许可法 32(4)). */
  acceptedOn: string | undefined
  /** Days that do not count, each by its written notice (行政许可法 45). */
  readonly exclusions: Map<string, Exclusion>
  /** Its term has been extended; once is all (行政许可法 42). */
  extended: boolean
  /** Its certificate is still to be delivered (行政许可法 44). */
  certificatePending: boolean
}

/** Both dates included. */
export interface Exclusion {
  readonly from: string
  readonly to: string
}

/** A clock with how far its timers have gone. */
export interface RunningClock extends LegalClock {
  /** The calendar by which its dates were computed. */
  readonly calendar: string
  /** How many of its marks (yellow, red, run out) have become facts in the history. */
  passed: number
}

/** A timer's fact, for an act that had arrived before it and is decided after it. */
export interface Fact {
  /** Id of the event. */
  readonly id: string
  readonly type: string
  readonly clock: string
  readonly approval: string | undefined
  readonly round: number
  /** When it fell due, epoch milliseconds. */
  readonly at: number
}

export type FilingState = 'IN_PARALLEL' | 'COMPLETED' | 'REFUSED' | 'WITHDRAWN'

export interface Filing {
  readonly filing: string
  readonly process: string
  /** The version it started with, 0 before it is routed. */
  processVersion: number
  /** Account of the applicant who submitted it. */
  readonly submittedBy: string
  state: FilingState
  readonly approvals: Map<string, Approval>
  readonly clocks: Map<string, RunningClock>
  /** Facts of timers that stand. */
  facts: readonly Fact[]
  /** The promised time of the green channel, where it was opened. */
  promised: LegalTerm | undefined
  jointExtended: boolean
  /** Who answers for it to its end (首问负责制). */
  responsible: string | undefined
  /** Clocks of duties that were met. */
  readonly met: Set<string>
  /** Accountability cases that are open. */
  readonly cases: Set<string>
  /** Approvals that have to undo what they did for a filing that was withdrawn. */
  readonly compensations: Set<string>
  /** What an application after the set-up asks for, as amended by its supplements; undefined of the set-up. */
  applied: Applied | undefined
}

/** The values that a filing would set and remove, and the date that it named. Never changed in place. */
export interface Applied {
  /** Legal date. */
  readonly from?: string
  readonly form?: OneFormFragment
  readonly removed?: readonly string[]
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
  /** Registry status (code table `registry-status`); undefined before the registration. */
  status: string | undefined
  /** What goes on beside the status. */
  flags: readonly RecordFlag[]
  /** The rescission that stands, and the status before it (市场主体登记管理条例 42). */
  rescission: { readonly event: string; readonly before: string | undefined } | undefined
  /** The calendar by which the running clocks were computed or found to be right. */
  calendar: string
  /** When its next timer is due, epoch milliseconds; undefined when that is to be looked up again. */
  nextDue: number | undefined
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
  status: undefined,
  flags: [],
  rescission: undefined,
  calendar: '',
  nextDue: undefined,
})

/** A filing that has just been submitted. */
export const newFiling = ({
  filing,
  process,
  submittedBy,
}: Pick<Filing, 'filing' | 'process' | 'submittedBy'>): Filing => ({
  filing,
  process,
  processVersion: 0,
  submittedBy,
  state: 'IN_PARALLEL',
  approvals: new Map(),
  clocks: new Map(),
  facts: [],
  promised: undefined,
  jointExtended: false,
  responsible: undefined,
  met: new Set(),
  cases: new Set(),
  compensations: new Set(),
  applied: undefined,
})

type Routed = Omit<
  Approval,
  | 'round'
  | 'asked'
  | 'askedMaterials'
  | 'told'
  | 'notices'
  | 'acceptedOn'
  | 'exclusions'
  | 'extended'
  | 'certificatePending'
>

/** An approval as it was routed. */
export const newApproval = (routed: Routed): Approval => ({
  ...routed,
  round: 1,
  asked: [],
  askedMaterials: [],
  told: new Set(),
  notices: 0,
  acceptedOn: undefined,
  exclusions: new Map(),
  extended: false,
  certificatePending: false,
})

/** The names that belong to the record: the one it bears, and those that open applications ask for. */
export const namesHeld = (state: RecordState): readonly string[] =>
  [
    state.name,
    ...[...state.filings.values()]
      .filter((one) => one.state === 'IN_PARALLEL')
      .map((one) => one.applied?.form?.name?.full),
  ].filter((name) => name !== undefined)

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
