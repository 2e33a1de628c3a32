import { setImmediate } from 'node:timers/promises'
import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { decodeEvent } from '@yibiao/schemas'
import type { AnyProjection } from '../projection.ts'
import { eventFor } from './decoded.ts'
import { type Row, rowOf } from './tables.ts'

/** A finished view as it is to be stored. */
export interface FoldedRow extends Row {
  readonly text: string
  readonly terms: string | undefined
}

/** Views that a fold of the history holds in memory at once. One of a record takes about 50 KB. */
export const defaultViewsHeld = 1_200

/** Events read at a time; what else the process does goes on in between. */
const chunk = 1_000

/** Rows given at a time, about. */
const rowsTogether = 64

export interface FoldHistoryOptions {
  readonly store: EventStore
  readonly projection: AnyProjection
  /** Fold everything up to and including this position. */
  readonly until: number
  /** Default 1,200. */
  readonly viewsHeld?: number | undefined
  /** Told as it goes, in positions, never falling. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** Takes finished rows. */
  readonly onRows: (rows: readonly FoldedRow[]) => Promise<void>
  readonly signal?: AbortSignal | undefined
}

/** The streams, with the keys in them, whose rows were given too early. */
export type Returned = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Folds the history from its beginning in one pass, each view whole. A record's events stand close together, so that a view
 * untouched for long is finished nearly always: when too many are held, the one longest untouched is given and let go. What
 * is touched again after that is returned; `foldAgain` gives the rows in place of those. So memory stays bounded, and no event
 * is read more than twice.
 */
export async function foldHistory(options: FoldHistoryOptions): Promise<Returned> {
  const { store, until, onProgress, onRows, signal } = options
  const held = new HeldViews(options.projection, options.viewsHeld ?? defaultViewsHeld)
  for (let after = 0; after < until; ) {
    signal?.throwIfAborted()
    const events = await store.readAll({ after, until, limit: chunk })
    for (const stored of events) held.fold(stored)
    if (held.rows.length >= rowsTogether) await onRows(held.takeRows())
    after = events.length < chunk ? until : (events.at(-1) as StoredEvent).position
    onProgress?.(after, until)
    await setImmediate()
  }
  while (held.size > 0) {
    held.letGo(rowsTogether)
    await onRows(held.takeRows())
  }
  return held.returned
}

/** Folds what `foldHistory` returned, each view whole, from its stream. */
export async function foldAgain(
  { store, projection, until, onRows, signal }: FoldHistoryOptions,
  returned: Returned,
): Promise<void> {
  for (const [stream, keys] of returned) {
    signal?.throwIfAborted()
    const views = new Map<string, unknown>()
    for await (const stored of eventsOf(store, stream, until)) {
      const event = eventFor(projection, stored, () => decodeEvent(stored))
      const key = event && projection.key(event)
      if (event === undefined || key === undefined || !keys.has(key)) continue
      views.set(key, projection.evolve(views.get(key) ?? projection.initial(key), event))
    }
    await onRows([...views].map(([key, view]) => foldedRow(projection, key, view)))
    await setImmediate()
  }
}

/** Views held while their events come by, by key, in the order of their last touch. */
class HeldViews {
  readonly #projection: AnyProjection
  readonly #most: number
  readonly #views = new Map<string, unknown>()
  readonly #gone = new Set<string>()
  readonly #returned = new Map<string, Set<string>>()
  #rows: FoldedRow[] = []

  constructor(projection: AnyProjection, most: number) {
    this.#projection = projection
    // Only what stands in one stream can be folded anew from there.
    this.#most = projection.streamBound ? most : Number.POSITIVE_INFINITY
  }

  get size(): number {
    return this.#views.size
  }

  /** Of those let go. */
  get rows(): readonly FoldedRow[] {
    return this.#rows
  }

  /** What was touched again after it had been let go. */
  get returned(): Returned {
    return this.#returned
  }

  fold(stored: StoredEvent): void {
    const projection = this.#projection
    const event = eventFor(projection, stored, () => decodeEvent(stored))
    const key = event && projection.key(event)
    if (event === undefined || key === undefined) return
    const view = this.#views.get(key)
    if (view === undefined && this.#gone.has(key)) {
      this.#noteReturn(stored.stream, key)
      return
    }
    this.#views.delete(key)
    this.#views.set(key, projection.evolve(view ?? projection.initial(key), event))
    if (this.#views.size > this.#most) this.letGo(1)
  }

  #noteReturn(stream: string, key: string): void {
    const keys = this.#returned.get(stream)
    if (keys) keys.add(key)
    else this.#returned.set(stream, new Set([key]))
  }

  /** Makes rows of the views longest untouched. */
  letGo(count: number): void {
    let left = count
    for (const [key, view] of this.#views) {
      if (left === 0) return
      left -= 1
      this.#views.delete(key)
      this.#gone.add(key)
      this.#rows.push(foldedRow(this.#projection, key, view))
    }
  }

  takeRows(): readonly FoldedRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }
}

function foldedRow(projection: AnyProjection, key: string, view: unknown): FoldedRow {
  const text = JSON.stringify(view)
  return { ...rowOf(projection, key, view, text), text, terms: projection.terms?.(view) }
}

/** The events of a stream up to a position. */
async function* eventsOf(store: EventStore, stream: string, until: number): AsyncGenerator<StoredEvent> {
  for (let from = 1; ; from += chunk) {
    const events = await store.readStream(stream, { from, limit: chunk })
    for (const stored of events) {
      if (stored.position > until) return
      yield stored
    }
    if (events.length < chunk) return
  }
}
