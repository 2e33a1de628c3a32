import type { BusMessage } from '../message-bus.ts'

/** A lane asks for no more while it holds this many bytes. */
export const laneBytes = 1024 * 1024

/** One partition as its consumer reads it: what was fetched ahead, and how far. */
export class Lane {
  readonly topic: string
  readonly partition: number
  /** The next offset to be fetched. */
  fetchFrom: number
  /** No longer this consumer's. */
  closed = false
  /** To be given up behind the batch under way. */
  leaving = false
  /** Its offset is gone; it stands still until an operator decides. */
  halted = false
  #buffer: BusMessage[] = []
  #taken = 0
  #bytes = 0

  constructor(topic: string, partition: number, position: number) {
    this.topic = topic
    this.partition = partition
    this.fetchFrom = position
  }

  get key(): string {
    return laneKey(this.topic, this.partition)
  }

  get bytes(): number {
    return this.#bytes
  }

  get ready(): boolean {
    return !this.closed && !this.leaving && this.#taken < this.#buffer.length
  }

  /** True when there is room for more, and more would be delivered. */
  get wants(): boolean {
    return !this.closed && !this.leaving && !this.halted && this.#bytes < laneBytes
  }

  put(messages: readonly BusMessage[], next: number): void {
    this.fetchFrom = next
    if (this.#taken === this.#buffer.length) {
      this.#buffer = []
      this.#taken = 0
    }
    for (const message of messages) {
      this.#buffer.push(message)
      this.#bytes += message.value.byteLength
    }
  }

  take(limit: number): readonly BusMessage[] {
    const messages = this.#buffer.slice(this.#taken, this.#taken + limit)
    this.#taken += messages.length
    for (const { value } of messages) this.#bytes -= value.byteLength
    return messages
  }

  close(): void {
    this.closed = true
    this.#buffer = []
    this.#taken = 0
    this.#bytes = 0
  }
}

export function laneKey(topic: string, partition: number): string {
  return `${partition}:${topic}`
}
