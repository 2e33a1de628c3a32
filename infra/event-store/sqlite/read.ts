import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database, Statement } from 'better-sqlite3'
import { StoreError } from '../errors.ts'
import type { ReadAllOptions, StoredEvent } from '../event-store.ts'
import type { StreamRead } from '../usage.ts'

/** A read gives the event loop a turn after about this many bytes, so that 10,000 events of 1 MiB block nobody. */
export const chunkBytes = 2_097_152
/** Small, for nothing is known yet of how large the events are; and enough for most streams whole. */
const firstChunk = 32
const smallestChunk = 4
const largestChunk = 1_000

/** A row that has lost its stream comes with the name null. */
type Row = Omit<StoredEvent, 'stream'> & { readonly stream: string | null }

/** Reads by prepared statements, in chunks. What is stored never changes, so chunks of one read fit together. */
export class Reader {
  readonly #all: Statement<[number, number, number], Row>
  readonly #forwards: Statement<[string, number, number, number], Row>
  readonly #backwards: Statement<[string, number, number, number], Row>
  readonly #streamId: Statement<[string], number>
  readonly #head: Statement<[], number>
  /** What a subscription was given last: those that stand at the end together are woken together, and read the same. */
  #recent: readonly StoredEvent[] = []

  constructor(db: Database) {
    // LEFT JOIN: an event whose stream is gone must be noticed, not left out.
    this.#all = db.prepare(
      `SELECT s.name AS stream, e.revision, e.position, e.id, e.type, e.data
       FROM events e LEFT JOIN streams s ON s.id = e.stream_id
       WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?`,
    )
    const ofStream = 'SELECT ? AS stream, revision, position, id, type, data FROM events WHERE stream_id = ?'
    this.#forwards = db.prepare(`${ofStream} AND revision >= ? ORDER BY revision LIMIT ?`)
    this.#backwards = db.prepare(`${ofStream} AND revision <= ? ORDER BY revision DESC LIMIT ?`)
    this.#streamId = db.prepare<[string], number>('SELECT id FROM streams WHERE name = ?').pluck()
    this.#head = db.prepare<[], number>('SELECT head FROM meta WHERE one = 1').pluck()
  }

  head(): number {
    const head = this.#head.get()
    if (head === undefined) throw new StoreError('YB_STORE_DAMAGED', 'the event store has lost its head row')
    return head
  }

  all({ after, until, limit }: Required<ReadAllOptions>): Promise<readonly StoredEvent[]> {
    return gather(limit, (last, size) => this.#all.all(last?.position ?? after, until, size))
  }

  async stream(name: string, { from, backwards, limit }: StreamRead): Promise<readonly StoredEvent[]> {
    const id = this.#streamId.get(name)
    if (id === undefined) return []
    if (!backwards) {
      return gather(limit, (last, size) =>
        this.#forwards.all(name, id, last ? last.revision + 1 : (from ?? 1), size),
      )
    }
    const start = from ?? Number.MAX_SAFE_INTEGER
    return gather(limit, (last, size) =>
      this.#backwards.all(name, id, last ? last.revision - 1 : start, size),
    )
  }

  /** For a subscription: a batch that may end early when its events are large, and whether it reaches the head. */
  async batch(after: number, size: number): Promise<{ events: readonly StoredEvent[]; caughtUp: boolean }> {
    const events = this.#given(after, size) ?? (await this.#readBatch(after, size))
    const last = events.at(-1)
    return { events, caughtUp: last === undefined || last.position >= this.head() }
  }

  /** Events behind a position that were read just now, if there are any. */
  #given(after: number, size: number): readonly StoredEvent[] | undefined {
    const first = this.#recent[0]
    if (first === undefined || after < first.position - 1) return undefined
    const from = after + 1 - first.position
    // What is stored never changes, and positions have no gaps.
    return this.#recent[from]?.position === after + 1 ? this.#recent.slice(from, from + size) : undefined
  }

  async #readBatch(after: number, size: number): Promise<readonly StoredEvent[]> {
    const until = Number.MAX_SAFE_INTEGER
    const read = (last: Row | undefined, rows: number) => this.#all.all(last?.position ?? after, until, rows)
    const events = await gather(size, read, chunkBytes)
    if (events.length > 0) this.#recent = events
    return events
  }
}

async function gather(
  limit: number,
  read: (last: Row | undefined, size: number) => Row[],
  enoughBytes = Number.POSITIVE_INFINITY,
): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = []
  let [size, bytes] = [Math.min(limit, firstChunk), 0]
  for (;;) {
    const chunk = read(events.at(-1), size)
    for (const row of chunk) {
      events.push(whole(row))
      bytes += row.data.length
    }
    if (chunk.length < size || events.length === limit || bytes >= enoughBytes) return events
    const fitting = Math.floor(chunkBytes / (1 + bytes / events.length))
    size = Math.min(limit - events.length, Math.max(smallestChunk, Math.min(largestChunk, fitting)))
    await nextTurn()
  }
}

function whole(row: Row): StoredEvent {
  if (row.stream !== null) return row as StoredEvent
  throw new StoreError('YB_STORE_DAMAGED', `the event at position ${row.position} belongs to no stream`)
}
