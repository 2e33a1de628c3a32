import { join } from 'node:path'
import type { Database } from '@yibiao/database'
import { openSqliteDatabase } from '@yibiao/database/sqlite'
import type { EventStore } from '@yibiao/event-store'
import { openSqliteEventStore } from '@yibiao/event-store/sqlite'
import { type HistoryIdentity, openHistory } from '@yibiao/ledger'
import type { MessageBus } from '@yibiao/message-bus'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import type { References } from '@yibiao/projections'
import { inboundTopic, replayTopic, shippedReference } from '@yibiao/schemas'
import { createMetrics, type Metrics, silentLogger, systemClock } from '@yibiao/telemetry'

/** Partitions of every inbound topic, as the exchange makes them. */
export const inboundPartitions = 8

/** The embedded engines in a folder, opened as the exchange opens them, with the product's own settings. */
export interface System {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly database: Database
  readonly identity: HistoryIdentity
  readonly references: References
  readonly metrics: Metrics
  readonly topics: readonly string[]
  readonly files: { readonly store: string; readonly bus: string; readonly database: string }
  close(): Promise<void>
}

export async function openSystem(folder: string): Promise<System> {
  const files = {
    store: join(folder, 'history.db'),
    bus: join(folder, 'bus'),
    database: join(folder, 'views.db'),
  }
  const logger = silentLogger()
  const store = await openSqliteEventStore({ path: files.store, logger })
  const bus = await openEmbeddedBus({ path: files.bus, logger })
  const database = await openSqliteDatabase({ path: files.database })
  const reference = shippedReference()
  const { identity, references } = await openHistory({
    store,
    clock: systemClock,
    reference,
    mode: 'sandbox',
    division: '220200',
  })
  const { byCode } = references.current().participants
  await bus.provision(
    [...byCode.values()].flatMap(({ code, ours }) => [
      { name: inboundTopic(code), partitions: inboundPartitions },
      ...(ours ? [] : [{ name: replayTopic(code), partitions: 1 }]),
    ]),
  )
  return {
    store,
    bus,
    database,
    identity,
    references,
    metrics: createMetrics(),
    topics: [...byCode.keys()].map(inboundTopic),
    files,
    async close() {
      await bus.close()
      await database.close()
      await store.close()
    },
  }
}

/** The value of one series of the metrics, 0 when it has not been touched. */
export async function metric(metrics: Metrics, series: string): Promise<number> {
  const line = (await metrics.text()).split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? 0 : Number(line.slice(series.length + 1))
}
