import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { StoreError } from '../errors.ts'
import type { ReadAllOptions, StoredEvent } from '../event-store.ts'
import type { StreamRead } from '../usage.ts'
import { clientConfig, sessionSettings } from './client.ts'
import { isDisconnected, storeError } from './errors.ts'
import type { ResolvedOptions } from './options.ts'
import type { Prepared } from './statements.ts'

/** About so many bytes of events come by one statement: 10,000 events of 1 MiB must not be in memory twice at once. */
export const chunkBytes = 4_194_304
/** Events of the first chunk of all, when nothing is known yet of how large they are. */
const firstChunk = 64
const smallestChunk = 4

/** Milliseconds between attempts of a subscription to read while the server is away: at first and at most. */
const firstRetry = 20
const longestRetry = 1_000

/** A row that has lost its stream comes with the name null. */
type Row = Omit<StoredEvent, 'stream'> & { readonly stream: string | null }

function readStatements(schema: string) {
  const ofStream = `SELECT $1::text AS stream, revision, position, id, type, data FROM ${schema}.events
WHERE stream_id = (SELECT id FROM ${schema}.streams WHERE name = $1::text)`
  return {
    // A look at the index for each name: whatever the planner believes, it cannot read the whole of `streams` for a page.
    all: {
      name: 'read_all',
      text: `SELECT (SELECT s.name FROM ${schema}.streams s WHERE s.id = e.stream_id) AS stream,
  e.revision, e.position, e.id, e.type, e.data
FROM ${schema}.events e WHERE e.position > $1 AND e.position <= $2 ORDER BY e.position LIMIT $3`,
    },
    forwards: { name: 'read_forwards', text: `${ofStream} AND revision >= $2 ORDER BY revision LIMIT $3` },
    backwards: {
      name: 'read_backwards',
      text: `${ofStream} AND revision <= $2 ORDER BY revision DESC LIMIT $3`,
    },
    head: { name: 'read_head', text: `SELECT head FROM ${schema}.meta WHERE one = 1` },
  } as const satisfies Record<string, Prepared>
}

/** Reads by prepared statements, in chunks. What is stored never changes, so chunks of one read fit together. */
export class Reader {
  readonly #pool: pg.Pool
  readonly #sql: ReturnType<typeof readStatements>
  /** Bytes of an event, a running estimate. */
  #average = chunkBytes / firstChunk

  constructor(options: ResolvedOptions) {
    this.#sql = readStatements(options.schema)
    this.#pool = new pg.Pool({ ...clientConfig(options), max: options.readers, idleTimeoutMillis: 30_000 })
    // An idle connection that ends, as all do with the server, is replaced when the next one is asked for.
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => {
      // One that ends while it is lent, between two statements: the next of them says so. The pool listens only to idle ones.
      client.on('error', () => {})
      // Queued before any other statement; when it fails, so does what follows it.
      client.query(sessionSettings(options)).catch(() => undefined)
    })
  }

  async head(): Promise<number> {
    const [row] = await this.#query<{ head: number }>(this.#sql.head, [])
    if (row === undefined) throw new StoreError('YB_STORE_DAMAGED', 'the event store has lost its head row')
    return row.head
  }

  async all({ after, until, limit }: Required<ReadAllOptions>): Promise<readonly StoredEvent[]> {
    const read = (last: Row | undefined, size: number) =>
      this.#query<Row>(this.#sql.all, [last?.position ?? after, until, size])
    return (await this.#gather(limit, read)).events
  }

  async stream(name: string, { from, backwards, limit }: StreamRead): Promise<readonly StoredEvent[]> {
    const sql = backwards ? this.#sql.backwards : this.#sql.forwards
    const start = from ?? (backwards ? Number.MAX_SAFE_INTEGER : 1)
    const step = backwards ? -1 : 1
    const read = (last: Row | undefined, size: number) =>
      this.#query<Row>(sql, [name, last === undefined ? start : last.revision + step, size])
    return (await this.#gather(limit, read)).events
  }

  /**
   * For a subscription: a batch that may end early when its events are large, and whether it reaches the head. While the
   * server is away it waits for it; nothing is asked of a consumer that only reads on.
   */
  async batch(
    after: number,
    size: number,
    ended: AbortSignal,
  ): Promise<{ events: readonly StoredEvent[]; caughtUp: boolean }> {
    const until = Number.MAX_SAFE_INTEGER
    const read = (last: Row | undefined, rows: number) =>
      this.#query<Row>(this.#sql.all, [last?.position ?? after, until, rows])
    for (let pause = firstRetry; ; pause = Math.min(longestRetry, pause * 2)) {
      try {
        return await this.#gather(size, read, chunkBytes)
      } catch (error) {
        if (!(error instanceof StoreError) || !error.retryable) throw error
        await delay(pause, undefined, { signal: ended }).catch(() => undefined)
        if (ended.aborted) return { events: [], caughtUp: false }
      }
    }
  }

  /** A connection for reading of which the caller says when it is no longer needed. */
  async borrow(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect()
    } catch (error) {
      throw storeError(error, 'reading')
    }
  }

  close(): Promise<void> {
    return this.#pool.end()
  }

  async #query<R extends pg.QueryResultRow>(sql: Prepared, values: unknown[]): Promise<readonly R[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await this.#pool.query<R>({ ...sql, values })).rows
      } catch (error) {
        // A connection from before the server's last start; the next one is new.
        if (attempt > 1 || !isDisconnected(error)) throw storeError(error, 'reading events')
      }
    }
  }

  /** `caughtUp`: the engine had no more than what is returned. */
  async #gather(
    limit: number,
    read: (last: Row | undefined, size: number) => Promise<readonly Row[]>,
    enoughBytes = Number.POSITIVE_INFINITY,
  ): Promise<{ events: readonly StoredEvent[]; caughtUp: boolean }> {
    const events: StoredEvent[] = []
    let bytes = 0
    for (;;) {
      const fitting = Math.max(smallestChunk, Math.floor(chunkBytes / this.#average))
      const size = Math.min(limit - events.length, fitting)
      const chunk = await read(events.at(-1), size)
      let found = 0
      for (const row of chunk) {
        events.push(whole(row))
        found += row.data.length
      }
      bytes += found
      this.#learn(chunk.length, found)
      if (chunk.length < size) return { events, caughtUp: true }
      if (events.length === limit || bytes >= enoughBytes) return { events, caughtUp: false }
    }
  }

  /** Rises at once and falls slowly: a wrong guess costs memory in one direction, and only a journey in the other. */
  #learn(events: number, bytes: number): void {
    if (events === 0) return
    const average = bytes / events + 64
    this.#average = average > this.#average ? average : (this.#average * 3 + average) / 4
  }
}

function whole(row: Row): StoredEvent {
  if (row.stream !== null) return row as StoredEvent
  throw new StoreError('YB_STORE_DAMAGED', `the event at position ${row.position} belongs to no stream`)
}
