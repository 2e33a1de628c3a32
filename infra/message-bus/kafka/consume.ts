import { offsetExpired } from '../errors.ts'
import type { BusMessage, Consumer, ConsumerOptions } from '../message-bus.ts'
import { consumerDefaults } from '../usage.ts'
import type { Assignment } from './assignment.ts'
import { Rotation } from './batch.ts'
import { Commits } from './commits.ts'
import { coded, isOutdated } from './faults.ts'
import { Fetcher } from './fetch.ts'
import { Lane, laneKey } from './lane.ts'
import { Link } from './link.ts'
import { type Held, Membership } from './membership.ts'
import type { Bounds, Offsets, Place } from './offsets.ts'
import type { Settings } from './options.ts'
import { reporter } from './report.ts'
import { Wake } from './wake.ts'

export interface ConsumerParts {
  readonly options: ConsumerOptions
  readonly partitionsOf: (topic: string) => Promise<number>
  /** On connections that no long poll and no join holds up. */
  readonly offsets: Offsets
  readonly settings: Settings
  readonly onStopped: () => void
}

/**
 * One consumer of a group: takes up and gives up partitions, fills batches from those it holds, and commits behind
 * them. One loop delivers, a batch at a time; the place in the group, fetching ahead and commits go on beside it. kafkajs's
 * own consumer is not used: it delivers single partitions, leaves its group in long batches, skips what has expired and
 * may stop without a word.
 */
export class KafkaConsumer implements Consumer {
  readonly #parts: ConsumerParts
  readonly #link: Link
  readonly #membership: Membership
  readonly #fetcher: Fetcher
  readonly #commits: Commits
  readonly #report: (error: unknown) => void
  readonly #rotation = new Rotation()
  readonly #lanes = new Map<string, Lane>()
  /** Assigned, but not yet looked up where the group stands. */
  readonly #gained = new Map<string, Place>()
  /** Those of the batch under way. */
  #pinned: ReadonlySet<Lane> = new Set()
  readonly #wake = new Wake()
  readonly #stopping = new AbortController()
  #done: Promise<void> | undefined

