import { randomUUID } from 'node:crypto'
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises'
import type { BusMessage, Consumer, ConsumerOptions } from '../message-bus.ts'
import { consumerDefaults } from '../usage.ts'
import type { TopicPartition } from './assignment.ts'
import { Rotation } from './batch.ts'
import { coded } from './faults.ts'
import { Lane } from './lane.ts'
import type { Offsets, PartitionOffset } from './offsets.ts'
import type { BusLogger } from './options.ts'
import type { Roster } from './roster.ts'
import { keyOf, Share } from './share.ts'
import type { TopicSource } from './source.ts'
import { Wake } from './wake.ts'

export interface ConsumerParts {
  readonly options: ConsumerOptions
  /** One for each of the options' topics. */
  readonly sources: readonly TopicSource[]
  readonly offsets: Offsets
  readonly roster: Roster
  readonly lockPrefix: string
  readonly logger: BusLogger
  readonly onStopped: () => void
}

/**
 * One consumer of a group: takes up and gives up partitions, fills batches from those it holds, and commits behind
 * each batch. Everything happens in one loop, a batch at a time; a fault of the engine is reported and tried again.
 */
export class EmbeddedConsumer implements Consumer {
  readonly #parts: ConsumerParts
  readonly #sources: ReadonlyMap<string, TopicSource>
  readonly #share: Share
  readonly #rotation = new Rotation()
  readonly #lanes = new Map<string, Lane>()
  /** Gained, but not yet looked up where the group stands. */
  readonly #gained = new Map<string, TopicPartition>()
  readonly #wake = new Wake()
  readonly #stopping = new AbortController()
  #done: Promise<void> = Promise.resolve()

