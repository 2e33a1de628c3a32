import type { EventStore } from '@yibiao/event-store'
import type { MessageBus } from '@yibiao/message-bus'
import type { References } from '@yibiao/projections'
import type { Clock, Logger, Metrics } from '@yibiao/telemetry'

/** Messages taken in one round: the group commit's size against the latency of a lone message. */
export const defaultBatchSize = 1_000
/** Records whose state is kept in memory, a few kilobytes each. */
export const defaultCacheSize = 20_000
/** Records whose values are kept in memory, as text of some ten kilobytes each. */
export const defaultViewCacheSize = 2_000
/** The consumer group of the ledger on the inbound topics. */
export const ledgerGroup = 'ledger'

export interface LedgerOptions {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly references: References
  readonly logger: Logger
  readonly clock: Clock
  readonly metrics: Metrics
  readonly mode: 'sandbox' | 'production'
  /** Division prefix of this registry, e.g. `2202`. */
  readonly registry: string
  readonly batchSize?: number
  /** Records whose state is kept in memory. Default `defaultCacheSize`. */
  readonly cacheSize?: number
  /** Records whose values are kept in memory, as text. Default `defaultViewCacheSize`. */
  readonly viewCacheSize?: number
}
