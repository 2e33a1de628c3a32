/** A number that grows, and those who wait for it within this thread. */
export class Signal {
  #value = 0
  #waiting: { readonly least: number; readonly resolve: () => void }[] = []

  get value(): number {
    return this.#value
  }

  set(value: number): void {
    this.#value = value
    if (this.#waiting.length === 0) return
    const reached = this.#waiting.filter(({ least }) => least <= value)
    this.#waiting = this.#waiting.filter(({ least }) => least > value)
    for (const { resolve } of reached) resolve()
  }

  /** Resolves when the number has come to `least`. */
  reached(least: number): Promise<void> {
    if (this.#value >= least) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push({ least, resolve }))
  }
}
