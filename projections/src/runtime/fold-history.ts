import { setImmediate } from 'node:timers/promises'
import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { decodeEvent } from '@yibiao/schemas'
import type { AnyProjection } from '../projection.ts'
import { type FoldedRow, FoldPool } from './fold-pool.ts'

export type { FoldedRow } from './fold-pool.ts'

/** Streams are spread over this many parts, the unit in which a pass may be cut. */
const parts = 256

/** Bytes of memory, estimated, that folded views may take in one pass. Minimum 1 MiB. */
export const defaultFoldBytes = 192 * 1024 * 1024

/** Beyond this share of folds that unpack a view, reading the history once more is cheaper than going on so. */
const mostThrashing = 0.15

/** Events read at a time; what else the process does goes on in between. */
const chunk = 1_000

export interface FoldHistoryOptions {
  readonly store: EventStore
  readonly projection: AnyProjection
  /** Fold everything up to and including this position. */
  readonly until: number
  readonly memoryBytes?: number
  /** Told as it goes, in positions: over all passes, never falling. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** Takes the finished rows of one pass, each once; MUST go through them all. */
  readonly onRows: (rows: Iterable<FoldedRow>) => Promise<void>
  readonly signal?: AbortSignal | undefined
}

/**
 * Folds the history from its beginning in memory, each view whole. When the views do not fit, a pass sheds some of the
 * streams, which a later pass folds: memory stays bounded at the price of reading the history again.
 */
export async function foldHistory(options: FoldHistoryOptions): Promise<void> {
  const progress = progressOf(options)
  let low = 0
  let width = parts
  while (low < parts) {
    const pass = new Pass(options, low, Math.min(parts, low + width))
    await pass.run(progress)
    await options.onRows(pass.pool.drain())
    width = pass.high - low
    low = pass.high
  }
}

type Progress = (low: number, high: number, position: number) => void

/** Passes cover parts; within one, positions. Shedding makes a pass smaller, so the figure is kept from falling. */
function progressOf({ until, onProgress }: FoldHistoryOptions): Progress {
  let best = 0
  return (low, high, position) => {
    best = Math.max(best, Math.floor((until * low + position * (high - low)) / parts))
    onProgress?.(best, until)
  }
}

/** One reading of the history, folding the streams of the parts from `low` up to but not including `high`. */
class Pass {
  readonly pool: FoldPool
  readonly low: number
  high: number
  readonly #options: FoldHistoryOptions
  readonly #memoryBytes: number
  /** Keys by part, to be able to shed; none when the projection cannot be cut. */
  readonly #keys: (Set<string> | undefined)[] = []

  constructor(options: FoldHistoryOptions, low: number, high: number) {
    this.#options = options
    this.#memoryBytes = options.memoryBytes ?? defaultFoldBytes
    this.pool = new FoldPool(options.projection, this.#memoryBytes)
    this.low = low
    // All that cannot be cut is folded in the first pass.
    this.high = options.projection.streamBound ? high : parts
  }

  async run(progress: Progress): Promise<void> {
    const { store, until, signal } = this.#options
    for (let after = 0; after < until; ) {
      signal?.throwIfAborted()
      const events = await store.readAll({ after, until, limit: chunk })
      for (const stored of events) this.#fold(stored)
      if (this.pool.bytes > this.#memoryBytes || this.pool.thrashing > mostThrashing) this.#shed()
      after = events.length < chunk ? until : (events.at(-1) as StoredEvent).position
      progress(this.low, this.high, after)
      await setImmediate()
    }
  }

  #fold(stored: StoredEvent): void {
    const { projection } = this.#options
    if (!projection.concerns(stored.stream, stored.type)) return
    const part = projection.streamBound ? partOf(stored.stream) : 0
    if (part < this.low || part >= this.high) return
    const event = decodeEvent(stored)
    const key = projection.key(event)
    if (key === undefined) return
    const keys = this.#keys[part]
    if (keys === undefined) this.#keys[part] = new Set([key])
    else keys.add(key)
    this.pool.fold(key, (view) => projection.evolve(view, event))
  }

  /** Lets go of the upper half of the parts; a later pass begins with them. */
  #shed(): void {
    if (!this.#options.projection.streamBound || this.high - this.low <= 1) return
    this.high = this.low + Math.ceil((this.high - this.low) / 2)
    for (const keys of this.#keys.splice(this.high)) this.pool.drop(keys ?? [])
    this.pool.calm()
  }
}

/** FNV-1a over the end of a stream's name, where names differ. */
function partOf(stream: string): number {
  let hash = 0x811c9dc5
  for (let index = Math.max(0, stream.length - 12); index < stream.length; index += 1)
    hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & (parts - 1)
}
