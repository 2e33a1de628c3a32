import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Database, Session, TransactionOptions } from '../database.ts'
import { DatabaseError } from '../errors.ts'
import type { Tables } from '../tables.ts'
import { abandon, clientConfig, openClient, readerSettings } from './client.ts'
import { postgresDialect } from './dialect.ts'
import { databaseError } from './errors.ts'
import { migrateSchema } from './migrate.ts'
import { Notifications } from './notifications.ts'
import { type PostgresDatabaseOptions, type ResolvedOptions, resolveOptions } from './options.ts'
import { guarded, kyselyOver, openSession, StatementBook } from './session.ts'

/**
 * Opens the read database in a schema of a PostgreSQL database and brings it up to date. Any number of processes may open
 * one at once. When the server goes away, calls fail with `YB_DATABASE_UNAVAILABLE` until it is back; nothing has to be
 * opened again. Throws `YB_DATABASE_NEWER` for a schema of a newer version.
 */
export async function openPostgresDatabase(options: PostgresDatabaseOptions): Promise<Database> {
  const database = new PostgresDatabase(resolveOptions(options))
  try {
    await database.start()
    return database
  } catch (error) {
    await database.close()
    throw databaseError(error)
  }
}

class PostgresDatabase implements Database {
  readonly capabilities = { shared: true, fullText: 'tsvector' } as const
  readonly dialect = postgresDialect
  readonly kysely: Kysely<Tables>
  readonly #options: ResolvedOptions
  readonly #pool: pg.Pool
  readonly #book = new StatementBook()
  readonly #notifications: Notifications
  readonly #underWay = new Set<Promise<unknown>>()
  #writer: pg.Client | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | undefined

  constructor(options: ResolvedOptions) {
    this.#options = options
    this.#pool = new pg.Pool({ ...clientConfig(options), max: options.readers, idleTimeoutMillis: 30_000 })
    // An idle connection that ends, as all do with the server, is replaced when the next one is asked for.
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => {
      // One that ends while it is lent, between two statements: the next of them says so. The pool listens only to idle ones.
      client.on('error', () => {})
      // Queued before any other statement; when it fails, so does what follows it.
      client.query(readerSettings(options)).catch(() => undefined)
    })
    this.kysely = kyselyOver(() => this.#borrow(), true)
    const sql = `SELECT pg_notify('${options.schema}_commits', $1)`
    this.#notifications = new Notifications(options, (payload) => this.#pool.query(sql, [payload]))
  }

  async start(): Promise<void> {
    await migrateSchema(await this.#writingClient(), this.#options.schema)
    await this.#notifications.start()
  }

  transaction<T>(work: (session: Session) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    this.#refuseWhenClosing()
    const result = this.#turn.then(() => this.#write(work, options))
    this.#turn = result.catch(() => undefined)
    return result
  }

  async snapshot<T>(work: (session: Session) => Promise<T>): Promise<T> {
    this.#refuseWhenClosing()
    const reading = this.#read(work)
    this.#underWay.add(reading)
    try {
      return await reading
    } finally {
      this.#underWay.delete(reading)
    }
  }

  notify(channel: string): void {
    this.#notifications.notify(channel)
  }

  listen(channel: string, callback: () => void): () => void {
    return this.#notifications.listen(channel, callback)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#turn
    await Promise.allSettled([...this.#underWay])
    await this.#notifications.close()
    await this.#pool.end()
    const writer = this.#writer
    this.#writer = undefined
    writer?.removeAllListeners('end')
    await writer?.end().catch(() => undefined)
  }

  async #write<T>(
    work: (session: Session) => Promise<T>,
    { mayBeTakenBack = false }: TransactionOptions,
  ): Promise<T> {
    const client = await this.#writingClient()
    // READ COMMITTED: a checkpoint is compared with what stands there when its turn comes, not with an older picture.
    const waiting = mayBeTakenBack ? '; SET LOCAL synchronous_commit = off' : ''
    const begun = guarded(client.query(`BEGIN ISOLATION LEVEL READ COMMITTED${waiting}`), false)
    begun.catch(() => undefined)
    try {
      const result = await work(openSession(client, this.#book, false))
      await begun
      const { command } = await guarded(client.query('COMMIT'), false)
      if (command === 'COMMIT') return result
      throw new DatabaseError(
        'YB_DATABASE_USAGE',
        'a statement of the transaction failed, so nothing was stored',
      )
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      // The connection goes too: nothing half done must cling to it.
      if (this.#writer === client) this.#writer = undefined
      abandon(client)
      throw error
    }
  }

  async #read<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const client = await this.#borrow()
    const begun = guarded(client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'), true)
    begun.catch(() => undefined)
    try {
      const result = await work(openSession(client, this.#book, true))
      await begun
      this.#giveBack(client)
      return result
    } catch (error) {
      if (error instanceof DatabaseError) client.release(true)
      else this.#giveBack(client)
      throw error
    }
  }

  /** Nothing hangs on the end of a transaction that only read; who asked need not wait for it. */
  #giveBack(client: pg.PoolClient): void {
    client.query('COMMIT').then(
      () => client.release(),
      () => client.release(true),
    )
  }

  #borrow(): Promise<pg.PoolClient> {
    return guarded(this.#pool.connect(), true)
  }

  async #writingClient(): Promise<pg.Client> {
    if (this.#writer !== undefined) return this.#writer
    const opening = openClient(this.#options, (lost) => {
      if (this.#writer === lost) this.#writer = undefined
    })
    const client = await guarded(opening, false)
    this.#writer = client
    return client
  }

  #refuseWhenClosing(): void {
    if (this.#closing) throw new DatabaseError('YB_DATABASE_CLOSED', 'the database was closed')
  }
}
