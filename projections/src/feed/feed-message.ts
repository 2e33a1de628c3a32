import { firstDigest, nextDigest } from './digest.ts'
import type { FeedEntry } from './feed-fold.ts'
import { Slabs } from './slabs.ts'

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
  /** What stands between the attributes and the sequence. */
  readonly #place: Buffer
  readonly #slabs = new Slabs(slabBytes)
  #sequence: number
  #digest: string
  #position: number

  constructor(history: string, from: FeedCursor) {
    this.#place = Buffer.from(`,"historyid":${JSON.stringify(history)},"feedsequence":`)
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
    const value = this.#encode(entry, sequence)
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
      time: timeOf(event.recordedtime),
    }
  }

  /** Notes that everything up to this position has been considered. */
  advance(position: number): void {
    if (position > this.#position) this.#position = position
  }

  /** The attributes, the place on the feed, then the data: put together from bytes that other feeds share. */
  #encode({ attributes, body }: FeedEntry, sequence: number): Buffer {
    const head = attributes.bytes
    const number = `${sequence},"data":`
    // Of the head its last brace is left out; it comes at the end.
    let length = head.length + this.#place.length + number.length
    for (const piece of body) length += piece.length
    const value = this.#slabs.take(length)
    let at = head.copy(value, 0, 0, head.length - 1)
    at += this.#place.copy(value, at)
    at += value.write(number, at, 'latin1')
    for (const piece of body) at += piece.copy(value, at)
    value[at] = brace
    return value
  }
}

/** Of one event there are many messages, one after the other. */
function lastParsed(): (instant: string) => number {
  let text = ''
  let time = Number.NaN
  return (instant) => {
    if (instant !== text) {
      text = instant
      time = Date.parse(instant)
    }
    return time
  }
}

const timeOf = lastParsed()

const brace = 0x7d
const slabBytes = 64 * 1024
