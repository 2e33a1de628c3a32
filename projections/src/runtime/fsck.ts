import type { Database, Session } from '@yibiao/database'
import type { EventStore } from '@yibiao/event-store'
import type { AnyProjection } from '../projection.ts'
import { differencesKept, Findings } from './compare.ts'
import { type FoldedRow, foldAgain, foldHistory } from './fold-history.ts'
import { historyIdentity, isSameHistory } from './history.ts'
import { type BuildRow, listBuilds } from './registry.ts'
import { viewTable } from './tables.ts'

export interface ProjectionFault {
  readonly projection: string
  /** The view, when it is one view's fault. */
  readonly key?: string
  /** Where in the view. */
  readonly path?: string
  readonly problem: string
}

export interface VerifyProjectionsOptions {
  readonly database: Database
  readonly store: EventStore
  readonly projections: readonly AnyProjection[]
  readonly onProgress?: (projection: string, done: number, total: number) => void
  /** Views held in memory at once. Default 1,200. */
  readonly viewsHeld?: number
}

/**
 * Proves that every live copy is what the history says: its checkpoint is at or below the head, it is of this history, and
 * every view equals its replay up to that checkpoint, no more and no fewer. Empty means sound. The values that differ are
 * not in the faults, for they may be personal. Runs beside live updates, on one snapshot a projection.
 */
export async function verifyProjections(
  options: VerifyProjectionsOptions,
): Promise<readonly ProjectionFault[]> {
  const faults: ProjectionFault[] = []
  const history = await historyIdentity(options.store)
  for (const name of new Set(options.projections.map((one) => one.name))) {
    await options.database.snapshot(async (session) => {
      const rows = (await listBuilds(session)).filter((row) => row.name === name)
      const live = rows.find((row) => row.state === 'live')
      if (live === undefined) {
        faults.push({ projection: name, problem: 'there is no live copy' })
        return
      }
      if (!isSameHistory(live.history, history))
        faults.push({
          projection: name,
          problem: `it was built from the history ${live.history}, not ${history}`,
        })
      // Asked after the snapshot was opened: what a copy holds was in the history before.
      const head = await options.store.head()
      if (live.position > head)
        faults.push({
          projection: name,
          problem: `its checkpoint ${live.position} is above the head ${head}`,
        })
      else faults.push(...(await compareWithReplay(session, live, options)))
    })
  }
  return faults
}

async function compareWithReplay(
  session: Session,
  live: BuildRow,
  { database, store, projections, onProgress, viewsHeld }: VerifyProjectionsOptions,
): Promise<readonly ProjectionFault[]> {
  const projection = projections.find((one) => one.name === live.name && one.version === live.version)
  if (projection === undefined) {
    const text = `version ${live.version} is not known to this program, so it cannot be replayed`
    return [{ projection: live.name, problem: text }]
  }
  const table = viewTable(projection, live.build)
  const differing = new Map<string, readonly string[]>()
  let replayed = 0
  const compare = async (rows: readonly FoldedRow[]): Promise<void> => {
    const keys = rows.map(({ key }) => [key])
    const stored = await session.getMany<{ view: string }>(database.dialect.load(table), keys)
    for (const [index, { key, text }] of rows.entries()) {
      const paths = placesOfDifference(key, stored[index]?.view, text)
      if (paths.length > 0) differing.set(key, paths)
      else differing.delete(key)
    }
  }
  const folding = {
    store,
    projection,
    until: live.position,
    viewsHeld,
    onProgress: (done: number, total: number) => onProgress?.(live.name, done, total),
  }
  const returned = await foldHistory({
    ...folding,
    onRows: (rows) => {
      replayed += rows.length
      return compare(rows)
    },
  })
  await foldAgain({ ...folding, onRows: compare }, returned)
  const places = [...differing].flatMap(([key, paths]) => paths.map((path) => ({ key, path })))
  const faults: ProjectionFault[] = places.slice(0, differencesKept).map((place) => ({
    projection: live.name,
    ...place,
    problem: 'the view is not what its events give',
  }))
  const stored = await session.get<{ total: number }>(`SELECT count(*) AS total FROM "${table.name}"`)
  const surplus = (stored?.total ?? 0) - replayed
  if (surplus > 0) faults.push({ projection: live.name, problem: `${surplus} views have no events` })
  return faults
}

/** Paths at which a stored view is not its replay; the empty one when it is not there at all. */
function placesOfDifference(key: string, stored: string | undefined, replayed: string): readonly string[] {
  if (stored === replayed) return []
  const findings = new Findings()
  if (stored === undefined) findings.missing(key, undefined, undefined)
  else findings.compare({ key, view: stored }, { view: replayed })
  return findings.differences.map(({ path }) => path)
}
