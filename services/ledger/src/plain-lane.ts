import type { EventStore, EventToAppend } from '@yibiao/event-store'
import type { References } from '@yibiao/projections'
import {
  contentDigest,
  decodeEvent,
  type ErrorCode,
  type EventToRecord,
  type Issue,
  issue,
  type Message,
  publicationKindOf,
} from '@yibiao/schemas'
import { Cache } from './cache.ts'
import type { Lane, LaneMessage, LaneResult, StatelessRefusal } from './lane.ts'
import { publicationRefusal, publishedVersion } from './publications.ts'
import { digestOf, recordMessage, recordRefusal, refusalIdOf } from './recording.ts'

/** What is remembered of a stream that nobody decides: its end, and what would be a repetition. */
interface PlainState {
  revision: number
  recordedTime: number
  /** Publications only: the last version. */
  version: number
  /** Message id → digest of what was said under it. */
  readonly said: Map<string, string>
  /** Receipts only: the highest sequence acknowledged for each stage. */
  readonly acknowledged: Map<string, number>
}

/** So many of the last events decide whether a message is a repetition; a sender repeats what is recent. */
const remembered = 1_000

/** Told again after a crash with other figures: the first word counts, the second is no other message. */
const toldAgain: ReadonlySet<string> = new Set(['yibiao.operation.completed.v1'])

/**
 * The lane of streams outside the records: receipts, operations, reads, publications. A message that came through the
 * checks is kept as it is; a repetition, or a receipt that says no more than an earlier one, changes nothing.
 * A message id used again for other content is refused, like in the records' lane; so is a publication that does not hold
 * by the reference data in force, or does not follow the last version of its stream.
 */
export class PlainLane implements Lane {
  readonly #store: EventStore
  readonly #references: References
  readonly #clock: { now(): number }
  readonly #cache: Cache<PlainState>

  constructor(options: {
    store: EventStore
    references: References
    clock: { now(): number }
    cacheSize: number
  }) {
    this.#store = options.store
    this.#references = options.references
    this.#clock = options.clock
    this.#cache = new Cache(options.cacheSize)
  }

  forget(stream: string): void {
    this.#cache.delete(stream)
  }

  async decide(stream: string, messages: readonly LaneMessage[]): Promise<LaneResult> {
    const state = this.#cache.get(stream) ?? (await this.#load(stream))
    this.#cache.delete(stream)
    const expectedRevision = state.revision
    const events: EventToAppend[] = []
    const refusals: StatelessRefusal[] = []
    const counts = { accepted: 0, refused: 0, duplicates: 0 }
    const refused: ErrorCode[] = []
    for (const one of messages) {
      const { message, received } = one
      const now = Math.max(this.#clock.now(), state.recordedTime)
      const [objection, ...more] = this.#objections(state, message)
      if (objection) {
        const digest = digestOf(received.value)
        const refusal = recordRefusal(message, received, [objection, ...more], refusalIdOf(digest), now)
        refusals.push({ digest, event: refusal.append })
        counts.refused += 1
        refused.push(objection.code)
      } else if (isRepetition(state, message)) counts.duplicates += 1
      else {
        const { event, append } = recordMessage(one, now)
        events.push(append)
        remember(state, { ...event, subject: message.subject })
        counts.accepted += 1
      }
    }
    const keep = () => this.#cache.set(stream, state)
    return { stream, expectedRevision, events, refusals, claims: [], releases: [], counts, refused, keep }
  }

  /** Why a message is refused. What was recorded once is never judged again: then nothing, for it is a repetition. */
  #objections(state: PlainState, message: Message): readonly Issue[] {
    if (isReuse(state, message)) return [issue('YB_MESSAGE_ID_REUSED', '/id', { id: message.id })]
    if (publicationKindOf(message.type) === undefined || isRepetition(state, message)) return []
    return publicationRefusal(message, this.#references.current(), state.version)
  }

  async #load(stream: string): Promise<PlainState> {
    const state: PlainState = {
      revision: 0,
      recordedTime: 0,
      version: 0,
      said: new Map(),
      acknowledged: new Map(),
    }
    const last = await this.#store.readStream(stream, { direction: 'backwards', limit: remembered })
    for (const stored of [...last].reverse()) remember(state, decodeEvent(stored))
    state.revision = last[0]?.revision ?? 0
    return state
  }
}

type Remembered = Pick<EventToRecord, 'type' | 'subject' | 'recordedtime' | 'data'> & {
  readonly messageid?: string | undefined
}
type Said = Pick<Message, 'id' | 'type' | 'subject' | 'data'>

function remember(state: PlainState, event: Remembered): void {
  state.revision += 1
  state.recordedTime = Math.max(state.recordedTime, Date.parse(event.recordedtime))
  state.version = Math.max(state.version, publishedVersion(event))
  if (event.messageid !== undefined) {
    state.said.set(event.messageid, contentOf(event))
    if (state.said.size > remembered) state.said.delete(state.said.keys().next().value as string)
  }
  const receipt = receiptOf(event)
  if (receipt) state.acknowledged.set(receipt.stage, receipt.sequence)
}

const contentOf = ({ type, subject, data }: Omit<Remembered, 'recordedtime'>): string =>
  contentDigest({ type, subject, data })

/** A message id that was used for something else. */
function isReuse(state: PlainState, message: Said): boolean {
  const said = state.said.get(message.id)
  return said !== undefined && !toldAgain.has(message.type) && said !== contentOf(message)
}

function isRepetition(state: PlainState, message: Said): boolean {
  if (state.said.has(message.id)) return true
  const receipt = receiptOf(message)
  return receipt !== undefined && receipt.sequence <= (state.acknowledged.get(receipt.stage) ?? 0)
}

/** A receipt's stage and sequence; what it acknowledges includes everything before. */
function receiptOf({
  type,
  data,
}: Pick<Message, 'type' | 'data'>): { readonly stage: string; readonly sequence: number } | undefined {
  if (type !== 'yibiao.feed.acknowledged.v1') return undefined
  return data as { stage: string; sequence: number }
}
