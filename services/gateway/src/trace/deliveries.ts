import type { EventStore } from '@yibiao/event-store'
import {
  cursorOfDelivery,
  type Delivery,
  deliveriesStream,
  deliveryType,
  type FeedCursor,
  firstCursor,
} from '@yibiao/projections'
import type { RecordedEvent } from '@yibiao/schemas'
import { Ascending } from './ascending.ts'

const positionOf = (event: RecordedEvent): number | undefined =>
  event.type === deliveryType ? (event.data as Delivery).position : undefined

/** A participant's delivery records, to be asked by position. Replays note themselves in the same stream; they are passed over. */
export const deliveriesOf = (store: EventStore, participant: string): Ascending =>
  new Ascending(store, deliveriesStream(participant), positionOf)

/** Where a feed stood by the last delivery record before a position. */
export async function cursorBefore(deliveries: Ascending, position: number): Promise<FeedCursor> {
  const { before } = await deliveries.find(position)
  return before === undefined ? firstCursor : cursorOfDelivery(before.event.data as Delivery)
}
