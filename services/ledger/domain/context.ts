import type { OneFormView, ReferencesInForce } from '@yibiao/projections'
import type { Issue, Message } from '@yibiao/schemas'

/** Everything a decision may look at besides the state and the message. */
export interface DecisionContext {
  /** The participant whose topic the message came in on. */
  readonly participant: string
  /** The bus's append time, epoch milliseconds: it decides the law's clocks. */
  readonly receivedAt: number
  /** Its legal date (Asia/Shanghai). */
  readonly receivedOn: string
  readonly references: ReferencesInForce
  readonly mode: 'sandbox' | 'production'
  /** Division prefix of this registry, e.g. `2202`; names are unique within it. */
  readonly registry: string
  /** Claim streams that cannot be had. */
  readonly taken: Taken
  /** The record's one-form view; given where `needsView` says so. */
  readonly view?: OneFormView | undefined
}

/** By claim stream: the last day of a protection, or undefined where the identifier belongs to another record. */
export type Taken = ReadonlyMap<string, string | undefined>

/** An identifier that must be ours before the events may be recorded, or is given back when they are. */
export interface Claim {
  /** `uscc-<code>` or `name-<registry>-<name>`. */
  readonly stream: string
  readonly identifier: string
  /** The legal date for which it is wanted; what is protected to that day or longer is nobody's. */
  readonly on?: string
  /** Of one that is given back: the last day on which no other record may have it. */
  readonly protectedUntil?: string
}

/** What the exchange concludes from a message. */
export interface Conclusion {
  readonly type: string
  readonly data: unknown
  /** Id of the event whose statement it withdraws. */
  readonly corrects?: string
  /** The filing that it is of, where that is not the message's own. */
  readonly filing?: string
}

export type Decision =
  | {
      readonly accepted: true
      /** Follow the message's own event, in this order. */
      readonly conclusions: readonly Conclusion[]
      readonly claims: readonly Claim[]
      /** Claims that are given back once the events are recorded. */
      readonly releases: readonly Claim[]
    }
  | {
      readonly accepted: false
      readonly issues: readonly [Issue, ...Issue[]]
      /** `record`: it depended on the record's state and is kept in its stream. `message`: it did not. */
      readonly scope: 'record' | 'message'
    }

/** Decides one type of message. */
export type Decide<State> = (state: State, message: Message, context: DecisionContext) => Decision

export const accept = (
  conclusions: readonly Conclusion[] = [],
  claims: readonly Claim[] = [],
  releases: readonly Claim[] = [],
): Decision => ({ accepted: true, conclusions, claims, releases })

export const refuse = (scope: 'record' | 'message', first: Issue, ...more: readonly Issue[]): Decision => ({
  accepted: false,
  issues: [first, ...more],
  scope,
})

/** The claim on a company's full name within a registry (企业名称登记管理规定 17). */
export const nameClaim = (registry: string, name: string): Claim => ({
  stream: `name-${registry}-${name}`,
  identifier: name,
})

/** The claim on a unified social credit code, unique for ever (GB 32100-2015). */
export const usccClaim = (uscc: string): Claim => ({ stream: `uscc-${uscc}`, identifier: uscc })

const withView: ReadonlySet<string> = new Set([
  'yibiao.application.submitted.v1',
  'yibiao.proceeding.opened.v1',
  'yibiao.supplement.provided.v1',
  'yibiao.record.changed.v1',
  'yibiao.value.confirmed.v1',
  'yibiao.value.disputed.v1',
])

/** Whether the decision on a message looks at the values in force: by its type, or because it removes some. */
export const needsView = ({ type, data }: Pick<Message, 'type' | 'data'>): boolean =>
  withView.has(type) || (data as { readonly removed?: unknown }).removed !== undefined
