import type { MessageBus } from '@yibiao/message-bus'
import type { Clock, Ids, Logger } from '@yibiao/telemetry'
import type { ConnectorStore } from './store.ts'

/** Runs work later. The timer MUST NOT keep the process alive. */
export interface Scheduler {
  /** Calls `work` once after `ms`; the function returned takes that back. */
  after(ms: number, work: () => void): () => void
}

export const systemScheduler: Scheduler = {
  after(ms, work) {
    const timer = setTimeout(work, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** Milliseconds before a handler that threw is called again: doubling from the first to the longest. */
export interface RetryOptions {
  readonly first: number
  readonly longest: number
}

export const defaultRetry: RetryOptions = { first: 200, longest: 30_000 }

/** At most one receipt in this many milliseconds. */
export const receiptInterval = 1000

/** Milliseconds that `stop` waits for work under way and for the outbox. */
export const defaultStopDeadline = 10_000

export interface ConnectorOptions<Sql = unknown> {
  /** The participant's code. Example: `TAX`. */
  readonly participant: string
  readonly bus: MessageBus
  /** The connector does not close it. */
  readonly store: ConnectorStore<Sql>
  readonly logger: Logger
  readonly clock: Clock
  /** Makes the ids of messages that are given none. Default: random ones. */
  readonly ids?: Ids
  /** Check own messages before they go out and feed messages when they come in. Default true. */
  readonly validate?: boolean
  /** Default `systemScheduler`. */
  readonly scheduler?: Scheduler
  /** Default `defaultRetry`. */
  readonly retry?: RetryOptions
  /** The consumer group on the bus. Default `connector.<participant>`. */
  readonly group?: string
  /** Told once when the connector stops taking. */
  readonly onHalt?: (halt: Halt) => void
}

/** Why a connector takes nothing any more. A person has to look; nothing was applied blindly. */
export interface Halt {
  /**
   * `gap`: messages are missing and the topic does not have them. `divergence`: the digest differs, so what was sent
   * before or now is not what came. `history`: the feed speaks of another history. `unreadable`: no feed message at all.
   */
  readonly reason: 'gap' | 'divergence' | 'history' | 'unreadable'
  readonly topic: string
  readonly offset: number
  /** The last sequence that was taken. */
  readonly last: number
  readonly detail: string
}

export type ConnectorState = 'new' | 'running' | 'retrying' | 'halted' | 'stopped'

export interface ConnectorStatus {
  readonly participant: string
  readonly state: ConnectorState
  /** The last sequence taken, and d(sequence). */
  readonly sequence: number
  readonly digest: string
  /** Messages in the outbox that the bus does not have yet. */
  readonly pending: number
  /** Present while halted. */
  readonly halt?: Halt
  /** The latest fault while retrying: of the handler, the store or the bus. No personal values. */
  readonly fault?: string
}
