import type { FeedCursor } from '@yibiao/projections'
import type { Clock, Logger } from '@yibiao/telemetry'
import type { Deliveries } from './deliveries.ts'
import type { Scheduler } from './scheduler.ts'
import type { SentFeed } from './sent-feed.ts'

/** Milliseconds for which the relay that sends a feed may note nothing of what is to go out, before another takes over. */
export const defaultLease = 5_000
/** Milliseconds between two looks at the feeds that others send. */
const lookEvery = 1_000

export interface StandbyOptions {
  readonly deliveries: Deliveries
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly logger: Logger
  readonly lease: number
  /** The feed of a participant, where it is copied to a topic. */
  feed(participant: string): SentFeed | undefined
}

/** What was seen of a feed that another relay sends. */
interface Watched {
  sequence: number
  /** Since when nothing more was noted though there was something to send; undefined while there was not. */
  lagging: number | undefined
}

/**
 * Which of several relays sends a feed: the one that notes its deliveries. Whoever finds that another has noted more stands by:
 * he folds along and sends nothing. When a relay notes nothing for a lease of what should be out on one feed, he takes over
 * all that it sends, each from its last record. Correctness does not rest on it, for two that send can only repeat each
 * other; it saves the repetition.
 */
export class Standby {
  readonly #options: StandbyOptions
  readonly #watched = new Map<string, Watched>()
  #cancel: (() => void) | undefined
  #stopped = false
  #looking: Promise<void> = Promise.resolve()

  constructor(options: StandbyOptions) {
    this.#options = options
  }

  /** Participants whose feeds another relay sends. */
  get participants(): ReadonlySet<string> {
    return new Set(this.#watched.keys())
  }

  /** Another relay has noted deliveries on these feeds. */
  lost(participants: readonly string[]): void {
    for (const participant of participants) {
      const feed = this.#options.feed(participant)
      if (feed === undefined || this.#watched.has(participant)) continue
      feed.standBy()
      this.#watched.set(participant, { sequence: -1, lagging: undefined })
      this.#options.logger.info({ participant }, 'relay: another relay sends this feed; standing by')
    }
    this.#lookLater()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancel?.()
    await this.#looking
  }

  #lookLater(): void {
    if (this.#stopped || this.#cancel !== undefined || this.#watched.size === 0) return
    this.#cancel = this.#options.scheduler.after(lookEvery, () => {
      this.#looking = this.#look().finally(() => {
        this.#cancel = undefined
        this.#lookLater()
      })
    })
  }

  async #look(): Promise<void> {
    const { deliveries, clock, logger, lease, feed: feedOf } = this.#options
    /** Where the feeds of each relay stand by its records. */
    const sentBy = new Map<string, [participant: string, noted: FeedCursor][]>()
    const lapsed = new Set<string>()
    for (const [participant, watched] of this.#watched) {
      const feed = feedOf(participant)
      if (feed === undefined || this.#stopped) continue
      try {
        const noted = await deliveries.load(participant)
        const sender = deliveries.senderOf(participant)
        sentBy.set(sender, [...(sentBy.get(sender) ?? []), [participant, noted]])
        const behind = feed.taken.sequence > noted.sequence
        if (!behind || noted.sequence > watched.sequence) watched.lagging = undefined
        watched.sequence = noted.sequence
        if (!behind) continue
        watched.lagging ??= clock.now()
        if (clock.now() - watched.lagging >= lease) lapsed.add(sender)
      } catch (error) {
        logger.warn({ err: error, participant }, 'relay: cannot see whether a feed is being sent')
      }
    }
    // All of its feeds: otherwise a filing that goes from one department to the next would wait for a lease at each.
    for (const sender of lapsed)
      for (const [participant, noted] of sentBy.get(sender) ?? []) {
        this.#watched.delete(participant)
        feedOf(participant)?.takeOver(noted)
        logger.warn({ participant, sequence: noted.sequence }, 'relay: takes over a feed that nobody sent')
      }
  }
}
