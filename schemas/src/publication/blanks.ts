import type { CatalogueItem } from '../../generated/reference.ts'

/** Texts that stand where something is still to be written. */
const placeholder =
  /^(?:待定|待补|待补充|待完善|待填|略|暂缺|空|tbd|tba|todo|to be (?:determined|announced|added|completed)|blank|pending)[.。…]*$/i

const isBlank = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text) || placeholder.test(text.trim())

/**
 * Places of an item's disclosures (事项八公开, 收费八公开; 行政许可法 30, 58, 59) where a text says nothing: dashes, dots, "待定",
 * "TBD". JSON pointers into the item. That no member is missing or empty is the schema's to say.
 */
export const blanksOf = ({ disclosure, fees }: CatalogueItem): string[] => [
  ...blanksIn(disclosure, '/disclosure'),
  ...blanksIn(fees, '/fees'),
]

function blanksIn(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const here = `${at}/${name}`
    if (typeof member !== 'string') return blanksIn(member, here)
    return (name === 'zh' || name === 'en') && isBlank(member) ? [here] : []
  })
}
