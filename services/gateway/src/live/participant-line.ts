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

/** A reader behind what is kept, and the sequence that it gives next. */
interface Place {
  readonly next: number
  readonly messages: AsyncGenerator<FeedMessage>
}

/**
 * A participant's own feed, read instead of consumed: byte for byte what the relay sends, under the same sequences, on
 * every engine, since it is folded from the history. The relay's delivery records say what went out; reading along here is
 * no receipt.
 */
export class ParticipantLine implements Line {
  readonly kind = 'participant'
  readonly #options: ParticipantLineOptions
  readonly #reader: FeedReader
  #opening: Promise<Recent> | undefined
  #cursor: FeedCursor | undefined
  #filling: Promise<void> | undefined
  /** Where the last `read` of what is not kept ended: whoever catches up page by page goes on from there. */
  #place: Place | undefined

  constructor(options: ParticipantLineOptions) {
    this.#options = options
    this.#reader = new FeedReader(options)
  }

  /** The last sequence of everything that has been seen of the history, or of all there is where `least` is beyond that. */
  async end(least = 0): Promise<number> {
    const { store, tail } = this.#options
    const recent = await this.#opened()
    await this.#fill(recent, tail.position)
    // Another gateway may have shown more than has come here so far.
    if (recent.reached < least) await this.#fill(recent, await store.head())
    return recent.reached
  }

  /** Frames behind a place, at most `limit` of them, as far as the history has been seen. Waits for nothing. */
  async read(after: number, limit: number): Promise<readonly Frame[]> {
    const recent = await this.#opened()
    await this.#fill(recent, this.#options.tail.position)
    if (after >= recent.start) return recent.after(after).slice(0, limit)
    const behind = await this.#readBehind(after, Math.min(limit, recent.start - after))
    const isWhole = behind.at(-1)?.at === recent.start
    return isWhole ? [...behind, ...recent.after(recent.start).slice(0, limit - behind.length)] : behind
  }

  async *follow(after: number, signal: AbortSignal): AsyncGenerator<readonly Frame[]> {
    const { tail } = this.#options
    let at = after
    while (!signal.aborted) {
      const recent = await this.#opened()
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
  }

  /** From here on what comes is kept: where the last delivery record stands. */
  #opened(): Promise<Recent> {
    this.#opening ??= this.#reader.published().then(
      (cursor) => {
        this.#cursor = cursor
        return new Recent(cursor.sequence, this.#options.kept)
      },
      (error: unknown) => {
        this.#opening = undefined
        throw error
      },
    )
    return this.#opening
  }

  async #readBehind(after: number, wanted: number): Promise<readonly Frame[]> {
    const place = this.#place?.next === after + 1 ? this.#place : undefined
    this.#place = undefined
    const frames: Frame[] = []
    if (place) await this.#pull(place.messages, frames, wanted)
    // A reader ends at the head that it found; the history may have grown since.
    if (frames.length === 0) await this.#pull(this.#reader.from(after + 1), frames, wanted)
    return frames
  }

  async #pull(messages: AsyncGenerator<FeedMessage>, frames: Frame[], wanted: number): Promise<void> {
    while (frames.length < wanted) {
      const { value, done } = await messages.next()
      if (done) return
      frames.push(this.#frame(value))
    }
    this.#place = { next: (frames.at(-1)?.at ?? 0) + 1, messages }
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

  /** The message's own bytes go out; a feed message is JSON without a line break. */
  #frame({ sequence, digest, value }: FeedMessage): Frame {
    const id = Buffer.from(
      `id: ${this.#options.cursors.encode({ kind: 'participant', at: sequence })}\ndata: `,
    )
    const head = Buffer.from(`{"sequence":${sequence},"digest":"${digest}","message":`)
    const bytes = Buffer.concat([id, head, value, tailBytes])
    return { at: sequence, bytes, json: bytes.subarray(id.length, -2) }
  }
}

const tailBytes = Buffer.from('}\n\n')

const cursorOf = ({ sequence, digest, position }: FeedMessage): FeedCursor => ({ sequence, digest, position })
