import Database from 'better-sqlite3'
import { BusError } from '../errors.ts'
import { usage } from '../usage.ts'
import { coded } from './faults.ts'
import { withLock } from './locks.ts'
import type { Settings } from './options.ts'

/** The version this code writes. A file with a higher one is refused, a lower one would be migrated here. */
export const schemaVersion = 1

/**
 * The message file. Rows are kept in the order of append over all partitions, because appending at one place costs a
 * half to a third of appending at the end of every partition. The index leads from a slot to its row; a slot is
 * `lane × 2^33 + offset`, one safe integer, where each partition of each topic has a lane of its own. Columns that
 * are searched stand before the value, so that a long value's overflow pages are not read for them.
 */
const messagesSchema = `
  CREATE TABLE topics (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, partitions INTEGER NOT NULL,
    first_lane INTEGER NOT NULL, retention INTEGER
  );
  CREATE TABLE lanes (lane INTEGER PRIMARY KEY, earliest INTEGER NOT NULL, time INTEGER NOT NULL);
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, slot INTEGER NOT NULL, time INTEGER NOT NULL,
    key TEXT NOT NULL, headers TEXT, value BLOB NOT NULL
  );
  CREATE UNIQUE INDEX messages_by_slot ON messages (slot);
`

const offsetsSchema = `
  CREATE TABLE offsets (
    "group" TEXT NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL, committed INTEGER NOT NULL,
    PRIMARY KEY ("group", topic, partition)
  ) WITHOUT ROWID;
`

/** Offsets a lane has room for: 2^33, eight thousand million messages a partition. */
export const laneSize = 2 ** 33

/** Lanes there can be, so that the last slot is still a safe integer. */
export const maxLanes = 2 ** 20

/** How long a thread waits for another one's transaction, in milliseconds. Transactions take a few. */
const busyTimeout = 10_000

interface FileKind {
  readonly file: string
  readonly kind: string
  readonly pragmas: readonly string[]
  readonly schema: string
}

export interface Files {
  readonly messages: Database.Database
  readonly offsets: Database.Database
}

/** Opens both files, makes what is missing, and refuses what a newer version wrote. */
export async function openFiles(settings: Settings): Promise<Files> {
  // Two threads that turn a new file to WAL at once would find it locked, whatever the timeout.
  return await withLock(`yibiao-message-bus:open:${settings.identity}`, {}, () => {
    const messages = open({
      file: settings.messagesFile,
      kind: 'messages',
      schema: messagesSchema,
      pragmas: [
        'page_size = 16384',
        'journal_mode = WAL',
        'synchronous = FULL',
        'wal_autocheckpoint = 2000',
        'cache_size = -32768',
        ...(settings.maxPages === undefined ? [] : [`max_page_count = ${settings.maxPages}`]),
      ],
    })
    try {
      const offsets = open({
        file: settings.offsetsFile,
        kind: 'offsets',
        schema: offsetsSchema,
        // A commit lost with the power only means that a batch is delivered again, so none waits for the disk.
        pragmas: ['journal_mode = WAL', 'synchronous = NORMAL'],
      })
      return { messages, offsets }
    } catch (error) {
      messages.close()
      throw error
    }
  })
}

function open({ file, kind, pragmas, schema }: FileKind): Database.Database {
  let database: Database.Database | undefined
  try {
    database = new Database(file, { timeout: busyTimeout })
    const version = versionOf(database, file, kind)
    if (version > schemaVersion) {
      throw new BusError(
        'YB_BUS_NEWER',
        `${file} has version ${version}, this Yibiao reads up to ${schemaVersion}; use the newer Yibiao`,
      )
    }
    for (const pragma of pragmas) database.pragma(pragma)
    if (version === 0) create(database, kind, schema)
    return database
  } catch (error) {
    database?.close()
    throw coded(error)
  }
}

/** 0 for a new file. */
function versionOf(database: Database.Database, file: string, kind: string): number {
  const tables = database.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck()
  const names = tables.all()
  if (names.length === 0) return 0
  const meta = names.includes('meta')
    ? database.prepare<[], [string, unknown]>('SELECT name, value FROM meta').raw().all()
    : []
  const values = new Map(meta)
  if (values.get('kind') !== kind) throw usage('path', `${file} is a database, but not one of a message bus`)
  return Number(values.get('version'))
}

function create(database: Database.Database, kind: string, schema: string): void {
  const build = database.transaction(() => {
    database.exec(`CREATE TABLE meta (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;${schema}`)
    const note = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?)')
    note.run('kind', kind)
    note.run('version', schemaVersion)
  })
  build.immediate()
}
