import { handedInOf } from '@yibiao/schemas'
import type { ReferencesInForce } from './references/index.ts'

/** An item under the version that a filing started with. */
export interface PinnedItem {
  readonly item: string
  readonly itemVersion: number
}

/** The catalogue codes of the materials that any of the items takes as files: whoever serves one of them needs those. */
export function materialCodesOf(
  items: Iterable<PinnedItem>,
  references: Pick<ReferencesInForce, 'item'>,
): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const { item, itemVersion } of items) {
    const published = references.item(item, itemVersion)
    for (const { code } of published === undefined ? [] : handedInOf(published)) codes.add(code)
  }
  return codes
}
