import type Database from 'better-sqlite3'
import { BusError } from '../errors.ts'
import type { MessageToPublish, PublishReceipt } from '../message-bus.ts'
import { partitionOf } from '../partitioner.ts'
import { coded } from './faults.ts'
import type { LaneReader } from './read.ts'
import { laneSize } from './schema.ts'
import type { StoredTopic } from './topics.ts'

/** A group commit takes no further call once it holds this many messages or bytes; the rest is the next one's. */
export const groupCommitLimits = { messages: 10_000, bytes: 16 * 1024 * 1024 } as const

/** A message on its way, with all that could be refused already settled. */
interface Outgoing {
  readonly lane: number
  readonly partition: number
  readonly key: string
  readonly headers: string | null
  readonly value: Buffer
}

interface Call {
  readonly messages: readonly Outgoing[]
  readonly bytes: number
  readonly resolve: (receipts: readonly PublishReceipt[]) => void
  readonly reject: (error: BusError) => void
}

export interface PublisherParts {
  readonly database: Database.Database
  readonly reader: LaneReader
  readonly clock: () => number
  /** Told of the lanes of every commit, after it. */
  readonly onAppended: (lanes: readonly number[]) => void
}

/**
 * Publishes with one group commit: calls made in the same turn of the event loop, or while a commit keeps the thread
 * busy, share a transaction and so one fsync. Calls are appended in the order they were made. Each succeeds whole or
 * leaves nothing behind. Values are not copied: they MUST NOT change before the call resolves.
 */
export class Publisher {
  readonly #parts: PublisherParts
  readonly #insert: Database.Statement<[number, number, string, string | null, Buffer]>
  readonly #append: (calls: readonly Call[]) => Appended
  #queue: Call[] = []
  #turn: NodeJS.Immediate | undefined

  constructor(parts: PublisherParts) {
    this.#parts = parts
    this.#insert = parts.database.prepare(
      'INSERT INTO messages (slot, time, key, headers, value) VALUES (?, ?, ?, ?, ?)',
    )
    this.#append = parts.database.transaction((calls: readonly Call[]) => this.#insertAll(calls)).immediate
  }

  /** `topics[i]` is the topic of `messages[i]`. Resolves when all are on disk. */
  publish(
    messages: readonly MessageToPublish[],
    topics: readonly StoredTopic[],
  ): Promise<readonly PublishReceipt[]> {
    const outgoing = messages.map((message, at) => prepare(message, topics[at]!))
    const bytes = outgoing.reduce((sum, { value }) => sum + value.byteLength, 0)
    return new Promise((resolve, reject) => {
      this.#queue.push({ messages: outgoing, bytes, resolve, reject })
      this.#turn ??= setImmediate(() => this.#commitGroup())
    })
  }

  /** Commits what is waiting, at once. */
  drain(): void {
    while (this.#queue.length > 0) this.#commitGroup()
  }

  #commitGroup(): void {
    clearImmediate(this.#turn)
    const group = this.#takeGroup()
    this.#turn = this.#queue.length > 0 ? setImmediate(() => this.#commitGroup()) : undefined
    this.#commit(group)
  }

  #takeGroup(): Call[] {
    let messages = 0
    let bytes = 0
    let taken = 0
    for (const call of this.#queue) {
      if (taken > 0 && messages + call.messages.length > groupCommitLimits.messages) break
      if (taken > 0 && bytes + call.bytes > groupCommitLimits.bytes) break
      messages += call.messages.length
      bytes += call.bytes
      taken += 1
    }
    return this.#queue.splice(0, taken)
  }

  #commit(calls: readonly Call[]): void {
    let appended: Appended
    try {
      appended = this.#append(calls)
    } catch (error) {
      const fault = coded(error)
      // A large call must not take small ones down that still have room. A full disk leaves no doubt that nothing
      // was stored; after any other fault the outcome is unknown, and trying again could publish twice.
      if (fault.code === 'YB_BUS_FULL' && calls.length > 1) for (const call of calls) this.#commit([call])
      else for (const call of calls) call.reject(fault)
      return
    }
    calls.forEach((call, at) => {
      call.resolve(appended.receipts[at]!)
    })
    this.#parts.onAppended(appended.lanes)
  }

  #insertAll(calls: readonly Call[]): Appended {
    const now = Math.trunc(this.#parts.clock())
    const heads = new Map<number, { latest: number; time: number }>()
    const receipts = calls.map(({ messages }) =>
      messages.map(({ lane, partition, key, headers, value }) => {
        let head = heads.get(lane)
        if (head === undefined) {
          const { latest, time } = this.#parts.reader.head(lane)
          // The clock may have been set back since; a lane's time may not.
          head = { latest, time: Math.max(now, time) }
          heads.set(lane, head)
        }
        const offset = head.latest++
        if (offset >= laneSize)
          throw new BusError('YB_BUS_FULL', `the partition has had all its ${laneSize} offsets`)
        this.#insert.run(lane * laneSize + offset, head.time, key, headers, value)
        return { partition, offset, time: head.time }
      }),
    )
    return { receipts, lanes: [...heads.keys()] }
  }
}

interface Appended {
  readonly receipts: readonly (readonly PublishReceipt[])[]
  readonly lanes: readonly number[]
}

function prepare({ key, value, headers }: MessageToPublish, topic: StoredTopic): Outgoing {
  const partition = partitionOf(key, topic.partitions)
  const text = headers === undefined ? '{}' : JSON.stringify(headers)
  return {
    lane: topic.firstLane + partition,
    partition,
    key,
    headers: text === '{}' ? null : text,
    value: Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  }
}
