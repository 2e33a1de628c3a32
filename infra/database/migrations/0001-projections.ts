import { type Kysely, sql } from 'kysely'

/** Registry of builds and progress of jobs. */
export async function migrate(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('projection_builds')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('build', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('history', 'text', (column) => column.notNull())
    .addColumn('digest', 'text')
    .addColumn('digest_position', 'bigint')
    .addPrimaryKeyConstraint('projection_builds_key', ['name', 'build'])
    .execute()
  // The engine itself keeps a projection from having two live copies.
  await database.schema
    .createIndex('projection_builds_live')
    .on('projection_builds')
    .column('name')
    .unique()
    .where(sql.ref('state'), '=', sql.lit('live'))
    .execute()
  await database.schema
    .createTable('job_progress')
    .addColumn('operation', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('done', 'bigint', (column) => column.notNull())
    .addColumn('total', 'bigint', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .execute()
}
