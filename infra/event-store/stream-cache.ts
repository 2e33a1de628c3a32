/** A stream's number in the tables and its revision as of the last commit. */
export interface StreamState {
  readonly id: number
  readonly revision: number
}

/**
 * The streams written lately, bounded in number; the longest unwritten goes first. What it holds is true only while
 * nobody else writes: an appender compares the head at the start of each transaction and forgets all when it moved.
 */
export class StreamCache {
  #streams = new Map<string, StreamState>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  get(name: string): StreamState | undefined {
    return this.#streams.get(name)
  }

  remember(name: string, state: StreamState): void {
    this.#streams.delete(name)
    this.#streams.set(name, state)
    if (this.#streams.size <= this.#limit) return
    for (const oldest of this.#streams.keys()) {
      this.#streams.delete(oldest)
      break
    }
  }

  forgetAll(): void {
    this.#streams = new Map()
  }
}
