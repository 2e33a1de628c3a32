import type { StoredEvent } from '@yibiao/event-store'
import { type RecordedEvent, recordOfStream } from '@yibiao/schemas'

/** What is known of an event of a record without decoding it. */
export type EventPlace = Pick<RecordedEvent, 'type' | 'subject' | 'position' | 'revision'>

/**
 * The event of a record's stream with its place alone, for a fold that reads no more of its type; undefined for other streams. It
 * has the type of a whole event, for which it stands: nothing else of it may be looked at.
 */
export function placeOf({ stream, type, position, revision }: StoredEvent): RecordedEvent | undefined {
  const subject = recordOfStream(stream)
  if (subject === undefined) return undefined
  return { type, subject, position, revision } satisfies EventPlace as RecordedEvent
}
