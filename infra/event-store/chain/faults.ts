import type { VerifyReport } from '../event-store.ts'

type Fault = VerifyReport['faults'][number]

/** Faults named one by one; of any more, only the number is told, so that a ruined file fits into memory. */
export const maxFaults = 1_000

export class Faults {
  readonly #named: Fault[] = []
  #more = 0

  add(fault: Fault): void {
    if (this.#named.length < maxFaults) this.#named.push(fault)
    else this.#more++
  }

  list(): readonly Fault[] {
    if (this.#more === 0) return this.#named
    return [...this.#named, { problem: `and ${this.#more} more` }]
  }
}
