import { openRuntime, searchProjection } from '@yibiao/projections'
import t from 'tap'
import { dump, follow, openBuilt } from './support/drive.ts'
import { append, happening, newFolder, openBoth, randomHistory } from './support/history.ts'

const projections = [searchProjection]

async function started(t: Parameters<typeof openBoth>[0]) {
  const both = await openBoth(t)
  await append(both.store, randomHistory(11, 20, 8))
  return { ...both, runtime: await openBuilt({ ...both, projections }) }
}

t.test('a copy that was never finished is removed at the next opening', async (t) => {
  const { database, store } = await started(t)
  await database.transaction(async (session) => {
    await session.run(
      `INSERT INTO projection_builds (name, build, version, position, state, history) VALUES ('search', 2, 1, 0, 'building', '')`,
    )
    await session.run('CREATE TABLE search__2 (key TEXT)')
  })
  await openRuntime({ database, store, projections })
  const rows = await database.kysely.selectFrom('projection_builds').select(['build', 'state']).execute()
  t.same(rows, [{ build: 1, state: 'live' }])
})

const opened = (history: string, epoch: number, number: number) =>
  happening('history', 'history.opened', { history, mode: 'sandbox', division: '220202', epoch }, { number })

t.test('a read database ahead of its history stops the start', async (t) => {
  const { database } = await started(t)
  const behind = await openBoth(t)
  await append(behind.store, randomHistory(11, 1, 1))
  const failing = openRuntime({ database, store: behind.store, projections: [searchProjection] })
  await t.rejects(failing, { code: 'YB_HISTORY_RESTORED' })
})

t.test(
  'the read database of another history is refused, and that of an earlier epoch built anew',
  async (t) => {
    const folder = newFolder(t)
    const { store, database } = await openBoth(t, folder)
    await append(store, [opened('H1', 0, 1), ...randomHistory(11, 5, 8)])
    await openBuilt({ store, database, projections: [searchProjection] })
    await append(store, [opened('H1', 1, 2)])
    const runtime = await openRuntime({ store, database, projections: [searchProjection] })
    t.same(runtime.missing, ['search'])
    const other = await openBoth(t)
    await openBuilt({ store, database, projections: [searchProjection] })
    await append(other.store, [opened('H2', 0, 1), ...randomHistory(11, 9, 8)])
    const failing = openRuntime({ store: other.store, database, projections: [searchProjection] })
    await t.rejects(failing, { code: 'YB_HISTORY_RESTORED' })
  },
)

t.test('of two runtimes on one database the second finds the checkpoint moved', async (t) => {
  const { runtime, database, store } = await started(t)
  const second = await openRuntime({ database, store, projections })
  await append(store, randomHistory(17, 1, 6))
  await follow(runtime, store, 100)
  const before = await dump(database)
  await t.rejects(follow(second, store, 100), { code: 'YB_BUSY' })
  t.same(await dump(database), before, 'and nothing of its batch stays')
})
