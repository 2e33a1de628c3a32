import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { decodeEvent, type RecordedEvent, recordOfStream } from '@yibiao/schemas'
import { initialOneForm } from '../one-form/index.ts'
import { isReferenceEvent, type References, type ReferencesInForce } from '../references/index.ts'
import { hasFeed, isRefusalStream, refusedType, senderOf } from './entitlement.ts'
import {
  type Content,
  departmentSpeaking,
  EventCut,
  emptyNotice,
  type JsonText,
  showsValues,
} from './event-cut.ts'
import { type RecordState, RecordStates } from './record-states.ts'
import type { Recipient } from './sight.ts'

/** Records kept in memory by default, some 12 KB each. */
export const defaultFeedCacheSize = 5_000

/** One message for one participant, before it has its number. */
export interface FeedEntry {
  readonly participant: string
  /** The whole event. What goes out is `attributes` and `data`. */
  readonly event: RecordedEvent
  readonly data: Readonly<Record<string, unknown>>
  /** JSON of the event's attributes as the participant may see them, and of `data`. */
  readonly attributes: JsonText
  readonly dataText: JsonText
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
    const state = await this.#records.before(stored)
    const event = decodeEvent(stored)
    if (event.type === refusedType) {
      state.apply(event)
      return this.#toSender(event)
    }
    const then = this.#options.references.at(event.position)
    const cut = new EventCut(event, state, this.#matrices(then))
    const newcomers = state.apply(event)
    if (state.entitlement.none) return []
    const department = departmentSpeaking(event, state.entitlement, then)
    const entries: FeedEntry[] = []
    for (const participant of state.entitlement.participants) {
      if (!this.#serves(participant, then)) continue
      const isNewcomer = newcomers.includes(participant)
      const content = this.#contentFor(cut, { participant, isNewcomer, department, state, then })
      entries.push(entryOf(participant, event, content))
    }
    return entries
  }

  #contentFor(cut: EventCut, { participant, isNewcomer, department, state, then }: Asked): Content {
    const approvals = state.entitlement.approvalsOf(participant) ?? new Set<string>()
    const recipient: Recipient = {
      participant,
      columns: then.participants.columnsOf(participant),
      matrices: [then.matrix],
      approvals,
    }
    const content = cut.for(recipient, isNewcomer, department)
    const narrowed = this.#narrowed(recipient, then)
    if (narrowed === undefined) return content
    const left = cut.for(narrowed, isNewcomer, department)
    return showsValues(content) && !showsValues(left) ? emptyNotice(left) : left
  }

  /** The same recipient with no more than it may see now; undefined when that is no less, or nobody asks. */
  #narrowed(recipient: Recipient, then: ReferencesInForce): Recipient | undefined {
    if (this.#options.alsoNow !== true) return undefined
    const now = this.#options.references.current()
    if (now === then) return undefined
    const own = now.participants.columnsOf(recipient.participant)
    return {
      ...recipient,
      columns: recipient.columns.filter((column) => own.includes(column)),
      matrices: this.#matrices(then),
    }
  }

  #matrices(then: ReferencesInForce): ReferencesInForce['matrix'][] {
    if (this.#options.alsoNow !== true) return [then.matrix]
    const now = this.#options.references.current()
    return now.matrix.digest === then.matrix.digest ? [then.matrix] : [then.matrix, now.matrix]
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
    const cut = new EventCut(event, initialOneForm(event.subject), [])
    return [entryOf(participant, event, cut.for(recipient, false, undefined))]
  }
}

interface Asked {
  readonly participant: string
  readonly isNewcomer: boolean
  readonly department: string | undefined
  readonly state: RecordState
  readonly then: ReferencesInForce
}

const entryOf = (participant: string, event: RecordedEvent, content: Content): FeedEntry => ({
  participant,
  event,
  data: content.data,
  attributes: content.attributes,
  dataText: content.dataText,
})
