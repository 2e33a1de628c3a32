import type { Scheduler } from '@yibiao/relay'

interface Timer {
  readonly at: number
  readonly work: () => void
}

/** A clock and its timers; time passes only when the test says so. */
export class FakeTime implements Scheduler {
  #now: number
  readonly #timers = new Set<Timer>()

  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(ms: number, work: () => void): () => void {
    const timer = { at: this.#now + ms, work }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Timers under way. */
  get waiting(): number {
    return this.#timers.size
  }

  /** Lets time pass; what is due is called. */
  pass(ms: number): void {
    this.#now += ms
    for (const timer of [...this.#timers])
      if (timer.at <= this.#now && this.#timers.delete(timer)) timer.work()
  }
}