  constructor(parts: ConsumerParts) {
    this.#parts = parts
    const { options, settings, offsets, partitionsOf } = parts
    const { group, topics } = options
    this.#link = new Link(settings)
    this.#report = reporter(options, settings.logger)
    const onFault = (error: unknown) => this.#report(coded(error, `consuming as group "${group}"`))
    this.#membership = new Membership({
      group,
      topics,
      link: this.#link,
      settings,
      partitionsOf,
      held: () => this.#held(),
      onAssigned: (assignment) => this.#assigned(assignment),
      onLost: (error) => this.#lost(error),
      onFault,
    })
    this.#fetcher = new Fetcher({
      link: this.#link,
      topics,
      lanes: () => this.#lanes.values(),
      onFetched: () => this.#wake.notify(),
      onOutOfRange: (lane) => this.#checkRange(lane),
      onFault,
    })
    this.#commits = new Commits({
      offsets,
      membership: this.#membership,
      retryDelay: this.#retryDelay,
      patience: settings.timeout,
      stopping: this.#stopping.signal,
      onCommitted: () => this.#release(),
      report: this.#report,
    })
  }

  /** Resolves when the consumer is in its group. */
  async start(): Promise<void> {
    const joined = this.#membership.start()
    this.#done = joined.then(() => this.#run())
    await joined
  }

  stop(): Promise<void> {
    this.#stopping.abort()
    this.#wake.notify()
    // One that is not in its group yet does not wait for that.
    if (this.#membership.member === undefined) void this.#membership.leave()
    return this.#done ?? Promise.resolve()
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      if (this.#gained.size > 0) await this.#takeUp()
      await this.#commits.well()
      const batch = this.#rotation.fill(this.#parts.options.batchSize ?? consumerDefaults.batchSize)
      if (batch.length > 0) {
        this.#fetcher.kick()
        await this.#deliver(batch)
      } else if (this.#gained.size === 0) await this.#wake.wait()
    }
    this.#fetcher.stop()
    await this.#commits.settled()
    await this.#membership.leave()
    this.#link.close()
    this.#parts.onStopped()
  }

  /** Delivers until the handler accepts, less the partitions that went to another consumer after a refusal. */
  async #deliver(batch: readonly BusMessage[]): Promise<void> {
    const laneOf = new Map(this.#lanes)
    let messages = batch
    while (messages.length > 0) {
      this.#pinned = new Set(messages.map((message) => laneOf.get(keyOf(message)) as Lane))
      let isAccepted = false
      try {
        await this.#parts.options.onBatch(messages)
        isAccepted = true
      } catch (error) {
        this.#report(error)
      }
      if (isAccepted) this.#commits.accept(messages, laneOf)
      this.#pinned = new Set()
      this.#release()
      if (isAccepted) return
      await this.#commits.pause(this.#retryDelay)
      if (this.#stopping.signal.aborted) return
      messages = messages.filter((message) => laneOf.get(keyOf(message))?.closed === false)
    }
  }

  /** Begins with the partitions gained: where the group's commit says, or at the earliest message. */
  async #takeUp(): Promise<void> {
    const places = [...this.#gained.values()]
    const { options, offsets } = this.#parts
    try {
      const committed = await offsets.committed(options.group, places)
      const bounds = await offsets.bounds(places)
      const fresh = places
        .filter((place) => !committed.has(keyOf(place)))
        .map((place) => ({ ...place, offset: bounds.get(keyOf(place))?.earliest ?? 0 }))
      // A new group's start is committed too, so that what expires before its first batch is not skipped silently.
      const { member } = this.#membership
      if (fresh.length > 0 && member !== undefined) await offsets.commit(member, fresh)
      for (const place of places) {
        const key = keyOf(place)
        const start = committed.get(key) ?? bounds.get(key)?.earliest ?? 0
        if (this.#gained.get(key) === place) this.#begin(place, start, bounds.get(key) as Bounds)
      }
    } catch (error) {
      if (isOutdated(error)) await this.#commits.pause(20)
      else {
        this.#report(coded(error, 'taking up partitions'))
        await offsets.recover(error)
        await this.#commits.pause(this.#retryDelay)
      }
    }
    this.#rotation.set(this.#lanes.values())
    this.#fetcher.kick()
  }

  #begin({ topic, partition }: Place, start: number, bounds: Bounds): void {
    const lane = new Lane(topic, partition, start)
    this.#gained.delete(lane.key)
    this.#lanes.set(lane.key, lane)
    if (start < bounds.earliest || start > bounds.latest) this.#halt(lane, bounds)
  }

  #halt(lane: Lane, { earliest, latest }: Bounds): void {
    lane.halted = true
    const { topic, partition, fetchFrom: committed } = lane
    const { group } = this.#parts.options
    this.#report(offsetExpired({ group, topic, partition, committed, earliest, latest }))
  }

  async #checkRange(lane: Lane): Promise<void> {
    const bounds = (await this.#parts.offsets.bounds([lane])).get(lane.key) as Bounds
    const isGone = lane.fetchFrom < bounds.earliest || lane.fetchFrom > bounds.latest
    if (isGone && !lane.closed && !lane.halted) this.#halt(lane, bounds)
  }

  get #retryDelay(): number {
    return this.#parts.options.retryDelay ?? consumerDefaults.retryDelay
  }

  #held(): Held {
    const held = [...this.#lanes.values(), ...this.#gained.values()]
    const byTopic = [...Map.groupBy(held, ({ topic }) => topic)]
    return {
      owned: Object.fromEntries(
        byTopic.map(([topic, own]) => [topic, own.map(({ partition }) => partition)]),
      ),
      busy: [...new Set([...this.#pinned].map(({ partition }) => partition))],
    }
  }

  #assigned(assignment: Assignment): void {
    const assigned = new Map(
      Object.entries(assignment).flatMap(([topic, partitions]) =>
        partitions.map((partition) => [laneKey(topic, partition), { topic, partition }] as const),
      ),
    )
    for (const lane of this.#lanes.values()) lane.leaving = !assigned.has(lane.key)
    let hasGivenUp = false
    for (const key of [...this.#gained.keys()]) {
      if (!assigned.has(key)) hasGivenUp = this.#gained.delete(key)
    }
    for (const [key, place] of assigned) {
      if (!this.#lanes.has(key) && !this.#gained.has(key)) this.#gained.set(key, place)
    }
    this.#release(hasGivenUp)
    this.#wake.notify()
  }

  /** Gives up what is to be given up, not in the batch under way and committed; another round then gives it to others. */
  #release(hasGivenUp = false): void {
    let released = hasGivenUp
    for (const lane of this.#lanes.values()) {
      if (!lane.leaving || this.#pinned.has(lane) || this.#commits.owes(lane)) continue
      lane.close()
      this.#lanes.delete(lane.key)
      released = true
    }
    if (!released) return
    this.#rotation.set(this.#lanes.values())
    this.#membership.rejoin()
  }

  /** The batch under way goes on, but its commit will be refused: its messages come again, here or elsewhere. */
  #lost(error: unknown): void {
    for (const lane of this.#lanes.values()) lane.close()
    this.#lanes.clear()
    this.#gained.clear()
    this.#rotation.set([])
    this.#report(coded(error, `group "${this.#parts.options.group}" went on without this consumer`))
  }
}

function keyOf({ topic, partition }: Place): string {
  return laneKey(topic, partition)
}
