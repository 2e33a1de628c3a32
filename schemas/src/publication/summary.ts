/** The figures by which a catalogue is judged: how much is done at once, how much faster than the law, how complete. */
import type { CatalogueItem } from '../../generated/reference.ts'
import { blanksOf } from './blanks.ts'
import { lengthOf } from './lengths.ts'

/** What is aimed at: 即办件比例提高到 80%; 承诺件审批时限提速 50%. */
export const instantTarget = 0.8
export const speedUpTarget = 0.5

export interface CatalogueSummary {
  readonly items: number
  readonly instant: number
  /** Instant items ÷ items, 0 … 1. */
  readonly instantShare: number
  readonly promised: number
  /** 1 − promised ÷ statutory terms of all promised items together, 0 … 1; null where there is none. */
  readonly speedUp: number | null
  /** The same of the slowest item. */
  readonly leastSpeedUp: number | null
  /** Items without a blank among both lists of eight. */
  readonly complete: number
  /** Facts that were read in their source, and all facts that say whether they were. */
  readonly confirmed: number
  readonly facts: number
}

export function catalogueSummary(items: readonly CatalogueItem[]): CatalogueSummary {
  const instant = items.filter(({ itemType }) => itemType === 'INSTANT').length
  const terms = items
    .filter(({ itemType }) => itemType === 'PROMISED')
    .map(
      ({ disclosure: { timeLimit } }) =>
        [lengthOf(timeLimit.promised), lengthOf(timeLimit.statutory)] as const,
    )
    .filter(([, statutory]) => statutory > 0)
  const sum = (index: 0 | 1): number => terms.reduce((all, term) => all + term[index], 0)
  const facts = items.flatMap(({ disclosure, fees }) => confirmations([disclosure, fees]))
  return {
    items: items.length,
    instant,
    instantShare: items.length === 0 ? 0 : instant / items.length,
    promised: items.length - instant,
    speedUp: terms.length === 0 ? null : 1 - sum(0) / sum(1),
    leastSpeedUp: terms.length === 0 ? null : Math.min(...terms.map(([promised, law]) => 1 - promised / law)),
    complete: items.filter((item) => blanksOf(item).length === 0).length,
    confirmed: facts.filter((one) => one).length,
    facts: facts.length,
  }
}

function confirmations(value: unknown): boolean[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'confirmed' && typeof member === 'boolean' ? [member] : confirmations(member),
  )
}
