import type { Statements } from './database.ts'
import { DatabaseError } from './errors.ts'
import { type Migration, migrations } from './migrations/index.ts'

/**
 * Brings a database up to date; the caller holds a transaction open, so that it happens whole or not at all. Throws
 * `YB_DATABASE_NEWER` when it has a migration that this version does not know.
 */
export async function migrateDatabase(
  session: Statements,
  known: readonly Migration[] = migrations,
): Promise<void> {
  await session.run(
    'CREATE TABLE IF NOT EXISTS "migrations" ("number" integer primary key, "name" text not null)',
  )
  const applied = await session.get<{ last: number | null }>('SELECT max(number) AS last FROM migrations')
  const last = applied?.last ?? 0
  if (last > known.length) {
    const text = `the database has migration ${last}; this version knows ${known.length}. Upgrade Yibiao.`
    throw new DatabaseError('YB_DATABASE_NEWER', text)
  }
  for (const { number, name, statements } of known.slice(last)) {
    for (const sql of statements) await session.run(sql)
    await session.run('INSERT INTO migrations (number, name) VALUES (?, ?)', [number, name])
  }
}
