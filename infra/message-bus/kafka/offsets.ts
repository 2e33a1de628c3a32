import type { TopicOffsets } from '../message-bus.ts'
import { coordinatorOf } from './coordinator.ts'
import { laneKey } from './lane.ts'
import type { Link } from './link.ts'
import type { Broker, Cluster, GroupMember } from './wire.ts'

export interface Place {
  readonly topic: string
  readonly partition: number
}

export interface PlaceOffset extends Place {
  readonly offset: number
}

export interface Bounds {
  readonly earliest: number
  readonly latest: number
}

/** Where partitions begin and end, and where groups stand on them. Throws coded errors, but for `commit`. */
export class Offsets {
  readonly #link: Link
  readonly #coordinators = new WeakMap<Cluster, Map<string, Broker>>()

  constructor(link: Link) {
    this.#link = link
  }

  /** By `laneKey`. */
  async bounds(places: readonly Place[]): Promise<ReadonlyMap<string, Bounds>> {
    const topics = [...Map.groupBy(places, ({ topic }) => topic)].map(([topic, own]) => ({
      topic,
      partitions: own.map(({ partition }) => ({ partition })),
    }))
    return await this.#link.attempt('looking up offsets', async () => {
      const cluster = await this.#link.know(topics.map(({ topic }) => topic))
      const ask = async (fromBeginning: boolean) => {
        const found = await cluster.fetchTopicsOffset(topics.map((topic) => ({ ...topic, fromBeginning })))
        return found.flatMap(({ topic, partitions }) =>
          partitions.map(({ partition, offset }) => [laneKey(topic, partition), Number(offset)] as const),
        )
      }
      const [earliest, latest] = [new Map(await ask(true)), await ask(false)]
      const bounds = latest.map(
        ([key, end]) => [key, { earliest: earliest.get(key) ?? 0, latest: end }] as const,
      )
      if (bounds.length < places.length) throw new Error('the brokers did not tell all offsets')
      return new Map(bounds)
    })
  }

  /** Where a group stands, by `laneKey`; nothing for what it has not committed. */
  async committed(group: string, places: readonly Place[]): Promise<ReadonlyMap<string, number>> {
    const topics = [...Map.groupBy(places, ({ topic }) => topic)].map(([topic, own]) => ({
      topic,
      partitions: own.map(({ partition }) => ({ partition })),
    }))
    return await this.#link.attempt(`looking up where group "${group}" stands`, async (cluster) => {
      const { responses } = await this.#ask(cluster, group, (broker) =>
        broker.offsetFetch({ groupId: group, topics }),
      )
      const found = responses.flatMap(({ topic, partitions }) =>
        partitions.map(({ partition, offset }) => [laneKey(topic, partition), Number(offset)] as const),
      )
      return new Map(found.filter(([, offset]) => offset >= 0))
    })
  }

  async standing(group: string, places: readonly Place[]): Promise<TopicOffsets[]> {
    if (places.length === 0) return []
    const committed = await this.committed(group, places)
    const bounds = await this.bounds(places)
    return places.map(({ topic, partition }) => {
      const key = laneKey(topic, partition)
      const { earliest, latest } = bounds.get(key) as Bounds
      return { topic, partition, earliest, latest, committed: committed.get(key) ?? 0 }
    })
  }

  /** One try, signed by a member of the group. Throws the protocol's own errors. */
  async commit(member: GroupMember, ends: readonly PlaceOffset[]): Promise<void> {
    if (ends.length === 0) return
    const topics = [...Map.groupBy(ends, ({ topic }) => topic)].map(([topic, own]) => ({
      topic,
      partitions: own.map(({ partition, offset }) => ({ partition, offset: String(offset) })),
    }))
    const cluster = await this.#link.cluster()
    await this.#ask(cluster, member.groupId, (broker) => broker.offsetCommit({ ...member, topics }))
  }

  async recover(error: unknown): Promise<void> {
    await this.#link.recover(error)
  }

  /** Asks the group's coordinator, which is looked up once and again after every fault. */
  async #ask<T>(cluster: Cluster, group: string, work: (broker: Broker) => Promise<T>): Promise<T> {
    const known = this.#coordinators.get(cluster) ?? new Map<string, Broker>()
    this.#coordinators.set(cluster, known)
    const coordinator = known.get(group) ?? (await coordinatorOf(cluster, group))
    known.set(group, coordinator)
    try {
      return await work(coordinator)
    } catch (error) {
      known.delete(group)
      throw error
    }
  }
}
