import type { EventStore, StoredEvent } from '@yibiao/event-store'
import {
  type Delivery,
  deliveriesStream,
  deliveryType,
  type FeedCursor,
  receiptsStream,
} from '@yibiao/projections'
import { decodeEvent, problem } from '@yibiao/schemas'
import type { Feed } from './feed.ts'

const acknowledgedType = 'yibiao.feed.acknowledged.v1'

interface Acknowledged {
  readonly sequence: number
  readonly digest: string
}

/** The text of a fault for a feed that stands still. */
export function restoredFault(what: string): string {
  const { code, detail } = problem('YB_HISTORY_RESTORED', '', { what })
  return `${code}: ${detail}`
}

/**
 * Notices a restored copy of the history: somebody received more of a feed than this history gives, or something else
 * under the same number. Nothing may be sent on such a feed, for its receiver would drop it as known. What was said before
 * the last `history.opened` is of an epoch that has ended and counts no more.
 */
export class RestoredCopies {
  readonly #store: EventStore
  /** Position at which the epoch was opened. */
  #epoch = 0

  constructor(store: EventStore) {
    this.#store = store
  }

  async start(): Promise<void> {
    const [opened] = await this.#store.readStream('history', { direction: 'backwards', limit: 1 })
    this.#epoch = opened?.position ?? 0
  }

  /** Notes a new epoch. False when it is known. */
  opened({ position }: StoredEvent): boolean {
    if (position <= this.#epoch) return false
    this.#epoch = position
    return true
  }

  /** Checks where a feed is to go on, by the head of the store and by the receipts up to there. */
  async checkStart(feed: Feed, cursor: FeedCursor): Promise<void> {
    if (cursor.position > (await this.#store.head()))
      feed.halt(`position ${cursor.position} in ${deliveriesStream(feed.participant)}`)
    const receipt = await this.#lastReceipt(feed.participant, cursor.position)
    if (receipt) this.#check(feed, receipt)
  }

  /** Checks a receipt or a delivery record met on the way; others are none of its business. MUST be called in position order. */
  check(feeds: ReadonlyMap<string, Feed>, stored: StoredEvent): void {
    if (stored.type !== acknowledgedType && stored.type !== deliveryType) return
    const feed = feeds.get(stored.stream.slice(stored.stream.indexOf('-') + 1))
    if (feed) this.#check(feed, stored)
  }

  #check(feed: Feed, stored: StoredEvent): void {
    if (stored.position <= this.#epoch) return
    const what = `${stored.stream}/${stored.revision}`
    if (stored.type === acknowledgedType) {
      const { sequence, digest } = decodeEvent<Acknowledged>(stored).data
      feed.compare(sequence, digest, `message ${sequence} in ${what}`)
    } else {
      const { last, digest } = decodeEvent<Delivery>(stored).data
      feed.compare(last, digest, `message ${last} in ${what}`)
    }
  }

  async #lastReceipt(participant: string, until: number): Promise<StoredEvent | undefined> {
    const stream = receiptsStream(participant)
    for (let from: number | undefined; from === undefined || from > 0; ) {
      const page = await this.#store.readStream(stream, {
        direction: 'backwards',
        limit: 50,
        ...(from === undefined ? {} : { from }),
      })
      const found = page.find((one) => one.type === acknowledgedType && one.position <= until)
      const last = page.at(-1)
      if (found || !last || last.position <= this.#epoch) return found
      from = last.revision - 1
    }
    return undefined
  }
}
