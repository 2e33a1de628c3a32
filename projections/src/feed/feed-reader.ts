import type { EventStore } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent } from '@yibiao/schemas'
import type { References } from '../references/index.ts'
import { FeedFold } from './feed-fold.ts'
import { FeedCounter, type FeedCursor, type FeedMessage, firstCursor } from './feed-message.ts'

/** The stream in which the relay notes what it published to a participant. */
export const deliveriesStream = (participant: string): string => `deliveries-${participant}`
/** The stream of a participant's receipts. */
export const receiptsStream = (participant: string): string => `receipts-${participant}`

/** `data` of `delivery.recorded`. */
export interface Delivery {
  readonly first: number
  readonly last: number
  readonly position: number
  readonly digest: string
  readonly matrixVersion: number
}

export interface FeedReaderOptions {
  readonly store: EventStore
  readonly references: References
  readonly history: string
  readonly participant: string
  /** Cut by the matrix in force now as well: for replays. */
  readonly alsoNow?: boolean
}

const page = 500

/**
 * Reads any part of a participant's feed again, by folding the history from the nearest delivery record before it. What
 * comes out is byte for byte what was published (unless `alsoNow`).
 */
export class FeedReader {
  readonly #options: FeedReaderOptions

  constructor(options: FeedReaderOptions) {
    this.#options = options
  }

  /** Messages with a sequence ≥ `sequence`, in order, up to the head of the store. Ends there. */
  async *from(sequence: number): AsyncGenerator<FeedMessage> {
    const start = await this.#checkpoint((delivery) => delivery.last < sequence)
    for await (const message of this.fold(start)) if (message.sequence >= sequence) yield message
  }

  /** Messages after a cursor, up to the head of the store. */
  async *fold(start: FeedCursor): AsyncGenerator<FeedMessage> {
    const { store, references, history, participant, alsoNow = false } = this.#options
    const fold = new FeedFold({ store, references, only: participant, cacheSize: 2_000, alsoNow })
    const counter = new FeedCounter(history, start)
    let after = start.position
    for (;;) {
      const events = await store.readAll({ after, limit: page })
      for (const stored of events)
        for (const entry of await fold.fold(stored)) {
          const message = counter.number(entry)
          if (message) yield message
        }
      const last = events.at(-1)
      if (!last || events.length < page) return
      after = last.position
    }
  }

  /** The sequence that an event at this position has on the feed, or undefined when it is not on it. */
  async sequenceOf(position: number): Promise<number | undefined> {
    const start = await this.#checkpoint((delivery) => delivery.position < position)
    for await (const message of this.fold(start)) {
      if (message.position === position) return message.sequence
      if (message.position > position) return undefined
    }
    return undefined
  }

  /** The last delivery record, i.e. how far the feed has been published. */
  async published(): Promise<FeedCursor> {
    return this.#checkpoint(() => true)
  }

  /** The cursor of the last delivery record that `before` accepts; it must hold for a first part of them only. */
  async #checkpoint(before: (delivery: Delivery) => boolean): Promise<FeedCursor> {
    const { store, participant } = this.#options
    const stream = deliveriesStream(participant)
    const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 })
    let low = 0
    let high = last?.revision ?? 0
    let found: FeedCursor = firstCursor
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      const delivery = await this.#deliveryAtOrBefore(stream, middle)
      if (delivery === undefined || before(delivery.data)) {
        low = middle
        if (delivery) {
          const { last: sequence, digest, position } = delivery.data
          found = { sequence, digest, position }
        }
      } else high = middle - 1
    }
    return found
  }

  /** Replays note themselves in the same stream; they are passed over. */
  async #deliveryAtOrBefore(stream: string, revision: number): Promise<RecordedEvent<Delivery> | undefined> {
    let from = revision
    while (from > 0) {
      const events = await this.#options.store.readStream(stream, { direction: 'backwards', from, limit: 50 })
      const stored = events.find((one) => one.type === 'yibiao.delivery.recorded.v1')
      if (stored) return decodeEvent<Delivery>(stored)
      from -= 50
    }
    return undefined
  }
}
