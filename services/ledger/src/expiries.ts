import { isDeepStrictEqual } from 'node:util'
import type { EventStore } from '@yibiao/event-store'
import type { OffsetExpiry } from '@yibiao/message-bus'
import { decodeEvent, eventIdOf, exchangeSource } from '@yibiao/schemas'
import type { Clock } from '@yibiao/telemetry'
import { encoded, instant } from './recording.ts'

const expiredType = 'yibiao.inbound.expired.v1'

/** What a partition that stands still says of itself. */
export interface Standstill {
  readonly since: number
  readonly error: string
}

/**
 * Partitions whose messages expired on the bus before the ledger took them. Nothing is skipped: they stand still, that is
 * on record with both offsets, and the ledger is not well until an operator has set the group's offset and started it anew.
 */
export class Expiries {
  readonly #store: EventStore
  readonly #clock: Clock
  readonly #standing = new Map<string, Standstill>()

  constructor(store: EventStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** The first partition that stands still, if any. */
  get first(): Standstill | undefined {
    return this.#standing.values().next().value
  }

  /** Puts it on record, once for each pair of offsets, by whichever ledger. */
  async note(expiry: OffsetExpiry, error: string): Promise<void> {
    const { topic, partition, committed, earliest, latest } = expiry
    const stream = `inbound-${topic}-${partition}`
    if (!this.#standing.has(stream)) this.#standing.set(stream, { since: this.#clock.now(), error })
    const data = { topic, partition, committed, earliest, latest }
    const [last] = await this.#store.readStream(stream, { direction: 'backwards', limit: 1 })
    if (last !== undefined && isDeepStrictEqual(decodeEvent(last).data, data)) return
    const revision = last?.revision ?? 0
    const recordedtime = instant(this.#clock.now())
    const { append } = encoded({
      specversion: '1.0',
      id: eventIdOf('/inbound', stream, revision),
      source: exchangeSource,
      type: expiredType,
      subject: topic.slice(topic.lastIndexOf('.') + 1),
      time: recordedtime,
      authtype: 'system',
      authid: 'exchange',
      recordedtime,
      data,
    })
    // A conflict means that another ledger has just noted it.
    await this.#store.append([{ stream, expectedRevision: revision, events: [append] }])
  }
}
