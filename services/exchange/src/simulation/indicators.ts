import type { Database } from '@yibiao/database'
import { KpiFold, openReadModel, type ReferencesInForce } from '@yibiao/projections'

/** The product's own indicators of filings and approvals, by id; null where nothing was measured. Those of feeds are left out. */
export type Indicators = Readonly<Record<string, number | null>>

const told: ReadonlySet<string> = new Set([
  'parallelCoverage',
  'instantCaseRatio',
  'actualOverStatutory',
  'onTimeRate',
  'medianSetupWD',
  'oneTimeViolation',
  'publicityLag',
  'greenChannelOnTime',
])

/** Folds the indicators from the read database, as the gateway does. `now` is the simulated time, epoch milliseconds. */
export async function indicatorsOf(
  database: Database,
  references: ReferencesInForce,
  now: number,
): Promise<Indicators> {
  const readModel = openReadModel(database)
  const fold = new KpiFold({ references, now })
  try {
    for await (const one of readModel.eachException({ kinds: ['OVERDUE', 'NOTICE'] })) fold.exception(one)
    for await (const view of readModel.eachFiling()) fold.filing(view)
  } finally {
    readModel.close()
  }
  const entries = fold.result().filter(({ id }) => told.has(id))
  return Object.fromEntries(entries.map(({ id, value }) => [id, value]))
}
