import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { participantOf } from '@yibiao/projections'
import { decodeEvent, eventTypes, recordOfStream } from '@yibiao/schemas'
import type { CursorCodec } from './cursor.ts'
import { encodeFrame, type Frame, type Line, nextCall, Recent } from './line.ts'
import type { Tail } from './tail.ts'

/** Streams whose events are bookkeeping, not things that happened to somebody. */
const bookkeeping = /^(?:deliveries|receipts|name|uscc|reads|catalogue|calendar|process)-|^history$/

const page = 500

interface Shown {
  readonly approval?: string
  readonly approvals?: readonly unknown[]
  readonly problem?: { readonly code: string }
  readonly operation?: string
}

/** The exchange's live line: one message for each thing that happens, never with a value of a form. */
export class ExchangeLine implements Line {
  readonly kind = 'exchange'
  readonly #store: EventStore
  readonly #tail: Tail
  readonly #cursors: CursorCodec
  readonly #kept: number
  #recent: Recent | undefined
  #filling: Promise<void> | undefined
  #clients = 0

  constructor(options: {
    readonly store: EventStore
    readonly tail: Tail
    readonly cursors: CursorCodec
    readonly kept: number
  }) {
    this.#store = options.store
    this.#tail = options.tail
    this.#cursors = options.cursors
    this.#kept = options.kept
  }

  async end(): Promise<number> {
    return this.#tail.position
  }

  async *follow(after: number, signal: AbortSignal): AsyncGenerator<readonly Frame[]> {
    this.#clients += 1
    try {
      let at = after
      while (!signal.aborted) {
        this.#recent ??= new Recent(this.#tail.position, this.#kept)
        const recent = this.#recent
        if (at < recent.start) {
          const { frames, reached } = await this.#read(at, recent.start)
          if (frames.length > 0) yield frames
          at = reached
          continue
        }
        await this.#fill(recent)
        const frames = recent.after(at)
        if (frames.length > 0) {
          yield frames
          at = frames.at(-1)?.at ?? at
        } else if (recent.reached >= this.#tail.position) {
          await nextCall((callback) => this.#tail.onMore(callback), signal)
        }
      }
    } finally {
      this.#clients -= 1
      if (this.#clients === 0) this.#recent = undefined
    }
  }

  /** Takes what was appended since, once for all clients. */
  async #fill(recent: Recent): Promise<void> {
    while (recent.reached < this.#tail.position) {
      this.#filling ??= this.#read(recent.reached, this.#tail.position)
        .then(({ frames, reached }) => recent.push(frames, reached))
        .finally(() => {
          this.#filling = undefined
        })
      await this.#filling
    }
  }

  async #read(after: number, until: number): Promise<{ frames: Frame[]; reached: number }> {
    const events = await this.#store.readAll({ after, until, limit: page })
    const reached = events.length < page ? until : (events.at(-1)?.position ?? until)
    return { frames: events.flatMap((stored) => this.#frame(stored)), reached }
  }

  #frame(stored: StoredEvent): Frame[] {
    if (bookkeeping.test(stored.stream)) return []
    const event = decodeEvent<Shown>(stored)
    const { approval, approvals, problem, operation } = event.data
    const type = eventTypes.get(event.type)
    const shown = {
      position: stored.position,
      time: event.recordedtime,
      type: event.type,
      title: type?.title ?? event.type,
      titleZh: type?.titleZh ?? event.type,
      participant: participantOf(event) ?? null,
      record: recordOfStream(stored.stream) ?? null,
      filing: event.filing ?? null,
      item: approval?.split('/')[1] ?? null,
      ...(approvals === undefined ? {} : { approvals: approvals.length }),
      ...(problem === undefined ? {} : { code: problem.code }),
      ...(operation === undefined ? {} : { operation }),
    }
    return [
      {
        at: stored.position,
        bytes: encodeFrame(this.#cursors.encode({ kind: 'exchange', at: stored.position }), shown),
      },
    ]
  }
}
