import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedBus } from '@yibiao/message-bus/embedded'
import { filingIdOf, recordIdOf } from '@yibiao/schemas'
import { silentLogger } from '@yibiao/telemetry'
import type { Database } from 'better-sqlite3'
import type { Test } from 'tap'
import {
  type Connector,
  type ConnectorOptions,
  createConnector,
  openConnectorStore,
  type Scheduler,
  systemScheduler,
} from '../../index.ts'
import { ExchangeSide } from './exchange.ts'

/** 2026-09-30 09:00 in Asia/Shanghai. */
export const morning = Date.parse('2026-09-30T01:00:00Z')

export const clock = { now: () => morning }

export const record = recordIdOf('test', 'one')
export const filing = filingIdOf('test', 'one')

/** Waits a fiftieth of what it is asked for: so a test of what comes after a wait does not take that long. */
export const hasty: Scheduler = { after: (ms, work) => systemScheduler.after(ms / 50, work) }

/** An event that means something to nobody, for tests of the feed alone. */
export const note = (reason: string, subject = record) => ({
  type: 'yibiao.record.changed.v1',
  subject,
  data: { reason },
})

export function folderOf(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'yibiao-department-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Setting {
  readonly folder: string
  readonly exchange: ExchangeSide
  /** A connector over a store of the folder; stopped and closed at the end of the test. */
  connector(
    options?: Partial<ConnectorOptions<Database>> & { readonly database?: string },
  ): Connector<Database>
}

/** A bus, the exchange's side of one participant, and connectors for it. */
export async function settingOf(t: Test, participant = 'TAX'): Promise<Setting> {
  const folder = folderOf(t)
  const bus = await openEmbeddedBus({ path: join(folder, 'bus') })
  t.teardown(() => bus.close())
  const exchange = new ExchangeSide(bus, participant)
  await exchange.start()
  t.teardown(() => exchange.stop())
  return {
    folder,
    exchange,
    connector: ({ database = 'store.db', ...options } = {}) => {
      const store = openConnectorStore({ path: join(folder, database) })
      const connector = createConnector({
        participant,
        bus,
        store,
        logger: silentLogger(),
        clock,
        scheduler: hasty,
        retry: { first: 5, longest: 20 },
        ...options,
      })
      t.teardown(async () => {
        await connector.stop()
        await store.close()
      })
      return connector
    },
  }
}
