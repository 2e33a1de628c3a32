import { realpathSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Session } from '../database.ts'
import { DatabaseError } from '../errors.ts'
import { migrateDatabase } from '../migrate.ts'
import { Checkpointer } from './checkpoint.ts'
import { type Connection, openConnection } from './connection.ts'
import { sqliteDialect } from './dialect.ts'
import { Notices } from './notices.ts'
import {
  busyTimeout,
  defaultCacheKiB,
  idleReaders,
  openingDelay,
  readerCacheKiB,
  type SqliteDatabaseOptions,
} from './options.ts'

/**
 * Opens the read database in one SQLite file and brings it up to date. One connection writes, others read beside it
 * (write-ahead log). Throws `YB_DATABASE_NEWER` for a file of a newer version.
 */
export async function openSqliteDatabase(options: SqliteDatabaseOptions): Promise<Database> {
  const giveUpAt = performance.now() + busyTimeout
  for (;;) {
    try {
      return new SqliteDatabase(options.path, await openWriter(options))
    } catch (error) {
      // Of several threads that make one file at once, some are told "busy" at once, without the engine's own waiting.
      const busy = error instanceof DatabaseError && error.code === 'YB_DATABASE_UNAVAILABLE'
      if (!busy || performance.now() >= giveUpAt) throw error
      await delay(openingDelay)
    }
  }
}

async function openWriter({ path, cacheKiB = defaultCacheKiB }: SqliteDatabaseOptions): Promise<Connection> {
  const writer = openConnection({ path, cacheKiB, reading: false })
  try {
    await inTransaction(writer, 'IMMEDIATE', (session) => migrateDatabase(session))
    return writer
  } catch (error) {
    writer.close()
    throw error
  }
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
  readonly #notices: Notices
  readonly #checkpointer: Checkpointer
  #turn: Promise<unknown> = Promise.resolve()
  #snapshots = 0
  #whenIdle: (() => void) | undefined
  #closing: Promise<void> | undefined

  constructor(path: string, writer: Connection) {
    this.#path = path
    this.#writer = writer
    this.#single = this.#openReader()
    this.#notices = new Notices(realpathSync.native(path))
    this.#checkpointer = new Checkpointer(writer.engine)
  }

  get kysely() {
    return this.#single.kysely
  }

  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    this.#refuseWhenClosing()
    const result = this.#turn.then(() => this.#transact(work))
    this.#turn = result.catch(() => undefined)
    return result
  }

  async #transact<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const result = await inTransaction(this.#writer, 'IMMEDIATE', work)
    this.#checkpointer.afterCommit()
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
    if (this.#closing === undefined) this.#notices.tell(channel)
  }

  listen(channel: string, callback: () => void): () => void {
    return this.#notices.listen(channel, callback)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#turn
    this.#notices.close()
    if (this.#snapshots > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve))
    for (const reader of [this.#single, ...this.#idle.splice(0)]) reader.close()
    this.#checkpointer.close()
    this.#optimize()
    this.#writer.close()
  }

  /** Planning statistics are worth a moment: queries then pick the right index at the next start. */
  #optimize(): void {
    try {
      this.#writer.engine.pragma('optimize')
    } catch {
      // Another thread writes, or the disk is full: the statistics stay as they are.
    }
  }

  #openReader(): Connection {
    return openConnection({ path: this.#path, cacheKiB: readerCacheKiB, reading: true })
  }

  #refuseWhenClosing(): void {
    if (this.#closing) throw new DatabaseError('YB_DATABASE_CLOSED', 'the database was closed')
  }
}
