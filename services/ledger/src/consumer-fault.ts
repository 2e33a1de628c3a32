/** Milliseconds between two looks whether the bus answers again. */
const lookEvery = 1_000

/**
 * Ends the time of a fault that the consumer met outside of a batch. The consumer goes on by itself and does not say so, and
 * without messages there is no batch that would show it; so the bus is asked where the group stands until it answers.
 */
export class ConsumerFault {
  readonly #ask: () => Promise<unknown>
  readonly #onOver: () => void
  #timer: NodeJS.Timeout | undefined
  #noted = 0
  #stopped = false

  constructor(ask: () => Promise<unknown>, onOver: () => void) {
    this.#ask = ask
    this.#onOver = onOver
  }

  /** Whether an error is of this kind: one of the bus that passes. */
  static is(error: unknown): boolean {
    const { code, retryable } = error as { readonly code?: unknown; readonly retryable?: unknown }
    return retryable === true && typeof code === 'string' && code.startsWith('YB_BUS_')
  }

  /** Such a fault was met; from now on it is looked whether it is over. */
  note(): void {
    this.#noted += 1
    this.#lookLater()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  #lookLater(): void {
    if (this.#timer !== undefined || this.#stopped) return
    this.#timer = setTimeout(() => void this.#look(), lookEvery)
    this.#timer.unref()
  }

  async #look(): Promise<void> {
    const before = this.#noted
    const answers = await this.#ask().then(
      () => true,
      () => false,
    )
    this.#timer = undefined
    // Met again meanwhile: it is not over yet.
    if (answers && this.#noted === before) this.#onOver()
    else this.#lookLater()
  }
}
