import type { Database, Statement } from 'better-sqlite3'
import type { Faults } from '../chain/faults.ts'
import { isDamage } from './errors.ts'
import type { Pause, Snapshot } from './snapshot.ts'

export interface StreamsToVerify {
  readonly snapshot: Snapshot
  readonly faults: Faults
  readonly pause: Pause
  /** Number of events found by walking the table. */
  readonly events: number
}

interface Row {
  readonly id: number
  readonly name: string
  readonly revision: number
  /** Stream that the index over names gives for this name. */
  readonly indexed: number | null
  /** Revision of its last event. */
  readonly last: number | null
}

type Entry = readonly [revision: number, position: number]

const batch = 500

/** Proves that each stream is dense and ends where its row says, reading the index over (stream, revision). */
export async function verifyStreams(db: Database, work: StreamsToVerify): Promise<void> {
  const { snapshot, faults, pause } = work
  const walk = new StreamWalk(db, snapshot, faults)
  let id = 0
  while (id < snapshot.lastStream) {
    try {
      const rows = walk.rows(id)
      for (const row of rows) {
        // One statement reads a row with its last revision, so that appends going on cannot make them differ.
        walk.begin(row)
        while (!walk.step(row)) await pause()
        if (walk.turnIsOver()) await pause()
      }
      id = rows.at(-1)?.id ?? snapshot.lastStream
    } catch (error) {
      if (!isDamage(error)) throw error
      return faults.add({ problem: `the streams after number ${walk.lastId} cannot be read` })
    }
  }
  if (walk.events !== work.events) {
    faults.add({
      position: snapshot.lastPosition,
      problem: `up to here there are ${work.events} events, but ${walk.events} in the index over streams`,
    })
  }
}

class StreamWalk {
  /** Entries up to the head of the snapshot. */
  events = 0
  lastId = 0
  readonly #snapshot: Snapshot
  readonly #faults: Faults
  readonly #rows: Statement<[number, number], Row>
  readonly #entries: Statement<[number, number, number, number], Entry>
  #entry: Entry = [0, 0]
  #read = 0

  constructor(db: Database, snapshot: Snapshot, faults: Faults) {
    this.#snapshot = snapshot
    this.#faults = faults
    this.#rows = db.prepare(
      `SELECT s.id, s.name, s.revision, (SELECT t.id FROM streams t WHERE t.name = s.name) AS indexed,
         (SELECT max(e.revision) FROM events e WHERE e.stream_id = s.id) AS last
       FROM streams s WHERE s.id > ? ORDER BY s.id LIMIT ?`,
    )
    this.#entries = db
      .prepare<[number, number, number, number], Entry>(
        `SELECT revision, position FROM events INDEXED BY events_by_stream
         WHERE stream_id = ? AND revision > ? AND revision <= ? ORDER BY revision LIMIT ?`,
      )
      .raw()
  }

  rows(after: number): readonly Row[] {
    return this.#rows.all(after, batch)
  }

  begin({ id, name: stream, revision, indexed, last }: Row): void {
    if (id !== this.lastId + 1) {
      this.#faults.add({ problem: `the streams with numbers ${this.lastId + 1} to ${id - 1} are missing` })
    }
    this.lastId = id
    if (indexed !== id)
      this.#faults.add({ stream, problem: 'the index over names does not lead to this stream' })
    if (last !== revision) {
      const found = last === null ? 'it has no events' : `its last event has revision ${last}`
      this.#faults.add({ stream, problem: `the stream's row says revision ${revision}, but ${found}` })
    }
    this.#entry = [Number.NEGATIVE_INFINITY, 0]
  }

  /** Walks on in one stream; true at its end. */
  step({ id, name: stream, last }: Row): boolean {
    const entries = this.#entries.all(id, Math.max(this.#entry[0], -(2 ** 53)), last ?? 0, batch)
    for (const entry of entries) {
      const [revision, position] = entry
      const expected = Math.max(this.#entry[0], 0) + 1
      if (revision !== expected) {
        this.#faults.add({
          stream,
          position,
          problem: `revision ${expected} should be here, but it is ${revision}`,
        })
      }
      if (position <= this.#entry[1]) {
        this.#faults.add({
          stream,
          position,
          problem: `revision ${revision} stands before the one it follows`,
        })
      }
      if (position <= this.#snapshot.lastPosition) this.events++
      this.#entry = entry
    }
    this.#read += entries.length + 1
    return entries.length < batch
  }

  turnIsOver(): boolean {
    if (this.#read < batch) return false
    this.#read = 0
    return true
  }
}
