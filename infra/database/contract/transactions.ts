import type { Test } from 'tap'
import type { Database } from '../database.ts'

/** Opens an empty database that goes away with the test. */
export type Open = (t: Test) => Promise<Database>

/** Transactions, snapshots, notifications and closing. */
export async function transactionsContract(t: Test, openDatabase: Open): Promise<void> {
  async function open(t: Test): Promise<Database> {
    const database = await openDatabase(t)
    await database.transaction((session) =>
      session.run('CREATE TABLE counts (name TEXT PRIMARY KEY, count INTEGER)'),
    )
    return database
  }

  const count = (database: Database) =>
    database.snapshot((session) => session.get<{ total: number }>('SELECT count(*) AS total FROM counts'))

  await t.test('what a failed transaction did is gone', async (t) => {
    const database = await open(t)
    const failure = new Error('stop')
    const failing = database.transaction(async (session) => {
      await session.run(`INSERT INTO counts VALUES ('a', 1)`)
      throw failure
    })
    await t.rejects(failing, failure)
    t.same(await count(database), { total: 0 })
  })

  await t.test('transactions take turns, even when they wait in between', async (t) => {
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

  await t.test('a snapshot keeps seeing what it saw first, and does not hold up a writer', async (t) => {
    const database = await open(t)
    await database.snapshot(async (session) => {
      const before = await session.get('SELECT count(*) AS total FROM counts')
      await database.transaction((other) => other.run(`INSERT INTO counts VALUES ('b', 1)`))
      t.same(await session.get('SELECT count(*) AS total FROM counts'), before)
    })
    t.same(await count(database), { total: 1 })
  })

  await t.test('a snapshot cannot write', async (t) => {
    const database = await open(t)
    await t.rejects(
      database.snapshot((session) => session.run(`INSERT INTO counts VALUES ('c', 1)`)),
      { code: 'YB_DATABASE_USAGE' },
    )
  })

  await t.test('closing waits for what is under way and refuses what comes after', async (t) => {
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

  await t.test('whoever listens on a channel hears of it until he stops', async (t) => {
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

  await t.test('a statement for many sets of parameters answers each, in order', async (t) => {
    const database = await open(t)
    const found = await database.transaction(async (session) => {
      await session.runMany('INSERT INTO counts VALUES (?, ?)', [
        ['a', 1],
        ['b', null],
        ['c?', 3],
      ])
      return session.getMany(`SELECT count FROM counts WHERE name = ? AND name <> '?'`, [
        ['c?'],
        ['x'],
        ['a'],
      ])
    })
    t.same(found, [{ count: 3 }, undefined, { count: 1 }])
  })

  await t.test('a statement says how many rows it changed', async (t) => {
    const database = await open(t)
    await database.transaction(async (session) => {
      t.equal(await session.run(`INSERT INTO counts VALUES ('a', 1), ('b', 1)`), 2)
      t.equal(await session.run('UPDATE counts SET count = ? WHERE count = ?', [2, 1]), 2)
      t.equal(await session.run('UPDATE counts SET count = ? WHERE count = ?', [2, 1]), 0)
    })
  })

  await t.test('integers come back as numbers and texts as they were', async (t) => {
    const database = await open(t)
    const text = '一表 "\'\\ 𠮷\n'
    await database.transaction((session) => session.run('INSERT INTO counts VALUES (?, ?)', [text, 7]))
    const row = await database.snapshot((session) =>
      session.get(
        'SELECT name, count, count(*) AS total, max(count) AS most FROM counts GROUP BY name, count',
      ),
    )
    t.same(row, { name: text, count: 7, total: 1, most: 7 })
  })

  await t.test('after a failed transaction the next one works', async (t) => {
    const database = await open(t)
    for (let round = 0; round < 3; round++) {
      await t.rejects(
        database.transaction((session) => session.run('INSERT INTO nowhere VALUES (?)', [1])),
        { code: 'YB_DATABASE_USAGE' },
      )
      await database.transaction((session) =>
        session.run('INSERT INTO counts VALUES (?, ?)', [`${round}`, 1]),
      )
    }
    t.same(await count(database), { total: 3 })
  })
}
