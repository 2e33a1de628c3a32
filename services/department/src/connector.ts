import type { Handler } from './apply.ts'
import type { Draft } from './draft.ts'
import type { Transaction } from './handler-transaction.ts'
import type { ConnectorStatus } from './options.ts'
import type { LocalRecord } from './store.ts'

/** The data of `yibiao.message.refused.v1`, as far as a sender needs it. */
export interface RefusedMessage {
  /** The id of the own message that was refused; absent when it was unreadable. */
  readonly messageid?: string
  readonly type?: string
  /** RFC 9457 problem details with every issue, in both languages. */
  readonly problem: {
    readonly code: string
    readonly detail: string
    readonly detailZh: string
    readonly retryable: boolean
    readonly issues: readonly { readonly code: string; readonly pointer: string }[]
  }
}

export interface StopOutcome {
  /** Whether everything under way ended and the outbox was emptied before the deadline. */
  readonly drained: boolean
  /** Messages that are still in the outbox; they go out at the next start. */
  readonly pending: number
}

/**
 * One participant's connection with the exchange. Handlers are registered before `start`; feed messages come one after
 * another in feed order, each applied exactly once; what is said goes out at least once under an id fixed when it was
 * said. `kill -9` at any instant loses nothing and doubles nothing.
 */
export interface Connector<Sql = unknown> {
  /** The handler of the live feed. An ordinary error is tried again for ever; a `Rejection` goes on record. */
  subscribe(handler: Handler<Sql>): void
  /** The handler of replays. They carry their original sequence and change nothing of the live feed. */
  onReplay(handler: Handler<Sql>): void
  /** The handler of refusals of own messages, called in place of the live feed's handler. */
  onRefused(handler: Handler<Sql, RefusedMessage>): void
  /**
   * Says something outside of a handler. Resolves with the id when it is durable on the bus: accepted. Rejects with
   * `YibiaoError` (every problem at once) before anything is kept; once it is kept it goes out, whatever happens.
   */
  publish(draft: Draft): Promise<string>
  /** One transaction of the department's own: its tables, state and messages, together or not at all. */
  transact<T>(work: (tx: Transaction<Sql>) => T | Promise<T>): Promise<T>
  /** The own copy of this participant's part of a record; undefined when the feed never spoke of it. */
  localRecord(record: string): Promise<LocalRecord | undefined>
  status(): ConnectorStatus
  start(): Promise<void>
  /** Stops taking, waits for what is under way, empties the outbox; all of it within the deadline, milliseconds. */
  stop(deadline?: number): Promise<StopOutcome>
}
