import { type EventStore, readWhole } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent, recordStream } from '@yibiao/schemas'

/** Every event of a stream, decoded, in revision order. */
export const readEvents = async (store: EventStore, stream: string): Promise<RecordedEvent[]> =>
  (await readWhole(store, stream)).map((stored) => decodeEvent(stored))

/** Every event of a record. */
export const readRecord = (store: EventStore, record: string): Promise<RecordedEvent[]> =>
  readEvents(store, recordStream(record))
