import type { Dialect, Session } from '@yibiao/database'
import type { StoredEvent } from '@yibiao/event-store'
import { decodeEvent, problem, type RecordedEvent, YibiaoError } from '@yibiao/schemas'
import type { Build } from './build.ts'
import { advance } from './registry.ts'
import { parametersOf, type Row, rowOf } from './tables.ts'

/** Decodes each event of a batch at most once, and only when somebody wants it. */
export class DecodedBatch {
  readonly events: readonly StoredEvent[]
  /** Everything up to and including this position is in the batch or before it. */
  readonly position: number
  readonly #decoded: (RecordedEvent | undefined)[] = []

  constructor(events: readonly StoredEvent[], position: number) {
    this.events = events
    this.position = position
  }

  at(index: number): RecordedEvent {
    const known = this.#decoded[index]
    if (known !== undefined) return known
    const decoded = decodeEvent(this.events[index] as StoredEvent)
    this.#decoded[index] = decoded
    return decoded
  }
}

/** What a batch does to one build: each view touched, with its events in order. */
type Touched = ReadonlyMap<string, readonly RecordedEvent[]>

function touchedBy(build: Build, batch: DecodedBatch): Touched {
  const { projection, position } = build
  const touched = new Map<string, RecordedEvent[]>()
  for (const [index, stored] of batch.events.entries()) {
    if (stored.position <= position || !projection.concerns(stored.stream, stored.type)) continue
    const event = batch.at(index)
    const key = projection.key(event)
    if (key === undefined) continue
    const events = touched.get(key)
    if (events) events.push(event)
    else touched.set(key, [event])
  }
  return touched
}

interface Folded {
  readonly key: string
  readonly view: unknown
  readonly row: Row
  readonly terms: string | undefined
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
  const kept: { build: Build; folded: readonly Folded[] }[] = []
  for (const build of builds) {
    if (batch.position <= build.position) continue
    kept.push({ build, folded: await foldInto(session, dialect, build, touchedBy(build, batch)) })
    if (await advance(session, build, build.position, batch.position)) continue
    const reason = `Another process moved the checkpoint of ${build.name}.`
    throw new YibiaoError(problem('YB_BUSY', '', { reason }))
  }
  return kept
}

/** Puts the views back and moves the positions in memory; call it after the commit. */
export function keep(kept: Kept, position: number): void {
  for (const { build, folded } of kept) {
    build.position = position
    for (const { key, view, row, terms } of folded)
      build.cache.put(key, { view, bytes: row.text.length, terms })
  }
}

async function foldInto(
  session: Session,
  dialect: Dialect,
  build: Build,
  touched: Touched,
): Promise<readonly Folded[]> {
  const { projection, table, cache } = build
  const cached = new Map([...touched.keys()].map((key) => [key, cache.take(key)]))
  const missing = [...touched.keys()].filter((key) => cached.get(key) === undefined)
  const loaded = await session.getMany<{ view: string }>(
    dialect.load(table),
    missing.map((key) => [key]),
  )
  const stored = new Map(missing.map((key, index) => [key, loaded[index]?.view]))

  const folded: Folded[] = []
  const stale: Folded[] = []
  for (const [key, events] of touched) {
    const entry = cached.get(key)
    const text = stored.get(key)
    let view: unknown = entry?.view ?? (text === undefined ? projection.initial(key) : JSON.parse(text))
    const before = entry?.terms ?? (text === undefined ? undefined : projection.terms?.(view))
    for (const event of events) view = projection.evolve(view, event)
    const one = { key, view, row: rowOf(projection, key, view), terms: projection.terms?.(view) }
    folded.push(one)
    if (one.terms !== before) stale.push(one)
  }
  await write(session, dialect, build, folded, stale)
  return folded
}

/** Writes rows, and the terms of those whose terms are not known to be as they were. */
async function write(
  session: Session,
  dialect: Dialect,
  { table }: Build,
  folded: readonly Folded[],
  stale: readonly Folded[],
): Promise<void> {
  const sets = folded.map((one) => parametersOf(one.row))
  if (!table.terms) return session.runMany(dialect.save(table), sets)
  const rows = await session.getMany<{ row: number }>(dialect.save(table), sets)
  const rowOfKey = new Map(folded.map((one, index) => [one.key, rows[index]?.row ?? 0]))
  await session.runMany(
    dialect.saveTerms(table),
    stale.map((one) => [rowOfKey.get(one.key) ?? 0, one.terms ?? '']),
  )
}
