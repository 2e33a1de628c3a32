import type { Database } from '@yibiao/database'
import { openSqliteDatabase } from '@yibiao/database/sqlite'
import t from 'tap'
import { newPath } from './folder.ts'

async function open(t: { teardown: (fn: () => unknown) => void }): Promise<Database> {
  const database = await openSqliteDatabase({ path: newPath(t) })
  t.teardown(() => database.close())
  await database.transaction((session) =>
    session.run('CREATE TABLE counts (name TEXT PRIMARY KEY, count INTEGER)'),
  )
  return database
}

const count = (database: Database) =>
  database.snapshot((session) => session.get<{ total: number }>('SELECT count(*) AS total FROM counts'))

t.test('what a failed transaction did is gone', async (t) => {
  const database = await open(t)
  const failure = new Error('stop')
  const failing = database.transaction(async (session) => {
    await session.run(`INSERT INTO counts VALUES ('a', 1)`)
    throw failure
  })
  await t.rejects(failing, failure)
  t.same(await count(database), { total: 0 })
})

t.test('transactions take turns, even when they wait in between', async (t) => {
  const database = await open(t)
  await database.transaction((session) => session.run(`INSERT INTO counts VALUES ('a', 0)`))
  const increment = () =>
    database.transaction(async (session) => {
      const row = await session.get<{ count: number }>('SELECT count FROM counts')
      await new Promise((resolve) => setImmediate(resolve))
      await session.run('UPDATE counts SET count = ?', [(row?.count ?? 0) + 1])
    })
  await Promise.all(Array.from({ length: 20 }, increment))
  const row = await database.snapshot((session) => session.get('SELECT count FROM counts'))
  t.same(row, { count: 20 })
})

t.test('a snapshot keeps seeing what it saw first, and does not hold up a writer', async (t) => {
  const database = await open(t)
  await database.snapshot(async (session) => {
    const before = await session.get('SELECT count(*) AS total FROM counts')
    await database.transaction((other) => other.run(`INSERT INTO counts VALUES ('b', 1)`))
    t.same(await session.get('SELECT count(*) AS total FROM counts'), before)
  })
  t.same(await count(database), { total: 1 })
})

t.test('a snapshot cannot write', async (t) => {
  const database = await open(t)
  await t.rejects(
    database.snapshot((session) => session.run(`INSERT INTO counts VALUES ('c', 1)`)),
    { code: 'YB_DATABASE_USAGE' },
  )
})

t.test('closing waits for what is under way and refuses what comes after', async (t) => {
  const database = await open(t)
  const order: string[] = []
  const writing = database.transaction(async (session) => {
    await new Promise((resolve) => setImmediate(resolve))
    await session.run(`INSERT INTO counts VALUES ('d', 1)`)
    order.push('written')
  })
  const closing = database.close().then(() => order.push('closed'))
  await Promise.all([writing, closing])
  t.same(order, ['written', 'closed'])
  t.throws(() => database.transaction(async () => 0), { code: 'YB_DATABASE_CLOSED' })
})

t.test('whoever listens on a channel hears of it until he stops', async (t) => {
  const database = await open(t)
  let heard = 0
  const stop = database.listen('projections', () => {
    heard += 1
  })
  database.notify('projections')
  database.notify('other')
  stop()
  database.notify('projections')
  t.equal(heard, 1)
})
