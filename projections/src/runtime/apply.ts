import { setImmediate } from 'node:timers/promises'
import type { Dialect, Session, ViewTable } from '@yibiao/database'
import { problem, type RecordedEvent, YibiaoError } from '@yibiao/schemas'
import type { Build } from './build.ts'
import type { DecodedBatch } from './decoded.ts'
import { advance } from './registry.ts'
import {
  batchesOf,
  columnsOf,
  indexesDiffer,
  parametersOf,
  type Row,
  rowOf,
  updateParametersOf,
} from './tables.ts'
import { together } from './together.ts'
import { comparedLength, type Entry } from './view-cache.ts'

interface Folded {
  readonly key: string
  readonly view: unknown
  readonly row: Row
  readonly terms: string | undefined
  /** What of it must be written. */
  readonly changed: 'row and terms' | 'view and terms' | 'row' | 'view' | 'nothing'
}

/** Views to be kept in the caches once the transaction has committed. */
export type Kept = readonly { readonly build: Build; readonly folded: readonly Folded[] }[]

/**
 * Folds a batch into several builds within the caller's transaction: loads the views it touches, folds, writes each once
 * and moves every checkpoint. Events that a build already has are passed over, so builds may stand at different positions.
 * Views are out of the caches while this is under way; when the transaction fails they stay out and are read again.
 */
export async function applyBatch(
  session: Session,
  dialect: Dialect,
  builds: readonly Build[],
  batch: DecodedBatch,
): Promise<Kept> {
  const behind = builds.filter((build) => batch.position > build.position)
  // All at once: where the engine is a journey away, that is one for all copies and not one for each.
  const [moved, kept] = await together([
    together(behind.map((build) => advance(session, build, build.position, batch.position))),
    together(
      behind.map(async (build) => {
        const touched = batch.touched(build.projection, build.position)
        return { build, folded: await foldInto(session, dialect, build, touched) }
      }),
    ),
  ])
  const other = behind.find((_, index) => !moved[index])
  if (other === undefined) return kept
  const reason = `Another process moved the checkpoint of ${other.name}.`
  throw new YibiaoError(problem('YB_BUSY', '', { reason }))
}

/** Puts the views back and moves the positions in memory; call it after the commit. */
export function keep(kept: Kept, position: number): void {
  for (const { build, folded } of kept) {
    build.position = position
    for (const { key, view, row, terms } of folded)
      build.cache.put(key, {
        view,
        bytes: row.text.length,
        terms,
        columns: row.columns,
        text: typeof row.text === 'string' && row.text.length <= comparedLength ? row.text : undefined,
      })
  }
}

/** Views folded and written at a time; what else the process does goes on in between. */
const slice = 64

async function foldInto(
  session: Session,
  dialect: Dialect,
  build: Build,
  touched: ReadonlyMap<string, readonly RecordedEvent[]>,
): Promise<readonly Folded[]> {
  const folded: Folded[] = []
  for (const some of batchesOf(touched, slice)) {
    if (folded.length > 0) await setImmediate()
    folded.push(...(await foldSome(session, dialect, build, some)))
  }
  return folded
}

async function foldSome(
  session: Session,
  dialect: Dialect,
  build: Build,
  touched: readonly (readonly [key: string, events: readonly RecordedEvent[]])[],
): Promise<readonly Folded[]> {
  const { table, cache, scratch } = build
  scratch.clear()
  const cached = new Map(touched.map(([key]) => [key, cache.take(key)]))
  const missing = touched.flatMap(([key]) => (cached.get(key) === undefined ? [key] : []))
  const loaded = await session.getMany<{ view: string }>(
    dialect.load(table),
    missing.map((key) => [key]),
  )
  const stored = new Map(missing.map((key, index) => [key, loaded[index]?.view]))
  const folded = touched.map(([key, events]) => foldOne(build, key, events, cached.get(key), stored.get(key)))
  await write(session, dialect, build, folded)
  return folded
}

function foldOne(
  { projection, table, scratch }: Build,
  key: string,
  events: readonly RecordedEvent[],
  entry: Entry | undefined,
  stored: string | undefined,
): Folded {
  let view: unknown = entry?.view ?? (stored === undefined ? projection.initial(key) : JSON.parse(stored))
  const isNew = entry === undefined && stored === undefined
  // Taken before the fold, which changes the view in place.
  const columns = entry?.columns ?? columnsOf(projection, view)
  const before = entry === undefined ? projection.terms?.(view) : entry.terms
  for (const event of events) view = projection.evolve(view, event)
  const row = rowOf(projection, key, view, projection.encode?.(view, scratch) ?? JSON.stringify(view))
  // Columns and terms follow from the view: nothing differs when the text does not.
  if (!isNew && row.text === (entry?.text ?? stored))
    return { key, view, row, terms: before, changed: 'nothing' }
  const terms = projection.terms?.(view)
  const what = isNew || indexesDiffer(table, row, columns) ? 'row' : 'view'
  const termsToo = terms !== undefined && (isNew || terms !== before)
  return { key, view, row, terms, changed: termsToo ? `${what} and terms` : what }
}

/** Writes what changed: rows, and terms where they did, for which the engine must first say which row it is. */
async function write(
  session: Session,
  dialect: Dialect,
  { table }: Build,
  folded: readonly Folded[],
): Promise<void> {
  const ofKind = (kind: Folded['changed']) => folded.filter(({ changed }) => changed === kind)
  const views = ofKind('view').map(({ row }) => updateParametersOf(dialect, table, row))
  const rows = ofKind('row').map(({ row }) => parametersOf(dialect, row))
  await together([
    views.length > 0 ? session.runMany(dialect.update(table), views) : undefined,
    rows.length > 0 ? session.runMany(dialect.save(table), rows) : undefined,
    writeWithTerms(session, dialect, table, ofKind),
  ])
}

async function writeWithTerms(
  session: Session,
  dialect: Dialect,
  table: ViewTable,
  ofKind: (kind: Folded['changed']) => readonly Folded[],
): Promise<void> {
  const withTerms = [...ofKind('row and terms'), ...ofKind('view and terms')]
  if (withTerms.length === 0) return
  const places = await writeReturning(session, dialect, table, withTerms)
  await session.runMany(
    dialect.saveTerms(table),
    withTerms.map(({ terms }, index) => [places[index]?.row ?? 0, terms ?? '']),
  )
}

/** Writes rows, and gives their numbers in the same order; what is new or indexed otherwise MUST come first. */
async function writeReturning(
  session: Session,
  dialect: Dialect,
  table: ViewTable,
  folded: readonly Folded[],
): Promise<readonly ({ readonly row: number } | undefined)[]> {
  const whole = folded.filter(({ changed }) => changed === 'row and terms')
  const rest = folded.slice(whole.length)
  const places = await together([
    session.getMany<{ row: number }>(
      dialect.saveReturning(table),
      whole.map(({ row }) => parametersOf(dialect, row)),
    ),
    session.getMany<{ row: number }>(
      dialect.updateReturning(table),
      rest.map(({ row }) => updateParametersOf(dialect, table, row)),
    ),
  ])
  return places.flat()
}
