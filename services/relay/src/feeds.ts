import { type EventStore, readRevisions, type StoredEvent } from '@yibiao/event-store'
import type { MessageBus } from '@yibiao/message-bus'
import {
  deliveryType,
  type FeedCursor,
  type FeedEntry,
  FeedReader,
  hasFeed,
  type References,
  type ReferencesInForce,
} from '@yibiao/projections'
import { feedTopic, replayTopic } from '@yibiao/schemas'
import type { Logger, Metrics } from '@yibiao/telemetry'
import type { Deliveries, Published } from './deliveries.ts'
import { Feed } from './feed.ts'
import { FeedTopic } from './feed-topic.ts'
import type { Outlet } from './outlet.ts'
import type { RestoredCopies } from './restored.ts'
import type { Scheduler } from './scheduler.ts'
import { SentFeed } from './sent-feed.ts'

export interface FeedsOptions {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly references: References
  readonly history: string
  readonly logger: Logger
  readonly metrics: Metrics
  readonly scheduler: Scheduler
  readonly deliveries: Deliveries
  readonly restored: RestoredCopies
  /** More is out on some feed. */
  onSent(): void
}

/** Everybody's feeds, each at its own place. */
export class Feeds {
  readonly #options: FeedsOptions
  readonly #feeds = new Map<string, Feed>()
  readonly #coming: Feed[] = []
  /** Events considered and handed over, and those since. */
  #considered = 0
  #passing = 0

  constructor(options: FeedsOptions) {
    this.#options = options
  }

  get all(): ReadonlyMap<string, Feed> {
    return this.#feeds
  }

