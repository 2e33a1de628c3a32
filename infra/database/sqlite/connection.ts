import { createRequire } from 'node:module'
import Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Session, SqlValue } from '../database.ts'
import { DatabaseError, type DatabaseErrorCode } from '../errors.ts'
import type { Tables } from '../tables.ts'
import { busyTimeout, pageSize } from './options.ts'

export interface ConnectionOptions {
  readonly path: string
  readonly cacheKiB: number
  readonly reading: boolean
}

type Prepared = Sqlite.Statement<SqlValue[], unknown>

/** One connection: a session whose statements run at once, one after another. */
export interface Connection extends Session {
  /** For what belongs to the adapter itself. */
  readonly engine: Sqlite.Database
  /** Runs a statement that has no parameters and gives nothing. */
  execute(sql: string): void
  close(): void
}

/**
 * Opens a connection. `synchronous = NORMAL` is right here and only here: a power cut may take back the last commits, whole
 * ones and in order, and since each holds its checkpoint the history is simply read again from there.
 */
export function openConnection({ path, cacheKiB, reading }: ConnectionOptions): Connection {
  const engine = guarded(() => new Sqlite(path, { timeout: busyTimeout }))
  try {
    guarded(() => prepareEngine(engine, { cacheKiB, reading }))
  } catch (error) {
    engine.close()
    throw error
  }
  const prepared = new Map<string, Prepared>()
  const statement = (sql: string): Prepared => {
    const known = prepared.get(sql)
    if (known) return known
    const made = engine.prepare(sql) as Prepared
    prepared.set(sql, made)
    return made
  }
  const none: readonly SqlValue[] = []
  let kysely: Kysely<Tables> | undefined
  return {
    get kysely() {
      kysely ??= kyselyOn(engine)
      return kysely
    },
    all: async <Row>(sql: string, parameters = none) =>
      guarded(() => statement(sql).all(...parameters) as readonly Row[]),
    get: async <Row>(sql: string, parameters = none) =>
      guarded(() => statement(sql).get(...parameters) as Row | undefined),
    getMany: async <Row>(sql: string, sets: readonly (readonly SqlValue[])[]) =>
      guarded(() => {
        const one = statement(sql)
        return sets.map((parameters) => one.get(...parameters) as Row | undefined)
      }),
    run: async (sql, parameters = none) => guarded(() => statement(sql).run(...parameters).changes),
    runMany: async (sql, sets) =>
      guarded(() => {
        const one = statement(sql)
        for (const parameters of sets) one.run(...parameters)
      }),
    engine,
    execute: (sql) => guarded(() => void statement(sql).run()),
    close: () => {
      engine.close()
    },
  }
}

const require = createRequire(import.meta.url)

/** Loaded for whoever asks: no hot path does, and it takes longer to load than all else here together. */
function kyselyOn(engine: Sqlite.Database): Kysely<Tables> {
  const { Kysely: Made, SqliteDialect } = require('kysely') as typeof import('kysely')
  return new Made<Tables>({ dialect: new SqliteDialect({ database: engine }) })
}

function prepareEngine(
  engine: Sqlite.Database,
  { cacheKiB, reading }: Pick<ConnectionOptions, 'cacheKiB' | 'reading'>,
): void {
  if (!reading) {
    engine.pragma(`page_size = ${pageSize}`)
    engine.pragma('journal_mode = WAL')
    // See `checkpoint.ts` for the log.
    engine.pragma('wal_autocheckpoint = 0')
  }
  engine.pragma('synchronous = NORMAL')
  engine.pragma('temp_store = MEMORY')
  engine.pragma(`cache_size = -${cacheKiB}`)
  if (reading) engine.pragma('query_only = ON')
}

const codes: readonly (readonly [prefix: string, code: DatabaseErrorCode])[] = [
  ['SQLITE_BUSY', 'YB_DATABASE_UNAVAILABLE'],
  ['SQLITE_LOCKED', 'YB_DATABASE_UNAVAILABLE'],
  ['SQLITE_IOERR', 'YB_DATABASE_UNAVAILABLE'],
  ['SQLITE_CANTOPEN', 'YB_DATABASE_UNAVAILABLE'],
  ['SQLITE_FULL', 'YB_DATABASE_FULL'],
  ['SQLITE_CORRUPT', 'YB_DATABASE_DAMAGED'],
  ['SQLITE_NOTADB', 'YB_DATABASE_DAMAGED'],
]

/** Gives the engine's faults our codes; everything else passes through. */
function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const foreign = (error as { readonly code?: unknown }).code
    if (typeof foreign !== 'string' || !foreign.startsWith('SQLITE_')) throw error
    const found = codes.find(([prefix]) => foreign.startsWith(prefix))
    throw new DatabaseError(found?.[1] ?? 'YB_DATABASE_USAGE', (error as Error).message, { cause: error })
  }
}
