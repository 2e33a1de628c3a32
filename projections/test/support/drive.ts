import type { Database } from '@yibiao/database'
import type { EventStore } from '@yibiao/event-store'
import {
  type AnyProjection,
  openRuntime,
  type Runtime,
  type RuntimeOptions,
  standardProjections,
} from '@yibiao/projections'
import { references } from './references.ts'

export const projections = standardProjections(references)

/** A runtime whose copies are all there, made from what the store holds now. */
export async function openBuilt(
  options: Omit<RuntimeOptions, 'projections'> & { projections?: readonly AnyProjection[] },
): Promise<Runtime> {
  const runtime = await openRuntime({ projections, ...options })
  for (const name of runtime.missing) await runtime.rebuild(name)
  return runtime
}

/** Applies what is new in batches of a size, up to a position. */
export async function follow(
  runtime: Runtime,
  store: EventStore,
  batch: number,
  until?: number,
): Promise<void> {
  for (;;) {
    const events = await store.readAll({
      after: runtime.position,
      limit: batch,
      ...(until === undefined ? {} : { until }),
    })
    const last = events.at(-1)
    if (last === undefined) return
    await runtime.apply(events, last.position)
  }
}

/** Every row of every live copy, as text by projection. */
export async function dump(database: Database, only?: string): Promise<Record<string, string>> {
  return database.snapshot(async (session) => {
    const live = await session.all<{ name: string; build: number; position: number }>(
      `SELECT name, build, position FROM projection_builds WHERE state = 'live' ORDER BY name`,
    )
    const tables: Record<string, string> = {}
    for (const { name, build, position } of live) {
      if (only !== undefined && name !== only) continue
      const rows = await session.all<Record<string, unknown>>(
        `SELECT * FROM "${name.replaceAll('-', '_')}__${build}" ORDER BY "key"`,
      )
      tables[name] = JSON.stringify([position, rows.map(({ row: _row, ...rest }) => rest)])
    }
    return tables
  })
}
