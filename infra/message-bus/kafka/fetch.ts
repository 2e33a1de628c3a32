import { decodeFetched, readCommitted } from './decode.ts'
import { faultOf } from './faults.ts'
import { type Lane, laneKey } from './lane.ts'
import type { Link } from './link.ts'
import type { Cluster } from './wire.ts'

/**
 * `longPoll` is how long a broker holds a fetch back when there is nothing new: it answers at once when something comes.
 * `shortPoll` applies while lanes that are full could not be asked for: they shall not wait for the others' silence.
 */
export const fetchLimits = {
  longPoll: 250,
  shortPoll: 10,
  bytes: 8 * 1024 * 1024,
  partitionBytes: 1024 * 1024,
  /** Fetched ahead by one consumer in all; then nothing more is asked for. */
  aheadBytes: 32 * 1024 * 1024,
} as const

export interface FetcherParts {
  readonly link: Link
  readonly topics: readonly string[]
  readonly lanes: () => Iterable<Lane>
  readonly onFetched: () => void
  /** The lane's next offset is not there (any more). */
  readonly onOutOfRange: (lane: Lane) => Promise<void>
  readonly onFault: (error: unknown) => void
}

/** Keeps a consumer's lanes filled: one fetch under way for each broker that leads some of them, as long as there is room. */
export class Fetcher {
  readonly #parts: FetcherParts
  readonly #polling = new Set<number>()
  #stopped = false
  #starting = false
  #again = false

  constructor(parts: FetcherParts) {
    this.#parts = parts
  }

  /** To be called whenever there are other lanes or there is more room. */
  kick(): void {
    this.#again = true
    if (this.#starting || this.#stopped) return
    this.#starting = true
    this.#start().finally(() => {
      this.#starting = false
      if (this.#again) this.kick()
    })
  }

  stop(): void {
    this.#stopped = true
  }

  /** Starts polling each broker that leads a lane with room and is not polled yet. */
  async #start(): Promise<void> {
    for (let pause = 20; this.#again && !this.#stopped; ) {
      this.#again = false
      try {
        const cluster = await this.#parts.link.know(this.#parts.topics)
        for (const leader of this.#wanting(cluster).keys()) this.#poll(leader)
        pause = 20
      } catch (error) {
        await this.#fail(error, pause)
        pause = Math.min(pause * 2, 1_000)
        this.#again = true
      }
    }
  }

  /** Lanes with room, by leader. A lane without one keeps the question open. */
  #wanting(cluster: Cluster): Map<number, Lane[]> {
    const lanes = [...this.#parts.lanes()]
    if (lanes.reduce((sum, { bytes }) => sum + bytes, 0) >= fetchLimits.aheadBytes) return new Map()
    return Map.groupBy(
      lanes.filter((lane) => lane.wants),
      (lane) => leaderOf(cluster, lane),
    )
  }

  #poll(leader: number): void {
    if (this.#polling.has(leader)) return
    this.#polling.add(leader)
    this.#pollOn(leader).finally(() => {
      this.#polling.delete(leader)
      // What came up while the last answer was on its way.
      this.kick()
    })
  }

  async #pollOn(leader: number): Promise<void> {
    for (let pause = 20; !this.#stopped; ) {
      try {
        const cluster = await this.#parts.link.know(this.#parts.topics)
        const lanes = this.#wanting(cluster).get(leader)
        if (lanes === undefined) return
        await this.#fetch(cluster, leader, lanes)
        pause = 20
      } catch (error) {
        if (this.#stopped) return
        if (await this.#outOfRange(error)) continue
        await this.#fail(error, pause)
        pause = Math.min(pause * 2, 1_000)
      }
    }
  }

  async #fetch(cluster: Cluster, leader: number, lanes: readonly Lane[]): Promise<void> {
    const broker = await cluster.findBroker({ nodeId: String(leader) })
    const isPartial = [...this.#parts.lanes()].some((lane) => !lane.closed && !lane.halted && !lane.wants)
    const asked = new Map(lanes.map((lane) => [lane.key, { lane, from: lane.fetchFrom }]))
    const { responses } = await broker.fetch({
      isolationLevel: readCommitted,
      maxWaitTime: isPartial ? fetchLimits.shortPoll : fetchLimits.longPoll,
      minBytes: 1,
      maxBytes: fetchLimits.bytes,
      topics: [...Map.groupBy(lanes, ({ topic }) => topic)].map(([topic, own]) => ({
        topic,
        partitions: own.map(({ partition, fetchFrom }) => ({
          partition,
          fetchOffset: String(fetchFrom),
          maxBytes: fetchLimits.partitionBytes,
        })),
      })),
    })
    let fetched = false
    for (const { topicName, partitions } of responses) {
      for (const partition of partitions) {
        const question = asked.get(laneKey(topicName, partition.partition))
        if (question === undefined || question.lane.closed || partition.messages.length === 0) continue
        const { messages, next } = decodeFetched(topicName, question.from, partition)
        question.lane.put(messages, next)
        fetched ||= messages.length > 0
      }
    }
    if (fetched) this.#parts.onFetched()
  }

  async #outOfRange(error: unknown): Promise<boolean> {
    const fault = error as { readonly name?: string; readonly topic?: string; readonly partition?: number }
    if (fault?.name !== 'KafkaJSOffsetOutOfRange') return false
    for (const lane of this.#parts.lanes()) {
      if (lane.topic !== fault.topic || lane.partition !== Number(fault.partition)) continue
      try {
        await this.#parts.onOutOfRange(lane)
      } catch (unknown) {
        await this.#fail(unknown, 200)
      }
    }
    return true
  }

  async #fail(error: unknown, pause: number): Promise<void> {
    if (this.#stopped) return
    // A partition that is being moved is no news; where it is, is asked anew.
    if (faultOf(error)?.type !== 'NOT_LEADER_FOR_PARTITION') this.#parts.onFault(error)
    await this.#parts.link.recover(error)
    await this.#parts.link.pause(pause)
  }
}

function leaderOf(cluster: Cluster, { topic, partition }: Lane): number {
  const found = cluster.findTopicPartitionMetadata(topic).find(({ partitionId }) => partitionId === partition)
  if (found === undefined || found.leader < 0) throw new Error(`${topic}/${partition} has no leader`)
  return found.leader
}
