import { verifyProjections } from '@yibiao/projections'
import t from 'tap'
import { openBuilt, projections } from './support/drive.ts'
import { append, openBoth, randomHistory } from './support/history.ts'

async function built(t: Parameters<typeof openBoth>[0]) {
  const both = await openBoth(t)
  await append(both.store, randomHistory(31, 8, 10))
  await openBuilt(both)
  const faults = () => verifyProjections({ ...both, projections })
  const change = (sql: string) => both.database.transaction((session) => session.run(sql))
  return { ...both, faults, change }
}

t.test('sound copies have no faults', async (t) => {
  const { faults } = await built(t)
  t.same(await faults(), [])
})

t.test('a value that was changed is found, with its place and without the value', async (t) => {
  const { faults, change } = await built(t)
  await change(
    `UPDATE one_form__1 SET view = json_set(view, '$.form.capital.amountFen', 1) WHERE key = 'R31X2'`,
  )
  const found = await faults()
  t.match(found, [{ projection: 'one-form', key: 'R31X2', path: '/form/capital/amountFen' }])
  t.notOk('live' in (found[0] ?? {}))
})

t.test('a view that is missing and one too many are found', async (t) => {
  const { faults, change } = await built(t)
  await change(`UPDATE filing_board__1 SET key = 'GHOST' WHERE key = 'FR31X2'`)
  const found = await faults()
  t.match(found[0], { projection: 'filing-board', key: 'FR31X2' })
  await change(`INSERT INTO search__1 (key, view) VALUES ('GHOST', '{}')`)
  t.match((await faults()).at(-1), { projection: 'search', problem: '1 views have no events' })
})

t.test('a checkpoint above the head is found', async (t) => {
  const { faults, change } = await built(t)
  await change(`UPDATE projection_builds SET position = 1000000 WHERE name = 'search'`)
  t.match(await faults(), [{ projection: 'search', problem: /above the head/ }])
})

t.test('a checkpoint that promises more than is there is found', async (t) => {
  const both = await openBoth(t)
  await append(both.store, randomHistory(31, 2, 10))
  await openBuilt(both)
  await append(both.store, randomHistory(32, 2, 10))
  const head = await both.store.head()
  await both.database.transaction((session) =>
    session.run('UPDATE projection_builds SET position = ?', [head]),
  )
  const faults = await verifyProjections({ ...both, projections })
  t.ok(faults.some((fault) => fault.projection === 'one-form' && fault.key === 'R32X0'))
})

t.test('a projection without a live copy is a fault', async (t) => {
  const both = await openBoth(t)
  t.equal((await verifyProjections({ ...both, projections })).length, projections.length)
})
