import { setImmediate } from 'node:timers/promises'
import type { Database, Session } from '@yibiao/database'
import type { EventStore } from '@yibiao/event-store'
import type { AnyProjection } from '../projection.ts'
import { Findings } from './compare.ts'
import { foldHistory } from './fold-history.ts'
import { historyIdentity, isSameHistory } from './history.ts'
import { type BuildRow, listBuilds } from './registry.ts'
import { batchesOf, viewTable } from './tables.ts'

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
  readonly memoryBytes?: number
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

/** Views compared at a time; what else the process does goes on in between. */
const page = 200

async function compareWithReplay(
  session: Session,
  live: BuildRow,
  { database, store, projections, onProgress, memoryBytes }: VerifyProjectionsOptions,
): Promise<readonly ProjectionFault[]> {
  const projection = projections.find((one) => one.name === live.name && one.version === live.version)
  if (projection === undefined) {
    const text = `version ${live.version} is not known to this program, so it cannot be replayed`
    return [{ projection: live.name, problem: text }]
  }
  const table = viewTable(projection, live.build)
  const load = database.dialect.load(table)
  const faults: ProjectionFault[] = []
  const findings = new Findings()
  let replayed = 0
  await foldHistory({
    store,
    projection,
    until: live.position,
    onProgress: (done, total) => onProgress?.(live.name, done, total),
    ...(memoryBytes === undefined ? {} : { memoryBytes }),
    onRows: async (rows) => {
      for (const some of batchesOf(rows, page)) {
        replayed += some.length
        const stored = await session.getMany<{ view: string }>(
          load,
          some.map(({ key }) => [key]),
        )
        for (const [index, { key, text }] of some.entries()) {
          const row = stored[index]
          if (row === undefined) findings.missing(key, undefined, JSON.parse(text))
          else if (row.view !== text) findings.compare({ key, view: row.view }, { view: text })
        }
        await setImmediate()
      }
    },
  })
  for (const { key, path } of findings.differences)
    faults.push({ projection: live.name, key, path, problem: 'the view is not what its events give' })
  const stored = await session.get<{ total: number }>(`SELECT count(*) AS total FROM "${table.name}"`)
  const surplus = (stored?.total ?? 0) - replayed
  if (surplus > 0) faults.push({ projection: live.name, problem: `${surplus} views have no events` })
  return faults
}
