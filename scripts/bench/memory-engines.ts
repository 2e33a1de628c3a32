/** A store and a bus in memory, as little of them as the ledger needs to decide: events come from the decider, nothing waits. */
import type { Append, AppendOutcome, EventStore, EventToAppend, StoredEvent } from '@yibiao/event-store'
import type { BusMessage, ConsumerOptions, MessageBus } from '@yibiao/message-bus'
import type { PreparedMessage } from './workload.ts'

const notHere = (): never => {
  throw new Error('the engines in memory do not do this')
}

/** Streams in memory; `forget` lets go of those that will not be written again. */
export class MemoryStore implements EventStore {
  readonly capabilities = { shared: false, durable: false, chained: false }
  readonly streams = new Map<string, EventToAppend[]>()
  #position = 0

  async append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    return appends.map(({ stream, expectedRevision, events }) => {
      const stored = this.streams.get(stream) ?? []
      if (expectedRevision !== stored.length) return { status: 'conflict', actualRevision: stored.length }
      this.streams.set(stream, stored)
      stored.push(...events)
      this.#position += events.length
      return {
        status: 'appended',
        firstRevision: stored.length - events.length + 1,
        lastRevision: stored.length,
        position: this.#position,
        repeated: false,
      }
    })
  }

  async readStream(stream: string, options: { from?: number; limit?: number; direction?: string } = {}) {
    const stored = this.streams.get(stream) ?? []
    const all = stored.map(
      (event, index): StoredEvent => ({
        ...event,
        data: Buffer.from(event.data),
        stream,
        revision: index + 1,
        position: index + 1,
      }),
    )
    const { from, limit = 1_000 } = options
    if (options.direction === 'backwards') return all.reverse().slice(0, limit)
    return all.slice((from ?? 1) - 1, (from ?? 1) - 1 + limit)
  }

  async head(): Promise<number> {
    return this.#position
  }

  readAll = notHere
  subscribe = notHere
  verify = notHere
  async close(): Promise<void> {}
}

/** Hands messages straight to the one consumer. */
export class MemoryBus implements MessageBus {
  readonly capabilities = { shared: false, durable: false, derivedTopics: false }
  #consumer: ConsumerOptions | undefined
  #offset = 0

  async consume(options: ConsumerOptions) {
    this.#consumer = options
    return { stop: async () => {} }
  }

  /** Resolves when the consumer has taken them. */
  async deliver(messages: readonly PreparedMessage[]): Promise<void> {
    const time = Date.now()
    const batch = messages.map(
      ({ topic, key, value }): BusMessage => ({
        topic,
        partition: 0,
        offset: this.#offset++,
        time,
        key,
        value: Buffer.from(value),
        headers: {},
      }),
    )
    await this.#consumer?.onBatch(batch)
  }

  async provision(): Promise<void> {}
  publish = notHere
  read = notHere
  offsets = notHere
  derive = notHere
  async close(): Promise<void> {}
}
