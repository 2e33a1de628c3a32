import type { EventStore, StoredEvent } from './event-store.ts'

const page = 1_000

/** Every event of a stream, read page by page. */
export async function readWhole(
  store: Pick<EventStore, 'readStream'>,
  stream: string,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for (;;) {
    const more = await store.readStream(stream, { from: events.length + 1, limit: page })
    events.push(...more)
    if (more.length < page) return events
  }
}
