import pg from 'pg'
import type { ResolvedOptions } from './options.ts'

const int8 = 20
const numeric = 1700

/** 64-bit integers as numbers, as the port has it: nothing of ours is beyond 2^53. Sums and averages too. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === int8 || oid === numeric
      ? Number
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

/** What every connection is opened with. Statements are pipelined: what needs no answer of another is sent at once. */
export function clientConfig({ url, connectTimeout }: ResolvedOptions): pg.ClientConfig {
  const config: pg.ClientConfig & { readonly pipeline: boolean } = {
    connectionString: url,
    application_name: 'yibiao read database',
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    pipeline: true,
    types,
  }
  return config
}

/**
 * Sent first on a new connection. Table names in statements are plain; the path leads them to the schema. Rows are looked up
 * by an index: the server keeps a statement's plan, and one made while a table was small would go on reading the whole of it.
 */
export const sessionSettings = ({ schema, lockTimeout }: ResolvedOptions): string =>
  `SET search_path = ${schema}; SET lock_timeout = ${lockTimeout}; SET enable_seqscan = off`

/** The same for a connection that reads, and tells of commits: what it tells need not be on the disk. */
export const readerSettings = (options: ResolvedOptions): string =>
  `${sessionSettings(options)}; SET synchronous_commit = off`

/** Opens one connection. `lost` is called when it is gone for whatever reason but a call of `end`. */
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
