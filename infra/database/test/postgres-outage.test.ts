import { setTimeout as pause } from 'node:timers/promises'
import { openPostgresDatabase } from '@yibiao/database/postgres'
import { ownPostgresForTest } from '@yibiao/engines/postgres'
import t from 'tap'
import { newSchema, openForTest } from './postgres.ts'

const own = await ownPostgresForTest(t)
const skip = 'skip' in own ? own.skip : false
const postgres = 'skip' in own ? undefined! : own.postgres
const away = { name: 'DatabaseError', code: 'YB_DATABASE_UNAVAILABLE', retryable: true }

t.test(
  'killed in the middle of a transaction, nothing of it stays and the next one works',
  { skip },
  async (t) => {
    const database = await openForTest(t, { url: postgres.url })
    await database.transaction((session) => session.run('CREATE TABLE counts (count bigint)'))
    for (let round = 1; round <= 2; round++) {
      const cut = database.transaction(async (session) => {
        await session.run('INSERT INTO counts VALUES (?)', [-1])
        await postgres.kill()
        await session.run('INSERT INTO counts VALUES (?)', [-2])
      })
      await t.rejects(cut, away)
      await t.rejects(
        database.transaction((session) => session.run('INSERT INTO counts VALUES (0)')),
        away,
      )
      await t.rejects(
        database.snapshot((session) => session.all('SELECT * FROM counts')),
        away,
      )
      await t.rejects(database.kysely.selectFrom('migrations').selectAll().execute(), away)
      await t.rejects(openPostgresDatabase({ url: postgres.url }), away)
      await postgres.restart()
      await database.transaction((session) => session.run('INSERT INTO counts VALUES (?)', [round]))
    }
    const rows = await database.snapshot((session) => session.all('SELECT count FROM counts ORDER BY count'))
    t.same(rows, [{ count: 1 }, { count: 2 }])
  },
)

t.test('killed between two statements of a reader, the second says so', { skip }, async (t) => {
  const database = await openForTest(t, { url: postgres.url })
  const reading = database.snapshot(async (session) => {
    await session.all('SELECT 1')
    await postgres.kill()
    // Time for the connection to be found gone while nobody asks anything of it.
    await pause(100)
    await session.all('SELECT 1')
  })
  await t.rejects(reading, away)
  await postgres.restart()
  t.same(await database.snapshot((session) => session.all('SELECT 1 AS one')), [{ one: 1 }])
})

t.test(
  'a commit whose answer was lost is told as a fault, and its checkpoint says whether it counted',
  { skip },
  async (t) => {
    const database = await openForTest(t, { url: postgres.url })
    await database.transaction((session) => session.run('CREATE TABLE positions (position bigint)'))
    await database.transaction((session) => session.run('INSERT INTO positions VALUES (0)'))
    const advance = () =>
      database.transaction((session) => session.run('UPDATE positions SET position = 1 WHERE position = 0'))
    const cutting = advance().catch((error: unknown) => error)
    await postgres.kill()
    const outcome = await cutting
    await postgres.restart()
    const changed = await advance()
    if (outcome === 1) t.equal(changed, 0, 'it was acknowledged, so it is there')
    else t.match(outcome, away)
    const row = await database.snapshot((session) => session.get('SELECT position FROM positions'))
    t.same(row, { position: 1 })
  },
)

t.test(
  'listeners in another process hear of commits, also after the server was away',
  { skip },
  async (t) => {
    const schema = newSchema()
    const one = await openForTest(t, { url: postgres.url, schema })
    const other = await openForTest(t, { url: postgres.url, schema })
    const heard = () =>
      new Promise<void>((resolve) => {
        const stop = other.listen('projections', () => {
          stop()
          resolve()
        })
      })
    for (const round of ['before', 'after']) {
      const hearing = heard()
      one.notify('projections')
      await hearing
      t.pass(round)
      await postgres.kill()
      await postgres.restart()
    }
  },
)
