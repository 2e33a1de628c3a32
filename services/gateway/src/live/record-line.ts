import { type EventStore, readWhole } from '@yibiao/event-store'
import type { References } from '@yibiao/projections'
import { recordStream } from '@yibiao/schemas'
import { seenEvents } from '../records/cut-event.ts'
import { eventBody, pathsShown } from '../records/event-body.ts'
import type { Viewer } from '../records/viewer.ts'
import type { CursorCodec } from './cursor.ts'
import { encodeFrame, type Frame, type Line, nextCall, Recent } from './line.ts'
import type { Tail } from './tail.ts'

export interface RecordLineOptions {
  readonly store: EventStore
  readonly references: References
  readonly tail: Tail
  readonly cursors: CursorCodec
  readonly kept: number
  readonly record: string
  readonly viewer: Viewer
}

/** A record's events as one viewer sees them, by revision. A record is small, so it is folded anew when it moves. */
export class RecordLine implements Line {
  readonly kind = 'record'
  readonly #options: RecordLineOptions

  constructor(options: RecordLineOptions) {
    this.#options = options
  }

  async end(): Promise<number> {
    return (await readWhole(this.#options.store, recordStream(this.#options.record))).length
  }

  async *follow(after: number, signal: AbortSignal): AsyncGenerator<readonly Frame[]> {
    const { store, tail, record } = this.#options
    const stream = recordStream(record)
    let at = after
    let moved = true
    const stop = tail.onStream(stream, () => {
      moved = true
    })
    try {
      while (!signal.aborted) {
        if (!moved) {
          await nextCall((callback) => tail.onStream(stream, callback), signal)
          continue
        }
        moved = false
        const [more] = await store.readStream(stream, { from: at + 1, limit: 1 })
        if (!more) continue
        moved = true
        // Frames that somebody else began to make may end before the newest event: then they are made again.
        const all = await this.#frames()
        const frames = all.after(at)
        if (frames.length > 0) yield frames
        // Not every event is everybody's business: what was looked at and left out is behind.
        at = frames.at(-1)?.at ?? Math.max(at, all.reached)
      }
    } finally {
      stop()
    }
  }

  /** Every frame of the record; those who see the same share the work of a moment. */
  #made: Promise<Recent> | undefined
  #frames(): Promise<Recent> {
    this.#made ??= this.#make().finally(() => {
      this.#made = undefined
    })
    return this.#made
  }

  async #make(): Promise<Recent> {
    const { store, references, record, viewer, cursors } = this.#options
    const stored = await readWhole(store, recordStream(record))
    const recent = new Recent(0, Number.MAX_SAFE_INTEGER)
    const frames: Frame[] = []
    for (const seen of await seenEvents({ store, references }, record, stored, viewer)) {
      const at = seen.envelope.revision
      const bytes = encodeFrame(cursors.encode({ kind: 'record', at }), eventBody(seen))
      frames.push({ at, bytes, paths: pathsShown(seen) })
    }
    recent.push(frames, stored.length)
    return recent
  }
}
