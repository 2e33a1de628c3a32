import type { Session } from '@yibiao/database'
import { problem, YibiaoError } from '@yibiao/schemas'
import { type BuildRow, liveBuild } from '../runtime/registry.ts'
import { tableName } from '../runtime/tables.ts'

/** The live copy of a projection within one snapshot. */
export interface LiveTable {
  readonly name: string
  readonly build: number
  readonly position: number
  readonly history: string
}

/** Throws `YB_UNAVAILABLE` while the first copy is still being built. */
export async function liveTable(session: Session, projection: string): Promise<LiveTable> {
  const row: BuildRow | undefined = await liveBuild(session, projection)
  if (row === undefined) {
    const reason = `The view ${projection} is being built. / 视图 ${projection} 正在构建。`
    throw new YibiaoError(problem('YB_UNAVAILABLE', '', { reason }))
  }
  return {
    name: tableName(projection, row.build),
    build: row.build,
    position: row.position,
    history: row.history,
  }
}