  /** Everything up to this position is with the outlet of every feed that does not stand still. */
  get position(): number {
    const feeds = [...this.#feeds.values()]
    const going = feeds.filter((feed) => feed.halted === undefined)
    const positions = (going.length === 0 ? feeds : going).map((feed) => feed.position)
    return positions.length === 0 ? 0 : Math.min(...positions)
  }

  /** Opens everybody's feed where the delivery records say it stands. */
  async open(inForce: ReferencesInForce): Promise<void> {
    for (const participant of this.#missing(inForce))
      this.#feeds.set(
        participant,
        await this.#make(participant, await this.#options.deliveries.load(participant)),
      )
  }

  /**
   * Prepares the feeds of those whom a publication of participants brings; `bringIn` opens them. Who was known before may
   * have had messages before it went, so its feed goes on where it was; nobody else can have had any.
   */
  async prepare(stored: StoredEvent, inForce: ReferencesInForce): Promise<void> {
    const missing = this.#missing(inForce)
    if (missing.length === 0) return
    const known = await this.#knownBefore(stored)
    for (const participant of missing) {
      await this.#provision(participant)
      const cursor = await this.#options.deliveries.load(participant)
      const position = known.has(participant) ? cursor.position : Math.max(cursor.position, stored.position)
      this.#coming.push(await this.#make(participant, { ...cursor, position }))
    }
  }

  /** Opens what was prepared. MUST be called between two batches; true means that the history is to be followed anew. */
  bringIn(): boolean {
    const coming = this.#coming.splice(0)
    for (const feed of coming) this.#feeds.set(feed.participant, feed)
    return coming.length > 0
  }

  number(entries: readonly FeedEntry[]): void {
    for (const entry of entries) this.#feeds.get(entry.participant)?.number(entry)
  }

  /** Counts an event. The relay's own records do not count, or a quiet feed's would follow from one another. */
  considered({ type }: StoredEvent): void {
    if (type !== deliveryType) this.#passing += 1
  }

  /** Hands over what was numbered of a batch that ends at a position. */
  handOver(position: number, caughtUp: boolean): void {
    const counter = this.#options.metrics.counter('yibiao_relay_messages_total')
    const gauge = this.#options.metrics.gauge('yibiao_relay_position')
    this.#considered += this.#passing
    this.#passing = 0
    for (const feed of this.#feeds.values()) {
      const { participant, outlet } = feed
      const messages = feed.handOver(position)
      if (messages > 0 && outlet instanceof FeedTopic) counter.add({ participant }, messages)
      if (caughtUp) outlet.caughtUp()
      gauge.set({ participant }, outlet.published.position)
    }
  }

  /** After a fault: what was numbered and not handed over is forgotten. */
  takeBack(): void {
    this.#passing = 0
    for (const feed of this.#feeds.values()) feed.takeBack()
  }

  /**
   * Lets feeds go on that stood still. MUST be called between two batches; true means that there were any, and that the
   * history is to be followed anew.
   */
  resume(): boolean {
    const standing = [...this.#feeds.values()].filter((feed) => feed.halted !== undefined)
    for (const feed of standing) feed.resume()
    return standing.length > 0
  }

  async room(): Promise<void> {
    await Promise.all([...this.#feeds.values()].map(({ outlet }) => outlet.room()))
  }

  published(): readonly Published[] {
    const considered = this.#considered
    return [...this.#feeds.values()].map(({ participant, outlet }) => ({
      participant,
      cursor: outlet.published,
      considered,
    }))
  }

  /** What the first feed that stands still has seen of another history. */
  halted(): string | undefined {
    for (const { halted } of this.#feeds.values()) if (halted !== undefined) return halted
    return undefined
  }

  fault(): string | undefined {
    for (const { outlet } of this.#feeds.values()) if (outlet.fault !== undefined) return outlet.fault
    return undefined
  }

  /** The feed of a participant, where it is copied to a topic. */
  sent(participant: string): SentFeed | undefined {
    const outlet = this.#feeds.get(participant)?.outlet
    return outlet instanceof SentFeed ? outlet : undefined
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#feeds.values(), ...this.#coming].map(({ outlet }) => outlet.stop()))
  }

  #missing(inForce: ReferencesInForce): readonly string[] {
    return [...inForce.participants.byCode.keys()].filter(
      (participant) =>
        hasFeed(inForce, participant) &&
        !this.#feeds.has(participant) &&
        !this.#coming.some((feed) => feed.participant === participant),
    )
  }

  async #make(participant: string, cursor: FeedCursor): Promise<Feed> {
    const { restored, history, bus } = this.#options
    const outlet = this.#outlet(participant, cursor)
    const feed = new Feed({ participant, history, cursor, outlet })
    await restored.checkStart(feed, cursor)
    if (outlet instanceof FeedTopic) bus.derive(feedTopic(participant), outlet)
    return feed
  }

  /** Everybody whom an earlier publication named. */
  async #knownBefore(stored: StoredEvent): Promise<ReadonlySet<string>> {
    const { store, references } = this.#options
    const known = new Set<string>()
    for (const { position } of await readRevisions(store, stored.stream, 1, stored.revision - 1))
      for (const code of references.at(position).participants.byCode.keys()) known.add(code)
    return known
  }

  #outlet(participant: string, cursor: FeedCursor): Outlet {
    const { store, references, history, bus, logger, metrics, scheduler, onSent } = this.#options
    const reader = new FeedReader({ store, references, history, participant })
    if (bus.capabilities.derivedTopics) return new FeedTopic(reader, cursor)
    const counter = metrics.counter('yibiao_relay_messages_total')
    const options = {
      bus,
      topic: feedTopic(participant),
      reader,
      scheduler,
      onFault: (error: unknown) =>
        logger.error({ err: error, participant }, 'relay: a feed cannot be sent; it is tried again'),
      onSent: (messages: number) => {
        counter.add({ participant }, messages)
        onSent()
      },
    }
    return new SentFeed(options, cursor)
  }

  async #provision(participant: string): Promise<void> {
    const { bus } = this.#options
    const topics = [replayTopic(participant)]
    if (!bus.capabilities.derivedTopics) topics.push(feedTopic(participant))
    await bus.provision(topics.map((name) => ({ name, partitions: 1 })))
  }
}
