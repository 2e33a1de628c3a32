import type { EventStore } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent } from '@yibiao/schemas'

/** An event of the kind looked for, with its number. */
export interface Entry {
  readonly value: number
  readonly event: RecordedEvent
}

export interface Found {
  /** The last of the kind with a lower number. */
  readonly before: Entry | undefined
  /** The first of the kind with that number or a higher one. */
  readonly found: Entry | undefined
}

/** Events read at once around a place. */
const window = 500
const look = 50

/**
 * Finds events of one kind by their number in a stream where that number only goes up, such as the position in delivery
 * records or the sequence in receipts. Neighbouring questions are answered from what was read last; far ones by bisection.
 */
export class Ascending {
  readonly #store: EventStore
  readonly #stream: string
  readonly #numberOf: (event: RecordedEvent) => number | undefined
  #entries: Entry[] = []
  /** Revisions that `#entries` covers, whether they are of the kind or not. */
  #from = 1
  #to = 0
  #atEnd = false

  constructor(store: EventStore, stream: string, numberOf: (event: RecordedEvent) => number | undefined) {
    this.#store = store
    this.#stream = stream
    this.#numberOf = numberOf
  }

  async find(least: number): Promise<Found> {
    const known = this.#here(least)
    if (known) return known
    // What comes next is most often just behind what is here.
    if ((this.#entries.at(-1)?.value ?? 0) < least && !this.#atEnd) {
      await this.#load(this.#to + 1, this.#entries.at(-1))
      const next = this.#here(least)
      if (next) return next
    }
    await this.#bisect(least)
    return this.#here(least) ?? { before: undefined, found: undefined }
  }

  #here(least: number): Found | undefined {
    const index = this.#entries.findIndex((one) => one.value >= least)
    const found = this.#entries[index]
    if (found !== undefined && (index > 0 || this.#from === 1))
      return { before: this.#entries[index - 1], found }
    if (found === undefined && this.#atEnd && (this.#entries.length > 0 || this.#from === 1))
      return { before: this.#entries.at(-1), found }
    return undefined
  }

  /** Moves the window to the first event of the kind with that number, its predecessor in front. */
  async #bisect(least: number): Promise<void> {
    const [last] = await this.#store.readStream(this.#stream, { direction: 'backwards', limit: 1 })
    let low = 0
    let high = (last?.revision ?? 0) + 1
    let before: Entry | undefined
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      const entry = await this.#atOrBefore(middle)
      if (entry === undefined || entry.value < least) {
        low = middle
        before = entry
      } else high = middle
    }
    await this.#load(low + 1, before)
    // Nothing of the kind stands before the window: as good as the beginning.
    if (before === undefined) this.#from = 1
  }

  async #atOrBefore(revision: number): Promise<Entry | undefined> {
    for (let from = revision; from > 0; from -= look)
      for (const stored of await this.#store.readStream(this.#stream, {
        direction: 'backwards',
        from,
        limit: look,
      })) {
        const event = decodeEvent(stored)
        const value = this.#numberOf(event)
        if (value !== undefined) return { value, event }
      }
    return undefined
  }

  async #load(from: number, before: Entry | undefined): Promise<void> {
    const events = await this.#store.readStream(this.#stream, { from, limit: window })
    this.#entries = before === undefined ? [] : [before]
    this.#from = before === undefined ? from : (before.event.revision ?? from)
    this.#to = events.at(-1)?.revision ?? from - 1
    this.#atEnd = events.length < window
    for (const stored of events) {
      const event = decodeEvent(stored)
      const value = this.#numberOf(event)
      if (value !== undefined) this.#entries.push({ value, event })
    }
  }
}
