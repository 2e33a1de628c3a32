import { hash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Session, SqlValue } from '../database.ts'
import type { Tables } from '../tables.ts'
import { databaseError } from './errors.ts'
import { numbered } from './placeholders.ts'

type Executor = Pick<pg.ClientBase, 'query'>

/** A statement as it is sent; those worth keeping have a name, under which the server keeps the plan. */
interface Prepared {
  readonly text: string
  readonly name?: string
}

/**
 * Statements by the text that callers know them by. A statement's name follows from its text, so that it means the same on
 * every connection, whichever book it was looked up in.
 */
export class StatementBook {
  readonly #prepared = new Map<string, Prepared>()

  get(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    const text = numbered(sql)
    // Definitions are carried out once, and cannot be prepared.
    const keep = /^\s*(select|insert|update|delete|with)\b/i.test(sql)
    const made = keep ? { text, name: `s${hash('sha256', text, 'hex').slice(0, 32)}` } : { text }
    this.#prepared.set(sql, made)
    return made
  }
}

/**
 * A session on one connection inside an open transaction. Many sets of parameters are sent in one go and answered in one
 * go: one journey, not one for each.
 */
export function openSession(client: Executor, book: StatementBook, reading: boolean): Session {
  const send = (sql: string, parameters: readonly SqlValue[] = []) =>
    guarded(client.query<pg.QueryResultRow>({ ...book.get(sql), values: [...parameters] }), reading)
  const many = async (sql: string, sets: readonly (readonly SqlValue[])[]) => {
    const written = corked(client)
    const answers = sets.map((parameters) => send(sql, parameters))
    written()
    return await Promise.all(answers)
  }
  return {
    kysely: kyselyOn(client, reading),
    all: async <Row>(sql: string, parameters?: readonly SqlValue[]) =>
      (await send(sql, parameters)).rows as readonly unknown[] as readonly Row[],
    get: async <Row>(sql: string, parameters?: readonly SqlValue[]) =>
      (await send(sql, parameters)).rows[0] as Row | undefined,
    getMany: async <Row>(sql: string, sets: readonly (readonly SqlValue[])[]) =>
      (await many(sql, sets)).map(({ rows }) => rows[0] as Row | undefined),
    run: async (sql, parameters) => (await send(sql, parameters)).rowCount ?? 0,
    runMany: async (sql, sets) => void (await many(sql, sets)),
  }
}

/** Holds back what is written until the function returned is called, so that it goes out together. */
function corked(client: Executor): () => void {
  const { connection } = client as { readonly connection?: { readonly stream?: Writable } }
  connection?.stream?.cork()
  return () => connection?.stream?.uncork()
}

/** Kysely on a connection that somebody else opens, gives back and holds a transaction on. */
function kyselyOn(client: Executor, reading: boolean): Kysely<Tables> {
  return kyselyOver(
    async () => ({ query: client.query.bind(client), release() {} }) as unknown as pg.PoolClient,
    reading,
  )
}

/** Kysely over connections that are lent to it, with the faults of the driver as the port's. */
export function kyselyOver(lend: () => Promise<pg.PoolClient>, reading: boolean): Kysely<Tables> {
  const connect = async () => {
    const client = await lend()
    const query = (sql: string, values?: unknown[]) => guarded(client.query(sql, values), reading)
    return { query, release: () => client.release() } as unknown as pg.PoolClient
  }
  const pool = { connect, end: async () => {}, options: {} } as unknown as pg.Pool
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** The answer, or the fault as one of the port's. */
export async function guarded<T>(asked: Promise<T>, reading: boolean): Promise<T> {
  try {
    return await asked
  } catch (error) {
    throw databaseError(error, reading)
  }
}
