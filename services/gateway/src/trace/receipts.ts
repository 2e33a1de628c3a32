import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { receiptsStream } from '@yibiao/projections'
import type { RecordedEvent } from '@yibiao/schemas'
import { Ascending } from './ascending.ts'
import { deliveriesOf } from './deliveries.ts'
import { type Place, placesOf, type SequencesOptions, sequencesOf } from './sequences.ts'

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

interface Acknowledged {
  readonly sequence: number
  readonly stage: 'received' | 'applied'
}

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

/** A participant's delivery records and receipts, to be asked by position and by sequence. */
class Counterfoil {
  readonly deliveries: Ascending
  readonly #participant: string
  readonly #received: Ascending
  readonly #applied: Ascending
  /** Rejections are said in the order of the feed. */
  readonly #rejected: Ascending

  constructor(store: EventStore, participant: string) {
    const receipts = receiptsStream(participant)
    this.deliveries = deliveriesOf(store, participant)
    this.#participant = participant
    this.#received = new Ascending(store, receipts, acknowledged('received'))
    this.#applied = new Ascending(store, receipts, acknowledged('applied'))
    this.#rejected = new Ascending(store, receipts, rejected)
  }

  /** When the event was published; null while it has not been. */
  async publishedAt(position: number): Promise<string | null> {
    return (await this.deliveries.find(position)).found?.event.recordedtime ?? null
  }

  async receiptOf(published: string, sequence: number): Promise<Receipt> {
    const own = { participant: this.#participant, sequence, published }
    const applied = (await this.#applied.find(sequence)).found?.event.recordedtime ?? null
    // What was applied was received, whether that was said or not.
    const said = (await this.#received.find(sequence)).found?.event.recordedtime
    const received = said !== undefined && (applied === null || said <= applied) ? said : applied
    const refusal = (await this.#rejected.find(sequence)).found
    if (refusal?.value !== sequence) return { ...own, received, applied, rejected: null }
    const { reason } = refusal.event.data as { readonly reason: string }
    return { ...own, received, applied, rejected: { time: refusal.event.recordedtime, reason } }
  }
}

export interface ReceiptsRequest {
  /** The record as stored, from its first event. */
  readonly stored: readonly StoredEvent[]
  /** Positions of those of its events that are asked about. */
  readonly positions: ReadonlySet<number>
  /** Only this participant's. Default: everybody's. */
  readonly only?: string | undefined
}

/** Published, received, applied or rejected: for each event asked about, and each participant whose feed it is on, by position. */
export async function receiptsFor(
  options: SequencesOptions,
  { stored, positions, only }: ReceiptsRequest,
): Promise<ReadonlyMap<number, readonly Receipt[]>> {
  const counterfoils = new Map<string, Counterfoil>()
  const counterfoilOf = (participant: string): Counterfoil => {
    const known = counterfoils.get(participant) ?? new Counterfoil(options.store, participant)
    counterfoils.set(participant, known)
    return known
  }
  const receipts = new Map<number, Receipt[]>([...positions].map((position) => [position, []]))
  const published: (Place & { readonly time: string })[] = []
  for (const { participant, position } of await placesOf(options, stored)) {
    if (!positions.has(position) || (only !== undefined && participant !== only)) continue
    const time = await counterfoilOf(participant).publishedAt(position)
    if (time === null) receipts.get(position)?.push(unpublished(participant))
    else published.push({ participant, position, time })
  }
  const sequences = await sequencesOf(
    options,
    published,
    (participant) => counterfoilOf(participant).deliveries,
  )
  for (const [index, { participant, position, time }] of published.entries())
    receipts.get(position)?.push(await counterfoilOf(participant).receiptOf(time, sequences[index] as number))
  return receipts
}

const unpublished = (participant: string): Receipt => ({
  participant,
  sequence: null,
  published: null,
  received: null,
  applied: null,
  rejected: null,
})
