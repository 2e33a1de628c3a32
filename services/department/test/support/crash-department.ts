import { join } from 'node:path'
import type { MessageBus } from '@yibiao/message-bus'
import { silentLogger } from '@yibiao/telemetry'
import type { Database } from 'better-sqlite3'
import { type Connector, createConnector, openConnectorStore } from '../../index.ts'
import { filing, morning, record } from './setting.ts'

export interface CrashDepartmentOptions {
  /** Called at the end of the handler, before its effects are committed. */
  afterWriting?(sequence: number): Promise<unknown> | undefined
}

/** A department whose handler writes one line of its own, counts and says one thing for every feed message. */
export async function departmentOf(
  folder: string,
  bus: MessageBus,
  { afterWriting }: CrashDepartmentOptions = {},
): Promise<{ readonly connector: Connector<Database>; stop(): Promise<void> }> {
  const store = openConnectorStore({ path: join(folder, 'store.db') })
  // A clock that is ahead at every look, so that a transaction takes few messages and there are many of them.
  let looks = 0
  const clock = { now: () => morning + 10 * looks++ }
  const connector = createConnector({ participant: 'TAX', bus, store, logger: silentLogger(), clock })
  await connector.transact(({ sql }) => {
    sql.exec('CREATE TABLE IF NOT EXISTS own (sequence INTEGER NOT NULL)')
  })
  connector.subscribe(async ({ sequence }, tx) => {
    tx.sql.prepare('INSERT INTO own VALUES (?)').run(sequence)
    tx.put('count', Number((await tx.get('count')) ?? 0) + 1)
    tx.publish({
      id: `said-${sequence}`,
      type: 'yibiao.approval.granted.v1',
      subject: record,
      filing,
      data: { approval: `${filing}/item-${sequence}`, round: 1 },
    })
    await afterWriting?.(sequence)
  })
  await connector.start()
  const stop = async () => {
    await connector.stop()
    await store.close()
  }
  return { connector, stop }
}
