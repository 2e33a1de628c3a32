import type { EventStore } from '@yibiao/event-store'
import { participantOf, type References } from '@yibiao/projections'
import type { RecordedEvent } from '@yibiao/schemas'
import { cursorOf, FeedPlaces, placeKey, sequencesOf } from './feed-places.ts'

/** What became of one event at one participant; a time is recorded time, RFC 3339 UTC, null is "no receipt". */
export interface Receipt {
  readonly participant: string
  /** Its number on the participant's feed; null while it has not been published. */
  readonly sequence: number | null
  readonly published: string | null
  readonly received: string | null
  readonly applied: string | null
  readonly rejected: { readonly time: string; readonly reason: string } | null
}

interface Routed {
  readonly approvals: readonly { readonly participant: string }[]
}

/** To whom each event goes: those whom a routing has named by then; a refusal to its sender alone. */
export function recipientsOf(
  events: readonly RecordedEvent[],
  references: References,
): ReadonlyMap<number, readonly string[]> {
  const entitled = new Set<string>()
  const recipients = new Map<number, readonly string[]>()
  const isFed = (participant: string): boolean =>
    references.current().participants.byCode.get(participant)?.ours !== true
  for (const event of events) {
    if (event.type === 'yibiao.filing.routed.v1')
      for (const { participant } of (event.data as Routed).approvals) entitled.add(participant)
    const all =
      event.type === 'yibiao.message.refused.v1'
        ? [(event.data as { readonly participant?: string }).participant ?? participantOf(event) ?? '']
        : [...entitled]
    recipients.set(event.position, all.filter(isFed))
  }
  return recipients
}

/** Published, received, applied or rejected: for each event asked about and each participant it goes to, by position. */
export async function receiptsFor(
  options: { readonly store: EventStore; readonly references: References },
  asked: readonly { readonly position: number; readonly recipients: readonly string[] }[],
): Promise<ReadonlyMap<number, readonly Receipt[]>> {
  const places = new Map<string, FeedPlaces>()
  const placesOf = (participant: string): FeedPlaces => {
    const known = places.get(participant) ?? new FeedPlaces(options.store, participant)
    places.set(participant, known)
    return known
  }
  const published = new Map<string, { readonly time: string }>()
  const toCount: Parameters<typeof sequencesOf>[1][number][] = []
  for (const { position, recipients } of asked)
    for (const participant of recipients) {
      const { before, found } = await placesOf(participant).deliveries.find(position)
      if (!found) continue
      published.set(placeKey(participant, position), { time: found.event.recordedtime })
      toCount.push({ participant, position, start: cursorOf(before?.event) })
    }
  const sequences = await sequencesOf(options, toCount)
  const receipts = new Map<number, readonly Receipt[]>()
  for (const { position, recipients } of asked) {
    const own: Receipt[] = []
    for (const participant of recipients) {
      const key = placeKey(participant, position)
      own.push(await receiptOf(placesOf(participant), sequences.get(key), published.get(key)?.time ?? null))
    }
    receipts.set(position, own)
  }
  return receipts
}

async function receiptOf(
  { participant, received, applied, rejected }: FeedPlaces,
  sequence: number | undefined,
  published: string | null,
): Promise<Receipt> {
  if (sequence === undefined)
    return { participant, sequence: null, published, received: null, applied: null, rejected: null }
  const appliedAt = (await applied.find(sequence)).found?.event.recordedtime ?? null
  // What was applied was received, whether that was said or not.
  const said = (await received.find(sequence)).found?.event.recordedtime
  const receivedAt = said !== undefined && (appliedAt === null || said <= appliedAt) ? said : appliedAt
  const refusal = (await rejected.find(sequence)).found
  return {
    participant,
    sequence,
    published,
    received: receivedAt,
    applied: appliedAt,
    rejected:
      refusal?.value === sequence
        ? {
            time: refusal.event.recordedtime,
            reason: (refusal.event.data as { readonly reason: string }).reason,
          }
        : null,
  }
}
