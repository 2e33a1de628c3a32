import { coded, faultOf, passes } from './faults.ts'
import type { Link } from './link.ts'
import type { Part } from './outgoing.ts'
import { toWire } from './outgoing.ts'
import type { Broker, Cluster, ProducedPartition } from './wire.ts'

interface Identity {
  readonly producerId: string
  readonly producerEpoch: number
  /** The next sequence number of each partition. */
  readonly sequences: Map<string, number>
}

/** After these the brokers do not know this producer's place any more; it needs a new identity. */
const lostPlace: ReadonlySet<string> = new Set([
  'OUT_OF_ORDER_SEQUENCE_NUMBER',
  'UNKNOWN_PRODUCER_ID',
  'INVALID_PRODUCER_EPOCH',
  'INVALID_PRODUCER_ID_MAPPING',
])

const sequenceRange = 2 ** 31

export type PartOutcome =
  | { readonly part: Part; readonly produced: ProducedPartition }
  | { readonly part: Part; readonly error: unknown }

/**
 * Kafka's idempotent producer over kafkajs's protocol layer: acks of all in-sync replicas, a sequence number for each
 * partition, one request a broker at a time. kafkajs's own producer is not used: after a send whose outcome it never
 * learned it gives the same sequence numbers to other messages, which the broker then drops as repetitions.
 */
export class IdempotentProducer {
  readonly #link: Link
  readonly #timeout: number
  #identity: Identity | undefined

  constructor(link: Link, timeout: number) {
    this.#link = link
    this.#timeout = timeout
  }

  /**
   * Sends the parts, at most one for each partition, and tries again while the faults pass and time is left. MUST NOT be
   * called while another call is under way. Never rejects.
   */
  async send(parts: readonly Part[]): Promise<PartOutcome[]> {
    const deadline = performance.now() + this.#timeout
    const late = setTimeout(() => this.#link.reset(), this.#timeout)
    const outcomes: PartOutcome[] = []
    let open = parts
    for (let pause = 20; open.length > 0; pause = Math.min(pause * 2, 500)) {
      const round = await this.#round(open)
      const again: PartOutcome[] = []
      for (const outcome of round) {
        const retries = 'error' in outcome && (passes(outcome.error) || this.#isLost(outcome.error))
        if (retries) again.push(outcome)
        else outcomes.push(outcome)
      }
      open = again.map(({ part }) => part)
      if (again.length === 0) break
      const error = (again[0] as { readonly error: unknown }).error
      if (this.#link.closed || performance.now() + pause >= deadline) {
        // Whether these were appended is not known, so their sequence numbers may not be given to others.
        this.#identity = undefined
        this.#link.reset()
        outcomes.push(...again)
        break
      }
      if (again.some((outcome) => 'error' in outcome && this.#isLost(outcome.error)))
        this.#identity = undefined
      else await this.#link.recover(error)
      await this.#link.pause(pause)
    }
    clearTimeout(late)
    return outcomes
  }

  async #round(parts: readonly Part[]): Promise<PartOutcome[]> {
    let byLeader: Map<number, Part[]>
    let cluster: Cluster
    let identity: Identity
    try {
      cluster = await this.#link.know([...new Set(parts.map(({ topic }) => topic))])
      byLeader = leadersOf(cluster, parts)
      identity = this.#identity ?? (await this.#newIdentity(cluster))
    } catch (error) {
      return parts.map((part) => ({ part, error }))
    }
    const rounds = [...byLeader].map(async ([nodeId, own]) => {
      try {
        const broker = await cluster.findBroker({ nodeId: String(nodeId) })
        return await this.#toLeader(broker, identity, own)
      } catch (error) {
        return own.map((part) => ({ part, error }))
      }
    })
    return (await Promise.all(rounds)).flat()
  }

  /** kafkajs tells one error for the whole answer, so what is not clear is asked again part by part. */
  async #toLeader(broker: Broker, identity: Identity, parts: readonly Part[]): Promise<PartOutcome[]> {
    try {
      return await this.#produce(broker, identity, parts)
    } catch (error) {
      if (parts.length === 1 || passes(error)) return parts.map((part) => ({ part, error }))
    }
    const outcomes: PartOutcome[] = []
    for (const part of parts) {
      try {
        // The same sequence numbers: what the broker appended at first it only confirms.
        outcomes.push(...(await this.#produce(broker, identity, [part])))
      } catch (error) {
        outcomes.push({ part, error })
      }
    }
    return outcomes
  }

  async #produce(broker: Broker, identity: Identity, parts: readonly Part[]): Promise<PartOutcome[]> {
    const { producerId, producerEpoch, sequences } = identity
    const topics = Map.groupBy(parts, ({ topic }) => topic)
    const topicData = [...topics].map(([topic, own]) => ({
      topic,
      partitions: own.map(({ partition, outgoing }) => ({
        partition,
        firstSequence: sequences.get(`${partition}:${topic}`) ?? 0,
        messages: outgoing.map(toWire),
      })),
    }))
    const request = { acks: -1, timeout: this.#timeout, producerId, producerEpoch, topicData } as const
    const answer = await broker.produce(request)
    const produced = new Map<string, ProducedPartition>()
    for (const { topicName, partitions } of answer.topics) {
      for (const each of partitions) produced.set(`${each.partition}:${topicName}`, each)
    }
    return parts.map((part) => {
      const key = `${part.partition}:${part.topic}`
      const found = produced.get(key)
      if (found === undefined)
        return { part, error: new Error(`no answer for ${part.topic}/${part.partition}`) }
      sequences.set(key, ((sequences.get(key) ?? 0) + part.outgoing.length) % sequenceRange)
      return { part, produced: found }
    })
  }

  async #newIdentity(cluster: Cluster): Promise<Identity> {
    const broker = await cluster.findControllerBroker()
    const { producerId, producerEpoch } = await broker.initProducerId({ transactionTimeout: 60_000 })
    this.#identity = { producerId, producerEpoch, sequences: new Map() }
    return this.#identity
  }

  #isLost(error: unknown): boolean {
    return lostPlace.has(faultOf(error)?.type ?? '')
  }
}

function leadersOf(cluster: Cluster, parts: readonly Part[]): Map<number, Part[]> {
  return Map.groupBy(parts, ({ topic, partition }) => {
    const found = cluster
      .findTopicPartitionMetadata(topic)
      .find(({ partitionId }) => partitionId === partition)
    if (found === undefined || found.leader < 0) throw new Error(`${topic}/${partition} has no leader`)
    return found.leader
  })
}

export function publishFault(error: unknown, { topic, partition }: Part) {
  return coded(error, `publishing to ${topic}/${partition}`)
}
