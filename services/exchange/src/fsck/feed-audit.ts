import type { EventStore, StoredEvent } from '@yibiao/event-store'
import {
  type Delivery,
  FeedCounter,
  FeedFold,
  firstCursor,
  firstDigest,
  type References,
} from '@yibiao/projections'
import type { RecordedEvent } from '@yibiao/schemas'

interface FeedAuditOptions {
  readonly store: EventStore
  readonly references: References
  readonly history: string
  readonly fault: (where: string, problem: string) => void
}

interface Feed {
  readonly counter: FeedCounter
  /** Digest after each message, 32 bytes apiece; index 0 is the digest before the first. */
  readonly digests: Buffer[]
  /** The last sequence that a delivery record names. */
  delivered: number
}

/** Folds every feed again beside the history and holds the delivery records and the receipts against it. */
export class FeedAudit {
  readonly #options: FeedAuditOptions
  readonly #fold: FeedFold
  readonly #feeds = new Map<string, Feed>()
  deliveries = 0
  receipts = 0

  constructor(options: FeedAuditOptions) {
    this.#options = options
    this.#fold = new FeedFold({ store: options.store, references: options.references })
  }

  /** Takes the next event of the history. */
  async take(stored: StoredEvent, event: RecordedEvent): Promise<void> {
    for (const entry of await this.#fold.fold(stored)) {
      const feed = this.#feed(entry.participant)
      const message = feed.counter.number(entry)
      if (message) feed.digests.push(Buffer.from(message.digest, 'hex'))
    }
    const where = `${stored.stream}/${stored.revision}`
    if (event.type === 'yibiao.delivery.recorded.v1') this.#delivery(where, event as RecordedEvent<Delivery>)
    if (event.type === 'yibiao.feed.acknowledged.v1') this.#receipt(where, event)
  }

  /** A delivery must go on where the last one ended and say the digest that the fold gives. */
  #delivery(where: string, event: RecordedEvent<Delivery>): void {
    this.deliveries += 1
    const feed = this.#feed(event.subject)
    const { first, last, digest } = event.data
    if (first !== feed.delivered + 1)
      this.#options.fault(where, `begins at ${first}, the last one ended at ${feed.delivered}`)
    this.#compare(where, feed, last, digest)
    feed.delivered = last
  }

  /** A receipt must not be ahead of what was delivered, nor say another digest. */
  #receipt(where: string, event: RecordedEvent): void {
    this.receipts += 1
    const participant = event.source.slice('/participants/'.length)
    const feed = this.#feed(participant)
    const { sequence, digest } = event.data as { sequence: number; digest: string }
    this.#compare(where, feed, sequence, digest)
  }

  #compare(where: string, feed: Feed, sequence: number, digest: string): void {
    const expected = feed.digests[sequence]
    if (!expected)
      this.#options.fault(where, `speaks of message ${sequence}; the feed has ${feed.digests.length - 1}`)
    else if (expected.toString('hex') !== digest)
      this.#options.fault(where, `another digest at message ${sequence}`)
  }

  #feed(participant: string): Feed {
    const known = this.#feeds.get(participant)
    if (known) return known
    const feed = {
      counter: new FeedCounter(this.#options.history, firstCursor),
      digests: [Buffer.from(firstDigest, 'hex')],
      delivered: 0,
    }
    this.#feeds.set(participant, feed)
    return feed
  }
}
