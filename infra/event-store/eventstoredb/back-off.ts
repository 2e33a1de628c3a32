const first = 50
const longest = 2_000

/** How long to wait before each further attempt: 50 ms, doubled each time, 2 s at most. */
export class BackOff {
  #next = first

  next(): number {
    const wait = this.#next
    this.#next = Math.min(longest, wait * 2)
    return wait
  }

  /** After a success. */
  reset(): void {
    this.#next = first
  }
}
