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

  /** Ends every wait under way, or those of so many milliseconds at most. */
  pass(most = Number.POSITIVE_INFINITY): void {
    const due = [...this.#timers].filter(({ ms }) => ms <= most)
    for (const timer of due) this.#timers.delete(timer)
    for (const { work } of due) work()
  }
}
