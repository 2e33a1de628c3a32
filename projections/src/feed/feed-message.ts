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
    this.#history = JSON.stringify(history)
    this.#sequence = from.sequence
    this.#digest = from.digest
    this.#position = from.position
  }

  get cursor(): FeedCursor {
    return { sequence: this.#sequence, digest: this.#digest, position: this.#position }
  }

  get sequence(): number {
    return this.#sequence
  }

  /** Gives the entry its number. Entries at or before the cursor's position were numbered before: undefined. */
  number(entry: FeedEntry): FeedMessage | undefined {
    const { event, participant } = entry
    if (event.position <= this.#position) return undefined
    const sequence = this.#sequence + 1
    const value = encode(entry, sequence, this.#history)
    const digest = nextDigest(this.#digest, sequence, event.id, value)
    this.#sequence = sequence
    this.#position = event.position
    this.#digest = digest
    return {
      participant,
      sequence,
      position: event.position,
      key: event.subject,
      eventId: event.id,
      digest,
      value,
      time: Date.parse(event.recordedtime),
    }
  }

  /** Notes that everything up to this position has been considered. */
  advance(position: number): void {
    if (position > this.#position) this.#position = position
  }
}

/** The attributes, the place on the feed, then the data: put together from text that other feeds share. */
function encode({ attributes, dataText }: FeedEntry, sequence: number, history: string): Buffer {
  const head = attributes.text.slice(0, -1)
  return Buffer.from(`${head},"historyid":${history},"feedsequence":${sequence},"data":${dataText.text}}`)
}
