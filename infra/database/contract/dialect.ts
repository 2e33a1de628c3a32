import type { Test } from 'tap'
import type { Database } from '../database.ts'
import type { ViewTable } from '../dialect.ts'
import type { Open } from './transactions.ts'

const table: ViewTable = {
  name: 'names__1',
  columns: [{ name: 'status', type: 'text', index: true }],
  terms: true,
}

/** Tables of views: saving, searching, scanning, dropping. */
export async function dialectContract(t: Test, openDatabase: Open): Promise<void> {
  async function open(t: Test): Promise<Database> {
    const database = await openDatabase(t)
    await database.transaction(async (session) => {
      for (const sql of [...database.dialect.create(table), ...database.dialect.createIndexes(table)])
        await session.run(sql)
    })
    return database
  }

  async function save(database: Database, key: string, status: string, terms: string): Promise<void> {
    await database.transaction(async (session) => {
      const [saved] = await session.getMany<{ row: number }>(database.dialect.saveReturning(table), [
        [key, status, `"${key}"`],
      ])
      await session.run(database.dialect.saveTerms(table), [saved?.row ?? -1, terms])
    })
  }

  const find = async (database: Database, tokens: readonly string[]): Promise<readonly string[]> => {
    const sql = `SELECT key FROM names__1 WHERE ${database.dialect.hasTerms(table)} ORDER BY key`
    const rows = await database.snapshot((session) =>
      session.all<{ key: string }>(sql, [database.dialect.termsQuery(tokens)]),
    )
    return rows.map((row) => row.key)
  }

  await t.test('saving the same key replaces the row and its terms', async (t) => {
    const database = await open(t)
    await save(database, 'a', 'OPEN', 't1 t2')
    await save(database, 'b', 'OPEN', 't2 t3')
    t.same(await find(database, ['t2']), ['a', 'b'])
    t.same(await find(database, ['t2', 't3']), ['b'])
    await save(database, 'a', 'CLOSED', 't3')
    t.same(await find(database, ['t2']), ['b'])
    t.same(await find(database, ['t3']), ['a', 'b'])
  })

  await t.test('a scan gives keys in byte order, page by page', async (t) => {
    const database = await open(t)
    for (const key of ['b', 'A', 'c', 'a']) await save(database, key, 'OPEN', 't1')
    const sql = database.dialect.scan(table)
    const page = (after: string) =>
      database.snapshot((session) => session.all<{ key: string }>(sql, [after, 2]))
    t.same(
      (await page('')).map((row) => row.key),
      ['A', 'a'],
    )
    t.same(
      (await page('a')).map((row) => row.key),
      ['b', 'c'],
    )
  })

  await t.test('a dropped table leaves nothing behind', async (t) => {
    const database = await open(t)
    await database.transaction(async (session) => {
      for (const sql of database.dialect.drop(table)) await session.run(sql)
    })
    // Whatever was left would be in the way now.
    await database.transaction(async (session) => {
      for (const sql of [...database.dialect.create(table), ...database.dialect.createIndexes(table)])
        await session.run(sql)
    })
    t.same(await find(database, ['t1']), [])
  })

  await t.test('a search goes through the rows in order and can be taken up again', async (t) => {
    const database = await open(t)
    for (const key of ['x', 'b', 'm', 'a']) await save(database, key, 'OPEN', key === 'm' ? 't9' : 't1')
    const page = (after: number) =>
      database.snapshot((session) =>
        session.all<{ row: number; key: string }>(database.dialect.search(table), [
          database.dialect.termsQuery(['t1']),
          after,
          2,
        ]),
      )
    const first = await page(0)
    t.same(
      first.map((row) => row.key),
      ['x', 'b'],
    )
    t.same(
      (await page(first.at(-1)?.row ?? 0)).map((row) => row.key),
      ['a'],
    )
  })

  await t.test('an update replaces the view and leaves what is indexed alone', async (t) => {
    const database = await open(t)
    await save(database, 'a', 'OPEN', 't1')
    await save(database, 'b', 'OPEN', 't1')
    await database.transaction((session) => session.run(database.dialect.update(table), ['"new"', 'a']))
    const [b] = await database.snapshot((session) =>
      session.all<{ row: number }>(`SELECT "row" FROM names__1 WHERE key = 'b'`),
    )
    const updated = await database.transaction((session) =>
      session.get<{ row: number }>(database.dialect.updateReturning(table), ['"b"', 'b']),
    )
    t.same(updated, b, 'and says which row it was')
    const rows = await database.snapshot((session) =>
      session.all(`SELECT key, status, view FROM names__1 ORDER BY key`),
    )
    t.same(rows, [
      { key: 'a', status: 'OPEN', view: '"new"' },
      { key: 'b', status: 'OPEN', view: '"b"' },
    ])
    t.same(await find(database, ['t1']), ['a', 'b'])
  })
}
