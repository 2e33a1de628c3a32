import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { RecipientsFold, type References } from '@yibiao/projections'
import type { Ascending } from './ascending.ts'
import { cursorBefore } from './deliveries.ts'

export interface SequencesOptions {
  readonly store: EventStore
  readonly references: References
}

/** An event on a participant's feed. */
export interface Place {
  readonly participant: string
  readonly position: number
}

/** The events of a record, each with the participants on whose feeds it is. `stored` is the record from its first event. */
export async function placesOf(options: SequencesOptions, stored: readonly StoredEvent[]): Promise<Place[]> {
  const fold = new RecipientsFold({ ...options, cacheSize: 1 })
  const places: Place[] = []
  for (const one of stored)
    for (const participant of await fold.fold(one)) places.push({ participant, position: one.position })
  return places
}

/** A stretch of the history between two delivery records. */
interface Stretch {
  readonly after: number
  until: number
}

interface Start {
  readonly participant: string
  readonly position: number
  /** Where the feed stood by the delivery record before. */
  readonly after: number
  readonly sequence: number
}

const page = 500

/**
 * The sequence of each place on its feed, in the order given. All feeds are counted in one pass over the stretches of
 * history that the delivery records leave open around the places; nothing is cut for it.
 */
export async function sequencesOf(
  options: SequencesOptions,
  places: readonly Place[],
  deliveriesOf: (participant: string) => Ascending,
): Promise<readonly number[]> {
  const starts: Start[] = []
  for (const { participant, position } of places) {
    const { position: after, sequence } = await cursorBefore(deliveriesOf(participant), position)
    starts.push({ participant, position, after, sequence })
  }
  const counted = await count(options, stretchesOf(starts))
  return starts.map(({ participant, position, after, sequence }) => {
    const positions = counted.get(participant) ?? []
    return sequence + positions.filter((one) => one > after && one <= position).length
  })
}

/** Positions of the messages of each feed within the stretches. */
async function count(
  { store, references }: SequencesOptions,
  stretches: readonly Stretch[],
): Promise<ReadonlyMap<string, number[]>> {
  const counted = new Map<string, number[]>()
  const fold = new RecipientsFold({ store, references, cacheSize: 2_000 })
  for (const { after, until } of stretches)
    for (let from = after; from < until; ) {
      const events = await store.readAll({ after: from, until, limit: page })
      for (const stored of events)
        for (const participant of await fold.fold(stored)) {
          const known = counted.get(participant)
          if (known) known.push(stored.position)
          else counted.set(participant, [stored.position])
        }
      from = events.length < page ? until : (events.at(-1)?.position ?? until)
    }
  return counted
}

/** The stretches that cover every place, joined where they touch. */
function stretchesOf(starts: readonly Start[]): readonly Stretch[] {
  const sorted = starts
    .map(({ after, position }) => ({ after, until: position }))
    .sort((one, other) => one.after - other.after || one.until - other.until)
  const joined: Stretch[] = []
  for (const one of sorted) {
    const last = joined.at(-1)
    if (last && one.after <= last.until) last.until = Math.max(last.until, one.until)
    else joined.push({ ...one })
  }
  return joined
}
