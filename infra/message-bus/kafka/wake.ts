/** Lets one loop sleep until somebody has something for it. A call in between is not forgotten. */
export class Wake {
  #called = false
  #resolve: (() => void) | undefined

  notify(): void {
    this.#called = true
    this.#resolve?.()
  }

  async wait(): Promise<void> {
    if (!this.#called) {
      await new Promise<void>((resolve) => {
        this.#resolve = resolve
      })
      this.#resolve = undefined
    }
    this.#called = false
  }
}
