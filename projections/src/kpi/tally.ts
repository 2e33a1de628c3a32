import type { Words } from '../explanation/types.ts'
import { type KpiDefinition, type KpiId, type KpiTarget, kpiDefinitions } from './definitions.ts'

/** Ids that are named; how many there are is always told. */
export const idsNamed = 100

export interface Ids {
  readonly count: number
  /** The first of them, at most `idsNamed`. */
  readonly ids: readonly string[]
}

export interface Kpi extends KpiDefinition {
  readonly id: KpiId
  /** Null where it was not measured, with the reason. */
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** Whether the target is met; null where there is none or nothing was measured. */
  readonly met: boolean | null
  readonly reason?: Words
  /** What was counted, and what of it speaks against. */
  readonly behind: Ids
  readonly against: Ids
}

class Named {
  count = 0
  readonly ids: string[] = []

  add(id: string): void {
    this.count += 1
    if (this.ids.length < idsNamed) this.ids.push(id)
  }
}

/** Counts for one indicator: how many, of how many, and which. */
export class Tally {
  numerator = 0
  denominator = 0
  readonly values: number[] = []
  readonly #behind = new Named()
  readonly #against = new Named()

  /** One more of which it is to be told whether it is as it should be. */
  count(id: string, isGood: boolean): void {
    this.denominator += 1
    if (isGood) this.numerator += 1
    this.note(id, isGood)
  }

  note(id: string, isGood: boolean): void {
    this.#behind.add(id)
    if (!isGood) this.#against.add(id)
  }

  get ids(): { readonly behind: Ids; readonly against: Ids } {
    return { behind: this.#behind, against: this.#against }
  }
}

const isMet = (value: number, target: KpiTarget): boolean | null => {
  if (target === null) return null
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

export interface Value {
  readonly value: number | null
  readonly numerator?: number | null
  readonly denominator?: number | null
  readonly reason?: Words
}

/** An indicator with its definition. */
export function kpiOf(
  id: KpiId,
  { value, numerator = null, denominator = null, reason }: Value,
  tally = new Tally(),
): Kpi {
  const definition: KpiDefinition = kpiDefinitions[id]
  return {
    id,
    ...definition,
    value,
    numerator,
    denominator,
    met: value === null ? null : isMet(value, definition.target),
    ...(reason === undefined ? {} : { reason }),
    ...tally.ids,
  }
}

export const nothingCounted: Words = {
  zh: '期内没有可计数的对象',
  en: 'there was nothing to count',
}

/** A share of what was counted. */
export const ratioOf = (id: KpiId, tally: Tally): Kpi => {
  const { numerator, denominator } = tally
  return denominator === 0
    ? kpiOf(id, { value: null, numerator, denominator, reason: nothingCounted }, tally)
    : kpiOf(id, { value: numerator / denominator, numerator, denominator }, tally)
}

/** The mean of the values, their sum over their number. */
export const meanOf = (id: KpiId, tally: Tally): Kpi => {
  const { values } = tally
  const sum = values.reduce((total, one) => total + one, 0)
  return values.length === 0
    ? kpiOf(id, { value: null, numerator: 0, denominator: 0, reason: nothingCounted }, tally)
    : kpiOf(id, { value: sum / values.length, numerator: sum, denominator: values.length }, tally)
}

/** The value that so great a share of the values do not exceed (nearest rank). */
export const quantile = (values: readonly number[], share: number): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)]

export const medianOf = (id: KpiId, tally: Tally): Kpi => {
  const value = quantile(tally.values, 0.5)
  const { numerator, denominator } = tally
  return value === undefined
    ? kpiOf(id, { value: null, numerator, denominator, reason: nothingCounted }, tally)
    : kpiOf(id, { value, numerator, denominator }, tally)
}
