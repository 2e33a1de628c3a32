import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventStore, StoredEvent } from '@yibiao/event-store'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import type { MessageBus } from '@yibiao/message-bus'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import type { References } from '@yibiao/projections'
import {
  decodeEvent,
  inboundTopic,
  type Message,
  type RecordedEvent,
  shippedReference,
} from '@yibiao/schemas'
import { type Clock, createMetrics, type Logger, type Metrics, silentLogger } from '@yibiao/telemetry'
import { createLedger, type Ledger, openHistory } from '../index.ts'

/** A ledger on the real embedded engines, in a folder of its own. */
export interface Laboratory {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly references: References
  readonly clock: { time: number } & Clock
  ledger(store?: EventStore): Promise<Ledger>
  /** What its ledgers have counted. */
  readonly metrics: Metrics
  publish(participant: string, ...messages: readonly (Message | string | Buffer)[]): Promise<void>
  /** Resolves with the events of a stream once there are so many. */
  stream(name: string, count: number): Promise<RecordedEvent[]>
  /** Resolves when the ledger has taken everything. */
  settled(): Promise<void>
  all(): Promise<StoredEvent[]>
  close(): Promise<void>
}

export async function laboratory(): Promise<Laboratory> {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-ledger-'))
  const store = await openSqliteEventStore({ path: join(folder, 'history.db') })
  const bus = await openEmbeddedBus({ path: join(folder, 'bus') })
  const clock = { time: Date.now(), now: () => clock.time }
  const reference = shippedReference()
  const { references } = await openHistory({ store, clock, reference, mode: 'sandbox', division: '220200' })
  const codes = [...references.current().participants.byCode.keys()]
  await bus.provision(codes.map((code) => ({ name: inboundTopic(code), partitions: 4 })))
  const ledgers: Ledger[] = []
  const metrics = createMetrics()

  const all = async () => {
    const events: StoredEvent[] = []
    for (;;) {
      const page = await store.readAll({ after: events.at(-1)?.position ?? 0 })
      events.push(...page)
      if (page.length === 0) return events
    }
  }
  const settled = async () => {
    const topics = codes.map(inboundTopic)
    for (;;) {
      const offsets = await bus.offsets('ledger', topics)
      if (offsets.every(({ committed, latest }) => committed >= latest)) return
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return {
    store,
    bus,
    references,
    clock,
    all,
    settled,
    metrics,
    async ledger(other = store) {
      const logger: Logger = silentLogger()
      const ledger = createLedger({
        store: other,
        bus,
        references,
        logger,
        clock,
        metrics,
        mode: 'sandbox',
        registry: '2202',
      })
      await ledger.start()
      ledgers.push(ledger)
      return ledger
    },
    async publish(participant, ...messages) {
      await bus.publish(
        messages.map((one) => {
          const value = Buffer.isBuffer(one)
            ? one
            : Buffer.from(typeof one === 'string' ? one : JSON.stringify(one))
          const key = typeof one === 'string' || Buffer.isBuffer(one) ? participant : one.subject
          return { topic: inboundTopic(participant), key, value }
        }),
      )
    },
    async stream(name, count) {
      for await (const { events } of store.subscribe({ after: 0 })) {
        if (!events.some((one) => one.stream === name)) continue
        const found = await store.readStream(name)
        if (found.length >= count) return found.map((one) => decodeEvent(one))
      }
      throw new Error('the subscription ended')
    },
    async close() {
      for (const ledger of ledgers) await ledger.stop()
      await bus.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
