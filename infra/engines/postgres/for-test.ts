import { randomUUID } from 'node:crypto'
import { EngineMissingError } from '../kafka/missing.ts'
import { execute, quoted, urlOf } from './client.ts'
import type { Postgres, PostgresOptions } from './options.ts'
import { startPostgres } from './start.ts'

/** The part of a tap test that is needed here. */
export interface TestWithTeardown {
  teardown(callback: () => Promise<void>): unknown
}

export type PostgresForTest =
  /** URL of an empty database that belongs to this test alone and is dropped at its end. */
  | { readonly url: string; readonly skip: undefined }
  /** Why the tests that need it cannot run; to be given to tap's `skip`, so that they are named and counted. */
  | { readonly skip: string }

/**
 * An empty database for a test: on the server that `YIBIAO_TEST_POSTGRES` names (a URL whose user may make databases), or
 * on one of its own that ends with it. Where PostgreSQL cannot run the answer is a reason to skip; with `CI` set it is an
 * error.
 */
export async function postgresForTest(t: TestWithTeardown): Promise<PostgresForTest> {
  const named = process.env.YIBIAO_TEST_POSTGRES
  if (named) return { url: await newDatabase(t, named), skip: undefined }
  const own = await ownPostgresForTest(t)
  if ('skip' in own) return own
  return { url: await own.postgres.createDatabase(newName()), skip: undefined }
}

/** Like `postgresForTest`, but always a server of the test's own, which it may kill. */
export async function ownPostgresForTest(
  t: TestWithTeardown,
  options: PostgresOptions = {},
): Promise<{ readonly postgres: Postgres } | { readonly skip: string }> {
  try {
    const postgres = await startPostgres(options)
    t.teardown(async () => {
      // Nobody needs the data any more, and a clean end takes longer.
      await postgres.kill()
      await postgres.stop()
    })
    return { postgres }
  } catch (error) {
    if (!(error instanceof EngineMissingError) || process.env.CI) throw error
    return { skip: `needs ${error.needs}: ${error.message}` }
  }
}

const newName = (): string => `yibiao_test_${randomUUID().replaceAll('-', '')}`

async function newDatabase(t: TestWithTeardown, server: string): Promise<string> {
  const name = newName()
  await execute(server, `CREATE DATABASE ${quoted(name)}`)
  // FORCE: what the test left open must not keep the database.
  t.teardown(async () => void (await execute(server, `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`)))
  return urlOf(server, name)
}
