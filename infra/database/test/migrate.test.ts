import { openSqliteDatabase } from '@yibiao/database/sqlite'
import t from 'tap'
import { migrations } from '../migrations/index.ts'
import { newPath } from './folder.ts'

t.test('a new file gets every migration, and opening it again adds none', async (t) => {
  const path = newPath(t)
  for (const round of ['first', 'second']) {
    const database = await openSqliteDatabase({ path })
    const applied = await database.kysely.selectFrom('migrations').select('number').execute()
    t.same(
      applied,
      migrations.map(({ number }) => ({ number })),
      round,
    )
    await database.close()
  }
})

t.test('a file of a newer version is refused and left as it is', async (t) => {
  const path = newPath(t)
  const database = await openSqliteDatabase({ path })
  await database.transaction((session) => session.run(`INSERT INTO migrations VALUES (99, 'later')`))
  await database.close()
  await t.rejects(openSqliteDatabase({ path }), { code: 'YB_DATABASE_NEWER' })
  await t.rejects(openSqliteDatabase({ path }), { code: 'YB_DATABASE_NEWER' }, 'still')
})

t.test('a file that is no database is called damaged', async (t) => {
  const path = newPath(t)
  const { writeFileSync } = await import('node:fs')
  writeFileSync(path, 'not a database, by any means at all'.repeat(1000))
  await t.rejects(openSqliteDatabase({ path }), { code: 'YB_DATABASE_DAMAGED' })
})

t.test('a projection cannot have two live copies', async (t) => {
  const database = await openSqliteDatabase({ path: newPath(t) })
  t.teardown(() => database.close())
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
