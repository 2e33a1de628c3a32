/**
 * The connector store port: where a department keeps how far it has come on its feed, what it still has to say, and its
 * copy of the one form, in the same database as its own tables, so that all of it commits together.
 *
 * Contract of every implementation:
 *
 * - `transaction` runs one piece of work at a time. When its promise resolves, everything that was written through the
 *   given transaction is durable, power loss included; when it rejects, nothing of it is kept.
 * - A process killed at any instant leaves the state of the last transaction that resolved, or that of one whose commit
 *   was under way.
 * - A call of `transaction` from inside one throws `YB_CONNECTOR_USAGE` and never waits for itself.
 */
import type { FeedChange } from './feed-message.ts'

/** How far a topic has been taken. */
export interface Checkpoint {
  /** The last `feedsequence` taken. */
  readonly sequence: number
  /** d(sequence). */
  readonly digest: string
  /** The offset of that message on the topic. */
  readonly offset: number
  /** The history that the sequence counts. */
  readonly history: string
}

export interface OutboxEntry {
  readonly topic: string
  /** The record; decides the order. */
  readonly key: string
  /** The message's id, fixed here for good. */
  readonly id: string
  readonly value: Uint8Array
}

export interface PendingEntry extends OutboxEntry {
  /** Its place in the outbox, ascending, never used again. */
  readonly place: number
}

/** A participant's own copy of its part of one record. */
export interface LocalRecord {
  readonly record: string
  /** The revision of the record's latest event on this feed. */
  readonly revision: number
  readonly values: ReadonlyMap<string, unknown>
}

export interface StoreTransaction<Sql = unknown> {
  /** The database itself, inside this transaction, for the department's own tables. */
  readonly sql: Sql
  /** Runs work that can be undone alone: when it rejects, what it wrote is taken back and the transaction goes on. */
  attempt<T>(work: () => Promise<T>): Promise<T>
  checkpoint(topic: string): Promise<Checkpoint | undefined>
  saveCheckpoint(topic: string, checkpoint: Checkpoint): Promise<void>
  /**
   * Puts an entry at the end of the outbox and returns its place. An entry whose id is waiting already with the same
   * content changes nothing; with other content throws `YB_CONNECTOR_USAGE`.
   */
  enqueue(entry: OutboxEntry): Promise<number>
  /** The first entries of the outbox in order, at most `limit`. */
  pending(limit: number): Promise<readonly PendingEntry[]>
  pendingCount(): Promise<number>
  /** Removes what the bus has, up to and including a place. */
  removeSent(upTo: number): Promise<void>
  /** A value of the small keyed state; undefined where there is none. */
  state(key: string): Promise<unknown>
  /** Sets it to any JSON value; undefined removes it. */
  saveState(key: string, value: unknown): Promise<void>
  record(record: string): Promise<LocalRecord | undefined>
  /** Folds an event's changes into the local copy. A revision that is not newer changes nothing. */
  saveChanges(record: string, revision: number, changes: readonly FeedChange[]): Promise<void>
}

export interface ConnectorStore<Sql = unknown> {
  transaction<T>(work: (tx: StoreTransaction<Sql>) => Promise<T>): Promise<T>
  /** Waits for the work under way and frees the database. May be repeated. */
  close(): Promise<void>
}
