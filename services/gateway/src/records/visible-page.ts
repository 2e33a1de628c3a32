import type { Page } from '@yibiao/projections'
import { defaultPageSize } from '../limits.ts'

export interface VisiblePage<Item> {
  readonly position: number
  readonly items: readonly Item[]
  readonly next?: string
}

export interface VisiblePageRequest<View, Item> {
  readonly after: string | undefined
  readonly limit: number | undefined
  readonly page: (after: string | undefined, limit: number) => Promise<Page<View>>
  /** The entry as the principal may see it; undefined when he may not. */
  readonly see: (view: View) => Promise<Item | undefined>
}

/** Pages that are read for one answer; whoever may see little of much gets short pages, and goes on with `next`. */
const mostPages = 10

/** A page of what may be seen: goes on reading where some of it may not. */
export async function visiblePage<View, Item>({
  after,
  limit = defaultPageSize,
  page,
  see,
}: VisiblePageRequest<View, Item>): Promise<VisiblePage<Item>> {
  const items: Item[] = []
  let next = after
  let position = 0
  for (let pages = 0; pages < mostPages && items.length < limit; pages += 1) {
    const found = await page(next, limit - items.length)
    position = found.position
    for (const view of found.items) {
      const item = await see(view)
      if (item !== undefined) items.push(item)
    }
    next = found.next
    if (next === undefined) break
  }
  return { position, items, ...(next === undefined ? {} : { next }) }
}
