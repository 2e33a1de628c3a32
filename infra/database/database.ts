import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'
import type { Tables } from './tables.ts'
import type { SqlRow, SqlValue } from './values.ts'

export type { SqlRow, SqlValue } from './values.ts'

/**
 * The database port: where read models live. Everything in it is derived from the history and can be built again.
 *
 * Contract, held by every adapter:
 *
 * - A `transaction` is atomic and serialised against all others of the process; nothing of it is seen before it commits.
 * - A `snapshot` sees one committed state from its first to its last statement, whatever is committed meanwhile, and holds
 *   up neither writers nor other snapshots.
 * - Statements use `?` for parameters, in order; an adapter whose engine wants another form rewrites them.
 * - Hot paths go through `Statements`; everything else may use Kysely.
 */

/** Prepared statements; the text is the key under which an adapter keeps one, so it MUST come from a small set. */
export interface Statements {
  all<Row = SqlRow>(sql: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]>
  get<Row = SqlRow>(sql: string, parameters?: readonly SqlValue[]): Promise<Row | undefined>
  /** The same statement for many sets of parameters; the first row of each, in order. */
  getMany<Row = SqlRow>(
    sql: string,
    sets: readonly (readonly SqlValue[])[],
  ): Promise<readonly (Row | undefined)[]>
  /** Number of rows that it changed. */
  run(sql: string, parameters?: readonly SqlValue[]): Promise<number>
  /** The same statement for many sets of parameters. */
  runMany(sql: string, sets: readonly (readonly SqlValue[])[]): Promise<void>
}

/** One connection inside a transaction or a snapshot. MUST NOT be used after it. */
export interface Session extends Statements {
  /** For single statements only: the transaction is already open. */
  readonly kysely: Kysely<Tables>
}

export interface DatabaseCapabilities {
  /** More than one process may open it at once. */
  readonly shared: boolean
  /** How names are searched: tokens made by our own code, kept in an index of the engine. */
  readonly fullText: 'fts5' | 'tsvector'
}

export interface TransactionOptions {
  /**
   * Need not be on the disk when it resolves: a crash of the engine may take back the last of such commits, whole ones and in
   * order. For what says itself how far it has come, and is done again from there. Default false.
   */
  readonly mayBeTakenBack?: boolean
}

export interface Database {
  readonly capabilities: DatabaseCapabilities
  /** The SQL that differs between engines. */
  readonly dialect: Dialect
  /** For single reading statements; each sees the latest committed state. */
  readonly kysely: Kysely<Tables>

  /** Runs `work` in a transaction: commits when it resolves, rolls back when it rejects. MUST NOT be nested. */
  transaction<T>(work: (session: Session) => Promise<T>, options?: TransactionOptions): Promise<T>

  /** Runs `work` on one committed state, reading only. */
  snapshot<T>(work: (session: Session) => Promise<T>): Promise<T>

  /** Tells those who listen on a channel; call it after the transaction that it is about. */
  notify(channel: string): void

  /** Calls back after every `notify` on the channel, at least once for each run of them. Returns the way to stop. */
  listen(channel: string, callback: () => void): () => void

  /** Waits for what is under way, frees the engine. May be repeated. */
  close(): Promise<void>
}
