import type pg from 'pg'
import { Faults } from '../chain/faults.ts'
import { ChainWalk, type WalkedRow } from '../chain/walk.ts'
import type { VerifyReport } from '../event-store.ts'
import { storeError } from './errors.ts'
import type { Query, Snapshot } from './snapshot.ts'
import { verifyStreams } from './verify-streams.ts'

export interface VerifyOptions {
  readonly schema: string
  readonly onProgress: ((position: number) => void) | undefined
  /** Called before each batch; throws when the store is closing. */
  readonly mayGoOn: () => void
}

const batchBytes = 4_194_304
const largestBatch = 1_000

/**
 * Re-reads what was stored when it was called, on one snapshot, while appends go on. What it proves, for every row of every
 * table:
 *
 * - events: each digest is the one of its row and of the digest before, positions have no gap, the last digest and
 *   position are those of the head row;
 * - streams: numbers have no gap, revisions are 1, 2, 3 … up to the stream's revision in ascending positions, and together
 *   they are all the events there are.
 */
export async function verify(client: pg.PoolClient, options: VerifyOptions): Promise<VerifyReport> {
  const query: Query = async <Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ) => {
    options.mayGoOn()
    try {
      return (await client.query<Row>(text, [...values])).rows
    } catch (error) {
      throw storeError(error, 'verifying')
    }
  }
  await query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const faults = new Faults()
  const snapshot = await readSnapshot(query, options.schema)
  if (snapshot === undefined) {
    faults.add({ problem: 'the head row (table meta) is missing' })
    return { events: 0, head: 0, faults: faults.list() }
  }
  const events = await verifyEvents(query, snapshot, faults, options)
  checkNumbering(snapshot, faults)
  await verifyStreams(query, { schema: options.schema, snapshot, faults, events })
  await query('COMMIT')
  return { events, head: snapshot.lastPosition, faults: faults.list() }
}

async function readSnapshot(query: Query, schema: string): Promise<Snapshot | undefined> {
  const [snapshot] = await query<Snapshot>(
    `SELECT head, streams, digest,
       coalesce((SELECT max(position) FROM ${schema}.events), 0) AS "lastPosition",
       coalesce((SELECT max(id) FROM ${schema}.streams), 0) AS "lastStream"
     FROM ${schema}.meta WHERE one = 1`,
  )
  return snapshot
}

/** Walks the chain and returns the number of events read. */
async function verifyEvents(
  query: Query,
  { head, digest }: Snapshot,
  faults: Faults,
  { schema, onProgress }: VerifyOptions,
): Promise<number> {
  const walk = new ChainWalk(faults)
  const text = `SELECT e.position, e.revision, (SELECT s.name FROM ${schema}.streams s WHERE s.id = e.stream_id) AS stream,
  e.id, e.type, e.data, e.digest
FROM ${schema}.events e WHERE e.position > $1 ORDER BY e.position LIMIT $2`
  let [after, size]: [number | string, number] = [smallestBigint, 32]
  for (;;) {
    const rows: readonly WalkedRow[] = await query<WalkedRow>(text, [after, size])
    let bytes = 1
    for (const row of rows) {
      walk.take(row)
      bytes += row.data.length
    }
    const last = rows.at(-1)
    if (last !== undefined) onProgress?.(last.position)
    if (last === undefined || rows.length < size) break
    after = last.position
    size = Math.max(4, Math.min(largestBatch, Math.floor((batchBytes * rows.length) / bytes)))
  }
  if (head === walk.last && !walk.endsWith(digest)) {
    faults.add({ position: head, problem: "the head row's digest is not the last event's" })
  }
  return walk.events
}

/** Below every position that there can be, so that none is passed over. */
const smallestBigint = '-9223372036854775808'

function checkNumbering({ head, streams, lastPosition, lastStream }: Snapshot, faults: Faults): void {
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
}
