import type { BusMessage } from '../message-bus.ts'
import { decodeFetched, readCommitted } from './decode.ts'
import { fetchLimits } from './fetch.ts'
import { laneKey } from './lane.ts'
import type { Link } from './link.ts'
import type { Bounds, Offsets } from './offsets.ts'
import type { FetchedPartition } from './wire.ts'

export interface ReadRequest {
  readonly topic: string
  readonly partition: number
  readonly from: number
  readonly limit: number
}

/** A read ends behind the message with which it passes this many bytes of values, however many were asked for. */
export const maxReadBytes = 32 * 1024 * 1024

/**
 * Reads partitions without any group: plain fetches that do not wait. One at a time, because a broker answers the fetches
 * of one connection in turn anyway.
 */
export class Reader {
  readonly #link: Link
  readonly #offsets: Offsets
  #last: Promise<unknown> = Promise.resolve()

  constructor(link: Link, offsets: Offsets) {
    this.#link = link
    this.#offsets = offsets
  }

  /** Begins with the earliest message kept where `from` is before it. */
  async read(request: ReadRequest): Promise<readonly BusMessage[]> {
    const turn = this.#last.then(() => this.#read(request))
    this.#last = turn.catch(() => {})
    return await turn
  }

  async #read({ topic, partition, from, limit }: ReadRequest): Promise<readonly BusMessage[]> {
    const messages: BusMessage[] = []
    let bytes = 0
    let position = from
    while (messages.length < limit && bytes < maxReadBytes) {
      const fetched = await this.#fetch(topic, partition, position)
      if (fetched === undefined) {
        const bounds = (await this.#offsets.bounds([{ topic, partition }])).get(
          laneKey(topic, partition),
        ) as Bounds
        if (position >= bounds.earliest) break
        position = bounds.earliest
        continue
      }
      if (fetched.messages.length === 0) break
      const { messages: more, next } = decodeFetched(topic, position, fetched)
      for (const message of more.slice(0, limit - messages.length)) {
        messages.push(message)
        bytes += message.value.byteLength
      }
      if (next === position || next >= Number(fetched.highWatermark)) break
      position = next
    }
    return messages
  }

  /** Undefined where the offset is not there. */
  async #fetch(topic: string, partition: number, from: number): Promise<FetchedPartition | undefined> {
    return await this.#link.attempt(`reading ${topic}/${partition}`, async () => {
      const cluster = await this.#link.know([topic])
      const leader = cluster
        .findTopicPartitionMetadata(topic)
        .find(({ partitionId }) => partitionId === partition)
      if (leader === undefined || leader.leader < 0) throw new Error(`${topic}/${partition} has no leader`)
      const broker = await cluster.findBroker({ nodeId: String(leader.leader) })
      try {
        const { responses } = await broker.fetch({
          isolationLevel: readCommitted,
          maxWaitTime: 0,
          minBytes: 0,
          maxBytes: fetchLimits.bytes,
          topics: [
            {
              topic,
              partitions: [{ partition, fetchOffset: String(from), maxBytes: fetchLimits.partitionBytes }],
            },
          ],
        })
        const found = responses[0]?.partitions[0]
        if (found === undefined) throw new Error(`no answer for ${topic}/${partition}`)
        return found
      } catch (error) {
        if ((error as Error).name === 'KafkaJSOffsetOutOfRange') return undefined
        throw error
      }
    })
  }
}
