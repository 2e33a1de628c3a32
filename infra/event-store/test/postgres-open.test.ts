import t from 'tap'
import { newEvents } from '../contract/harness.ts'
import { openPostgresEventStore, type PostgresEventStoreOptions } from '../postgres/index.ts'
import { databaseForTest, execute, newSchema } from './fixtures/postgres.ts'

const { url, skip } = await databaseForTest(t)

t.test(
  'a server that does not keep what it acknowledges is refused, in both languages',
  { skip },
  async (t) => {
    const role = `careless_${newSchema().slice(-12)}`
    const name = new URL(url).pathname.slice(1)
    await execute(
      url,
      `CREATE ROLE ${role} LOGIN PASSWORD 'x' SUPERUSER`,
      `ALTER ROLE ${role} IN DATABASE "${name}" SET synchronous_commit = off`,
    )
    t.teardown(() =>
      execute(url, `ALTER ROLE ${role} RESET ALL`, `DROP OWNED BY ${role}`, `DROP ROLE ${role}`),
    )
    const careless = new URL(url)
    careless.username = role
    careless.password = 'x'
    await t.rejects(openPostgresEventStore({ url: careless.href, schema: newSchema() }), {
      code: 'YB_STORE_UNSAFE',
      retryable: false,
      message: /synchronous_commit = off.*请设为 on/,
    })
  },
)

t.test('it declares what it can', { skip }, async (t) => {
  for (const notify of [true, false]) {
    const store = await openPostgresEventStore({ url, schema: newSchema(), notify })
    t.strictSame(store.capabilities, { shared: true, durable: true, chained: true, notify })
    await store.close()
  }
})

t.test('a schema of a newer version is refused and left as it is', { skip }, async (t) => {
  const schema = newSchema()
  await (await openPostgresEventStore({ url, schema })).close()
  await execute(url, `INSERT INTO ${schema}.migrations VALUES (99, 'later')`)
  for (let round = 0; round < 2; round++) {
    await t.rejects(openPostgresEventStore({ url, schema }), { code: 'YB_STORE_NEWER', message: /Upgrade/ })
  }
})

t.test("a schema that has somebody else's tables is refused", { skip }, async (t) => {
  const schema = newSchema()
  await execute(url, `CREATE SCHEMA ${schema}`, `CREATE TABLE ${schema}.people (name text)`)
  await t.rejects(openPostgresEventStore({ url, schema }), { code: 'YB_STORE_DAMAGED' })
  t.strictSame(await execute(url, `SELECT tablename FROM pg_tables WHERE schemaname = '${schema}'`), [
    { tablename: 'people' },
  ])
})

t.test('a role that may only use the tables can append and read', { skip }, async (t) => {
  const schema = newSchema()
  const role = `plain_${schema.slice(-12)}`
  await (await openPostgresEventStore({ url, schema })).close()
  await execute(
    url,
    `CREATE ROLE ${role} LOGIN PASSWORD 'x'`,
    `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`,
  )
  t.teardown(() => execute(url, `DROP OWNED BY ${role}`, `DROP ROLE ${role}`))
  const plain = new URL(url)
  plain.username = role
  plain.password = 'x'
  const store = await openPostgresEventStore({ url: plain.href, schema })
  const [outcome] = await store.append([{ stream: 's', expectedRevision: 0, events: newEvents(1) }])
  t.match(outcome, { status: 'appended' })
  t.equal((await store.readAll()).length, 1)
  await store.close()
})

t.test(
  'an unknown server, database or password is refused with the cause, not with the password',
  async (t) => {
    const wrong = 'postgres://nobody:top-secret@127.0.0.1:1/none'
    const error = await openPostgresEventStore({ url: wrong }).catch((thrown: unknown) => thrown)
    t.match(error, { code: 'YB_STORE_UNAVAILABLE', retryable: true })
    t.notMatch(String(error), /top-secret/)
  },
)

t.test('options that make no sense are refused by name', async (t) => {
  const good = { url: 'postgres://localhost/x' }
  const wrong: Record<string, [options: PostgresEventStoreOptions, named: RegExp]> = {
    'another engine': [{ url: 'mysql://localhost/x' }, /options\.url/],
    'a schema with capitals': [{ ...good, schema: 'History' }, /options\.schema/],
    'a schema with more in it': [{ ...good, schema: 'a; DROP TABLE b' }, /options\.schema/],
    'no reader': [{ ...good, readers: 0 }, /options\.readers/],
    'no time at all': [{ ...good, statementTimeout: 0 }, /options\.statementTimeout/],
    'no time to connect': [{ ...good, connectTimeout: -1 }, /options\.connectTimeout/],
    'half a stream': [{ ...good, cachedStreams: 0.5 }, /options\.cachedStreams/],
  }
  for (const [what, [options, message]] of Object.entries(wrong)) {
    await t.rejects(openPostgresEventStore(options), { code: 'YB_STORE_USAGE', message }, what)
  }
})
