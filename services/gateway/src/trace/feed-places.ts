import type { EventStore } from '@yibiao/event-store'
import {
  type Delivery,
  deliveriesStream,
  type FeedCursor,
  FeedFold,
  firstCursor,
  type References,
  receiptsStream,
} from '@yibiao/projections'
import type { RecordedEvent } from '@yibiao/schemas'
import { Ascending } from './ascending.ts'

interface Acknowledged {
  readonly sequence: number
  readonly stage: 'received' | 'applied'
}

const delivered = (event: RecordedEvent): number | undefined =>
  event.type === 'yibiao.delivery.recorded.v1' ? (event.data as Delivery).position : undefined

const acknowledged =
  (stage: Acknowledged['stage']) =>
  (event: RecordedEvent): number | undefined => {
    if (event.type !== 'yibiao.feed.acknowledged.v1') return undefined
    const data = event.data as Acknowledged
    return data.stage === stage ? data.sequence : undefined
  }

const rejected = (event: RecordedEvent): number | undefined =>
  event.type === 'yibiao.feed.rejected.v1'
    ? (event.data as { readonly sequence: number }).sequence
    : undefined

/** The cursor a delivery record stands for: where the feed was when it was noted. */
export const cursorOf = (event: RecordedEvent | undefined): FeedCursor => {
  if (event === undefined) return firstCursor
  const { last, digest, position } = event.data as Delivery
  return { sequence: last, digest, position }
}

/** A participant's delivery records and receipts, to be asked by position and by sequence. */
export class FeedPlaces {
  readonly participant: string
  readonly deliveries: Ascending
  readonly received: Ascending
  readonly applied: Ascending
  /** Rejections are said in the order of the feed. */
  readonly rejected: Ascending

  constructor(store: EventStore, participant: string) {
    const receipts = receiptsStream(participant)
    this.participant = participant
    this.deliveries = new Ascending(store, deliveriesStream(participant), delivered)
    this.received = new Ascending(store, receipts, acknowledged('received'))
    this.applied = new Ascending(store, receipts, acknowledged('applied'))
    this.rejected = new Ascending(store, receipts, rejected)
  }

  /** Where the feed stood by the last delivery record before a position. */
  async cursorBefore(position: number): Promise<FeedCursor> {
    return cursorOf((await this.deliveries.find(position)).before?.event)
  }
}

/** A stretch of the history between two delivery records, and the feeds to be counted in it. */
interface Stretch {
  readonly after: number
  until: number
}

const page = 500

/**
 * The sequences that events have on feeds. All feeds are counted in one pass over the stretches of history that the
 * delivery records leave open around the positions asked for.
 */
export async function sequencesOf(
  options: { readonly store: EventStore; readonly references: References },
  asked: readonly { readonly participant: string; readonly position: number; readonly start: FeedCursor }[],
): Promise<ReadonlyMap<string, number>> {
  const { store } = options
  const stretches = stretchesOf(asked)
  const positions = new Map<string, number[]>()
  const fold = new FeedFold({ ...options, cacheSize: 2_000 })
  for (const { after, until } of stretches)
    for (let from = after; from < until; ) {
      const events = await store.readAll({ after: from, until, limit: page })
      for (const stored of events)
        for (const { participant } of await fold.fold(stored)) {
          const known = positions.get(participant)
          if (known) known.push(stored.position)
          else positions.set(participant, [stored.position])
        }
      from = events.length < page ? until : (events.at(-1)?.position ?? until)
    }
  const sequences = new Map<string, number>()
  for (const { participant, position, start } of asked) {
    const own = positions.get(participant) ?? []
    if (!own.includes(position)) continue
    const counted = own.filter((one) => one > start.position && one <= position).length
    sequences.set(placeKey(participant, position), start.sequence + counted)
  }
  return sequences
}

export const placeKey = (participant: string, position: number): string => `${participant} ${position}`

/** The stretches that cover every place asked for, joined where they touch. */
function stretchesOf(
  asked: readonly { readonly position: number; readonly start: FeedCursor }[],
): readonly Stretch[] {
  const sorted = asked
    .map(({ position, start }) => ({ after: start.position, until: position }))
    .sort((one, other) => one.after - other.after || one.until - other.until)
  const joined: Stretch[] = []
  for (const one of sorted) {
    const last = joined.at(-1)
    if (last && one.after <= last.until) last.until = Math.max(last.until, one.until)
    else joined.push({ ...one })
  }
  return joined
}
