/** Wakes one waiter. A call that finds nobody waiting counts for the next wait, so none is lost. */
export class Wake {
  #pending = false
  #resume: (() => void) | undefined

  notify(): void {
    if (this.#resume === undefined) this.#pending = true
    else {
      this.#resume()
      this.#resume = undefined
    }
  }

  async wait(): Promise<void> {
    if (!this.#pending) await new Promise<void>((resolve) => (this.#resume = resolve))
    this.#pending = false
  }
}
