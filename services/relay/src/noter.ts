import type { Clock } from '@yibiao/telemetry'
import type { Deliveries, Published } from './deliveries.ts'
import type { Scheduler } from './scheduler.ts'

export interface NoterOptions {
  readonly deliveries: Deliveries
  readonly clock: Clock
  readonly scheduler: Scheduler
  /** Least time between two delivery records of one participant, milliseconds. */
  readonly interval: number
  /** What is out now. */
  published(): readonly Published[]
  onFault(error: unknown): void
  /** Another relay has sent to these participants. */
  onOthers(participants: readonly string[]): void
}

/**
 * Writes the delivery records: at once for a feed that has not been noted for an interval, otherwise when the interval
 * is over. What could not be written is tried again; nothing due is ever forgotten.
 */
export class Noter {
  readonly #options: NoterOptions
  #round: Promise<void> | undefined
  #cancel: (() => void) | undefined
  #stopped = false
  #fault: string | undefined

  constructor(options: NoterOptions) {
    this.#options = options
  }

  get fault(): string | undefined {
    return this.#fault
  }

  /** Something may be to note. Costs next to nothing when a look is due anyway. */
  moved(): void {
    if (this.#stopped || this.#cancel || this.#round) return
    this.#round = this.#note(false).then(() => {
      this.#round = undefined
      this.#lookAgain()
    })
  }

  /** Notes what is out, without regard to the interval, and no more afterwards. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancel?.()
    await this.#round
    await this.#note(true)
  }

  async #note(all: boolean): Promise<void> {
    const { deliveries, clock, interval, published, onFault, onOthers } = this.#options
    try {
      const now = clock.now()
      const due = published().filter((one) => {
        const at = deliveries.dueAt(one, interval)
        return at !== undefined && (all || at <= now)
      })
      const others = await deliveries.note(due)
      if (others.length > 0) onOthers(others)
      this.#fault = undefined
    } catch (error) {
      this.#fault = error instanceof Error ? error.message : String(error)
      onFault(error)
    }
  }

  /** Sets the timer for what is not due yet. */
  #lookAgain(): void {
    const { deliveries, clock, interval, published, scheduler } = this.#options
    if (this.#stopped) return
    const due = published()
      .map((one) => deliveries.dueAt(one, interval))
      .filter((at) => at !== undefined)
    if (due.length === 0) return
    const wait = this.#fault === undefined ? Math.min(...due) - clock.now() : interval
    this.#cancel = scheduler.after(Math.max(1, wait), () => {
      this.#cancel = undefined
      this.moved()
    })
  }
}
