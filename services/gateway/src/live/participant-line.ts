import type { EventStore } from '@yibiao/event-store'
import { type FeedCursor, type FeedMessage, FeedReader, type References } from '@yibiao/projections'
import type { CursorCodec } from './cursor.ts'
import { type Frame, type Line, nextCall, Recent } from './line.ts'
import type { Tail } from './tail.ts'

export interface ParticipantLineOptions {
  readonly store: EventStore
  readonly references: References
  readonly history: string
  readonly participant: string
  readonly tail: Tail
  readonly cursors: CursorCodec
  readonly kept: number
}

const batch = 200

/**
 * A participant's own feed, read instead of consumed: byte for byte what the relay sends, under the same sequences. The
 * relay's delivery records say what went out; reading along here is no receipt.
 */
export class ParticipantLine implements Line {
  readonly kind = 'participant'
  readonly #options: ParticipantLineOptions
  readonly #reader: FeedReader
  #recent: Recent | undefined
  #cursor: FeedCursor | undefined
  #filling: Promise<void> | undefined
  #clients = 0

  constructor(options: ParticipantLineOptions) {
    this.#options = options
    this.#reader = new FeedReader(options)
  }

  async end(): Promise<number> {
    return (await this.#latest(await this.#reader.published())).sequence
  }

  async *follow(after: number, signal: AbortSignal): AsyncGenerator<readonly Frame[]> {
    const { tail, kept } = this.#options
    this.#clients += 1
    try {
      let at = after
      while (!signal.aborted) {
        this.#cursor ??= await this.#reader.published()
        this.#recent ??= new Recent(this.#cursor.sequence, kept)
        const recent = this.#recent
        if (at < recent.start) {
          for await (const frames of this.#behind(at, recent.start)) {
            yield frames
            at = frames.at(-1)?.at ?? at
            if (signal.aborted) return
          }
          at = Math.max(at, recent.start)
          continue
        }
        const seen = tail.position
        await this.#fill(recent, seen)
        const frames = recent.after(at)
        if (frames.length > 0) {
          yield frames
          at = frames.at(-1)?.at ?? at
        } else if (tail.position === seen) await nextCall((callback) => tail.onMore(callback), signal)
      }
    } finally {
      this.#clients -= 1
      if (this.#clients === 0) {
        this.#recent = undefined
        this.#cursor = undefined
      }
    }
  }

  async *#behind(after: number, until: number): AsyncGenerator<readonly Frame[]> {
    let frames: Frame[] = []
    for await (const message of this.#reader.from(after + 1)) {
      if (message.sequence > until) break
      frames.push(this.#frame(message))
      if (frames.length < batch) continue
      yield frames
      frames = []
    }
    if (frames.length > 0) yield frames
  }

  /** Folds what was appended since, once for all clients. */
  async #fill(recent: Recent, position: number): Promise<void> {
    while (this.#cursor !== undefined && this.#cursor.position < position) {
      this.#filling ??= this.#fold(recent, this.#cursor, position).finally(() => {
        this.#filling = undefined
      })
      await this.#filling
    }
  }

  async #fold(recent: Recent, from: FeedCursor, position: number): Promise<void> {
    const frames: Frame[] = []
    let cursor = from
    for await (const message of this.#reader.fold(from)) {
      frames.push(this.#frame(message))
      cursor = cursorOf(message)
    }
    recent.push(frames, cursor.sequence)
    this.#cursor = { ...cursor, position: Math.max(cursor.position, position) }
  }

  async #latest(from: FeedCursor): Promise<FeedCursor> {
    let cursor = from
    for await (const message of this.#reader.fold(from)) cursor = cursorOf(message)
    return cursor
  }

  /** The message's own bytes go out; a feed message is JSON without a line break. */
  #frame({ sequence, digest, value }: FeedMessage): Frame {
    const id = this.#options.cursors.encode({ kind: 'participant', at: sequence })
    const head = Buffer.from(`id: ${id}\ndata: {"sequence":${sequence},"digest":"${digest}","message":`)
    return { at: sequence, bytes: Buffer.concat([head, value, tailBytes]) }
  }
}

const tailBytes = Buffer.from('}\n\n')

const cursorOf = ({ sequence, digest, position }: FeedMessage): FeedCursor => ({ sequence, digest, position })
