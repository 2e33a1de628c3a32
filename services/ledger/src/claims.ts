import { type Append, type EventStore, readWhole } from '@yibiao/event-store'
import {
  decodeEvent,
  type EventToRecord,
  eventIdOf,
  exchangeSource,
  type RecordedEvent,
  recordOfStream,
} from '@yibiao/schemas'
import type { Claim } from '../domain/context.ts'
import { encoded, instant } from './recording.ts'

/** Who holds an identifier now, and the claim stream's revision. */
interface Holder {
  readonly revision: number
  readonly record: string | undefined
  /** Who gave it back last, and the last day on which nobody else may have it. */
  readonly protection: { readonly record: string; readonly until: string } | undefined
  /** When the stream's last event was recorded, epoch milliseconds. */
  readonly recorded: number
}

/** Of a stream that is not there yet. */
const nobody: Holder = { revision: 0, record: undefined, protection: undefined, recorded: 0 }

/** A claim together with the record stream that wants it. */
export interface WantedClaim {
  readonly claim: Claim
  readonly stream: string
}

/**
 * Claims on identifiers that must be unique over all records. Across streams nothing commits together, on any engine,
 * so the claim comes first and the record after it. A claim held by the same record is as good as a new one: that is
 * how a crash between the two heals.
 */
export class Claims {
  readonly #store: EventStore
  readonly #clock: { now(): number }

  constructor(store: EventStore, clock: { now(): number }) {
    this.#store = store
    this.#clock = clock
  }

  /**
   * Claims them all; durable when resolved. Returns those that belong to another record, and with the last day of their protection
   * those that nobody may have yet.
   */
  async claim(wanted: readonly WantedClaim[]): Promise<ReadonlyMap<WantedClaim, string | undefined>> {
    const lost = new Map<WantedClaim, string | undefined>()
    if (wanted.length === 0) return lost
    const outcomes = await this.#store.append(wanted.map((one) => this.#append(one, 'claimed', nobody)))
    for (const [index, one] of wanted.entries()) {
      if (outcomes[index]?.status !== 'conflict') continue
      const used = await this.#claimUsed(one)
      if (!used.ours) lost.set(one, used.until)
    }
    return lost
  }

  /** Gives back what the record holds. Nothing happens where it holds nothing: the release may be repeated. */
  async release(wanted: readonly WantedClaim[]): Promise<void> {
    for (const one of wanted) {
      for (;;) {
        const holder = await this.#holder(one.claim)
        if (holder.record !== recordOfStream(one.stream)) break
        const [outcome] = await this.#store.append([this.#append(one, 'released', holder)])
        if (outcome?.status === 'appended') break
      }
    }
  }

  /** A claim stream that exists: ours already, free again, protected, or another's. */
  async #claimUsed(one: WantedClaim): Promise<{ readonly ours: boolean; readonly until?: string }> {
    const record = recordOfStream(one.stream)
    for (;;) {
      const holder = await this.#holder(one.claim)
      if (holder.record !== undefined) return { ours: holder.record === record }
      const { protection } = holder
      if (
        protection !== undefined &&
        protection.record !== record &&
        (one.claim.on ?? '') <= protection.until
      )
        return { ours: false, until: protection.until }
      const [outcome] = await this.#store.append([this.#append(one, 'claimed', holder)])
      if (outcome?.status === 'appended') return { ours: true }
    }
  }

  async #holder(claim: Claim): Promise<Holder> {
    const events = (await readWhole(this.#store, claim.stream)).map((one) => decodeEvent(one))
    const recorded = Date.parse(events.at(-1)?.recordedtime ?? '') || 0
    return { revision: events.length, record: holderOf(events), protection: protectionOf(events), recorded }
  }

  #append(
    { claim, stream }: WantedClaim,
    what: 'claimed' | 'released',
    { revision: expectedRevision, recorded, protection }: Holder,
  ): Append {
    const record = recordOfStream(stream) as string
    // The clock may have been put back; a stream's recorded times never go back.
    const recordedtime = instant(Math.max(this.#clock.now(), recorded))
    const until = what === 'released' ? laterOf(claim.protectedUntil, protection?.until) : undefined
    const event: EventToRecord = {
      specversion: '1.0',
      id: eventIdOf(`/claims/${record}/${what}`, claim.stream, expectedRevision),
      source: exchangeSource,
      type: `yibiao.identifier.${what}.v1`,
      subject: record,
      time: recordedtime,
      authtype: 'system',
      authid: 'exchange',
      recordedtime,
      data: {
        record,
        identifier: claim.identifier,
        ...(until === undefined ? {} : { protectedUntil: until }),
      },
    }
    return { stream: claim.stream, expectedRevision, events: [encoded(event).append] }
  }
}

/** The record that holds an identifier after these events of its claim stream. */
export function holderOf(events: readonly RecordedEvent[]): string | undefined {
  let record: string | undefined
  for (const event of events)
    record =
      event.type === 'yibiao.identifier.claimed.v1' ? (event.data as { record: string }).record : undefined
  return record
}

interface Claimed {
  readonly record: string
  readonly protectedUntil?: string
}

/**
 * The protection that stands after these events of a claim stream: the latest that its last holder left behind. Taking the name
 * back and giving it up unused does not shorten it.
 */
export function protectionOf(
  events: readonly Pick<RecordedEvent, 'type' | 'data'>[],
): { readonly record: string; readonly until: string } | undefined {
  let protection: { readonly record: string; readonly until: string } | undefined
  for (const { type, data } of events) {
    const { record, protectedUntil } = data as Claimed
    if (protection !== undefined && protection.record !== record) protection = undefined
    if (type === 'yibiao.identifier.released.v1' && protectedUntil !== undefined)
      protection = { record, until: protectedUntil }
  }
  return protection
}

const laterOf = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a

/** Of several records that want one identifier in the same batch the first gets it; the others decide again. */
export function oneClaimantEach(wanted: readonly WantedClaim[]): {
  first: WantedClaim[]
  contested: WantedClaim[]
} {
  const seen = new Map<string, string>()
  const first: WantedClaim[] = []
  const contested: WantedClaim[] = []
  for (const one of wanted) {
    const holder = seen.get(one.claim.stream)
    if (holder === undefined) {
      seen.set(one.claim.stream, one.stream)
      first.push(one)
    } else if (holder !== one.stream) contested.push(one)
  }
  return { first, contested }
}
