import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EventStore, StoredEvent, SubscriptionBatch } from '@yibiao/event-store'
import type { MessageBus } from '@yibiao/message-bus'
import { FeedFold, type References } from '@yibiao/projections'
import type { Clock, Logger, Metrics } from '@yibiao/telemetry'
import { Deliveries } from './deliveries.ts'
import { Feeds } from './feeds.ts'
import { Noter } from './noter.ts'
import { Replays } from './replay.ts'
import { RestoredCopies, restoredFault } from './restored.ts'
import { backoff, pause, type Scheduler, systemScheduler } from './scheduler.ts'
import { defaultLease, Standby } from './standby.ts'

/** Least time between two delivery records of one participant, in milliseconds. */
export const defaultNoteInterval = 1_000
/** Events read at once. */
export const defaultBatchSize = 200
/** Milliseconds of folding after which others get their turn, whatever is left of a batch. */
const sliceMilliseconds = 3

export interface RelayOptions {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly references: References
  /** The history's identity; on every message. */
  readonly history: string
  readonly logger: Logger
  readonly clock: Clock
  readonly metrics: Metrics
  /** Milliseconds. Minimum 1, default `defaultNoteInterval`. */
  readonly noteInterval?: number
  /** Events a batch. Minimum 1, at most 10,000, default `defaultBatchSize`. */
  readonly batchSize?: number
  /** Tells this relay from others at work on the same history; letters and digits. Default: random. */
  readonly instance?: string
  /** Milliseconds without a delivery record after which another relay's feed is taken over. Default `defaultLease`. */
  readonly lease?: number
  /** Default: timers that do not keep the process alive. */
  readonly scheduler?: Scheduler
}

export interface Relay {
  /**
   * Serves the feeds and goes on from the last delivery records. A feed that is served where it is read answers as soon as
   * the history has been folded up to its head.
   */
  start(): Promise<void>
  /** Notes what was published and stops. May be repeated. */
  stop(): Promise<void>
  /** Undefined while well; else what is wrong and since when. `YB_HISTORY_RESTORED` names a feed that stands still. */
  health(): { readonly since: number; readonly error: string } | undefined
}

/**
 * The relay: folds the history in position order and gives each participant its feed. On a bus that can compute topics
 * the feed is served where it is read; on others it is published. Either way the delivery records say what went out.
 * It keeps no state that the history does not hold, so two relays can only repeat each other.
 */
export const createRelay = (options: RelayOptions): Relay => new FeedRelay(options)

class FeedRelay implements Relay {
  readonly #options: RelayOptions
  readonly #scheduler: Scheduler
  readonly #deliveries: Deliveries
  readonly #replays: Replays
  readonly #restored: RestoredCopies
  readonly #feeds: Feeds
  readonly #noter: Noter
  readonly #standby: Standby
  readonly #stopping = new AbortController()
  #loop: Promise<void> = Promise.resolve()
  #stopped: Promise<void> | undefined
  #fault: string | undefined
  #unwellSince: number | undefined
  /** A new epoch was met and what stands still has not been let go yet. */
  #isNewEpoch = false

