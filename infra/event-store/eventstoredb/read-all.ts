import type { ReadAllOptions, StoredEvent } from '../event-store.ts'
import { isInvalidPosition } from './errors.ts'
import type { Feed } from './feed.ts'

export interface AllSource {
  readonly open: (after: number) => Feed
  readonly head: () => Promise<number>
  /** Resolves when the feed has something to take. */
  readonly wait: (feed: Feed) => Promise<void>
}

/**
 * Events of all our streams in position order. They come by a subscription that ends where it has caught up: the
 * client's own read of `$all` knows no filter and would fetch everybody's.
 */
export async function readAll(
  { after, until, limit }: Required<ReadAllOptions>,
  { open, head, wait }: AllSource,
): Promise<readonly StoredEvent[]> {
  if (until <= after) return []
  const read = async (from: number): Promise<readonly StoredEvent[]> => {
    const events: StoredEvent[] = []
    const feed = open(from)
    try {
      while (events.length < limit) {
        const item = feed.take()
        if (item === undefined) await wait(feed)
        else if (item.kind === 'caught-up') break
        else if (item.kind !== 'fell-behind' && positionOf(item) > until) break
        else if (item.kind === 'event' && item.event.position > after) events.push(item.event)
      }
      return events
    } finally {
      feed.close()
    }
  }
  try {
    return await read(after)
  } catch (error) {
    if (!isInvalidPosition(error)) throw error
    // No record begins there: the position is beyond the end, or was computed. From the beginning it is found.
    return after >= (await head()) ? [] : read(0)
  }
}

function positionOf(
  item: Exclude<ReturnType<Feed['take']>, undefined | { kind: 'caught-up' | 'fell-behind' }>,
): number {
  return item.kind === 'event' ? item.event.position : item.position
}
