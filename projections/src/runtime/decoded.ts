import type { StoredEvent } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent } from '@yibiao/schemas'
import { placeOf } from '../event-place.ts'
import type { AnyProjection } from '../projection.ts'

/**
 * A stored event as a projection is to see it: decoded, or its place alone where the projection reads no more. Undefined when
 * it does not concern the projection. `decode` is asked at most once.
 */
export function eventFor(
  projection: AnyProjection,
  stored: StoredEvent,
  decode: () => RecordedEvent,
): RecordedEvent | undefined {
  const { stream, type } = stored
  if (!projection.concerns(stream, type)) return undefined
  const place = projection.reads?.(type) === false ? placeOf(stored) : undefined
  return place ?? decode()
}

/** A batch of events, each decoded at most once, however many projections read it. */
export class DecodedBatch {
  readonly events: readonly StoredEvent[]
  /** Everything up to and including this position is in the batch or before it. */
  readonly position: number
  readonly #decoded: (RecordedEvent | undefined)[] = []

  constructor(events: readonly StoredEvent[], position: number) {
    this.events = events
    this.position = position
  }

  /** Of a projection: the keys of the views that the batch touches after a position, each with its events in order. */
  touched(projection: AnyProjection, after: number): ReadonlyMap<string, readonly RecordedEvent[]> {
    const touched = new Map<string, RecordedEvent[]>()
    for (const [index, stored] of this.events.entries()) {
      if (stored.position <= after) continue
      const event = eventFor(projection, stored, () => this.#decode(index, stored))
      const key = event && projection.key(event)
      if (event === undefined || key === undefined) continue
      const events = touched.get(key)
      if (events) events.push(event)
      else touched.set(key, [event])
    }
    return touched
  }

  #decode(index: number, stored: StoredEvent): RecordedEvent {
    this.#decoded[index] ??= decodeEvent(stored)
    return this.#decoded[index]
  }
}
