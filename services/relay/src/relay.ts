import type { EventStore, StoredEvent } from '@yibiao/event-store'
import type { MessageBus } from '@yibiao/message-bus'
import {
  FeedCounter,
  type FeedCursor,
  FeedFold,
  type FeedMessage,
  FeedReader,
  type References,
} from '@yibiao/projections'
import { decodeEvent, feedTopic } from '@yibiao/schemas'
import type { Clock, Logger, Metrics } from '@yibiao/telemetry'
import { Deliveries } from './deliveries.ts'
import { FeedTopic, toMessage } from './feed-topic.ts'
import { Replays } from './replay.ts'

/** Least time between two delivery records of one participant, in milliseconds. */
export const defaultNoteInterval = 1_000

export interface RelayOptions {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly references: References
  /** The history's identity; on every message. */
  readonly history: string
  readonly logger: Logger
  readonly clock: Clock
  readonly metrics: Metrics
  readonly noteInterval?: number
}

export interface Relay {
  /** Serves the feeds and goes on from the last delivery records. Resolves when the feeds can be read. */
  start(): Promise<void>
  /** Notes what was published and stops. */
  stop(): Promise<void>
  health(): { readonly since: number; readonly error: string } | undefined
}

/**
 * The relay: folds the history in position order and gives each participant its feed. On a bus that can compute topics
 * the feed is served where it is read; on others it is published. Either way the delivery records say what went out.
 * It keeps no state that the history does not hold, so two relays can only repeat each other.
 */
export const createRelay = (options: RelayOptions): Relay => new FeedRelay(options)

interface Feed {
  counter: FeedCounter
  /** How far the feed is out; the counter may be ahead of it while a batch is being published. */
  published: FeedCursor
  readonly topic: FeedTopic | undefined
}

class FeedRelay implements Relay {
  readonly #options: RelayOptions
  readonly #deliveries: Deliveries
  readonly #replays: Replays
  readonly #feeds = new Map<string, Feed>()
  readonly #stopping = new AbortController()
  #loop: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #noting: Promise<void> = Promise.resolve()
  #fault: { since: number; error: string } | undefined

  constructor(options: RelayOptions) {
    this.#options = options
    this.#deliveries = new Deliveries(options.store, options.clock)
    this.#replays = new Replays({ ...options, deliveries: this.#deliveries })
  }

  async start(): Promise<void> {
    const { references, bus, store, history } = this.#options
    for (const { code, ours } of references.current().participants.byCode.values()) {
      if (ours) continue
      const cursor = await this.#deliveries.load(code)
      const reader = new FeedReader({ store, references, history, participant: code })
      const topic = bus.capabilities.derivedTopics ? new FeedTopic(reader, cursor.sequence) : undefined
      if (topic) bus.derive(feedTopic(code), topic)
      this.#feeds.set(code, { counter: new FeedCounter(history, cursor), published: cursor, topic })
    }
    await this.#replays.resume()
    this.#loop = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#loop
    clearTimeout(this.#timer)
    await this.#noting
    await this.#note(true)
    await this.#replays.idle()
  }

  health() {
    return this.#fault
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      try {
        await this.#follow(signal)
      } catch (error) {
        this.#fault ??= { since: this.#options.clock.now(), error: String(error) }
        this.#options.logger.error({ err: error }, 'relay: failed, going on from what is out')
        for (const feed of this.#feeds.values())
          feed.counter = new FeedCounter(this.#options.history, feed.published)
        await pause(500, signal)
      }
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { store, references } = this.#options
    const fold = new FeedFold({ store, references })
    const after = Math.min(...[...this.#feeds.values()].map(({ published }) => published.position))
    for await (const { events, position } of store.subscribe({ after, signal, batchSize: 500 })) {
      const out = await this.#fold(fold, events)
      await this.#publish(out)
      for (const feed of this.#feeds.values()) {
        feed.counter.advance(position)
        feed.published = feed.counter.cursor
      }
      this.#schedule()
      this.#fault = undefined
    }
  }

  async #fold(fold: FeedFold, events: readonly StoredEvent[]): Promise<Map<string, FeedMessage[]>> {
    const out = new Map<string, FeedMessage[]>()
    for (const stored of events) {
      if (stored.type === 'yibiao.operation.requested.v1') this.#replays.take(decodeEvent(stored))
      for (const entry of await fold.fold(stored)) {
        const message = this.#feeds.get(entry.participant)?.counter.number(entry)
        if (!message) continue
        const messages = out.get(entry.participant)
        if (messages) messages.push(message)
        else out.set(entry.participant, [message])
      }
    }
    return out
  }

  async #publish(out: ReadonlyMap<string, readonly FeedMessage[]>): Promise<void> {
    const counted = this.#options.metrics.counter('yibiao_relay_messages_total')
    const publishing: Promise<unknown>[] = []
    for (const [participant, messages] of out) {
      const topic = this.#feeds.get(participant)?.topic
      if (topic) topic.push(messages)
      else
        publishing.push(
          this.#options.bus.publish(
            messages.map((one) => ({ ...toMessage(one), topic: feedTopic(participant) })),
          ),
        )
      counted.add({ participant }, messages.length)
    }
    await Promise.all(publishing)
  }

  /** Notes at once what may be noted, the rest when its second is over. */
  #schedule(): void {
    if (this.#timer) return
    this.#noting = this.#noting.then(() => this.#note(false))
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#noting = this.#noting.then(() => this.#note(false))
    }, this.#interval)
  }

  get #interval(): number {
    return this.#options.noteInterval ?? defaultNoteInterval
  }

  async #note(all: boolean): Promise<void> {
    const now = this.#options.clock.now()
    const matrixVersion = this.#options.references.current().matrix.version
    const published = [...this.#feeds]
      .filter(([code]) => all || this.#deliveries.dueAt(code, this.#interval) <= now)
      .map(([participant, feed]) => ({ participant, cursor: feed.published, matrixVersion }))
    try {
      await this.#deliveries.note(published)
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'relay: deliveries not noted yet')
    }
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
