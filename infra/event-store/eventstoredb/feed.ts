import { type AllStreamSubscription, START, streamNameFilter } from '@eventstore/db-client'
import { StoreError } from '../errors.ts'
import type { StoredEvent } from '../event-store.ts'
import { type Codec, toPosition } from './codec.ts'
import type { Connection } from './connection.ts'
import { silence, storeError } from './errors.ts'

export type FeedItem =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** Everything of ours up to here has been shown. */
  | { readonly kind: 'checkpoint'; readonly position: number }
  /** Everything that was stored when the server looked has been shown. */
  | { readonly kind: 'caught-up' }
  /** The reader was too slow: the server has gone back from pushing to reading. */
  | { readonly kind: 'fell-behind' }

export interface FeedOptions {
  readonly connection: Connection
  readonly codec: Codec
  readonly checkpointInterval: number
  /** Begin after this position, which must be one that the server has given; 0 is the beginning. */
  readonly after: number
}

/** Items that wait here, unread, for whoever reads the feed; beyond them the server's stream is paused. */
const bufferedItems = 64

/**
 * One subscription to `$all`, filtered by the server to our streams: events, checkpoints and the news of having
 * caught up, in the server's order. Ends with an error when the connection does; whoever reads opens another then.
 *
 * The client tells all but events by callbacks, which may run before the events that came first have been read. They
 * are put back in line by the number of events that were unread at that moment.
 */
export class Feed {
  readonly #subscription: AllStreamSubscription
  readonly #codec: Codec
  readonly #news: { readonly after: number; readonly item: FeedItem }[] = []
  readonly #confirmation: NodeJS.Timeout
  #read = 0
  #failure: unknown
  #failed = false
  #heard: (() => void) | undefined

  constructor({ connection, codec, checkpointInterval, after }: FeedOptions) {
    this.#codec = codec
    const position = BigInt(after)
    const filter = streamNameFilter({
      prefixes: [codec.prefix],
      maxSearchWindow: checkpointInterval,
      checkpointInterval: 1,
      checkpointReached: (_, { commit }) => this.#tell({ kind: 'checkpoint', position: toPosition(commit) }),
    })
    const fromPosition = after === 0 ? START : { commit: position, prepare: position }
    const subscription = connection.client.subscribeToAll(
      { fromPosition, filter, requiresLeader: true },
      { highWaterMark: bufferedItems },
    )
    this.#subscription = subscription
    subscription.on('confirmation', () => clearTimeout(this.#confirmation))
    subscription.on('caughtUp', () => this.#tell({ kind: 'caught-up' }))
    subscription.on('fellBehind', () => this.#tell({ kind: 'fell-behind' }))
    subscription.on('readable', () => this.#wake())
    subscription.on('error', (error) => this.#fail(error))
    subscription.on('end', () => this.#fail(new Error('the server ended the subscription')))
    this.#confirmation = setTimeout(() => {
      this.#fail(silence('subscribing', connection.deadline))
    }, connection.deadline)
  }

  /** The next item if one is here. Throws a StoreError once the subscription is over. */
  take(): FeedItem | undefined {
    if (this.#failed) throw storeError(this.#failure, 'following the history')
    const next = this.#news[0]
    if (next !== undefined && next.after <= this.#read) {
      this.#news.shift()
      return next.item
    }
    const resolved = this.#subscription.read()
    if (resolved === null) return undefined
    this.#read++
    // Links are other streams' business, and their targets come by themselves.
    if (resolved.event === undefined || resolved.link !== undefined) return this.take()
    return { kind: 'event', event: this.#codec.stored(resolved.event) }
  }

  /** Whether `take` has something to give, be it the error. */
  get hasMore(): boolean {
    return this.#failed || this.#news.length > 0 || this.#subscription.readableLength > 0
  }

  /** Calls back once there is something to take, at once if there is. A new wait replaces the one before. */
  wait(heard: () => void): void {
    if (this.hasMore) heard()
    else this.#heard = heard
  }

  /** Gives the server's stream back; whoever waits learns that the feed is over. */
  close(): void {
    this.#fail(new StoreError('YB_STORE_CLOSED', 'the event store is closed'))
    this.#subscription.unsubscribe().catch(() => {})
    this.#subscription.destroy()
  }

  #wake(): void {
    const heard = this.#heard
    this.#heard = undefined
    heard?.()
  }

  #tell(item: FeedItem): void {
    this.#news.push({ after: this.#read + this.#subscription.readableLength, item })
    this.#wake()
  }

  #fail(error: unknown): void {
    clearTimeout(this.#confirmation)
    if (this.#failed) return
    this.#failed = true
    this.#failure = error
    this.#wake()
  }
}
