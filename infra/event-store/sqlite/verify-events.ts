import type { Database, Statement } from 'better-sqlite3'
import type { Faults } from '../chain/faults.ts'
import { ChainWalk, type Unreadable, type WalkedRow } from '../chain/walk.ts'
import { isDamage } from './errors.ts'
import type { Pause, Snapshot } from './snapshot.ts'

export interface EventsToVerify {
  readonly snapshot: Snapshot
  readonly faults: Faults
  readonly pause: Pause
  readonly onProgress: ((position: number) => void) | undefined
}

interface Row extends WalkedRow {
  readonly indexed: number | null
}

const columns = `e.position, e.revision, s.name AS stream, e.id, e.type, e.data, e.digest,
  (SELECT i.position FROM events i INDEXED BY events_by_stream
    WHERE i.stream_id = e.stream_id AND i.revision = e.revision) AS indexed`
const source = 'FROM events e LEFT JOIN streams s ON s.id = e.stream_id'

/** What decoding puts in the place of bytes that are no UTF-8. */
const replacement = '\ufffd'

const batchBytes = 2_097_152
const largestBatch = 500
const smallestBatch = 2

/** Walks the chain and returns the number of events read. */
export async function verifyEvents(db: Database, work: EventsToVerify): Promise<number> {
  const { snapshot, faults, pause, onProgress } = work
  const read = new RowReader(db)
  const walk = new ChainWalk(faults)
  let [after, size] = [0, 32]
  while (after < snapshot.lastPosition) {
    const until = Math.min(snapshot.lastPosition, read.endOfBatch(after, size))
    let bytes = 0
    for (const row of read.batch(after, until)) {
      walk.take(row)
      if ('data' in row) bytes += row.data.length
    }
    const average = bytes / (until - after) + 1
    size = Math.max(smallestBatch, Math.min(largestBatch, Math.floor(batchBytes / average)))
    after = until
    onProgress?.(after)
    await pause()
  }
  if (snapshot.head === snapshot.lastPosition && !walk.endsWith(snapshot.digest)) {
    faults.add({ position: snapshot.head, problem: "the head row's digest is not the last event's" })
  }
  return walk.events
}

class RowReader {
  readonly #range: Statement<[number, number], Row>
  readonly #one: Statement<[number], Row>
  readonly #bytes: Statement<[number], Pick<Row, 'stream' | 'id' | 'type'>>
  readonly #next: Statement<[number], number | null>

  constructor(db: Database) {
    this.#range = db.prepare(
      `SELECT ${columns} ${source} WHERE e.position > ? AND e.position <= ? ORDER BY e.position`,
    )
    this.#one = db.prepare(`SELECT ${columns} ${source} WHERE e.position = ?`)
    this.#bytes = db.prepare(
      `SELECT CAST(s.name AS BLOB) AS stream, CAST(e.id AS BLOB) AS id, CAST(e.type AS BLOB) AS type
       ${source} WHERE e.position = ?`,
    )
    this.#next = db
      .prepare<[number], number | null>('SELECT min(position) FROM events WHERE position > ?')
      .pluck()
  }

  /** Last position of the next batch. Over a wide gap it leaps, for a damaged position may be astronomical. */
  endOfBatch(after: number, size: number): number {
    try {
      return Math.max(after + size, this.#next.get(after) ?? 0)
    } catch (error) {
      if (!isDamage(error)) throw error
      return after + size
    }
  }

  /** Reads row by row where a batch meets a page that cannot be read, so that the others are still verified. */
  batch(after: number, until: number): readonly (Row | Unreadable)[] {
    const rows = this.#attempt(() => this.#range.all(after, until).map((row) => this.#exact(row)))
    if (rows !== 'unreadable') return rows
    const singles: (Row | Unreadable)[] = []
    const last = Math.min(until, after + largestBatch)
    for (let position = after + 1; position <= last; position++) {
      const row = this.#attempt(() => this.#one.all(position).map((found) => this.#exact(found)))
      if (row === 'unreadable') singles.push({ position, unreadable: true })
      else singles.push(...row)
    }
    return singles
  }

  /**
   * Text that holds U+FFFD may have held it always, or be damaged: only its bytes tell. All other text says by
   * itself which bytes it came from, and is twice as fast to read.
   */
  #exact(row: Row): Row {
    const { position, stream, id, type } = row
    const doubtful = [stream, id, type].some((text) => typeof text === 'string' && text.includes(replacement))
    return doubtful ? { ...row, ...this.#bytes.get(position) } : row
  }

  #attempt<T>(read: () => T): T | 'unreadable' {
    try {
      return read()
    } catch (error) {
      if (isDamage(error)) return 'unreadable'
      throw error
    }
  }
}
