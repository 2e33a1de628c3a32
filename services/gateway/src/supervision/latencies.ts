import type { EventStore } from '@yibiao/event-store'
import {
  type Delivery,
  deliveriesStream,
  deliveryType,
  type Latency,
  receiptsStream,
} from '@yibiao/projections'
import { decodeEvent, type RecordedEvent } from '@yibiao/schemas'

/** Deliveries of each participant that are looked at, the latest; and receipts to go with them. */
const deliveriesRead = 60
const receiptsRead = 400

interface Acknowledged {
  readonly sequence: number
  readonly stage: 'received' | 'applied'
}

/**
 * From the recording of the last event of a delivery to the receipt that it was applied, over the latest deliveries of the
 * participants. A delivery without its receipt in what is read is left out: it counts as without a receipt.
 */
export async function latenciesOf(
  store: EventStore,
  participants: readonly string[],
): Promise<readonly Latency[]> {
  const found: Latency[] = []
  for (const participant of participants) {
    const latest = (stream: string, limit: number): Promise<RecordedEvent[]> =>
      store
        .readStream(stream, { direction: 'backwards', limit })
        .then((events) => events.map((one): RecordedEvent => decodeEvent(one)).reverse())
    const applied = (await latest(receiptsStream(participant), receiptsRead)).filter(
      ({ type, data }) =>
        type === 'yibiao.feed.acknowledged.v1' && (data as Acknowledged).stage === 'applied',
    )
    const first = (applied[0]?.data as Acknowledged | undefined)?.sequence ?? Number.POSITIVE_INFINITY
    for (const event of await latest(deliveriesStream(participant), deliveriesRead)) {
      if (event.type !== deliveryType) continue
      const { last, position } = event.data as Delivery
      // Before the first receipt that was read there may be earlier ones.
      if (last <= first && applied.length === receiptsRead) continue
      const receipt = applied.find(({ data }) => (data as Acknowledged).sequence >= last)
      if (receipt === undefined) continue
      const [stored] = await store.readAll({ after: position - 1, until: position, limit: 1 })
      if (stored === undefined) continue
      const { recordedtime } = decodeEvent(stored)
      const milliseconds = Date.parse(receipt.recordedtime) - Date.parse(recordedtime)
      if (milliseconds >= 0) found.push({ participant, milliseconds })
    }
  }
  return found
}
