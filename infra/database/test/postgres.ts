import { randomUUID } from 'node:crypto'
import { openPostgresDatabase, type PostgresDatabaseOptions } from '@yibiao/database/postgres'
import { postgresForTest, type TestWithTeardown } from '@yibiao/engines/postgres'
import type { Database } from '../index.ts'

/** A PostgreSQL database for one test file, or the reason why there is none. */
export async function serverForTest(
  t: TestWithTeardown,
): Promise<{ readonly url: string; readonly skip: string | false }> {
  const found = await postgresForTest(t)
  return found.skip === undefined ? { url: found.url, skip: false } : { url: '', skip: found.skip }
}

/** A schema name that no other test has used. */
export const newSchema = (): string => `views_${randomUUID().replaceAll('-', '').slice(0, 20)}`

/** A read database in a schema of its own, closed with the test. */
export async function openForTest(t: TestWithTeardown, options: PostgresDatabaseOptions): Promise<Database> {
  const database = await openPostgresDatabase({ schema: newSchema(), ...options })
  t.teardown(() => database.close())
  return database
}
