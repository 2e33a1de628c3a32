import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { type Delivery, deliveriesStream, deliveryType } from '@yibiao/projections'
import { decodeEvent } from '@yibiao/schemas'

/** Everything in a participant's deliveries stream. */
export const inDeliveries = (store: EventStore, code: string): Promise<readonly StoredEvent[]> =>
  store.readStream(deliveriesStream(code), { limit: 10_000 })

/** A participant's delivery records, in order, with the time each was noted. */
export async function deliveriesOf(
  store: EventStore,
  code: string,
): Promise<(Delivery & { readonly noted: number })[]> {
  const stored = await inDeliveries(store, code)
  return stored
    .filter(({ type }) => type === deliveryType)
    .map((one) => {
      const event = decodeEvent<Delivery>(one)
      return { ...event.data, noted: Date.parse(event.recordedtime) }
    })
}
