/**
 * The event store port: the authoritative history, as streams of immutable events in one total order.
 *
 * Contract, held by every adapter and proved by the suite in `contract/`:
 *
 * - A stream is named by a string; its events have revisions 1, 2, 3 … without gaps. Revision 0 means "no stream".
 * - Every event has a position: a safe integer > 0, strictly ascending over all streams in the order of commit.
 *   Positions may have gaps, and a reader MUST NOT compute with them beyond comparing. Position 0 is "before everything".
 * - `append` resolves only after all that it stored is durable (capability `durable`: survives power loss).
 * - Each `Append` of a batch succeeds or fails alone, whole: all its events or none.
 * - An append states the revision it expects. Repeating it (same stream, same expected revision, same ids in the same
 *   order, same types and bytes) returns the first outcome with `repeated: true`; every other mismatch is a conflict.
 *   `anyRevision` is for imports: it always appends and promises no idempotency.
 * - What a subscription or `readAll` has shown never changes and nothing ever appears before it.
 */

/** The expected revision of a stream that does not exist. */
export const noStream = 0

/** Append wherever the stream ends. For imports; repeating such an append stores the events again. */
export const anyRevision = 'any'

export interface EventToAppend {
  /** A UUID in lower case. Unique within its stream by the caller's doing; adapters need no index over ids. */
  readonly id: string
  /** E.g. `yibiao.filing.submitted.v1`. */
  readonly type: string
  /** The encoded event, at most 1 MiB. Stored and returned byte for byte. */
  readonly data: Uint8Array
}

export interface Append {
  readonly stream: string
  /** Number of events the stream must hold now: `noStream` (0), an exact revision, or `anyRevision`. */
  readonly expectedRevision: number | typeof anyRevision
  /** 1 … 1,000 events. */
  readonly events: readonly EventToAppend[]
}

export type AppendOutcome =
  | {
      readonly status: 'appended'
      /** Revision of the first and the last event of this append. */
      readonly firstRevision: number
      readonly lastRevision: number
      /** Position of the last event of this append. */
      readonly position: number
      /** True when an equal append had been stored before; nothing was stored now. */
      readonly repeated: boolean
    }
  | {
      readonly status: 'conflict'
      /** The stream's revision as the store saw it, 0 when there is no such stream. */
      readonly actualRevision: number
    }

export interface StoredEvent {
  readonly stream: string
  readonly revision: number
  readonly position: number
  readonly id: string
  readonly type: string
  readonly data: Buffer
}

export interface ReadStreamOptions {
  /** First revision to return. Default: 1 forwards, the last one backwards. */
  readonly from?: number
  readonly direction?: 'forwards' | 'backwards'
  /** At most this many events, 1 … 10,000. Default 1,000. */
  readonly limit?: number
}

export interface ReadAllOptions {
  /** Return events with a position greater than this. Default 0. */
  readonly after?: number
  /** Return events with a position up to and including this. Default: the head. */
  readonly until?: number
  /** At most this many events, 1 … 10,000. Default 1,000. */
  readonly limit?: number
}

export interface SubscribeOptions {
  /** Deliver events with a position greater than this. 0 delivers everything. */
  readonly after: number
  /** At most this many events a batch, 1 … 10,000. Default 500. */
  readonly batchSize?: number
  /** Ends the subscription; the iteration then finishes without an error. */
  readonly signal?: AbortSignal
}

/** Events in position order, or, with none, the news that the reader has caught up. */
export interface SubscriptionBatch {
  readonly events: readonly StoredEvent[]
  /** Everything up to and including this position has been delivered; good as a checkpoint. */
  readonly position: number
  /** True when nothing more was stored at the moment of reading. Given at least once after each catching up. */
  readonly caughtUp: boolean
}

/** The next batch is read only when asked for: that is the back-pressure. `return()` or the signal ends it. */
export type Subscription = AsyncIterableIterator<SubscriptionBatch>

export interface VerifyReport {
  /** Number of events read. */
  readonly events: number
  /** Position of the last one. */
  readonly head: number
  /** Each fault with the place where it shows. Empty means sound. */
  readonly faults: readonly {
    readonly position?: number
    readonly stream?: string
    readonly problem: string
  }[]
}

export interface EventStoreCapabilities {
  /** More than one process may open it at once. */
  readonly shared: boolean
  /** What `append` resolved for survives power loss. */
  readonly durable: boolean
  /** The adapter keeps a hash chain over everything, so that `verify` notices a change of any stored byte. */
  readonly chained: boolean
}

export interface EventStore {
  readonly capabilities: EventStoreCapabilities

  /**
   * Appends to many streams in one group commit, in the given order. One outcome for each, in the same order.
   * A batch may name a stream more than once. Throws `StoreError` only when infrastructure fails; then nothing is
   * known of any of them and the whole batch may be repeated.
   */
  append(appends: readonly Append[]): Promise<readonly AppendOutcome[]>

  /**
   * Events of one stream in revision order (or its reverse). Fewer than the limit means the end was reached; empty when
   * there is no such stream.
   */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]>

  /** Events of all streams in position order. Fewer than the limit means the end (or `until`) was reached. */
  readAll(options?: ReadAllOptions): Promise<readonly StoredEvent[]>

  /** Catches up from a position, says so, and goes on with what is appended afterwards, by whomever. */
  subscribe(options: SubscribeOptions): Subscription

  /** Position of the last event, 0 for an empty store. */
  head(): Promise<number>

  /** Re-reads everything and proves what the adapter itself promises: dense revisions, ascending positions, the chain. */
  verify(onProgress?: (position: number) => void): Promise<VerifyReport>

  /** Waits for what is under way, ends subscriptions, frees the engine. May be repeated. */
  close(): Promise<void>
}
