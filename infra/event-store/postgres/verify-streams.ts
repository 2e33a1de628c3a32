import type { Faults } from '../chain/faults.ts'
import type { Query, Snapshot } from './snapshot.ts'

export interface StreamsToVerify {
  readonly schema: string
  readonly snapshot: Snapshot
  readonly faults: Faults
  /** Number of events found by walking the chain. */
  readonly events: number
}

interface StreamRow {
  readonly id: number
  readonly name: string
  readonly revision: number
}

interface Entry {
  readonly stream_id: number
  readonly revision: number
  readonly position: number
}

const streamsAtOnce = 500
const entriesAtOnce = 5_000

/** Proves that each stream is dense and ends where its row says, going through the index over (stream, revision). */
export async function verifyStreams(query: Query, work: StreamsToVerify): Promise<void> {
  const { schema, snapshot, faults } = work
  let [lastId, found] = [0, 0]
  for (;;) {
    const rows = await query<StreamRow>(
      `SELECT id, name, revision FROM ${schema}.streams WHERE id > $1 ORDER BY id LIMIT $2`,
      [lastId, streamsAtOnce],
    )
    for (const { id } of rows) {
      if (id !== lastId + 1) {
        faults.add({ problem: `the streams with numbers ${lastId + 1} to ${id - 1} are missing` })
      }
      lastId = id
    }
    const [first, last] = [rows[0], rows.at(-1)]
    if (first === undefined || last === undefined) break
    const walk = new StreamWalk(rows, faults)
    for await (const entry of entries(query, schema, first.id, last.id)) walk.take(entry)
    walk.end()
    found += walk.entries
  }
  if (found !== work.events) {
    faults.add({
      position: snapshot.lastPosition,
      problem: `up to here there are ${work.events} events, but ${found} in the streams`,
    })
  }
}

async function* entries(query: Query, schema: string, first: number, last: number): AsyncGenerator<Entry> {
  const text = `SELECT stream_id, revision, position FROM ${schema}.events
WHERE stream_id <= $1 AND (stream_id, revision) > ($2, $3) ORDER BY stream_id, revision LIMIT $4`
  let after: readonly [stream: number, revision: number | string] = [first - 1, '9223372036854775807']
  for (;;) {
    const rows = await query<Entry>(text, [last, ...after, entriesAtOnce])
    yield* rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < entriesAtOnce) return
    after = [end.stream_id, end.revision]
  }
}

/** Goes through the entries of some streams, in the order of both. */
class StreamWalk {
  entries = 0
  readonly #streams: readonly StreamRow[]
  readonly #faults: Faults
  #at = 0
  #entry: Entry | undefined

  constructor(streams: readonly StreamRow[], faults: Faults) {
    this.#streams = streams
    this.#faults = faults
  }

  take(entry: Entry): void {
    this.#goTo(entry.stream_id)
    const stream = this.#streams[this.#at]
    // An entry of no stream: the walk along the chain has named its event.
    if (stream?.id !== entry.stream_id) return
    const { position, revision } = entry
    const expected = (this.#entry?.revision ?? 0) + 1
    if (revision !== expected) {
      const problem = `revision ${expected} should be here, but it is ${revision}`
      this.#faults.add({ stream: stream.name, position, problem })
    }
    if (position <= (this.#entry?.position ?? 0)) {
      const problem = `revision ${revision} stands before the one it follows`
      this.#faults.add({ stream: stream.name, position, problem })
    }
    this.entries++
    this.#entry = entry
  }

  end(): void {
    this.#goTo(Number.POSITIVE_INFINITY)
  }

  /** Closes the streams before this one. */
  #goTo(id: number): void {
    for (let stream = this.#streams[this.#at]; stream && stream.id < id; stream = this.#streams[++this.#at]) {
      const last = this.#entry?.revision
      if (last !== stream.revision) {
        const found = last === undefined ? 'it has no events' : `its last event has revision ${last}`
        const problem = `the stream's row says revision ${stream.revision}, but ${found}`
        this.#faults.add({ stream: stream.name, problem })
      }
      this.#entry = undefined
    }
  }
}
