import { firstDigest, nextDigest } from './digest.ts'
import type { FeedEntry } from './feed-fold.ts'

/** One numbered message of a feed, as it goes out. */
export interface FeedMessage {
  readonly participant: string
  /** 1, 2, 3 … of this participant, in the order of positions. */
  readonly sequence: number
  readonly position: number
  /** The record's id, or the participant's code where the event is about no record. */
  readonly key: string
  readonly eventId: string
  /** The running digest after this message; travels in the header `feeddigest`. */
  readonly digest: string
  readonly value: Buffer
  /** When the event was recorded, epoch milliseconds. */
  readonly time: number
}

/** Where a feed stands: what a relay needs to go on. */
export interface FeedCursor {
  readonly sequence: number
  readonly digest: string
  /** Everything up to this position has been considered. */
  readonly position: number
}

export const firstCursor: FeedCursor = { sequence: 0, digest: firstDigest, position: 0 }

/** Numbers one participant's entries. */
export class FeedCounter {
  readonly #history: string
  #sequence: number
  #digest: string
  #position: number

  constructor(history: string, from: FeedCursor) {
    this.#history = history
    this.#sequence = from.sequence
    this.#digest = from.digest
    this.#position = from.position
  }

  get cursor(): FeedCursor {
    return { sequence: this.#sequence, digest: this.#digest, position: this.#position }
  }

  /** Gives the entry its number. Entries at or before the cursor's position were numbered before: undefined. */
  number(entry: FeedEntry): FeedMessage | undefined {
    const { event, participant } = entry
    if (event.position <= this.#position) return undefined
    this.#sequence += 1
    this.#position = event.position
    const value = encode(entry, this.#sequence, this.#history)
    this.#digest = nextDigest(this.#digest, this.#sequence, event.id, value)
    return {
      participant,
      sequence: this.#sequence,
      position: event.position,
      key: event.subject,
      eventId: event.id,
      digest: this.#digest,
      value,
      time: Date.parse(event.recordedtime),
    }
  }

  /** Notes that everything up to this position has been considered. */
  advance(position: number): void {
    if (position > this.#position) this.#position = position
  }
}

function encode({ event, data }: FeedEntry, sequence: number, history: string): Buffer {
  const { data: _whole, position, revision, ...attributes } = event
  return Buffer.from(
    JSON.stringify({ ...attributes, position, revision, historyid: history, feedsequence: sequence, data }),
  )
}
