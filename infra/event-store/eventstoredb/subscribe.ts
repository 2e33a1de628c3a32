import type { StoredEvent, Subscription, SubscriptionBatch } from '../event-store.ts'
import { subscriptionOf } from '../subscription.ts'
import type { SubscriptionRequest } from '../usage.ts'
import { BackOff } from './back-off.ts'
import { Ended } from './ended.ts'
import { isInvalidPosition } from './errors.ts'
import type { Feed, FeedItem } from './feed.ts'
import type { StoreLogger } from './options.ts'

export interface SubscriptionSource {
  readonly open: (after: number) => Feed
  readonly head: () => Promise<number>
  /** Position of the last event that this store is known to hold. */
  readonly known: () => number
  readonly idleInterval: number
  readonly logger: StoreLogger
  /** How to end each subscription that runs; it adds itself, and removes itself when it is over. */
  readonly running: Set<() => void>
}

/** Bytes of events at which a batch is given out whatever its size. */
const maxBatchBytes = 8 * 1_048_576

/**
 * A subscription that outlives its connection: it goes on after the last position that it has given out, so nothing
 * is skipped, and drops what it has seen, so nothing is repeated.
 */
export function startSubscription(request: SubscriptionRequest, source: SubscriptionSource): Subscription {
  const ended = new Ended()
  const batches = new Delivery(request, source, ended).batches()
  return subscriptionOf({ request, batches, end: () => ended.reach(), running: source.running })
}

class Delivery {
  readonly #request: SubscriptionRequest
  readonly #source: SubscriptionSource
  readonly #ended: Ended
  readonly #backOff = new BackOff()
  #feed: Feed | undefined
  /** Everything up to here has been read, or is others'. */
  #position: number
  /** The position of the last batch. */
  #given: number
  #isLive = false
  #isAnnounced = false
  /** The head when the feed was opened anew to get past others' events; reached when the feed has caught up. */
  #goal = 0
  /** The cursor is at no record's beginning: the feed begins at the beginning, and what is before it is dropped. */
  #fromStart = false

  constructor(request: SubscriptionRequest, source: SubscriptionSource, ended: Ended) {
    this.#request = request
    this.#source = source
    this.#ended = ended
    this.#position = request.after
    this.#given = request.after
  }

  async *batches(): AsyncGenerator<SubscriptionBatch, undefined, undefined> {
    try {
      while (!this.#ended.reached) {
        const batch = await this.#batchOrFault()
        if (this.#ended.reached) return
        if (batch !== undefined) yield batch
      }
    } finally {
      this.#drop()
    }
  }

  async #batchOrFault(): Promise<SubscriptionBatch | undefined> {
    try {
      const batch = await this.#next()
      this.#backOff.reset()
      if (batch !== undefined) this.#given = batch.position
      return batch
    } catch (error) {
      // What had been gathered was not given out: it is read again.
      this.#position = this.#given
      if (this.#ended.reached) return undefined
      this.#drop()
      if (isInvalidPosition(error) && !this.#fromStart) {
        this.#fromStart = true
        return undefined
      }
      if (!isRetryable(error)) throw error
      const wait = this.#backOff.next()
      this.#source.logger.warn(
        { err: error, position: this.#position, wait },
        'the subscription is opened anew',
      )
      await this.#ended.within(wait)
      return undefined
    }
  }

  /** Reads until there is something to say; undefined when there was nothing for a while. */
  async #next(): Promise<SubscriptionBatch | undefined> {
    const { batchSize } = this.#request
    const events: StoredEvent[] = []
    let bytes = 0
    while (events.length < batchSize && bytes < maxBatchBytes) {
      const item = this.#current().take()
      if (item === undefined) {
        if (events.length === 0 && this.#position > this.#given) break
        if (await this.#nothingMore(events.length)) break
        continue
      }
      if (item.kind === 'event') {
        if (item.event.position <= this.#position) continue
        events.push(item.event)
        bytes += item.event.data.byteLength
        this.#position = item.event.position
      } else if (this.#hears(item) && events.length === 0) break
      if (item.kind === 'caught-up') break
    }
    return this.#batch(events)
  }

  #batch(events: readonly StoredEvent[]): SubscriptionBatch | undefined {
    const caughtUp = this.#isLive && this.#position >= this.#source.known() && !this.#current().hasMore
    const last = events.at(-1)
    if (last !== undefined) {
      this.#isAnnounced = caughtUp
      return { events, position: last.position, caughtUp }
    }
    if (caughtUp && !this.#isAnnounced) {
      this.#isAnnounced = true
      return { events, position: this.#position, caughtUp }
    }
    // No news but how far it is: others' events have been passed.
    return this.#position > this.#given ? { events, position: this.#position, caughtUp: false } : undefined
  }

  /** Takes notice of what is no event; returns whether it moved the position or ended the catching up. */
  #hears(item: Exclude<FeedItem, { kind: 'event' }>): boolean {
    const before = this.#position
    if (item.kind === 'checkpoint') this.#position = Math.max(before, item.position)
    else this.#isLive = item.kind === 'caught-up'
    if (item.kind === 'caught-up') this.#position = Math.max(this.#position, this.#goal)
    return this.#position > before || item.kind === 'caught-up'
  }

  /** Waits for the next item. Returns whether what has been gathered should be given out, or the end was reached. */
  async #nothingMore(gathered: number): Promise<boolean> {
    const feed = this.#current()
    if (gathered > 0) {
      // What is on its way arrives within a turn or two; a live event is not kept waiting for more.
      const more = await this.#ended.turn(feed, this.#isLive ? 0 : 20)
      return !more || this.#ended.reached
    }
    const heard = await this.#ended.whileWaiting(feed, this.#source.idleInterval)
    if (!heard && !this.#ended.reached && this.#isLive) await this.#lookAhead()
    return this.#ended.reached
  }

  /**
   * Nothing of ours came for a while. If others' events stand beyond our position, the subscription is opened anew:
   * when the new one has caught up, all that stood there is known to be others'. Throws when the server is silent.
   */
  async #lookAhead(): Promise<void> {
    const head = await this.#source.head()
    if (head <= this.#position || this.#ended.reached) return
    this.#drop()
    this.#goal = head
  }

  #current(): Feed {
    const isGood = !this.#fromStart || this.#position > this.#request.after
    this.#feed ??= this.#source.open(isGood ? this.#position : 0)
    return this.#feed
  }

  #drop(): void {
    this.#feed?.close()
    this.#feed = undefined
    this.#isLive = false
    this.#goal = 0
  }
}

function isRetryable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'retryable' in error && error.retryable === true
}
