import type { Kysely } from 'kysely'
import type { Database, Session } from '../database.ts'
import { DatabaseError } from '../errors.ts'
import { migrateDatabase } from '../migrate.ts'
import { type Connection, openConnection } from './connection.ts'
import { sqliteDialect } from './dialect.ts'
import { defaultCacheKiB, idleReaders, readerCacheKiB, type SqliteDatabaseOptions } from './options.ts'

/**
 * Opens the read database in one SQLite file and brings it up to date. One connection writes, others read beside it
 * (write-ahead log). Throws `YB_DATABASE_NEWER` for a file of a newer version.
 */
export async function openSqliteDatabase(options: SqliteDatabaseOptions): Promise<Database> {
  const { path } = options
  const writer = openConnection({ path, cacheKiB: options.cacheKiB ?? defaultCacheKiB, reading: false })
  try {
    await inTransaction(writer, 'IMMEDIATE', (session) =>
      migrateDatabase(session.kysely as unknown as Kysely<never>),
    )
  } catch (error) {
    writer.close()
    throw error
  }
  return new SqliteDatabase(path, writer)
}

async function inTransaction<T>(
  connection: Connection,
  mode: 'IMMEDIATE' | 'DEFERRED',
  work: (session: Session) => Promise<T>,
): Promise<T> {
  connection.execute(`BEGIN ${mode}`)
  try {
    const result = await work(connection)
    connection.execute('COMMIT')
    return result
  } catch (error) {
    rollBack(connection)
    throw error
  }
}

/** A full disk has rolled back by itself; then there is nothing left to undo. */
function rollBack(connection: Connection): void {
  try {
    connection.execute('ROLLBACK')
  } catch {
    // Whatever went wrong first is what the caller must hear of.
  }
}

class SqliteDatabase implements Database {
  readonly capabilities = { shared: false, fullText: 'fts5' } as const
  readonly dialect = sqliteDialect
  readonly #path: string
  readonly #writer: Connection
  readonly #single: Connection
  readonly #idle: Connection[] = []
  readonly #listeners = new Map<string, Set<() => void>>()
  #turn: Promise<unknown> = Promise.resolve()
  #snapshots = 0
  #whenIdle: (() => void) | undefined
  #closing: Promise<void> | undefined

  constructor(path: string, writer: Connection) {
    this.#path = path
    this.#writer = writer
    this.#single = this.#openReader()
  }

  get kysely() {
    return this.#single.kysely
  }

  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    this.#refuseWhenClosing()
    const result = this.#turn.then(() => inTransaction(this.#writer, 'IMMEDIATE', work))
    this.#turn = result.catch(() => undefined)
    return result
  }

  async snapshot<T>(work: (session: Session) => Promise<T>): Promise<T> {
    this.#refuseWhenClosing()
    const reader = this.#idle.pop() ?? this.#openReader()
    this.#snapshots += 1
    try {
      return await inTransaction(reader, 'DEFERRED', work)
    } finally {
      this.#snapshots -= 1
      if (this.#idle.length < idleReaders) this.#idle.push(reader)
      else reader.close()
      if (this.#snapshots === 0) this.#whenIdle?.()
    }
  }

  notify(channel: string): void {
    for (const callback of [...(this.#listeners.get(channel) ?? [])]) callback()
  }

  listen(channel: string, callback: () => void): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, listeners)
    listeners.add(callback)
    return () => void listeners.delete(callback)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#turn
    if (this.#snapshots > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve))
    for (const reader of [this.#single, ...this.#idle.splice(0)]) reader.close()
    // Planning statistics are worth a moment: queries then pick the right index at the next start.
    this.#writer.execute('PRAGMA optimize')
    this.#writer.close()
  }

  #openReader(): Connection {
    return openConnection({ path: this.#path, cacheKiB: readerCacheKiB, reading: true })
  }

  #refuseWhenClosing(): void {
    if (this.#closing) throw new DatabaseError('YB_DATABASE_CLOSED', 'the database was closed')
  }
}
