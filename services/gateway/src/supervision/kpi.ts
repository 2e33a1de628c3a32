import { type Kpi, KpiFold } from '@yibiao/projections'
import { decodeEvent, errorTable, recordStream } from '@yibiao/schemas'
import type { Context } from '../context.ts'
import { latenciesOf } from './latencies.ts'
import type { Period } from './period.ts'

/** What refuses to ask for what is held already. */
const heldCode = 'YB_ALREADY_HELD'

/** Rows that are folded before others get their turn: one answer over everything must not hold up all the others. */
const rowsAtOnce = 200

export interface KpiRequest {
  readonly department?: string | undefined
  readonly period: Period
}

/** The indicators over the filings that were submitted in a period: a pass over the board, and no more in memory than counts. */
export async function measureKpis(
  { options }: Context,
  { department, period }: KpiRequest,
): Promise<{ readonly position: number; readonly kpis: readonly Kpi[] }> {
  const { readModel, references, clock, store } = options
  const position = await readModel.position()
  const inForce = references.current()
  const fold = new KpiFold({
    references: inForce,
    department,
    now: clock.now(),
    heldCode: heldCode in errorTable ? heldCode : undefined,
  })
  await folded(readModel.eachException({ kinds: ['OVERDUE', 'NOTICE'] }), (one) => fold.exception(one))
  await folded(readModel.eachFiling(period), (one) => fold.filing(one))
  await folded(readModel.eachRefusal(), (one) => fold.refusal(one))
  const { value: feeds } = await readModel.feedStates()
  for (const feed of feeds) fold.feed(feed)
  for await (const view of readModel.eachDisputed())
    for (const [path, columns] of Object.entries(view.disputed)) {
      if (department !== undefined && inForce.matrix.ownerOf(path) !== department) continue
      const revision = Math.min(...Object.values(columns))
      if (!Number.isFinite(revision)) continue
      const [stored] = await store.readStream(recordStream(view.record), { from: revision, limit: 1 })
      if (stored !== undefined) fold.dispute({ record: view.record, since: decodeEvent(stored).recordedtime })
    }
  const served = feeds
    .map(({ participant }) => participant)
    .filter(
      (code) =>
        department === undefined || inForce.participants.byCode.get(code)?.departments.includes(department),
    )
  for (const latency of await latenciesOf(store, served)) fold.latency(latency)
  return { position, kpis: fold.result() }
}

async function folded<Row>(rows: AsyncIterable<Row>, take: (row: Row) => void): Promise<void> {
  let count = 0
  for await (const row of rows) {
    take(row)
    count += 1
    if (count % rowsAtOnce === 0) await new Promise(setImmediate)
  }
}
