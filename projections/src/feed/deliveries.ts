import type { EventStore } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent } from '@yibiao/schemas'
import { type FeedCursor, firstCursor } from './feed-message.ts'

/** The stream in which the relay notes what it published to a participant. */
export const deliveriesStream = (participant: string): string => `deliveries-${participant}`
/** The stream of a participant's receipts. */
export const receiptsStream = (participant: string): string => `receipts-${participant}`

export const deliveryType = 'yibiao.delivery.recorded.v1'

/** `data` of `delivery.recorded`. */
export interface Delivery {
  /** One more than the `last` of the record before; `last` + 1 where only the position moved. */
  readonly first: number
  readonly last: number
  /** Everything up to this position has been considered. */
  readonly position: number
  /** Running digest after message `last`. */
  readonly digest: string
  /** The access matrix in force at `position`. */
  readonly matrixVersion: number
}

/** The cursor that a delivery record stands for. */
export const cursorOfDelivery = ({ last, digest, position }: Delivery): FeedCursor => ({
  sequence: last,
  digest,
  position,
})

/**
 * The cursor of the last delivery record that `before` accepts, which MUST hold for a first part of them only; found by
 * halving, so its cost hardly grows with the history. `firstCursor` when there is none.
 */
export async function checkpointBefore(
  store: EventStore,
  participant: string,
  before: (delivery: Delivery) => boolean,
): Promise<FeedCursor> {
  const stream = deliveriesStream(participant)
  const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 })
  let low = 0
  let high = last?.revision ?? 0
  let found = firstCursor
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const delivery = await deliveryAtOrBefore(store, stream, middle)
    if (delivery === undefined) low = middle
    else if (before(delivery.data)) {
      found = cursorOfDelivery(delivery.data)
      low = middle
    } else high = Math.max(low, delivery.revision - 1)
  }
  return found
}

/** Replays note themselves in the same stream; they are passed over. */
export async function deliveryAtOrBefore(
  store: EventStore,
  stream: string,
  revision: number,
): Promise<RecordedEvent<Delivery> | undefined> {
  let limit = 1
  for (let from = revision; from > 0; ) {
    const events = await store.readStream(stream, { direction: 'backwards', from, limit })
    const stored = events.find((one) => one.type === deliveryType)
    if (stored) return decodeEvent<Delivery>(stored)
    from -= limit
    limit = 50
  }
  return undefined
}
