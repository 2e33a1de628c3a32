import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { decodeEvent, leavesOf, type RecordedEvent, recordOfStream } from '@yibiao/schemas'
import { changesOf, evolveOneForm, initialOneForm, type OneFormView } from '../one-form/index.ts'
import { isReferenceEvent, type References } from '../references/index.ts'
import { cutChanges, cutData, type FeedChange, type Recipient } from './cut.ts'

/** One message for one participant, before it has its number. */
export interface FeedEntry {
  readonly participant: string
  readonly event: RecordedEvent
  readonly data: Readonly<Record<string, unknown>>
}

interface RecordFeed {
  view: OneFormView
  /** Participants entitled so far, in the order of their first routing. */
  readonly entitled: Set<string>
}

export interface FeedFoldOptions {
  readonly store: EventStore
  readonly references: References
  /** Records kept in memory; the others are folded again from their stream when they move. Default 20,000. */
  readonly cacheSize?: number
  /** Only this participant's messages. Default: everybody's. */
  readonly only?: string
  /** Cut by the matrix in force now as well as by the one in force then: for replays. */
  readonly alsoNow?: boolean
}

interface RoutedData {
  readonly approvals: readonly { readonly participant: string }[]
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
  readonly #cacheSize: number
  readonly #records = new Map<string, RecordFeed>()
  readonly #evolve: (view: OneFormView, event: RecordedEvent) => OneFormView

  constructor(options: FeedFoldOptions) {
    this.#options = options
    this.#cacheSize = options.cacheSize ?? 20_000
    this.#evolve = evolveOneForm(options.references)
  }

  /** The messages that one event gives, in a fixed order of participants. Call in position order. */
  async fold(stored: StoredEvent): Promise<readonly FeedEntry[]> {
    const record = recordOfStream(stored.stream)
    if (record !== undefined) return this.#foldRecord(record, stored)
    if (isReferenceEvent(stored.type)) this.#options.references.apply(decodeEvent(stored))
    else if (stored.stream.startsWith('refusal-')) return this.#toSender(decodeEvent(stored))
    return []
  }

  async #foldRecord(record: string, stored: StoredEvent): Promise<readonly FeedEntry[]> {
    const feed = await this.#load(record, stored)
    const event = decodeEvent(stored)
    if (event.type === 'yibiao.message.refused.v1') {
      feed.view = this.#evolve(feed.view, event)
      return this.#toSender(event)
    }
    const newcomers = this.#entitle(feed, event)
    const changes = feed.entitled.size === 0 ? [] : changesOf(feed.view, event)
    const before = changes.some(widens) ? structuredClone(feed.view) : undefined
    feed.view = this.#evolve(feed.view, event)
    const entries: FeedEntry[] = []
    for (const participant of feed.entitled) {
      const recipient = this.#recipient(participant, event.position)
      if (!recipient) continue
      const visible = newcomers.has(participant) ? everything(feed.view) : changes
      const seen = [
        ...cutChanges(visible, feed.view, recipient),
        ...widened(before, feed.view, recipient, visible),
      ]
      const data = cutData(event, feed.view, recipient)
      entries.push({ participant, event, data: seen.length === 0 ? data : { ...data, changes: seen } })
    }
    return entries
  }

  /** Adds those whom a routing names. Returns the ones who were not entitled before. */
  #entitle(feed: RecordFeed, event: RecordedEvent): ReadonlySet<string> {
    const newcomers = new Set<string>()
    if (event.type !== 'yibiao.filing.routed.v1') return newcomers
    for (const { participant } of (event.data as RoutedData).approvals)
      if (!feed.entitled.has(participant)) {
        feed.entitled.add(participant)
        newcomers.add(participant)
      }
    return newcomers
  }

  #toSender(event: RecordedEvent): readonly FeedEntry[] {
    const { participant } = event.data as { readonly participant: string }
    const recipient = this.#recipient(participant, event.position)
    if (!recipient) return []
    return [{ participant, event, data: cutData(event, initialOneForm(event.subject), recipient) }]
  }

  #recipient(participant: string, position: number): Recipient | undefined {
    const { references, only, alsoNow } = this.#options
    if (only !== undefined && only !== participant) return undefined
    const then = references.at(position)
    const known = then.participants.byCode.get(participant)
    if (!known || known.ours) return undefined
    const matrices = [then.matrix]
    if (alsoNow && references.current().matrix.digest !== then.matrix.digest)
      matrices.push(references.current().matrix)
    return { participant, columns: then.participants.columnsOf(participant), matrices }
  }

  /** The record just before an event: from memory, or folded from its stream. */
  async #load(record: string, stored: StoredEvent): Promise<RecordFeed> {
    const known = this.#records.get(record)
    if (known && known.view.revision === stored.revision - 1) return known
    const feed: RecordFeed = { view: initialOneForm(record), entitled: new Set() }
    while (feed.view.revision < stored.revision - 1) {
      const from = feed.view.revision + 1
      const page = await this.#options.store.readStream(stored.stream, { from })
      if (page.length === 0) break
      for (const one of page) {
        if (one.revision >= stored.revision) break
        const event = decodeEvent(one)
        this.#entitle(feed, event)
        feed.view = this.#evolve(feed.view, event)
      }
    }
    this.#records.delete(record)
    this.#records.set(record, feed)
    if (this.#records.size > this.#cacheSize)
      this.#records.delete(this.#records.keys().next().value as string)
    return feed
  }
}

/** Whether a change may open older values to somebody: a person in a new role, the consent to tell the bank. */
const widens = ({ path }: FeedChange): boolean => path.endsWith('/person') || path === '/bank/consent'

/** Values that did not change and that the recipient may see from now on. */
function widened(
  before: OneFormView | undefined,
  after: OneFormView,
  recipient: Recipient,
  told: readonly FeedChange[],
): readonly FeedChange[] {
  if (before === undefined) return []
  const known = new Set(cutChanges(everything(before), before, recipient).map(({ path }) => path))
  for (const { path } of told) known.add(path)
  return cutChanges(everything(after), after, recipient).filter(({ path }) => !known.has(path))
}

/** All values of a record as changes from nothing. */
function everything(view: OneFormView): readonly FeedChange[] {
  return leavesOf(view.form).map(([path, after]) => ({ path, after }))
}
