import { realpathSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { digestBytes } from '../chain/chain.ts'
import { StoreError } from '../errors.ts'
import { isBusy, storeError } from './errors.ts'
import { lockAttempt, type ResolvedOptions } from './options.ts'

/** Version of the tables below. Every version keeps `meta.version`, so that an older program can tell. */
export const schemaVersion = 1

/** "YBes" in the file's header: this SQLite file is an event store of Yibiao. */
export const applicationId = 0x59_42_65_73

/**
 * 16 KB pages: an event of 1 KB wastes little of one, and an index over a million streams stays shallow.
 */
export const pageSize = 16_384

/**
 * Streams are numbered 1, 2, 3 … so that the index over events holds integers, not names. Events are a rowid table
 * in order of position: an append writes at its end. There is no index over ids; a repeat is recognised by reading
 * the events at the expected revisions.
 *
 * `meta` is the head row, written in the transaction of every append: the last position, the number of streams and
 * the last digest. With it, a removed tail is noticed.
 */
export const tables = [
  `CREATE TABLE meta (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL,
  head INTEGER NOT NULL,
  streams INTEGER NOT NULL,
  digest BLOB NOT NULL
) STRICT`,
  `CREATE TABLE streams (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL
) STRICT`,
  `CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  digest BLOB NOT NULL,
  data BLOB NOT NULL
) STRICT`,
  'CREATE UNIQUE INDEX events_by_stream ON events (stream_id, revision)',
] as const

export interface OpenedDatabase {
  readonly db: Database.Database
  /** The same for every connection to the file, whichever link it came by. */
  readonly realPath: string
}

/**
 * Opens the file, making it when absent. Throws YB_STORE_DAMAGED when it is no event store, YB_STORE_NEWER when a
 * newer version wrote it. A file that is not ours is left as it was.
 */
export async function openDatabase(options: ResolvedOptions): Promise<OpenedDatabase> {
  const giveUpAt = performance.now() + options.busyTimeout
  for (;;) {
    let db: Database.Database | undefined
    try {
      db = new Database(options.path, { timeout: Math.min(options.busyTimeout, lockAttempt) })
      prepareFile(db, options)
      return { db, realPath: realpathSync.native(options.path) }
    } catch (error) {
      db?.close()
      // Of several threads that make one file at once, some are told "busy" at once, without SQLite's own waiting.
      if (!isBusy(error) || performance.now() >= giveUpAt) {
        throw storeError(error, `opening the event store ${options.path}`)
      }
      await delay(5)
    }
  }
}

function prepareFile(db: Database.Database, options: ResolvedOptions): void {
  // Nothing may be written before the file is known to be ours, or empty.
  const found = examine(db, options.path)
  if (found === 'empty') {
    db.pragma(`page_size = ${pageSize}`)
  }
  if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    throw new StoreError(
      'YB_STORE_UNAVAILABLE',
      `${options.path} lies on a file system without shared memory maps`,
    )
  }
  // FULL: a commit returns after the log is on the disk. On macOS only F_FULLFSYNC reaches the disk.
  db.pragma('synchronous = FULL')
  db.pragma('fullfsync = ON')
  // Ours is the only schema and our statements the only users of it; see `checkpoint.ts` for the log.
  db.pragma('wal_autocheckpoint = 0')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('cache_size = -32768')
  if (options.maxBytes !== undefined) db.pragma(`max_page_count = ${Math.floor(options.maxBytes / pageSize)}`)
  if (found === 'empty') create(db, options.path)
}

function examine(db: Database.Database, path: string): 'ours' | 'empty' {
  const mark = db.pragma('application_id', { simple: true })
  const objects = db
    .prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid')
    .pluck()
    .all()
  if (mark === 0 && objects.length === 0) return 'empty'
  if (mark !== applicationId) {
    throw new StoreError(
      'YB_STORE_DAMAGED',
      `${path} is not an event store of Yibiao: its application id differs`,
    )
  }
  const version = readVersion(db, path)
  if (version > schemaVersion) {
    throw new StoreError(
      'YB_STORE_NEWER',
      `${path} was written by a newer Yibiao (schema ${version}, this one knows ${schemaVersion}). Upgrade this one.`,
    )
  }
  const sound = version === schemaVersion && objects.length === tables.length
  if (!sound || tables.some((sql, index) => objects[index] !== sql)) {
    throw new StoreError('YB_STORE_DAMAGED', `${path} does not have the tables of schema ${schemaVersion}`)
  }
  return 'ours'
}

function readVersion(db: Database.Database, path: string): number {
  const rows = db.prepare<[], unknown>('SELECT version FROM meta WHERE one = 1').pluck().all()
  if (rows.length !== 1 || typeof rows[0] !== 'number') {
    throw new StoreError('YB_STORE_DAMAGED', `${path} has lost its head row (table meta)`)
  }
  return rows[0]
}

function create(db: Database.Database, path: string): void {
  db.transaction(() => {
    // Another thread may have made it since `examine`.
    if (examine(db, path) === 'ours') return
    db.pragma(`application_id = ${applicationId}`)
    for (const sql of tables) db.exec(sql)
    db.prepare('INSERT INTO meta VALUES (1, ?, 0, 0, ?)').run(schemaVersion, Buffer.alloc(digestBytes))
  }).immediate()
}