  constructor(parts: ConsumerParts) {
    this.#parts = parts
    this.#sources = new Map(parts.sources.map((source) => [source.name, source]))
    this.#share = new Share({
      member: { id: randomUUID(), group: parts.options.group, topics: parts.options.topics },
      roster: parts.roster,
      lockPrefix: parts.lockPrefix,
      partitionsOf: (topic) => this.#sources.get(topic)!.partitions,
      onGained: (gained) => {
        this.#gained.set(keyOf(gained), gained)
        this.#wake.notify()
      },
      onLost: (lost) => this.#giveUp(lost),
    })
  }

  /** Resolves when the consumer is in its group. */
  async start(): Promise<void> {
    const joined = this.#share.join()
    this.#done = joined.then(
      () => this.#run(),
      () => this.#parts.onStopped(),
    )
    await joined
  }

  stop(): Promise<void> {
    this.#stopping.abort()
    this.#wake.notify()
    return this.#done
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#share.pin()
      const worked = await this.#work()
      this.#share.unpin()
      // A handler that never waits would otherwise keep timers and sockets waiting for ever.
      if (worked) await nextTurn()
      else if (!this.#stopped) await this.#wake.wait()
    }
    this.#share.leave()
    this.#parts.onStopped()
  }

  /** Delivers one batch. False when nothing waits. */
  async #work(): Promise<boolean> {
    let tryAgain = false
    const onFault = (error: unknown) => {
      this.#report(error)
      // A partition with an expired offset stands still for good; any other fault may pass.
      if (coded(error).code !== 'YB_BUS_OFFSET_EXPIRED') tryAgain = true
    }
    if (this.#gained.size > 0) await this.#takeUp(onFault)
    const batch = await this.#rotation.fill({ size: this.#batchSize, onFault })
    if (batch.length > 0) await this.#deliver(batch)
    else if (tryAgain) await this.#pause()
    return batch.length > 0 || tryAgain
  }

  /** Begins with the partitions gained: where the group's commit says, or at the earliest message. */
  async #takeUp(onFault: (error: unknown) => void): Promise<void> {
    const { offsets, options } = this.#parts
    const known: PartitionOffset[] = []
    const fresh: PartitionOffset[] = []
    for (const { topic, partition } of this.#gained.values()) {
      try {
        const committed = offsets.committed(options.group, topic, partition)
        if (committed !== undefined) known.push({ topic, partition, offset: committed })
        else {
          const { earliest } = await this.#sources.get(topic)!.bounds(partition)
          fresh.push({ topic, partition, offset: earliest })
        }
      } catch (error) {
        onFault(error)
      }
    }
    for (const start of known) this.#begin(start)
    try {
      // A new group's start is committed too, so that what expires before its first batch is not skipped silently.
      offsets.commit(options.group, fresh)
      for (const start of fresh) this.#begin(start)
    } catch (error) {
      onFault(error)
    }
  }

  #begin({ topic, partition, offset }: PartitionOffset): void {
    const key = keyOf({ topic, partition })
    const lane = new Lane({
      source: this.#sources.get(topic)!,
      partition,
      position: offset,
      group: this.#parts.options.group,
      onMore: () => this.#wake.notify(),
    })
    this.#gained.delete(key)
    this.#lanes.set(key, lane)
    this.#rotation.add(lane)
  }

  #giveUp(lost: TopicPartition): void {
    const key = keyOf(lost)
    this.#gained.delete(key)
    const lane = this.#lanes.get(key)
    if (lane === undefined) return
    lane.close()
    this.#lanes.delete(key)
    this.#rotation.remove(lane)
    try {
      this.#parts.offsets.flush()
    } catch (error) {
      this.#report(error)
    }
  }

  /** Delivers until the handler accepts, less the partitions that went to another consumer after a refusal. */
  async #deliver(batch: readonly BusMessage[]): Promise<void> {
    let messages = batch
    while (messages.length > 0) {
      this.#share.pin()
      try {
        await this.#parts.options.onBatch(messages)
        return await this.#commit(messages)
      } catch (error) {
        this.#report(error)
      }
      this.#share.unpin()
      await this.#pause()
      if (this.#stopped) return
      messages = messages.filter((message) => this.#lanes.has(keyOf(message)))
    }
  }

  /** Tries until it is done: the handler's work is, so delivering the batch again would serve nobody. */
  async #commit(messages: readonly BusMessage[]): Promise<void> {
    const ends: PartitionOffset[] = []
    for (const end of endsOf(messages)) {
      if (this.#sources.get(end.topic)!.isDerived) this.#parts.offsets.putOff(this.#parts.options.group, end)
      else ends.push(end)
    }
    for (;;) {
      try {
        this.#parts.offsets.commit(this.#parts.options.group, ends)
        return
      } catch (error) {
        this.#report(error)
      }
      if (this.#stopped) return
      await this.#pause()
    }
  }

  async #pause(): Promise<void> {
    const { retryDelay = consumerDefaults.retryDelay } = this.#parts.options
    // Rejects only when the consumer stops, and then there is nothing to wait for.
    await delay(retryDelay, undefined, { signal: this.#stopping.signal }).catch(() => {})
  }

  #report(error: unknown): void {
    const { options, logger } = this.#parts
    const fields = { err: error, group: options.group }
    try {
      if (options.onError !== undefined) options.onError(error)
      else logger.error(fields, 'a consumer met a fault and goes on')
    } catch (fault) {
      logger.error({ ...fields, err: fault }, 'a consumer could not report a fault')
    }
  }

  get #batchSize(): number {
    return this.#parts.options.batchSize ?? consumerDefaults.batchSize
  }
}

/** Behind the last message of each partition. */
function endsOf(messages: readonly BusMessage[]): Iterable<PartitionOffset> {
  const ends = new Map<string, PartitionOffset>()
  for (const [index, { topic, partition, offset }] of messages.entries()) {
    const next = messages[index + 1]
    // Of neighbours of one partition the last counts.
    if (next?.topic === topic && next.partition === partition) continue
    ends.set(keyOf({ topic, partition }), { topic, partition, offset: offset + 1 })
  }
  return ends.values()
}
