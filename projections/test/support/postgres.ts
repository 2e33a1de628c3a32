import { randomUUID } from 'node:crypto'
import type { Database } from '@yibiao/database'
import { openPostgresDatabase } from '@yibiao/database/postgres'
import { postgresForTest, type TestWithTeardown } from '@yibiao/engines/postgres'
import type { EventStore } from '@yibiao/event-store'
import { openPostgresEventStore } from '@yibiao/event-store/postgres'

/** A PostgreSQL database for one test file, or the reason why there is none. */
export async function serverForTest(
  t: TestWithTeardown,
): Promise<{ readonly url: string; readonly skip: string | false }> {
  const found = await postgresForTest(t)
  return found.skip === undefined ? { url: found.url, skip: false } : { url: '', skip: found.skip }
}

export interface BothOnPostgres {
  readonly store: EventStore
  readonly database: Database
  /** Opens the read database once more, as another process would. */
  another(): Promise<Database>
}

/** A history and a read database on PostgreSQL, each in a schema of its own. */
export async function openBothOnPostgres(t: TestWithTeardown, url: string): Promise<BothOnPostgres> {
  const name = randomUUID().replaceAll('-', '').slice(0, 20)
  const opened: { close(): Promise<void> }[] = []
  t.teardown(async () => {
    for (const one of opened.reverse()) await one.close()
  })
  const another = async () => {
    const database = await openPostgresDatabase({ url, schema: `views_${name}`, readers: 4 })
    opened.push(database)
    return database
  }
  const store = await openPostgresEventStore({ url, schema: `history_${name}`, readers: 2 })
  opened.push(store)
  return { store, database: await another(), another }
}
