import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { DatabaseError } from '../errors.ts'
import { migrateDatabase } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { databaseError, sqlState } from './errors.ts'
import { openSession, StatementBook } from './session.ts'

/** What a statement says when another process has just made the same thing. */
const madeMeanwhile: ReadonlySet<string> = new Set(['23505', '42P06', '42P07', '42710'])
const attempts = 20

/**
 * Brings the schema up to date, making it when absent; several processes may do so at once. Needs no right to make anything
 * when there is nothing to make. Throws `YB_DATABASE_NEWER` for a schema of a newer version.
 */
export async function migrateSchema(client: pg.Client, schema: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      if ((await lastMigration(client, schema)) !== migrations.length) await apply(client, schema)
      return
    } catch (error) {
      const again = madeMeanwhile.has(sqlState(error) ?? '') && attempt < attempts
      if (!again) throw databaseError(error)
      await delay(10 * attempt)
    }
  }
}

async function apply(client: pg.Client, schema: string): Promise<void> {
  await client.query('BEGIN')
  try {
    if ((await lastMigration(client, schema)) === undefined) {
      const { rows } = await client.query('SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1', [
        schema,
      ])
      if (rows.length === 0) await client.query(`CREATE SCHEMA ${schema}`)
      await client.query('CREATE TABLE migrations (number integer PRIMARY KEY, name text NOT NULL)')
    }
    // Whoever comes second waits here, and finds the work done.
    await client.query('LOCK TABLE migrations IN EXCLUSIVE MODE')
    await migrateDatabase(openSession(client, new StatementBook(), false))
    const { command } = await client.query('COMMIT')
    if (command !== 'COMMIT')
      throw new DatabaseError('YB_DATABASE_UNAVAILABLE', 'the migration was rolled back')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Number of the last migration, undefined when there is no table of them. */
async function lastMigration(client: pg.Client, schema: string): Promise<number | undefined> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = $1 AND tablename = 'migrations'`,
    [schema],
  )
  if (rows.length === 0) return undefined
  const found = await client.query<{ last: number | null }>('SELECT max(number) AS last FROM migrations')
  return found.rows[0]?.last ?? 0
}
