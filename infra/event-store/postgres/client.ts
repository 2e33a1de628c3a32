import pg from 'pg'
import { StoreError } from '../errors.ts'
import { sqlState } from './errors.ts'
import type { ResolvedOptions } from './options.ts'

const int8 = 20

/** 64-bit integers as numbers: positions and revisions are safe integers by the port's contract. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

/** What every connection is opened with. Statements are pipelined: what needs no answer of another is sent at once. */
export function clientConfig({ url, connectTimeout, statementTimeout }: ResolvedOptions): pg.ClientConfig {
  const config: pg.ClientConfig & { readonly pipeline: boolean } = {
    pipeline: true,
    connectionString: url,
    application_name: 'yibiao event store',
    connectionTimeoutMillis: connectTimeout,
    // The server ends a statement by itself; this is for a server that no longer answers.
    query_timeout: statementTimeout + 1_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types,
  }
  return config
}

/**
 * Sent first on a new connection. Not among the connection's parameters, for poolers and kindred servers refuse those.
 *
 * Every statement of ours looks rows up by an index. The server keeps a statement's plan, and one made while the tables were
 * small would go on reading the whole of them when they have grown; so it is told not to make such plans.
 */
export const sessionSettings = ({ statementTimeout }: ResolvedOptions): string =>
  [
    `SET statement_timeout = ${statementTimeout}`,
    'SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED',
    ...['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin'].map((way) => `SET enable_${way} = off`),
  ].join('; ')

/** Opens one connection. `lost` is called once, when it is gone for whatever reason but a call of `end`. */
export async function openClient(
  options: ResolvedOptions,
  lost: (client: pg.Client) => void,
): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(options))
  client.on('error', () => lost(client))
  client.on('end', () => lost(client))
  await client.connect()
  try {
    await client.query(sessionSettings(options))
    return client
  } catch (error) {
    abandon(client)
    throw error
  }
}

/** Sends what the work asks in one go. */
export function together<T>(client: pg.Client, work: () => T): T {
  const { connection } = client as unknown as {
    readonly connection?: { readonly stream?: { cork(): void; uncork(): void } }
  }
  connection?.stream?.cork()
  try {
    return work()
  } finally {
    connection?.stream?.uncork()
  }
}

/** Lets a connection go of which nothing good is known any more, without waiting for it. */
export function abandon(client: pg.Client): void {
  client.removeAllListeners()
  client.on('error', () => {})
  client.end().catch(() => undefined)
  const { connection } = client as unknown as {
    readonly connection?: { readonly stream?: { destroy(): void } }
  }
  connection?.stream?.destroy()
}

/**
 * Makes a connection one that may append: refuses a server whose commits are not durable, since after a crash it would have
 * forgotten what it acknowledged. Asked at every new connection, for a failover leads to another server.
 */
export async function prepareWriter(client: pg.Client, { statementTimeout }: ResolvedOptions): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit')",
  )
  for (const { name, setting } of rows) {
    if (setting !== 'off') continue
    throw new StoreError(
      'YB_STORE_UNSAFE',
      `PostgreSQL runs with ${name} = off: it would acknowledge events that a crash takes back. Set it to on. / ` +
        `PostgreSQL 的 ${name} 为 off，已确认的事件可能在崩溃后丢失。请设为 on。`,
    )
  }
  try {
    // A process that is stopped in the middle of a transaction must not keep all others from appending.
    await client.query(`SET idle_in_transaction_session_timeout = ${statementTimeout}`)
  } catch (error) {
    // Kindred servers have no such setting.
    if (sqlState(error) !== '42704') throw error
  }
}
