import { setImmediate } from 'node:timers/promises'
import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { decodeEvent } from '@yibiao/schemas'
import type { AnyProjection } from '../projection.ts'

/** Streams are spread over this many parts, the unit in which a pass may be cut. */
const parts = 256

/** Bytes of memory, estimated, that folded views may take in one pass. Minimum 1 MiB. */
export const defaultFoldBytes = 160 * 1024 * 1024

/** A decoded view takes about this many times its JSON text in memory. */
const decodedFactor = 3

/** A view is measured once in this many events. */
const sampleEvery = 512

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
  /** Takes the finished views of one pass. They may be changed and let go one by one. */
  readonly onViews: (views: Map<string, unknown>) => Promise<void>
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
    const pass = await foldPass(options, low, Math.min(parts, low + width), progress)
    width = pass.high - low
    const views = new Map<string, unknown>()
    for (const part of pass.views) for (const [key, view] of part ?? []) views.set(key, view)
    pass.views.length = 0
    await options.onViews(views)
    low = pass.high
  }
}

interface Pass {
  /** The parts folded are those below this. */
  high: number
  readonly views: (Map<string, unknown> | undefined)[]
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

async function foldPass(
  { store, projection, until, memoryBytes = defaultFoldBytes, signal }: FoldHistoryOptions,
  low: number,
  high: number,
  progress: Progress,
): Promise<Pass> {
  const pass: Pass = { high, views: [] }
  const size = new SizeEstimate()
  for (let after = 0; after < until; ) {
    signal?.throwIfAborted()
    const events = await store.readAll({ after, until, limit: chunk })
    for (const stored of events) {
      if (!projection.concerns(stored.stream, stored.type)) continue
      const part = projection.streamBound ? partOf(stored.stream) : 0
      if (part < low || part >= pass.high) continue
      foldOne(projection, pass, part, stored, size)
    }
    while (size.bytes > memoryBytes && pass.high - low > 1) shed(pass, low, size)
    after = events.length < chunk ? until : (events.at(-1) as StoredEvent).position
    progress(low, pass.high, after)
    await setImmediate()
  }
  return pass
}

function foldOne(
  projection: AnyProjection,
  pass: Pass,
  part: number,
  stored: StoredEvent,
  size: SizeEstimate,
): void {
  const event = decodeEvent(stored)
  const key = projection.key(event)
  if (key === undefined) return
  let views = pass.views[part]
  if (views === undefined) {
    views = new Map()
    pass.views[part] = views
  }
  const before = views.get(key)
  if (before === undefined) size.views += 1
  const view = projection.evolve(before ?? projection.initial(key), event)
  views.set(key, view)
  size.sample(view)
}

/** Lets go of the upper half of the parts; a later pass begins with them. */
function shed(pass: Pass, low: number, size: SizeEstimate): void {
  pass.high = low + Math.ceil((pass.high - low) / 2)
  for (const part of pass.views.splice(pass.high)) size.views -= part?.size ?? 0
}

/** How much memory the views take: their number times a moving average of their text. */
class SizeEstimate {
  views = 0
  #events = 0
  #average = 0

  sample(view: unknown): void {
    this.#events += 1
    if (this.#events % sampleEvery !== 1) return
    const length = JSON.stringify(view).length
    this.#average = this.#average === 0 ? length : this.#average * 0.95 + length * 0.05
  }

  get bytes(): number {
    return this.views * this.#average * decodedFactor
  }
}

/** FNV-1a over the end of a stream's name, where names differ. */
function partOf(stream: string): number {
  let hash = 0x811c9dc5
  for (let index = Math.max(0, stream.length - 12); index < stream.length; index += 1)
    hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & (parts - 1)
}
