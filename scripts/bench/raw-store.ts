/** The raw baseline: what SQLite itself does with the same bytes, the same tables, indexes and page size, and a loop. */
import Database from 'better-sqlite3'
import { threadCpu } from './numbers.ts'

/** Pages of the write-ahead log before it is carried over: what the event store does under load. */
const checkpointPages = 4_096

interface Layout {
  readonly pageSize: number
  readonly sql: readonly string[]
}

type Row = readonly [
  position: number,
  stream: number,
  revision: number,
  id: string,
  type: string,
  digest: Buffer,
  data: Buffer,
]

export interface RawResult {
  readonly events: number
  readonly bytes: number
  /** Of the transactions alone; reading the source is not counted. */
  readonly seconds: number
  /** Processor time of the same, microseconds. */
  readonly cpu: number
}

/** Copies the events behind `after` from a store's file into a new one, `batch` a transaction, each on the disk. */
export function rawAppend(options: {
  readonly source: string
  readonly target: string
  readonly after: number
  readonly batch: number
}): RawResult {
  const source = new Database(options.source, { readonly: true })
  const target = create(options.target, layoutOf(source))
  const names = source.prepare<[number], string>('SELECT name FROM streams WHERE id = ?').pluck()
  const read = source
    .prepare<[number, number], Row>(
      'SELECT position, stream_id, revision, id, type, digest, data FROM events WHERE position > ? ORDER BY position LIMIT ?',
    )
    .raw()
  const write = writerOf(target, (stream) => names.get(stream) ?? '')
  let [after, events, bytes, seconds, cpu] = [options.after, 0, 0, 0, 0]
  for (;;) {
    const rows = read.all(after, options.batch) as unknown as readonly Row[]
    const last = rows.at(-1)
    if (last === undefined) break
    after = last[0]
    events += rows.length
    for (const row of rows) bytes += row[6].byteLength
    const [began, used] = [performance.now(), threadCpu()]
    write(rows)
    seconds += (performance.now() - began) / 1_000
    cpu += threadCpu() - used
  }
  source.close()
  target.close()
  return { events, bytes, seconds, cpu }
}

function layoutOf(source: Database.Database): Layout {
  return {
    pageSize: source.pragma('page_size', { simple: true }) as number,
    sql: source
      .prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid')
      .pluck()
      .all(),
  }
}

function create(path: string, { pageSize, sql }: Layout): Database.Database {
  const target = new Database(path)
  for (const pragma of [
    `page_size = ${pageSize}`,
    'journal_mode = WAL',
    'synchronous = FULL',
    `wal_autocheckpoint = ${checkpointPages}`,
    'cache_size = -32768',
  ])
    target.pragma(pragma)
  for (const one of sql) target.exec(one)
  target.prepare('INSERT INTO meta VALUES (1, 1, 0, 0, zeroblob(32))').run()
  return target
}

function writerOf(target: Database.Database, nameOf: (stream: number) => string) {
  const insert = target.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)')
  const insertStream = target.prepare('INSERT INTO streams (id, name, revision) VALUES (?, ?, ?)')
  const updateStream = target.prepare('UPDATE streams SET revision = ? WHERE id = ?')
  const updateMeta = target.prepare('UPDATE meta SET head = ?, streams = ?, digest = ? WHERE one = 1')
  const known = new Set<number>()
  return target.transaction((rows: readonly Row[]) => {
    const touched = new Map<number, number>()
    for (const row of rows) {
      insert.run(...row)
      touched.set(row[1], row[2])
    }
    for (const [stream, revision] of touched)
      if (known.has(stream)) updateStream.run(revision, stream)
      else {
        known.add(stream)
        insertStream.run(stream, nameOf(stream), revision)
      }
    const last = rows.at(-1) as Row
    updateMeta.run(last[0], known.size, last[5])
  })
}
