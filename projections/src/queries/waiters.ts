import type { Database } from '@yibiao/database'
import { projectionsChannel } from '../runtime/channel.ts'

interface Waiter {
  readonly position: number
  readonly projection: string | undefined
  readonly settle: (reached: boolean) => void
}

/** Those who wait for a position. Woken by commits, never by polling; asks the database once for all of them. */
export class PositionWaiters {
  readonly #positionOf: (projection?: string) => Promise<number>
  readonly #waiters = new Set<Waiter>()
  readonly #stop: () => void
  #closed = false
  #asking = false
  #again = false

  constructor(database: Database, positionOf: (projection?: string) => Promise<number>) {
    this.#positionOf = positionOf
    this.#stop = database.listen(projectionsChannel, () => void this.#wake())
  }

  async waitFor(position: number, timeoutMs: number, projection?: string): Promise<boolean> {
    if (this.#closed) return false
    // The listener is in place before the question, so a commit in between is not missed.
    const reached = new Promise<boolean>((resolve) => {
      const waiter: Waiter = {
        position,
        projection,
        settle: (value) => {
          clearTimeout(timer)
          this.#waiters.delete(waiter)
          resolve(value)
        },
      }
      const timer = setTimeout(() => waiter.settle(false), timeoutMs)
      this.#waiters.add(waiter)
    })
    await this.#wake()
    return reached
  }

  close(): void {
    this.#closed = true
    this.#stop()
    for (const waiter of [...this.#waiters]) waiter.settle(false)
  }

  /** One question at a time; commits meanwhile lead to exactly one more. */
  async #wake(): Promise<void> {
    if (this.#waiters.size === 0) return
    this.#again = true
    if (this.#asking) return
    this.#asking = true
    try {
      while (this.#again && !this.#closed) {
        this.#again = false
        await this.#ask()
      }
    } catch {
      // The database failed or was closed: whoever waits runs into his time limit.
    } finally {
      this.#asking = false
    }
  }

  async #ask(): Promise<void> {
    const positions = new Map<string | undefined, number>()
    for (const { projection } of this.#waiters)
      if (!positions.has(projection)) positions.set(projection, await this.#positionOf(projection))
    for (const waiter of [...this.#waiters])
      if ((positions.get(waiter.projection) ?? -1) >= waiter.position) waiter.settle(true)
  }
}
