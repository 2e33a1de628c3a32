import type { AllStreamRecordedEvent, RecordedEvent } from '@eventstore/db-client'
import { StoreError } from '../errors.ts'
import type { EventToAppend, StoredEvent } from '../event-store.ts'

/**
 * How ours and theirs relate.
 *
 * | ours              | theirs                                                                |
 * | ----------------- | --------------------------------------------------------------------- |
 * | stream            | stream name after the prefix                                          |
 * | revision 1, 2, …  | revision 0, 1, …                                                      |
 * | position          | commit position: the byte at which the event stands in the log        |
 * | id, type          | event id, event type                                                  |
 * | data              | data, content type `application/octet-stream`, so nobody re-encodes it |
 *
 * The metadata of an event is `{"append":"…"}`: which append stored it. See `append.ts`.
 */
export class Codec {
  readonly prefix: string

  constructor(prefix: string) {
    this.prefix = prefix
  }

  /** The stream's name in the server. */
  name(stream: string): string {
    return this.prefix + stream
  }

  isOurs({ streamId }: RecordedEvent | AllStreamRecordedEvent): boolean {
    return streamId.startsWith(this.prefix)
  }

  /** An event of ours as the port gives it. Throws YB_STORE_USAGE when its position is beyond what ours can be. */
  stored(event: RecordedEvent | AllStreamRecordedEvent): StoredEvent {
    const { streamId, revision, id, type, position } = event
    return {
      stream: streamId.slice(this.prefix.length),
      revision: Number(revision) + 1,
      position: toPosition(position?.commit),
      id,
      type,
      data: bytes(event),
    }
  }
}

/** Where an event stands, and whose it is. */
export interface Standing {
  readonly position: number
  /** The mark of the append that stored it, undefined where another program did. */
  readonly mark: string | undefined
}

/** The mark of the append that stored an event, undefined where another program stored it. */
export function markOf(event: RecordedEvent): string | undefined {
  const { metadata } = event
  if (typeof metadata !== 'object' || metadata === null || !('append' in metadata)) return undefined
  return typeof metadata.append === 'string' ? metadata.append : undefined
}

/** The metadata that carries the mark. */
export function withMark(mark: string): Uint8Array {
  return new Uint8Array(Buffer.from(JSON.stringify({ append: mark })))
}

/** A log position as ours. Up to 2^53 - 1, that is a log of 8 PiB; refused beyond, for it would lose its last digits. */
export function toPosition(commit: bigint | undefined): number {
  const position = Number(commit ?? -1n)
  if (!Number.isSafeInteger(position) || position < 0) {
    throw new StoreError(
      'YB_STORE_USAGE',
      'the server gave an event no position below 2^53. It is older than EventStoreDB 23.10, or its log exceeds 8 PiB.',
    )
  }
  return position
}

export function sameEvent(stored: StoredEvent, event: EventToAppend): boolean {
  return stored.id === event.id && stored.type === event.type && Buffer.compare(stored.data, event.data) === 0
}

/** The stored bytes. Ours are binary; JSON is what only another program can have written under our prefix. */
function bytes({ data }: RecordedEvent): Buffer {
  if (data instanceof Uint8Array) return Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  return Buffer.from(JSON.stringify(data))
}
