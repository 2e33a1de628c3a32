import type { Clock } from '@yibiao/telemetry'

/** Where each number stands in the shared memory. */
const place = { time: 0, taken: 1, projected: 2 } as const
export type Counted = Exclude<keyof typeof place, 'time'>

/** Milliseconds without any progress after which a simulation gives up. */
const patience = 120_000

/**
 * What the threads of a simulation share: the time, which the main thread alone sets, and how far the roles have come. Whoever
 * waits for a role is woken by it and polls nothing.
 */
export class Cells implements Clock {
  readonly buffer: SharedArrayBuffer
  readonly #cells: BigInt64Array<SharedArrayBuffer>

  /** Over the given memory, as a thread got it, or over memory of its own. */
  constructor(buffer = new SharedArrayBuffer(8 * Object.keys(place).length)) {
    this.buffer = buffer
    this.#cells = new BigInt64Array(buffer)
  }

  now(): number {
    return Number(Atomics.load(this.#cells, place.time))
  }

  /** Moves the time. Throws `RangeError` when it would go back. */
  moveTo(time: number): void {
    if (time < this.now()) throw new RangeError('Simulated time does not go back.')
    Atomics.store(this.#cells, place.time, BigInt(time))
  }

  read(what: Counted): number {
    return Number(Atomics.load(this.#cells, place[what]))
  }

  add(what: Counted, count: number): void {
    Atomics.add(this.#cells, place[what], BigInt(count))
    Atomics.notify(this.#cells, place[what])
  }

  set(what: Counted, value: number): void {
    Atomics.store(this.#cells, place[what], BigInt(value))
    Atomics.notify(this.#cells, place[what])
  }

  /** Resolves when the number has come to `least`. Throws when nothing moves any more. */
  async reached(what: Counted, least: number): Promise<void> {
    for (;;) {
      const seen = Atomics.load(this.#cells, place[what])
      if (seen >= BigInt(least)) return
      const waiting = Atomics.waitAsync(this.#cells, place[what], seen, patience)
      if (!waiting.async) continue
      if ((await waiting.value) === 'timed-out')
        throw new Error(`the simulation stands still: ${what} is ${seen}, not ${least}`)
    }
  }
}
