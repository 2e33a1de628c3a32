import type { CatalogueItem } from '@yibiao/schemas'
import { type Kpi, meanOf, ratioOf, Tally } from './tally.ts'

/** The indicators of the catalogue in force. */
export function catalogueKpis(items: readonly CatalogueItem[]): readonly [Kpi, Kpi, Kpi] {
  const [instant, speedUp, complete] = [new Tally(), new Tally(), new Tally()]
  for (const item of items) {
    instant.count(item.code, item.itemType === 'INSTANT')
    complete.count(item.code, !hasBlank(item.disclosure) && !hasBlank(item.fees))
    const faster = speedUpOf(item)
    if (faster === undefined) continue
    speedUp.values.push(faster)
    speedUp.note(item.code, faster >= 0.5)
  }
  return [
    ratioOf('instantItemRatio', instant),
    meanOf('promisedSpeedUp', speedUp),
    ratioOf('catalogueCompleteness', complete),
  ]
}

/** By how much an item's promise is shorter than the law's term; undefined where that cannot be told. */
export function speedUpOf({ itemType, disclosure }: CatalogueItem): number | undefined {
  const { promised, statutory } = disclosure.timeLimit
  if (itemType !== 'PROMISED' || promised.unit !== statutory.unit || statutory.value === 0) return undefined
  return 1 - promised.value / statutory.value
}

/** Whether any text of a disclosure is empty, or a list of them. */
const hasBlank = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0 || value.some(hasBlank)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasBlank)
}
