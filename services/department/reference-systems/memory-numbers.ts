import type { Numbers } from './number-book.ts'

/** The same numbers in memory, for a department that is only simulated. */
export class MemoryNumbers implements Numbers {
  readonly #highest = new Map<string, number>()
  readonly #held = new Map<string, number>()

  held(series: string, holder: string): number | undefined {
    return this.#held.get(placeOf(series, holder))
  }

  take(series: string, holder: string, last: number): number | undefined {
    const held = this.held(series, holder)
    if (held !== undefined) return held
    const number = this.highest(series) + 1
    if (number > last) return undefined
    this.#highest.set(series, number)
    this.#held.set(placeOf(series, holder), number)
    return number
  }

  giveUp(series: string, holder: string, skip = 0): void {
    if (!this.#held.delete(placeOf(series, holder))) return
    this.#highest.set(series, this.highest(series) + skip)
  }

  highest(series: string): number {
    return this.#highest.get(series) ?? 0
  }
}

const placeOf = (series: string, holder: string): string => `${series}\n${holder}`
