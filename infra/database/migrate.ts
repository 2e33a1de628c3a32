import type { Kysely } from 'kysely'
import { DatabaseError } from './errors.ts'
import { type Migration, migrations } from './migrations/index.ts'

/**
 * Brings a database up to date; the caller holds a transaction open, so that it happens whole or not at all. Throws
 * `YB_DATABASE_NEWER` when it has a migration that this version does not know.
 */
export async function migrateDatabase(
  database: Kysely<never>,
  known: readonly Migration[] = migrations,
): Promise<void> {
  const connection = database as unknown as Kysely<{ migrations: { number: number; name: string } }>
  await connection.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute()
  const applied = await connection.selectFrom('migrations').select('number').orderBy('number').execute()
  const last = applied.at(-1)?.number ?? 0
  if (last > known.length) {
    const text = `the database has migration ${last}; this version knows ${known.length}. Upgrade Yibiao.`
    throw new DatabaseError('YB_DATABASE_NEWER', text)
  }
  for (const migration of known.slice(last)) {
    await migration.migrate(connection as unknown as Kysely<unknown>)
    await connection
      .insertInto('migrations')
      .values({ number: migration.number, name: migration.name })
      .execute()
  }
}
