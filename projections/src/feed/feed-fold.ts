import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent, recordOfStream } from '@yibiao/schemas'
import { materialCodesOf } from '../materials.ts'
import { initialOneForm } from '../one-form/index.ts'
import { isReferenceEvent, type References, type ReferencesInForce } from '../references/index.ts'
import { type Content, emptyNotice, type JsonText, showsValues } from './content.ts'
import { handsIn } from './cut.ts'
import { hasFeed, isRefusalStream, refusedType, routedType, senderOf } from './entitlement.ts'
import { departmentSpeaking, EventCut } from './event-cut.ts'
import { type RecordState, RecordStates } from './record-states.ts'
import type { Recipient } from './sight.ts'
import { Slabs } from './slabs.ts'

/** Records kept in memory by default, some 12 KB each. */
export const defaultFeedCacheSize = 5_000

const slabBytes = 256 * 1024

/** One message for one participant, before it has its number. */
export interface FeedEntry {
  readonly participant: string
  /** The whole event. What goes out is `attributes` and `data`. */
  readonly event: RecordedEvent
  readonly data: Readonly<Record<string, unknown>>
  /** The event's attributes as the participant may see them. */
  readonly attributes: JsonText
  /** JSON of `data` in UTF-8, in pieces. */
  readonly body: readonly Buffer[]
}

export interface FeedFoldOptions {
  readonly store: EventStore
  readonly references: References
  /**
   * Records kept in memory; the others are folded again from their stream when they move. Minimum 1, default
   * `defaultFeedCacheSize`.
   */
  readonly cacheSize?: number
  /** Only this participant's messages. Default: everybody's. */
  readonly only?: string
  /** Cut by the matrix in force now as well as by the one in force then: for replays. */
  readonly alsoNow?: boolean
}

/**
 * The fold behind every feed: of each event, whose business it is and what they may see of it. It has no state but
 * what the events say, so it gives the same messages to whoever folds the same history, before and after any crash.
 *
 * A participant becomes entitled to a record with the routing that names it; the message of that event carries its
 * part of the form. A refusal goes to whoever sent the refused message.
 */
export class FeedFold {
  readonly #options: FeedFoldOptions
  readonly #records: RecordStates
  readonly #slabs = new Slabs(slabBytes)

  constructor(options: FeedFoldOptions) {
    this.#options = options
    this.#records = new RecordStates(options.store, options.cacheSize ?? defaultFeedCacheSize)
  }

  /** The messages that one event gives, in a fixed order of participants. Call in position order. */
  async fold(stored: StoredEvent): Promise<readonly FeedEntry[]> {
    if (recordOfStream(stored.stream) !== undefined) return this.#foldRecord(stored)
    if (isReferenceEvent(stored.type)) this.#options.references.apply(decodeEvent(stored))
    else if (isRefusalStream(stored)) return this.#toSender(decodeEvent(stored))
    return []
  }

  async #foldRecord(stored: StoredEvent): Promise<readonly FeedEntry[]> {
    const state = this.#records.kept(stored) ?? (await this.#records.read(stored))
    const event = decodeEvent(stored)
    if (event.type === refusedType) {
      state.apply(event)
      return this.#toSender(event)
    }
    if (event.type !== routedType && state.entitlement.none) {
      state.apply(event)
      return nobodys
    }
    const then = this.#options.references.at(event.position)
    const cut = new EventCut({ event, state, matrices: [then.matrix], slabs: this.#slabs })
    const narrowed = this.#narrowed(event, state, then)
    const newcomers = state.apply(event)
    const department = departmentSpeaking(event, state.entitlement, then)
    const entries: FeedEntry[] = []
    for (const participant of state.entitlement.participants) {
      if (!this.#serves(participant, then)) continue
      const isNewcomer = newcomers.includes(participant)
      const recipient = recipientOf(participant, state, then, event)
      const content = cut.for(recipient, isNewcomer, department)
      const left = narrowed && this.#left(narrowed, recipient, { isNewcomer, department })
      entries.push(new Entry(participant, event, left === undefined ? content : noMore(content, left)))
    }
    return entries
  }

  /** The same cut by no more than what may be seen now; undefined when that is no less, or nobody asks. */
  #narrowed(event: RecordedEvent, state: RecordState, then: ReferencesInForce): EventCut | undefined {
    if (this.#options.alsoNow !== true) return undefined
    const now = this.#options.references.current()
    if (now === then) return undefined
    const isSame = now.matrix.digest === then.matrix.digest
    const matrices = isSame ? [then.matrix] : [then.matrix, now.matrix]
    return new EventCut({ event, state, matrices, slabs: this.#slabs })
  }

  #left(narrowed: EventCut, recipient: Recipient, { isNewcomer, department }: Asked): Content {
    const own = this.#options.references.current().participants.columnsOf(recipient.participant)
    const columns = recipient.columns.filter((column) => own.includes(column))
    return narrowed.for({ ...recipient, columns }, isNewcomer, department)
  }

  #serves(participant: string, then: ReferencesInForce): boolean {
    const { only } = this.#options
    return (only === undefined || only === participant) && hasFeed(then, participant)
  }

  #toSender(event: RecordedEvent): readonly FeedEntry[] {
    const participant = senderOf(event)
    const then = this.#options.references.at(event.position)
    if (!this.#serves(participant, then)) return []
    const recipient: Recipient = { participant, columns: [], matrices: [then.matrix] }
    const state = initialOneForm(event.subject)
    const cut = new EventCut({ event, state, matrices: [], slabs: this.#slabs })
    return [new Entry(participant, event, cut.for(recipient, false, undefined))]
  }
}

const nobodys: readonly FeedEntry[] = []

interface Asked {
  readonly isNewcomer: boolean
  readonly department: string | undefined
}

const recipientOf = (
  participant: string,
  { entitlement }: RecordState,
  then: ReferencesInForce,
  event: RecordedEvent,
): Recipient => ({
  participant,
  columns: then.participants.columnsOf(participant),
  matrices: [then.matrix],
  approvals: entitlement.approvalsOf(participant) ?? new Set<string>(),
  ...(handsIn(event) ? { materials: materialCodesOf(entitlement.itemsOf(participant), then) } : {}),
})

/** What is left of a content; where all its values went, a notice that says nothing. */
const noMore = (content: Content, left: Content): Content =>
  showsValues(content) && !showsValues(left) ? emptyNotice(left) : left

class Entry implements FeedEntry {
  readonly participant: string
  readonly event: RecordedEvent
  readonly #content: Content

  constructor(participant: string, event: RecordedEvent, content: Content) {
    this.participant = participant
    this.event = event
    this.#content = content
  }

  get data() {
    return this.#content.data
  }

  get attributes() {
    return this.#content.attributes
  }

  get body() {
    return this.#content.body
  }
}
