import { AsyncLocalStorage } from 'node:async_hooks'
import Sqlite, { type Database } from 'better-sqlite3'
import { ConnectorError } from './errors.ts'
import { prepareSchema } from './sqlite-schema.ts'
import { SqliteTransaction } from './sqlite-transaction.ts'
import type { ConnectorStore, StoreTransaction } from './store.ts'

export interface ConnectorStoreOptions {
  /** The database file; made when it is missing. Example: `/var/lib/tax/connector.db`. */
  readonly path: string
}

/** Milliseconds to wait for another process that holds the same database. */
const busyTimeout = 5000

/**
 * Opens the default store, SQLite in WAL mode with `synchronous = FULL`: what a transaction resolved for survives power
 * loss. Throws `YB_CONNECTOR_NEWER` for a file of a newer connector.
 */
export function openConnectorStore(options: ConnectorStoreOptions): ConnectorStore<Database> {
  const database = new Sqlite(options.path, { timeout: busyTimeout })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    prepareSchema(database)
    return new SqliteConnectorStore(database)
  } catch (error) {
    database.close()
    throw error
  }
}

class SqliteConnectorStore implements ConnectorStore<Database> {
  readonly #database: Database
  readonly #transaction: SqliteTransaction
  /** The turn of whoever comes next: one connection, so one transaction at a time. */
  #turn: Promise<unknown> = Promise.resolve()
  /** Marks calls that come from inside a transaction; they would wait for themselves. */
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>()
  #closed = false

  constructor(database: Database) {
    this.#database = database
    this.#transaction = new SqliteTransaction(database)
  }

  transaction<T>(work: (tx: StoreTransaction<Database>) => Promise<T>): Promise<T> {
    if (this.#inside.getStore()?.open === true) {
      const message = 'This was called from inside a transaction. Use the transaction that was handed in.'
      return Promise.reject(new ConnectorError('YB_CONNECTOR_USAGE', message))
    }
    const run = this.#turn.then(() => this.#run(work))
    this.#turn = run.catch(() => undefined)
    return run
  }

  async #run<T>(work: (tx: StoreTransaction<Database>) => Promise<T>): Promise<T> {
    if (this.#closed) throw new ConnectorError('YB_CONNECTOR_STOPPED', 'The connector store is closed.')
    const database = this.#database
    const mark = { open: true }
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = await this.#inside.run(mark, () => work(this.#transaction))
      database.exec('COMMIT')
      return result
    } catch (error) {
      // SQLite ends the transaction by itself on some faults (disk full); then there is nothing left to undo.
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    } finally {
      mark.open = false
    }
  }

  async close(): Promise<void> {
    await this.#turn
    this.#closed = true
    this.#database.close()
  }
}
