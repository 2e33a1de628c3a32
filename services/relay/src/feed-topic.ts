import type { BusMessage, DerivedTopic } from '@yibiao/message-bus'
import type { FeedCursor, FeedMessage, FeedReader } from '@yibiao/projections'
import { type Outlet, toMessage } from './outlet.ts'

/** Messages of a feed kept in memory for those who read along; older ones are folded again from the history. */
export const keptMessages = 2_000
/** Most bytes of messages that a feed keeps in memory. */
export const keptBytes = 2 * 1024 * 1024
/** How far the bounds may be passed before the oldest are dropped, since dropping costs as much as all that stay. */
const slack = 1.25
/** Readers behind memory that keep their place; one more starts again from a delivery record. */
export const keptPlaces = 8

interface Place {
  readonly next: number
  readonly messages: AsyncGenerator<FeedMessage>
}

type Message = Omit<BusMessage, 'topic' | 'partition'>

/**
 * A feed computed where it is read instead of copied (the embedded default): offset n is the message of sequence n + 1.
 * The last messages are in memory; whoever is further behind gets them folded again, byte for byte the same.
 *
 * Delivery records lag behind what was read, so after a crash they do not tell the feed's end: nothing is answered
 * before the history has been folded up to the head it had at the start.
 */
export class FeedTopic implements DerivedTopic, Outlet {
  readonly fault = undefined
  readonly #reader: FeedReader
  readonly #ready = Promise.withResolvers<void>()
  readonly #callbacks = new Set<() => void>()
  /** Readers behind memory with the offset they read next, so that catching up costs each event once. */
  #places: Place[] = []
  #recent: FeedMessage[] = []
  #bytes = 0
  #published: FeedCursor

  constructor(reader: FeedReader, cursor: FeedCursor) {
    this.#reader = reader
    this.#published = cursor
    // Whoever asks hears of a stop; when nobody asks it is no fault.
    this.#ready.promise.catch(() => undefined)
  }

  get published(): FeedCursor {
    return this.#published
  }

  take(messages: readonly FeedMessage[], cursor: FeedCursor): void {
    // After a fault the relay folds a batch again; what is here already is the same.
    const fresh = messages.filter((message) => message.sequence > this.#published.sequence)
    for (const message of fresh) {
      this.#recent.push(message)
      this.#bytes += message.value.length
    }
    if (cursor.position > this.#published.position) this.#published = cursor
    if (this.#recent.length > keptMessages * slack || this.#bytes > keptBytes * slack) this.#forget()
    if (fresh.length > 0) for (const callback of [...this.#callbacks]) callback()
  }

  caughtUp(): void {
    this.#ready.resolve()
  }

  async room(): Promise<void> {}

  async stop(): Promise<void> {
    this.#ready.reject(new Error('the relay was stopped before it had caught up'))
    this.#places = []
  }

  async latest(): Promise<number> {
    await this.#ready.promise
    return this.#published.sequence
  }

  onMore(callback: () => void): () => void {
    this.#callbacks.add(callback)
    return () => this.#callbacks.delete(callback)
  }

  async read(from: number, limit: number): Promise<readonly Message[]> {
    await this.#ready.promise
    if (from >= this.#published.sequence) return []
    const oldest = this.#recent[0]
    if (oldest && from + 1 >= oldest.sequence) {
      const start = from + 1 - oldest.sequence
      return this.#recent.slice(start, start + limit).map(toMessage)
    }
    return this.#readBehind(from, Math.min(limit, this.#published.sequence - from))
  }

  /** Drops the oldest. */
  #forget(): void {
    let start = 0
    for (const { value } of this.#recent) {
      if (this.#recent.length - start <= keptMessages && this.#bytes <= keptBytes) break
      this.#bytes -= value.length
      start += 1
    }
    this.#recent = this.#recent.slice(start)
  }

  async #readBehind(from: number, wanted: number): Promise<readonly Message[]> {
    const at = this.#places.findIndex(({ next }) => next === from)
    const [kept] = at < 0 ? [] : this.#places.splice(at, 1)
    const found: Message[] = []
    if (kept) await this.#pull(kept.messages, found, from, wanted)
    // A reader that was kept ends at the head it found; the history has grown since.
    if (found.length === 0) await this.#pull(this.#reader.from(from + 1), found, from, wanted)
    return found
  }

  async #pull(
    messages: AsyncGenerator<FeedMessage>,
    found: Message[],
    from: number,
    wanted: number,
  ): Promise<void> {
    while (found.length < wanted) {
      const { value, done } = await messages.next()
      if (done) return
      found.push(toMessage(value))
    }
    this.#places.push({ next: from + found.length, messages })
    if (this.#places.length > keptPlaces) this.#places.shift()
  }
}
