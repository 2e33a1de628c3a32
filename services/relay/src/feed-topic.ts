import type { BusMessage, DerivedTopic } from '@yibiao/message-bus'
import type { FeedMessage, FeedReader } from '@yibiao/projections'

/** Messages of a feed kept in memory for those who read along; older ones are folded again from the history. */
export const keptMessages = 2_000

type Message = Omit<BusMessage, 'topic' | 'partition'>

/**
 * A feed computed where it is read instead of copied (the embedded default): offset n is the message of sequence n + 1.
 * The last messages are in memory; whoever is further behind gets them folded again, byte for byte the same.
 */
export class FeedTopic implements DerivedTopic {
  readonly #reader: FeedReader
  readonly #recent: FeedMessage[] = []
  readonly #callbacks = new Set<() => void>()
  /** The latest reader behind memory keeps its place, so that catching up costs each event once. */
  #behind: { next: number; messages: AsyncGenerator<FeedMessage> } | undefined
  #latest: number

  constructor(reader: FeedReader, sequence: number) {
    this.#reader = reader
    this.#latest = sequence
  }

  /** Takes what the relay folded, in order. */
  push(messages: readonly FeedMessage[]): void {
    // After a fault the relay folds a batch again; what is here already is the same.
    this.#recent.push(...messages.filter((one) => one.sequence > this.#latest))
    if (this.#recent.length > keptMessages * 2) this.#recent.splice(0, this.#recent.length - keptMessages)
    this.#latest = this.#recent.at(-1)?.sequence ?? this.#latest
    for (const callback of this.#callbacks) callback()
  }

  async latest(): Promise<number> {
    return this.#latest
  }

  onMore(callback: () => void): () => void {
    this.#callbacks.add(callback)
    return () => this.#callbacks.delete(callback)
  }

  async read(from: number, limit: number): Promise<readonly Message[]> {
    if (from >= this.#latest) return []
    const oldest = this.#recent[0]
    if (oldest && from + 1 >= oldest.sequence) {
      const start = from + 1 - oldest.sequence
      return this.#recent.slice(start, start + limit).map(toMessage)
    }
    return this.#readBehind(from, limit)
  }

  async #readBehind(from: number, limit: number): Promise<readonly Message[]> {
    const place =
      this.#behind?.next === from ? this.#behind : { next: from, messages: this.#reader.from(from + 1) }
    this.#behind = undefined
    const found: Message[] = []
    const until = Math.min(limit, this.#latest - from)
    while (found.length < until) {
      const { value, done } = await place.messages.next()
      if (done) break
      found.push(toMessage(value))
    }
    place.next = from + found.length
    if (found.length === until) this.#behind = place
    return found
  }
}

/** The bus message of a feed message. */
export const toMessage = (message: FeedMessage): Message => ({
  offset: message.sequence - 1,
  time: message.time,
  key: message.key,
  value: message.value,
  headers: { feeddigest: message.digest },
})
