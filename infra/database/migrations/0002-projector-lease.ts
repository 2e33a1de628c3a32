import type { Kysely } from 'kysely'

/** Who keeps the read database up: one row, of whoever holds the lease. */
export async function migrate(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('projector_lease')
    .addColumn('one', 'integer', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('beat', 'bigint', (column) => column.notNull())
    .execute()
  const rows = database as unknown as Kysely<{
    projector_lease: { one: number; holder: string; beat: number }
  }>
  await rows.insertInto('projector_lease').values({ one: 1, holder: '', beat: 0 }).execute()
}
