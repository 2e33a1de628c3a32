import type { EventStore } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent, recordStream } from '@yibiao/schemas'

/** Every event of a stream, decoded, in revision order; from a revision where one is given. */
export async function readEvents(store: EventStore, stream: string, from = 1): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = []
  for (;;) {
    const page = await store.readStream(stream, { from: from + events.length })
    if (page.length === 0) return events
    for (const stored of page) events.push(decodeEvent(stored))
    if (page.length < pageSize) return events
  }
}

/** What the store returns at most when no limit is named. */
const pageSize = 1_000

/** Every event of a record. */
export const readRecord = (store: EventStore, record: string): Promise<RecordedEvent[]> =>
  readEvents(store, recordStream(record))
