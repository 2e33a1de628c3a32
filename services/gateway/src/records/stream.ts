import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent, recordStream } from '@yibiao/schemas'

/** What the store returns at most when no limit is named. */
const pageSize = 1_000

/** Every event of a stream in revision order. */
export async function readStored(store: EventStore, stream: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for (;;) {
    const page = await store.readStream(stream, { from: 1 + events.length })
    events.push(...page)
    if (page.length < pageSize) return events
  }
}

/** Every event of a stream, decoded, in revision order. */
export const readEvents = async (store: EventStore, stream: string): Promise<RecordedEvent[]> =>
  (await readStored(store, stream)).map((stored) => decodeEvent(stored))

/** Every event of a record. */
export const readRecord = (store: EventStore, record: string): Promise<RecordedEvent[]> =>
  readEvents(store, recordStream(record))
