import type { EventStore } from '@yibiao/event-store'
import { recordStream } from '@yibiao/schemas'
import type { References } from '../references/index.ts'
import { checkpointBefore } from './deliveries.ts'
import type { FeedCursor } from './feed-message.ts'
import { RecipientsFold } from './recipients-fold.ts'

export interface SequencesOptions {
  readonly store: EventStore
  readonly references: References
}

/** Participant → position of an event → the event's sequence on that participant's feed. */
export type Sequences = ReadonlyMap<string, ReadonlyMap<number, number>>

interface Stretch {
  readonly after: number
  until: number
}

const page = 500

/**
 * The sequences that a record's events have on every feed they are on, told or not. All feeds are counted in one pass
 * over the stretches of history that the delivery records leave open around the record's events; nothing is cut.
 */
export async function sequencesOf(options: SequencesOptions, record: string): Promise<Sequences> {
  const places = await placesOf(options, record)
  const starts = await startsOf(options.store, places)
  const counted = new Map<string, number[]>()
  const fold = new RecipientsFold({ ...options, cacheSize: 2_000 })
  for (const stretch of joined(starts))
    for (let after = stretch.after; after < stretch.until; ) {
      const events = await options.store.readAll({ after, until: stretch.until, limit: page })
      for (const stored of events)
        for (const participant of await fold.fold(stored)) {
          const positions = counted.get(participant)
          if (positions) positions.push(stored.position)
          else counted.set(participant, [stored.position])
        }
      after = events.length < page ? stretch.until : (events.at(-1)?.position ?? stretch.until)
    }
  const sequences = new Map<string, Map<number, number>>()
  for (const { participant, position, start } of starts) {
    const positions = counted.get(participant) ?? []
    const sequence = start.sequence + indexAfter(positions, position) - indexAfter(positions, start.position)
    const own = sequences.get(participant) ?? new Map<number, number>()
    sequences.set(participant, own.set(position, sequence))
  }
  return sequences
}

interface Place {
  readonly participant: string
  readonly position: number
}

interface Start extends Place {
  readonly start: FeedCursor
}

/** The record's events, each with those on whose feeds it is. */
async function placesOf({ store, references }: SequencesOptions, record: string): Promise<Place[]> {
  const fold = new RecipientsFold({ store, references, cacheSize: 1 })
  const places: Place[] = []
  for (let from = 1; ; ) {
    const events = await store.readStream(recordStream(record), { from })
    for (const stored of events)
      for (const participant of await fold.fold(stored))
        places.push({ participant, position: stored.position })
    if (events.length === 0) return places
    from += events.length
  }
}

/** For each place the last delivery record before it; looked up once for neighbours that no record lies between. */
async function startsOf(store: EventStore, places: readonly Place[]): Promise<Start[]> {
  const latest = new Map<string, { start: FeedCursor; next: number }>()
  const starts: Start[] = []
  for (const { participant, position } of places) {
    let known = latest.get(participant)
    if (known === undefined || known.next < position) {
      let next = Number.POSITIVE_INFINITY
      const start = await checkpointBefore(store, participant, (delivery) => {
        if (delivery.position < position) return true
        next = Math.min(next, delivery.position)
        return false
      })
      known = { start, next }
      latest.set(participant, known)
    }
    starts.push({ participant, position, start: known.start })
  }
  return starts
}

/** The stretches that cover every place, joined where they touch. */
function joined(starts: readonly Start[]): readonly Stretch[] {
  const sorted = starts
    .map(({ position, start }) => ({ after: start.position, until: position }))
    .sort((one, other) => one.after - other.after || one.until - other.until)
  const stretches: Stretch[] = []
  for (const one of sorted) {
    const last = stretches.at(-1)
    if (last && one.after <= last.until) last.until = Math.max(last.until, one.until)
    else stretches.push({ ...one })
  }
  return stretches
}

/** How many of the ascending positions are at or before one. */
function indexAfter(positions: readonly number[], position: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] as number) <= position) low = middle + 1
    else high = middle
  }
  return low
}
