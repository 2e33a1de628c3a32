import type { ViewTable } from '@yibiao/database'
import { openPostgresDatabase, type PostgresDatabaseOptions } from '@yibiao/database/postgres'
import pg from 'pg'
import t from 'tap'
import { migrations } from '../migrations/index.ts'
import { numbered } from '../postgres/placeholders.ts'
import { newSchema, openForTest, serverForTest } from './postgres.ts'

const { url, skip } = await serverForTest(t)

t.test('a new schema gets every migration, and opening it again adds none', { skip }, async (t) => {
  const schema = newSchema()
  for (const round of ['first', 'second']) {
    const database = await openPostgresDatabase({ url, schema })
    const applied = await database.kysely.selectFrom('migrations').select('number').execute()
    t.same(
      applied,
      migrations.map(({ number }) => ({ number })),
      round,
    )
    await database.close()
  }
})

t.test('many processes may make one schema at the same time', { skip }, async (t) => {
  const schema = newSchema()
  const databases = await Promise.all(Array.from({ length: 6 }, () => openForTest(t, { url, schema })))
  for (const { kysely } of databases)
    t.same(
      await kysely.selectFrom('migrations').select('number').execute(),
      migrations.map(({ number }) => ({ number })),
    )
})

t.test('a schema of a newer version is refused and left as it is', { skip }, async (t) => {
  const schema = newSchema()
  const database = await openPostgresDatabase({ url, schema })
  await database.transaction((session) => session.run(`INSERT INTO migrations VALUES (99, 'later')`))
  await database.close()
  for (let round = 0; round < 2; round++)
    await t.rejects(openPostgresDatabase({ url, schema }), { code: 'YB_DATABASE_NEWER' })
})

t.test('a projection cannot have two live copies', { skip }, async (t) => {
  const database = await openForTest(t, { url })
  const add = (build: number) =>
    database.transaction((session) =>
      session.run(
        `INSERT INTO projection_builds (name, build, version, position, state, history) VALUES ('p', ?, 1, 0, 'live', 'h')`,
        [build],
      ),
    )
  await add(1)
  await t.rejects(add(2), { code: 'YB_DATABASE_USAGE' })
})

t.test('of two processes that move one checkpoint, exactly one succeeds', { skip }, async (t) => {
  const schema = newSchema()
  const two = await Promise.all([1, 2].map(() => openForTest(t, { url, schema })))
  await two[0]?.transaction((session) =>
    session.run(
      `INSERT INTO projection_builds (name, build, version, position, state, history) VALUES ('p', 1, 1, 0, 'live', 'h')`,
    ),
  )
  for (let position = 0; position < 20; position++) {
    const changed = await Promise.all(
      two.map((database) =>
        database.transaction((session) =>
          session.run('UPDATE projection_builds SET position = ? WHERE name = ? AND position = ?', [
            position + 1,
            'p',
            position,
          ]),
        ),
      ),
    )
    t.same(changed.sort(), [0, 1])
  }
})

t.test('keys are in the order of their bytes in a database made for any language', { skip }, async (t) => {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const name = `${new URL(url).pathname.slice(1)}_icu`
  const icu = `CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'`
  const made = await admin.query(icu).then(
    () => true,
    () => false,
  )
  if (!made) {
    await admin.end()
    return t.comment('this server was built without ICU')
  }
  const elsewhere = new URL(url)
  elsewhere.pathname = `/${name}`
  const database = await openPostgresDatabase({ url: elsewhere.href })
  const table: ViewTable = {
    name: 'keys__1',
    columns: [{ name: 'word', type: 'text', index: true }],
    terms: false,
  }
  const keys = ['b', 'A', 'a', 'é', 'Z', '表', '-', '𠮷', '\uffee']
  const rows = await database.transaction(async (session) => {
    for (const sql of database.dialect.create(table)) await session.run(sql)
    await session.runMany(
      database.dialect.insert(table),
      keys.map((key) => [key, key, '{}']),
    )
    for (const sql of database.dialect.createIndexes(table)) await session.run(sql)
    return [
      await session.all<{ key: string }>(database.dialect.scan(table), ['', 100]),
      await session.all<{ key: string }>('SELECT key FROM keys__1 ORDER BY word'),
    ]
  })
  const byBytes = [...keys].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
  for (const some of rows)
    t.same(
      some.map((row) => row.key),
      byBytes,
    )
  await database.close()
  await admin.query(`DROP DATABASE "${name}"`)
  await admin.end()
})

t.test('without notifications listeners are called all the same', { skip }, async (t) => {
  const schema = newSchema()
  const [one, other] = [
    await openForTest(t, { url, schema, notify: false }),
    await openForTest(t, { url, schema, notify: false }),
  ]
  const heard = new Promise<void>((resolve) => other.listen('projections', resolve))
  one.notify('projections')
  // The timer that calls it does not keep a process alive.
  const awake = setInterval(() => {}, 1_000)
  await heard
  clearInterval(awake)
})

t.test('placeholders are numbered, but not in texts and names', async (t) => {
  t.equal(
    numbered(`SELECT '?', 'it''s ?', "a?" FROM t WHERE a = ? AND b > ?`),
    `SELECT '?', 'it''s ?', "a?" FROM t WHERE a = $1 AND b > $2`,
  )
})

t.test('options that make no sense are refused by name', async (t) => {
  const good = { url: 'postgres://localhost/x' }
  const wrong: Record<string, [options: PostgresDatabaseOptions, named: RegExp]> = {
    'another engine': [{ url: 'mysql://localhost/x' }, /options\.url/],
    'a schema with more in it': [{ ...good, schema: 'a; DROP TABLE b' }, /options\.schema/],
    'no reader': [{ ...good, readers: 0 }, /options\.readers/],
    'no time for a lock': [{ ...good, lockTimeout: 0 }, /options\.lockTimeout/],
  }
  for (const [what, [options, message]] of Object.entries(wrong))
    await t.rejects(openPostgresDatabase(options), { code: 'YB_DATABASE_USAGE', message }, what)
})
