import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { Faults } from '../chain/faults.ts'
import type { VerifyReport } from '../event-store.ts'
import { isDamage } from './errors.ts'
import type { Pause, Snapshot } from './snapshot.ts'
import { verifyEvents } from './verify-events.ts'
import { verifyStreams } from './verify-streams.ts'

export interface VerifyOptions {
  readonly onProgress: ((position: number) => void) | undefined
  /** Called before each batch; throws when the store is closing. */
  readonly mayGoOn: () => void
}

/**
 * Re-reads what was stored when it was called, while appends go on. What it proves, for every row of every table:
 *
 * - events: each digest is the one of its row and of the digest before, positions have no gap, the last digest and
 *   position are those of the head row, the index leads to each of them;
 * - streams: numbers have no gap, names lead to their rows, revisions are 1, 2, 3 … up to the stream's revision in
 *   ascending positions, and together they are all the events there are.
 *
 * Memory is bounded by a batch, and no batch holds the event loop for more than some milliseconds.
 */
export async function verify(db: Database, { onProgress, mayGoOn }: VerifyOptions): Promise<VerifyReport> {
  const faults = new Faults()
  const pause: Pause = async () => {
    await nextTurn()
    mayGoOn()
  }
  const snapshot = readSnapshot(db, faults)
  if (snapshot === undefined) return { events: 0, head: 0, faults: faults.list() }
  const events = await verifyEvents(db, { snapshot, faults, pause, onProgress })
  checkNumbering(snapshot, faults)
  await verifyStreams(db, { snapshot, faults, pause, events })
  return { events, head: snapshot.lastPosition, faults: faults.list() }
}

function readSnapshot(db: Database, faults: Faults): Snapshot | undefined {
  try {
    const snapshot = db
      .prepare<[], Snapshot>(
        `SELECT version, head, streams, digest,
           coalesce((SELECT max(position) FROM events WHERE position <= ${Number.MAX_SAFE_INTEGER}), 0) AS lastPosition,
           coalesce((SELECT max(id) FROM streams WHERE id <= ${Number.MAX_SAFE_INTEGER}), 0) AS lastStream,
           EXISTS (SELECT 1 FROM events WHERE position < 1) OR EXISTS (SELECT 1 FROM streams WHERE id < 1) OR
           EXISTS (SELECT 1 FROM events WHERE position > ${Number.MAX_SAFE_INTEGER}) OR
           EXISTS (SELECT 1 FROM streams WHERE id > ${Number.MAX_SAFE_INTEGER}) AS strays
         FROM meta WHERE one = 1`,
      )
      .get()
    if (snapshot === undefined) faults.add({ problem: 'the head row (table meta) is missing' })
    return snapshot
  } catch (error) {
    if (!isDamage(error)) throw error
    faults.add({ problem: 'the head row (table meta) or the end of a table cannot be read' })
    return undefined
  }
}

function checkNumbering(snapshot: Snapshot, faults: Faults): void {
  const { head, streams, lastPosition, lastStream, strays } = snapshot
  if (head > lastPosition) {
    faults.add({
      position: lastPosition + 1,
      problem: `events are missing from here up to ${head}, the position in the head row`,
    })
  }
  if (head < lastPosition) {
    faults.add({ position: head + 1, problem: `the head row says that the last event is ${head}` })
  }
  if (streams !== lastStream) {
    faults.add({
      problem: `the head row counts ${streams} streams, the last one has the number ${lastStream}`,
    })
  }
  if (strays) faults.add({ problem: 'a row of events or streams has a number that cannot be' })
}
