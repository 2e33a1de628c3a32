import type { EventStore, StoredEvent } from './event-store.ts'

const page = 1_000

/** Every event of a stream, read page by page. */
export const readWhole = (store: Pick<EventStore, 'readStream'>, stream: string): Promise<StoredEvent[]> =>
  readRevisions(store, stream, 1, Number.POSITIVE_INFINITY)

/** The events of a stream from one revision to another, both included, read page by page; fewer where it ends before. */
export async function readRevisions(
  store: Pick<EventStore, 'readStream'>,
  stream: string,
  from: number,
  to: number,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for (let next = from; next <= to; next += page) {
    const limit = Math.min(page, to - next + 1)
    const more = await store.readStream(stream, { from: next, limit })
    events.push(...more)
    if (more.length < limit) break
  }
  return events
}
