import { type CatalogueItem, type Issue, issue, type RefusalReason } from '@yibiao/schemas'

/**
 * 规范自由裁量权: where an item has made the ranges of its discretion public, a refusal and every condition stay within them, each
 * with the rule and the range that it relies on. `pointer` is that of the list in the message.
 */
export function outsideDiscretion(
  reasons: readonly RefusalReason[],
  item: CatalogueItem | undefined,
  pointer: string,
): Issue[] {
  const published = item?.discretion
  if (item === undefined || published === undefined) return []
  return reasons.flatMap(({ rule, range }, index) => {
    const isPublic = published.some(
      (one) => one.rule === rule && (one.range.zh === range || one.range.en === range),
    )
    if (isPublic) return []
    return [issue('YB_DISCRETION', `${pointer}/${index}`, { rule, range: range ?? '–', item: item.code })]
  })
}
