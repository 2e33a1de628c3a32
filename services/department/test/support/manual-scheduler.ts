import type { Scheduler } from '../../index.ts'

interface Timer {
  readonly ms: number
  readonly work: () => void
}

/** Time that passes only when the test says so. */
export class ManualScheduler implements Scheduler {
  readonly #timers = new Set<Timer>()

  after(ms: number, work: () => void): () => void {
    const timer = { ms, work }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** The waits under way, in milliseconds. */
  get waits(): readonly number[] {
    return [...this.#timers].map(({ ms }) => ms)
  }

  /** Ends every wait under way. */
  pass(): void {
    const due = [...this.#timers]
    this.#timers.clear()
    for (const { work } of due) work()
  }
}
