import { openSqliteDatabase } from '@yibiao/database/sqlite'
import t from 'tap'
import { newPath } from './folder.ts'

const table = { name: 'texts__1', columns: [], terms: false } as const

t.test('the text of a view comes back as it was, of any length and in any script', async (t) => {
  const database = await openSqliteDatabase({ path: newPath(t) })
  t.teardown(() => database.close())
  const { dialect } = database
  const parts = ['', 'abc', '吉林市松花餐饮有限公司', '𠮷野家', 'é', '\u0000', '\u{10ffff}']
  const texts = parts.flatMap((part) => [part, part.repeat(100), part.repeat(5_000)])
  await database.transaction(async (session) => {
    for (const sql of [...dialect.create(table), ...dialect.createIndexes(table)]) await session.run(sql)
    for (const sql of [dialect.insert(table), dialect.save(table)])
      for (const [index, text] of texts.entries())
        await session.run(sql, [
          `${sql === dialect.insert(table) ? '' : 'saved '}${index}`,
          dialect.viewParameter?.(JSON.stringify(text)) ?? JSON.stringify(text),
        ])
    await session.run(dialect.update(table), [dialect.viewParameter?.('"更新"') ?? '"更新"', '0'])
  })
  const rows = await database.snapshot((session) =>
    session.all<{ key: string; view: string; type: string }>(
      `SELECT "key", "view", typeof("view") AS type FROM texts__1`,
    ),
  )
  t.equal(rows.length, 2 * texts.length)
  for (const { key, view, type } of rows) {
    t.equal(type, 'text')
    const index = Number(key.replace('saved ', ''))
    t.equal(JSON.parse(view), key === '0' ? '更新' : texts[index], key)
  }
})
