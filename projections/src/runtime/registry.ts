import type { Dialect, ProjectionBuilds, Session } from '@yibiao/database'
import { tableName } from './tables.ts'

/** One copy of a projection, as the registry has it. */
export type BuildRow = Readonly<ProjectionBuilds>

const columns = 'name, build, version, position, state, history, digest, digest_position'

/** Every copy there is, oldest first within a projection. */
export const listBuilds = (session: Session): Promise<readonly BuildRow[]> =>
  session.all<BuildRow>(`SELECT ${columns} FROM projection_builds ORDER BY name, build`)

/** The copy that readers see. */
export const liveBuild = (session: Session, name: string): Promise<BuildRow | undefined> =>
  session.get<BuildRow>(`SELECT ${columns} FROM projection_builds WHERE name = ? AND state = 'live'`, [name])

/** Registers a new copy under the next free number. */
export async function addBuild(
  session: Session,
  build: Pick<BuildRow, 'name' | 'version' | 'history'>,
): Promise<BuildRow> {
  const last = await session.get<{ build: number | null }>(
    'SELECT max(build) AS build FROM projection_builds WHERE name = ?',
    [build.name],
  )
  const row: BuildRow = {
    ...build,
    build: (last?.build ?? 0) + 1,
    position: 0,
    state: 'building',
    digest: null,
    digest_position: null,
  }
  await session.run(
    `INSERT INTO projection_builds (name, build, version, position, state, history) VALUES (?, ?, ?, 0, 'building', ?)`,
    [row.name, row.build, row.version, row.history],
  )
  return row
}

/** Removes a copy: its table and its entry. */
export async function dropBuild(
  session: Session,
  dialect: Dialect,
  { name, build }: Pick<BuildRow, 'name' | 'build'>,
): Promise<void> {
  for (const sql of dialect.drop({ name: tableName(name, build) })) await session.run(sql)
  await session.run('DELETE FROM projection_builds WHERE name = ? AND build = ?', [name, build])
}

/** Copies made before the history was opened belong to it from then on. */
export const nameHistory = (session: Session, history: string): Promise<number> =>
  session.run(`UPDATE projection_builds SET history = ? WHERE history = ''`, [history])

/**
 * Moves a checkpoint by compare-and-set. False when it is not where the caller believes: then another runtime has written
 * and nothing of this transaction may stay.
 */
export async function advance(
  session: Session,
  { name, build }: Pick<BuildRow, 'name' | 'build'>,
  from: number,
  to: number,
): Promise<boolean> {
  const changed = await session.run(
    'UPDATE projection_builds SET position = ? WHERE name = ? AND build = ? AND position = ?',
    [to, name, build, from],
  )
  return changed === 1
}

export const setState = (
  session: Session,
  { name, build }: Pick<BuildRow, 'name' | 'build'>,
  state: BuildRow['state'],
): Promise<number> =>
  session.run('UPDATE projection_builds SET state = ? WHERE name = ? AND build = ?', [state, name, build])

export const setDigest = (
  session: Session,
  { name, build }: Pick<BuildRow, 'name' | 'build'>,
  digest: string,
  position: number,
): Promise<number> =>
  session.run('UPDATE projection_builds SET digest = ?, digest_position = ? WHERE name = ? AND build = ?', [
    digest,
    position,
    name,
    build,
  ])
