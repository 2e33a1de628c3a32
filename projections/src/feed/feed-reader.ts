import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EventStore } from '@yibiao/event-store'
import type { References } from '../references/index.ts'
import { checkpointBefore, type Delivery } from './deliveries.ts'
import { FeedFold } from './feed-fold.ts'
import { FeedCounter, type FeedCursor, type FeedMessage } from './feed-message.ts'
import { RecipientsFold } from './recipients-fold.ts'

export interface FeedReaderOptions {
  readonly store: EventStore
  readonly references: References
  readonly history: string
  readonly participant: string
  /** Cut by the matrix in force now as well: for replays. */
  readonly alsoNow?: boolean
}

/** Events folded before others get their turn. */
const page = 100

/**
 * Reads any part of a participant's feed again, by folding the history from the nearest delivery record before it. What
 * comes out is byte for byte what was published (unless `alsoNow`).
 */
export class FeedReader {
  readonly #options: FeedReaderOptions

  constructor(options: FeedReaderOptions) {
    this.#options = options
  }

  /**
   * Messages with a sequence ≥ `sequence`, in order, of events up to the position `until`. Default and at most: the
   * head of the store when it gets there. Ends there.
   */
  async *from(sequence: number, until?: number): AsyncGenerator<FeedMessage> {
    const start = await this.#checkpoint((delivery) => delivery.last < sequence)
    for await (const message of this.fold(start, until)) if (message.sequence >= sequence) yield message
  }

  /** Messages after a cursor, up to the position `until` or the head of the store. */
  async *fold(start: FeedCursor, until?: number): AsyncGenerator<FeedMessage> {
    const { store, references, history, participant, alsoNow = false } = this.#options
    const fold = new FeedFold({ store, references, only: participant, cacheSize: 2_000, alsoNow })
    const counter = new FeedCounter(history, start)
    const end = until === undefined ? {} : { until }
    let after = start.position
    for (;;) {
      const events = await store.readAll({ after, limit: page, ...end })
      for (const stored of events)
        for (const entry of await fold.fold(stored)) {
          const message = counter.number(entry)
          if (message) yield message
        }
      const last = events.at(-1)
      if (!last || events.length < page) return
      after = last.position
      await nextTurn()
    }
  }

  /** The sequence that an event at this position has on the feed, or undefined when it is not on it. */
  async sequenceOf(position: number): Promise<number | undefined> {
    const { store, references, participant } = this.#options
    const start = await this.#checkpoint((delivery) => delivery.position < position)
    const fold = new RecipientsFold({ store, references, cacheSize: 2_000 })
    let sequence = start.sequence
    for (let after = start.position; after < position; ) {
      const events = await store.readAll({ after, until: position, limit: page })
      for (const stored of events) {
        const isOn = (await fold.fold(stored)).includes(participant)
        if (isOn) sequence += 1
        if (stored.position === position) return isOn ? sequence : undefined
      }
      if (events.length < page) break
      after = events.at(-1)?.position ?? position
    }
    return undefined
  }

  /** The last delivery record, i.e. how far the feed has been published. */
  async published(): Promise<FeedCursor> {
    return this.#checkpoint(() => true)
  }

  #checkpoint(before: (delivery: Delivery) => boolean): Promise<FeedCursor> {
    return checkpointBefore(this.#options.store, this.#options.participant, before)
  }
}
