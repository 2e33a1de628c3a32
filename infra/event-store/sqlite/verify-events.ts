import type { Database, Statement } from 'better-sqlite3'
import { Chain, type ChainedEvent, genesis } from './chain.ts'
import { isDamage } from './errors.ts'
import type { Faults } from './faults.ts'
import type { Pause, Snapshot } from './snapshot.ts'

export interface EventsToVerify {
  readonly snapshot: Snapshot
  readonly faults: Faults
  readonly pause: Pause
  readonly onProgress: ((position: number) => void) | undefined
}

interface Row extends Omit<ChainedEvent, 'stream'> {
  readonly stream: string | Uint8Array | null
  readonly digest: Buffer
  /** Position that the index over (stream, revision) gives for this event. */
  readonly indexed: number | null
}

/** A row on a page that makes no sense to the engine. */
interface Unreadable {
  readonly position: number
  readonly unreadable: true
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

/**
 * The chain, so that each fault shows at its own place. When a row does not fit, either its content or its digest
 * was changed; the next row tells which, by following from the digest that is stored or from the one that should be.
 */
class ChainWalk {
  events = 0
  readonly #faults: Faults
  readonly #chain = new Chain()
  /** Digests that the next row may follow from. None: not known, so it cannot be judged. */
  #before: readonly Uint8Array[] = [genesis]
  #expected = 1

  constructor(faults: Faults) {
    this.#faults = faults
  }

  take(row: Row | Unreadable): void {
    const { position } = row
    if (position !== this.#expected) {
      const last = position - 1
      const which = last === this.#expected ? 'the event is' : `the events from here up to ${last} are`
      this.#faults.add({ position: this.#expected, problem: `${which} missing` })
      this.#before = []
    }
    this.#expected = position + 1
    if ('unreadable' in row) {
      this.#faults.add({ position, problem: 'the event cannot be read' })
      this.#before = []
    } else {
      this.events++
      this.#before = this.#takeReadable(row)
    }
  }

  #takeReadable(row: Row): readonly Uint8Array[] {
    const { position, indexed, digest } = row
    if (row.stream === null) {
      this.#faults.add({ position, problem: 'the stream of this event is missing' })
      return [digest]
    }
    const stream = typeof row.stream === 'string' ? row.stream : Buffer.from(row.stream).toString()
    if (indexed !== position) {
      this.#faults.add({ position, stream, problem: 'the index over streams does not lead to this event' })
    }
    return this.#judge({ ...row, stream: row.stream }, digest, stream)
  }

  endsWith(digest: Uint8Array): boolean {
    return this.#before.length === 0 || this.#before.some((known) => Buffer.compare(known, digest) === 0)
  }

  #judge(event: ChainedEvent, digest: Buffer, stream: string): readonly Uint8Array[] {
    if (this.#before.length === 0) return [digest]
    let right: Buffer | undefined
    for (const before of this.#before) {
      if (before.length !== genesis.length) continue
      this.#chain.reset(before)
      const computed = this.#chain.extend(event)
      if (computed.equals(digest)) return [digest]
      right ??= Buffer.from(computed)
    }
    const problem = 'the event is not what was written: its digest does not fit'
    this.#faults.add({ position: event.position, stream, problem })
    return right === undefined ? [digest] : [digest, right]
  }
}
