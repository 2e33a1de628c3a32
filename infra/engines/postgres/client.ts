import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/** One statement on a connection of its own. */
export async function execute(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // What comes after the statement, e.g. the server's end, concerns nobody.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Resolves when the server answers. Rejects when the signal says so. */
export async function untilAnswers(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    try {
      await execute(url, 'SELECT 1')
      return
    } catch {
      // Nobody listens yet, or it is still going through its log.
      await delay(25, undefined, { signal })
    }
  }
}

/** `"name"`, whatever is in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The same server's URL for another database. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}
