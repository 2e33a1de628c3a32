import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { digestBytes } from '../chain/chain.ts'
import { StoreError } from '../errors.ts'
import { sqlState, storeError } from './errors.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  /** Plain SQL: kindred servers must take it too. */
  readonly statements: (schema: string) => readonly string[]
}

/**
 * Streams are numbered 1, 2, 3 … so that the index over events holds integers, not names. There is no index over ids; a
 * repeat is recognised by reading the events at the expected revisions.
 *
 * `meta` is the head row, locked first and written last in the transaction of every append: the last position, the number of
 * streams and the last digest. So appends follow one another, positions are in the order of commits and have no gap, and a
 * reader that has seen a position has seen all before it.
 */
const history: Migration = {
  number: 1,
  name: 'history',
  statements: (schema) => [
    `CREATE TABLE ${schema}.meta (
  one smallint PRIMARY KEY CHECK (one = 1),
  head bigint NOT NULL,
  streams bigint NOT NULL,
  digest bytea NOT NULL
)`,
    // Room on each page, so that a new revision need not touch the indexes. Names are compared by their bytes.
    `CREATE TABLE ${schema}.streams (
  id bigint PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  revision bigint NOT NULL
) WITH (fillfactor = 70)`,
    `CREATE UNIQUE INDEX streams_by_name ON ${schema}.streams (name)`,
    `CREATE TABLE ${schema}.events (
  position bigint PRIMARY KEY,
  stream_id bigint NOT NULL,
  revision bigint NOT NULL,
  id text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  digest bytea NOT NULL,
  data bytea NOT NULL
)`,
    `CREATE UNIQUE INDEX events_by_stream ON ${schema}.events (stream_id, revision)`,
    `INSERT INTO ${schema}.meta (one, head, streams, digest) VALUES (1, 0, 0, decode('${'00'.repeat(digestBytes)}', 'hex'))`,
  ],
}

/** Numbered from 1 without gaps. Append only: what was released is never changed, for databases out there have it. */
export const migrations: readonly Migration[] = [history]

/** What a statement says when another process has just made the same thing. */
const madeMeanwhile: ReadonlySet<string> = new Set(['23505', '42P06', '42P07', '42710'])
const attempts = 20

/**
 * Brings the schema up to date, making it when absent; several processes may do so at once. Needs no right to make anything
 * when there is nothing to make. Throws YB_STORE_NEWER for a schema of a newer version, YB_STORE_DAMAGED when it is not ours.
 */
export async function migrate(client: pg.Client, schema: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      if ((await appliedIn(client, schema)) === migrations.length) break
      await apply(client, schema)
      break
    } catch (error) {
      if (!madeMeanwhile.has(sqlState(error) ?? '')) throw storeError(error, `opening the schema ${schema}`)
      if (attempt === attempts) throw notOurs(schema, error)
      await delay(10 * attempt)
    }
  }
  const { rows } = await client.query(`SELECT head FROM ${schema}.meta WHERE one = 1`)
  if (rows.length !== 1)
    throw new StoreError('YB_STORE_DAMAGED', `the schema ${schema} has lost its head row`)
}

/** Number of the last migration, 0 when there is none, undefined when there is no schema. */
async function appliedIn(client: pg.Client, schema: string): Promise<number | undefined> {
  const { rows } = await client.query<{ tables: number; migrations: number }>(
    `SELECT (SELECT count(*) FROM pg_catalog.pg_tables t WHERE t.schemaname = n.nspname) AS tables,
       (SELECT count(*) FROM pg_catalog.pg_tables t WHERE t.schemaname = n.nspname AND t.tablename = 'migrations') AS migrations
     FROM pg_catalog.pg_namespace n WHERE n.nspname = $1`,
    [schema],
  )
  const [found] = rows
  if (found === undefined) return undefined
  if (found.migrations === 1) return lastMigration(client, schema)
  if (found.tables > 0) throw notOurs(schema)
  return 0
}

async function lastMigration(client: pg.Client, schema: string): Promise<number> {
  const { rows } = await client.query<{ last: number | null }>(
    `SELECT max(number) AS last FROM ${schema}.migrations`,
  )
  const last = rows[0]?.last ?? 0
  if (last <= migrations.length) return last
  const versions = `(migration ${last}, this one knows ${migrations.length})`
  throw new StoreError(
    'YB_STORE_NEWER',
    `the schema ${schema} was written by a newer Yibiao ${versions}. Upgrade this one.`,
  )
}

async function apply(client: pg.Client, schema: string): Promise<void> {
  await client.query('BEGIN')
  try {
    const before = await appliedIn(client, schema)
    if (before === undefined) await client.query(`CREATE SCHEMA ${schema}`)
    if (!before) {
      await client.query(`CREATE TABLE ${schema}.migrations (number integer PRIMARY KEY, name text NOT NULL)`)
    }
    // Whoever comes second waits here, and finds the work done.
    await client.query(`LOCK TABLE ${schema}.migrations IN EXCLUSIVE MODE`)
    for (const { number, name, statements } of migrations.slice(await lastMigration(client, schema))) {
      for (const sql of statements(schema)) await client.query(sql)
      await client.query(`INSERT INTO ${schema}.migrations (number, name) VALUES ($1, $2)`, [number, name])
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

function notOurs(schema: string, cause?: unknown): StoreError {
  const text = `the schema ${schema} has tables that are not those of an event store of Yibiao`
  return new StoreError('YB_STORE_DAMAGED', text, { cause })
}
