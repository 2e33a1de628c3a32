import type { Dialect, Session, ViewTable } from '@yibiao/database'
import type { AnyProjection } from '../projection.ts'
import { type Build, buildOf } from './build.ts'
import { type Comparison, compareTables, type Difference } from './compare.ts'
import { type FoldedRow, foldAgain, foldHistory } from './fold-history.ts'
import type { RuntimeInside } from './inside.ts'
import { addBuild, advance, type BuildRow, dropBuild, listBuilds, setDigest, setState } from './registry.ts'
import { parametersOf, tableName } from './tables.ts'

export interface RebuildOptions {
  /** Positions folded so far, and in all. */
  readonly onProgress?: (done: number, total: number) => void
  /** Digest of the rebuilt copy that the operator has seen and accepts, for a newer version that differs. */
  readonly accept?: string
  readonly signal?: AbortSignal
  /** Done in the same transaction as the switch, or as noting the digest when there is none. */
  readonly within?: (session: Session, result: RebuildResult) => Promise<void>
}

export interface RebuildResult {
  readonly projection: string
  readonly version: number
  /** Number of the copy that was built. */
  readonly build: number
  /** The position at which it was compared. */
  readonly position: number
  readonly rows: number
  readonly digest: string
  readonly differing: number
  readonly differences: readonly Difference[]
  /** True when it is now the live copy. Otherwise it stays ready, for `switchTo`. */
  readonly switched: boolean
}

/**
 * Builds a copy beside the live one from the whole history, brings it to the live checkpoint, compares the two at the same
 * position, and puts it in place when that is right: when there was none, when they are equal, or when it is of another
 * version and the operator has accepted its very digest. Live updates and readers go on meanwhile.
 * A copy of the same version that differs never goes live by itself: one of the two is wrong, and somebody must look.
 */
export async function rebuildProjection(
  runtime: RuntimeInside,
  projection: AnyProjection,
  options: RebuildOptions,
): Promise<RebuildResult> {
  const { database, store } = runtime.options
  const row = await database.transaction((session) => begin(runtime, session, projection))
  const build = buildOf(projection, row, 0)
  try {
    const until = runtime.live(projection.name)?.position ?? (await store.head())
    await load(runtime, build, until, options)
    await runtime.catchUp(build, runtime.live(projection.name)?.position ?? until)
    const comparison = await compareAtOnePosition(runtime, build)
    return await conclude(runtime, row, build, comparison, options)
  } catch (error) {
    await database.transaction((session) => dropBuild(session, database.dialect, row))
    throw error
  }
}

/** Makes the empty table; a copy that an earlier rebuild left is no longer needed. */
async function begin(runtime: RuntimeInside, session: Session, projection: AnyProjection): Promise<BuildRow> {
  const { database } = runtime.options
  for (const other of await listBuilds(session))
    if (other.name === projection.name && (other.state === 'building' || other.state === 'ready'))
      await dropBuild(session, database.dialect, other)
  const { name, version } = projection
  const row = await addBuild(session, { name, version, history: runtime.history })
  for (const sql of database.dialect.create(buildOf(projection, row, 0).table)) await session.run(sql)
  return row
}

/** Folds in memory, writes each row once, makes the indexes, and only then replaces what had been written too early. */
async function load(
  runtime: RuntimeInside,
  build: Build,
  until: number,
  { onProgress, signal }: RebuildOptions,
): Promise<void> {
  const { database, store, viewsHeld } = runtime.options
  const { projection, table } = build
  const { dialect } = database
  const folding = { store, projection, until, viewsHeld, onProgress, signal }
  const writeBy = (sql: string) => async (rows: readonly FoldedRow[]) => {
    signal?.throwIfAborted()
    await database.transaction((session) => writeRows(session, dialect, table, sql, rows))
  }
  const returned = await foldHistory({ ...folding, onRows: writeBy(dialect.insert(table)) })
  await database.transaction(async (session) => {
    for (const sql of dialect.createIndexes(table)) await session.run(sql)
  })
  const replace = table.terms ? dialect.saveReturning(table) : dialect.save(table)
  await foldAgain({ ...folding, onRows: writeBy(replace) }, returned)
  await database.transaction((session) => advance(session, build, 0, until))
  build.position = until
}

async function writeRows(
  session: Session,
  dialect: Dialect,
  table: ViewTable,
  sql: string,
  rows: readonly FoldedRow[],
): Promise<void> {
  const sets = rows.map((row) => parametersOf(dialect, row))
  if (!table.terms) return session.runMany(sql, sets)
  const made = await session.getMany<{ row: number }>(sql, sets)
  const terms = rows.map((row, index) => [made[index]?.row ?? 0, row.terms ?? ''])
  return session.runMany(dialect.saveTerms(table), terms)
}

interface Compared extends Comparison {
  readonly position: number
}

/** Holds the live copy still only until both stand at one position and a snapshot of them is open. */
async function compareAtOnePosition(runtime: RuntimeInside, build: Build): Promise<Compared> {
  const { database } = runtime.options
  const { name, projection } = build
  let comparing: Promise<Compared> | undefined
  await runtime.alone(async () => {
    const live = runtime.live(name)
    await runtime.catchUp(build, live?.position ?? build.position)
    const position = build.position
    const opened = Promise.withResolvers<void>()
    comparing = database.snapshot(async (session) => {
      // The first statement is what opens the snapshot.
      await listBuilds(session)
      opened.resolve()
      const sameVersion = live?.version === projection.version
      const rebuilt = sameVersion ? build.table : { ...build.table, columns: [] }
      const other = live && { ...rebuilt, name: tableName(name, live.build) }
      return { ...(await compareTables(session, database.dialect, other, rebuilt)), position }
    })
    comparing.catch(opened.reject)
    await opened.promise
  })
  return comparing as Promise<Compared>
}

async function conclude(
  runtime: RuntimeInside,
  row: BuildRow,
  build: Build,
  comparison: Compared,
  { accept, within }: RebuildOptions,
): Promise<RebuildResult> {
  const { database } = runtime.options
  const live = runtime.live(row.name)
  const accepted = live?.version !== row.version && accept === comparison.digest
  const switched = live === undefined || comparison.differing === 0 || accepted
  const { differing, differences, digest, rows, position } = comparison
  const result: RebuildResult = {
    projection: row.name,
    version: row.version,
    build: row.build,
    position,
    rows,
    digest,
    differing,
    differences,
    switched,
  }
  const note = async (session: Session): Promise<void> => {
    await setDigest(session, row, digest, position)
    await within?.(session, result)
  }
  if (!switched) {
    await database.transaction(async (session) => {
      await setState(session, row, 'ready')
      await note(session)
    })
    return result
  }
  await runtime.alone(async () => {
    await runtime.catchUp(build, runtime.live(row.name)?.position ?? build.position)
    await runtime.goLive({ ...row, position: build.position }, note)
  })
  return result
}