  constructor(options: RelayOptions) {
    const { scheduler = systemScheduler, store, references, clock, logger } = options
    this.#options = options
    this.#scheduler = scheduler
    const instance = options.instance ?? randomUUID().slice(0, 8)
    this.#deliveries = new Deliveries({ store, references, clock, instance })
    this.#restored = new RestoredCopies(store)
    this.#replays = new Replays({ ...options, scheduler, deliveries: this.#deliveries })
    this.#feeds = new Feeds({
      ...options,
      scheduler,
      deliveries: this.#deliveries,
      restored: this.#restored,
      onSent: () => this.#noter.moved(),
    })
    this.#standby = new Standby({
      deliveries: this.#deliveries,
      clock,
      scheduler,
      logger,
      lease: options.lease ?? defaultLease,
      feed: (participant) => this.#feeds.sent(participant),
    })
    this.#noter = new Noter({
      deliveries: this.#deliveries,
      clock,
      scheduler,
      interval: options.noteInterval ?? defaultNoteInterval,
      published: () => {
        const { participants } = this.#standby
        return this.#feeds.published().filter(({ participant }) => !participants.has(participant))
      },
      onFault: (error) => logger.warn({ err: error }, 'relay: deliveries not noted yet'),
      onOthers: (participants) => this.#standby.lost(participants),
    })
  }

  async start(): Promise<void> {
    await this.#restored.start()
    await this.#feeds.open(this.#options.references.current())
    await this.#replays.resume()
    this.#loop = this.#run()
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop(): Promise<void> {
    this.#stopping.abort()
    // What is being sent is out or not before it is noted; and the loop may be waiting for room.
    await this.#feeds.stop()
    await this.#loop
    await this.#replays.stop()
    await this.#standby.stop()
    await this.#noter.stop()
  }

  health() {
    const halted = this.#feeds.halted()
    const error =
      this.#fault ??
      (halted === undefined ? undefined : restoredFault(halted)) ??
      this.#feeds.fault() ??
      this.#noter.fault ??
      this.#replays.fault
    this.#unwellSince = error === undefined ? undefined : (this.#unwellSince ?? this.#options.clock.now())
    return error === undefined || this.#unwellSince === undefined
      ? undefined
      : { since: this.#unwellSince, error }
  }

  /** Follows the history; after a fault from what is out, with a pause that grows while it lasts. */
  async #run(): Promise<void> {
    const { signal } = this.#stopping
    for (let attempt = 1; !signal.aborted; attempt += 1)
      try {
        const wentOn = await this.#follow(() => {
          attempt = 0
          this.#fault = undefined
        })
        if (!wentOn && !signal.aborted) throw new Error('the subscription to the history ended')
      } catch (error) {
        this.#fault = error instanceof Error ? error.message : String(error)
        this.#unwellSince ??= this.#options.clock.now()
        this.#options.logger.error({ err: error }, 'relay: failed, going on from what is out')
        this.#feeds.takeBack()
        await pause(backoff(attempt), this.#scheduler, signal)
      }
  }

  /** Ends with true when the history is to be followed anew: a feed came in or goes on that is behind the others. */
  async #follow(onBatch: () => void): Promise<boolean> {
    const { store, references, batchSize = defaultBatchSize } = this.#options
    const { signal } = this.#stopping
    const fold = new FeedFold({ store, references })
    const after = this.#feeds.position
    // Under a steady load nobody ever stands at the end: who has come so far has caught up.
    const head = await store.head()
    for await (const batch of store.subscribe({ after, signal, batchSize })) {
      const anew = await this.#take(fold, batch, head)
      onBatch()
      if (anew) return true
      await this.#feeds.room()
      await nextTurn()
    }
    return false
  }

  /** Returns whether the history is to be followed anew. */
  async #take(fold: FeedFold, batch: SubscriptionBatch, head: number): Promise<boolean> {
    const { events, position } = batch
    let began = performance.now()
    for (const stored of events) {
      await this.#fold(fold, stored)
      if (performance.now() - began < sliceMilliseconds || stored.position === position) continue
      // A long history must not keep everybody else waiting, and what is there is handed over meanwhile.
      this.#feeds.handOver(stored.position, stored.position >= head)
      await nextTurn()
      began = performance.now()
    }
    this.#feeds.handOver(position, batch.caughtUp || position >= head)
    this.#noter.moved()
    const cameIn = this.#feeds.bringIn()
    const goesOn = this.#isNewEpoch && this.#feeds.resume()
    this.#isNewEpoch = false
    return cameIn || goesOn
  }

  async #fold(fold: FeedFold, stored: StoredEvent): Promise<void> {
    const entries = await fold.fold(stored)
    if (stored.stream === 'participants')
      await this.#feeds.prepare(stored, this.#options.references.at(stored.position))
    this.#feeds.number(entries)
    this.#feeds.considered(stored)
    this.#restored.check(this.#feeds.all, stored)
    if (stored.stream === 'operations') this.#replays.take(stored)
    if (stored.stream === 'history' && this.#restored.opened(stored)) this.#isNewEpoch = true
  }
}
