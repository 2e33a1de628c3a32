import { offsetExpired } from '../errors.ts'
import type { BusMessage } from '../message-bus.ts'
import type { TopicSource } from './source.ts'

export interface LaneParts {
  readonly source: TopicSource
  readonly partition: number
  /** The next offset to be delivered. */
  readonly position: number
  readonly group: string
  /** Told when there may be something to take. */
  readonly onMore: () => void
}

/** One partition as its consumer reads it: where it stands, and whether there may be more. */
export class Lane {
  readonly #parts: LaneParts
  readonly #unwatch: () => void
  #position: number
  #ready = true
  #stopped = false

  constructor(parts: LaneParts) {
    this.#parts = parts
    this.#position = parts.position
    this.#unwatch = parts.source.onMore(parts.partition, () => {
      this.#ready = true
      if (!this.#stopped) parts.onMore()
    })
  }

  /** True when there may be messages that were not taken. */
  get ready(): boolean {
    return this.#ready && !this.#stopped
  }

  /** Takes the next messages, at most `limit`. Stops for good, with `YB_BUS_OFFSET_EXPIRED`, where some are missing. */
  async take(limit: number): Promise<readonly BusMessage[]> {
    const { source, partition } = this.#parts
    // Cleared before reading: what is appended while a derived topic computes must not be forgotten.
    this.#ready = false
    try {
      const { messages, more } = await source.read(partition, this.#position, limit)
      await this.#checkDense(messages)
      this.#position += messages.length
      if (more) this.#ready = true
      return messages
    } catch (error) {
      this.#ready = true
      throw error
    }
  }

  close(): void {
    this.#stopped = true
    this.#unwatch()
  }

  async #checkDense(messages: readonly BusMessage[]): Promise<void> {
    const first = messages[0]?.offset
    const last = messages.at(-1)?.offset
    if (first === this.#position && last === first + messages.length - 1) return
    const { source, partition, group } = this.#parts
    const { earliest, latest } = await source.bounds(partition)
    // Nothing there, or only since a moment ago: then the signal of it is on its way.
    if (first === undefined && earliest <= this.#position && this.#position <= latest) return
    this.#stopped = true
    throw offsetExpired({ group, topic: source.name, partition, committed: this.#position, earliest, latest })
  }
}
