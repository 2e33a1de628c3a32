import type { Database } from '@yibiao/database'
import {
  type AnyProjection,
  filingBoardProjection,
  openRuntime,
  type Projection,
  type SearchView,
  searchProjection,
} from '@yibiao/projections'
import t from 'tap'
import { dump, follow, openBuilt } from './support/drive.ts'
import { append, openBoth, randomHistory } from './support/history.ts'

/** The search projection with another fold. */
const changed = (version: number, mark: string): Projection<SearchView> => ({
  ...searchProjection,
  version,
  evolve: (view, event) => {
    const next = searchProjection.evolve(view, event)
    next.name = next.name.replace(/（.*）$/, '') + mark
    return next
  },
})

async function started(
  t: Parameters<typeof openBoth>[0],
  projections: readonly AnyProjection[] = [searchProjection],
) {
  const both = await openBoth(t)
  await append(both.store, randomHistory(11, 20, 8))
  return { ...both, projections, runtime: await openBuilt({ ...both, projections }) }
}

const versionOf = async ({ database }: { database: Awaited<ReturnType<typeof openBoth>>['database'] }) => {
  const rows = await database.kysely.selectFrom('projection_builds').selectAll().orderBy('build').execute()
  return rows.map((row) => [row.build, row.version, row.state])
}

t.test('an equal copy takes the place of the live one, which stays for rolling back', async (t) => {
  const { runtime, database } = await started(t)
  const before = await dump(database)
  const result = await runtime.rebuild('search')
  t.match(result, { switched: true, differing: 0, rows: 20, build: 2, differences: [] })
  t.match(result.digest, /^[0-9a-f]{64}$/)
  t.same(await dump(database), before)
  t.same(await versionOf({ database }), [
    [1, 1, 'old'],
    [2, 1, 'live'],
  ])
})

t.test('a third copy lets the first go, table and all', async (t) => {
  const { runtime, database } = await started(t)
  await runtime.rebuild('search')
  await runtime.rebuild('search')
  t.same(await versionOf({ database }), [
    [2, 1, 'old'],
    [3, 1, 'live'],
  ])
  const tables = await database.snapshot((session) =>
    session.all(`SELECT name FROM sqlite_master WHERE name LIKE 'search__1%'`),
  )
  t.same(tables, [])
})

t.test('the digest is the same for the same history, and another for another', async (t) => {
  const one = await started(t)
  const other = await started(t)
  const first = await one.runtime.rebuild('search')
  t.equal((await other.runtime.rebuild('search')).digest, first.digest)
  await append(one.store, randomHistory(12, 1, 2))
  await follow(one.runtime, one.store, 10)
  t.not((await one.runtime.rebuild('search')).digest, first.digest)
})

t.test('a live view that was tampered with is found, and the copy does not go live by itself', async (t) => {
  const { runtime, database } = await started(t)
  await database.transaction((session) =>
    session.run(
      `UPDATE search__1 SET view = json_set(view, '$.name', '假公司'), status = 'FORGED' WHERE key = 'R11X3'`,
    ),
  )
  const result = await runtime.rebuild('search')
  t.match(result, { switched: false, differing: 1 })
  t.same(
    result.differences.map(({ key, path, live }) => ({ key, path, live })),
    [
      { key: 'R11X3', path: 'column:status', live: 'FORGED' },
      { key: 'R11X3', path: '/name', live: '假公司' },
    ],
  )
  t.same(await versionOf({ database }), [
    [1, 1, 'live'],
    [2, 1, 'ready'],
  ])
})

t.test(
  'the copy that was left ready takes over when its digest is accepted, after what came meanwhile',
  async (t) => {
    const { runtime, database, store } = await started(t)
    await database.transaction((session) =>
      session.run(`UPDATE search__1 SET view = replace(view, '吉林市', '假市')`),
    )
    const { digest } = await runtime.rebuild('search')
    await append(store, randomHistory(13, 3, 8))
    await follow(runtime, store, 10)
    t.same(await runtime.switchTo('search', 'f'.repeat(64)), { switched: false, why: 'other digest' })
    t.same(await runtime.switchTo('search', digest), { switched: true, build: 2, version: 1 })
    const fresh = await openBoth(t)
    await append(fresh.store, [...randomHistory(11, 20, 8), ...randomHistory(13, 3, 8)])
    await openBuilt({ ...fresh, projections: [searchProjection] })
    t.same(await dump(database), await dump(fresh.database))
  },
)

t.test('a missing and a surplus view are differences', async (t) => {
  const { runtime, database } = await started(t)
  await database.transaction(async (session) => {
    await session.run(`DELETE FROM search__1 WHERE key = 'R11X0'`)
    await session.run(`UPDATE search__1 SET key = 'R11X99' WHERE key = 'R11X9'`)
  })
  const result = await runtime.rebuild('search')
  t.equal(result.differing, 3)
  t.same(result.differences.map(({ key }) => key).sort(), ['R11X0', 'R11X9', 'R11X99'])
})

t.test('a newer version that differs waits for the operator to accept its digest', async (t) => {
  const { database, store, projections } = await started(t)
  const runtime = await openRuntime({ database, store, projections: [...projections, changed(2, '（新）')] })
  const first = await runtime.rebuild('search')
  t.match(first, { switched: false, version: 2, differing: 20 })
  t.match(await runtime.rebuild('search', { accept: 'f'.repeat(64) }), { switched: false })
  t.match(await runtime.rebuild('search', { accept: first.digest }), { switched: true, version: 2 })
  t.match((await dump(database)).search, /（新）/)
})

t.test('an old version goes on being kept up beside the new code until it is replaced', async (t) => {
  const { database, store, projections } = await started(t)
  const runtime = await openRuntime({ database, store, projections: [...projections, changed(2, '（新）')] })
  t.same(runtime.frozen, [])
  await append(store, randomHistory(14, 2, 8))
  await follow(runtime, store, 10)
  t.equal(runtime.position, await store.head())
})

t.test('a live copy that this program cannot fold stands still until it is rebuilt', async (t) => {
  const { database, store } = await started(t)
  const runtime = await openRuntime({ database, store, projections: [changed(2, ''), filingBoardProjection] })
  t.same(runtime.frozen, ['search'])
  const before = await dump(database, 'search')
  for (const name of runtime.missing) await runtime.rebuild(name)
  await append(store, randomHistory(15, 2, 8))
  await follow(runtime, store, 10)
  t.same(await dump(database, 'search'), before)
  const result = await runtime.rebuild('search')
  t.match(result, { switched: true, differing: 0 }, 'an equal fold of another version needs nobody’s leave')
  await follow(runtime, store, 10)
  t.same(runtime.frozen, [])
  t.equal(runtime.position, await store.head())
})

t.test('rolling back puts the copy before in place, brought up to now', async (t) => {
  const { database, store, projections } = await started(t)
  const runtime = await openRuntime({ database, store, projections: [...projections, changed(2, '（新）')] })
  const { digest } = await runtime.rebuild('search')
  await runtime.rebuild('search', { accept: digest })
  await append(store, randomHistory(16, 3, 8))
  await follow(runtime, store, 10)
  t.same(await runtime.rollback('search'), { switched: true, build: 1, version: 1 })
  t.notMatch((await dump(database)).search, /（新）/)
  t.equal(runtime.position, await store.head())
  t.match((await dump(database)).search, /R16X2/, 'with what came meanwhile')
  t.match(await runtime.rollback('search'), { switched: true, version: 2 }, 'and forward again')
})

t.test('there is nothing to roll back to at first, nor a projection of any name', async (t) => {
  const { runtime } = await started(t)
  t.same(await runtime.rollback('search'), { switched: false, why: 'no such copy' })
  t.same(await runtime.rollback('nothing'), { switched: false, why: 'unknown projection' })
  t.throws(() => runtime.rebuild('nothing'), { code: 'YB_NOT_FOUND' })
})

t.test('live updates go on during a rebuild, and the copy has them', async (t) => {
  const { runtime, database, store } = await started(t)
  let during = 0
  const rebuilding = runtime.rebuild('search', {
    onProgress: () => {
      during += 1
    },
  })
  for (let round = 0; round < 5; round += 1) {
    await append(store, randomHistory(20 + round, 2, 6))
    await follow(runtime, store, 7)
  }
  t.match(await rebuilding, { switched: true, differing: 0 })
  t.ok(during > 0)
  await follow(runtime, store, 7)
  t.match((await dump(database)).search, /R24X1/)
  t.equal(runtime.position, await store.head())
})

t.test('what comes between comparing and switching is in the copy as well', async (t) => {
  const { database, store, projections } = await started(t)
  let meanwhile: (() => Promise<void>) | undefined
  const watched: Database = Object.create(database, {
    dialect: { value: database.dialect },
    transaction: { value: database.transaction.bind(database) },
    notify: { value: database.notify.bind(database) },
    snapshot: {
      value: async (work: Parameters<Database['snapshot']>[0]) => {
        const result = await database.snapshot(work)
        await meanwhile?.()
        return result
      },
    },
  })
  const runtime = await openRuntime({ database: watched, store, projections })
  meanwhile = async () => {
    meanwhile = undefined
    await append(store, randomHistory(18, 2, 6))
    await follow(runtime, store, 10)
  }
  t.match(await runtime.rebuild('search'), { switched: true })
  t.equal(meanwhile, undefined, 'it did come in between')
  t.equal(runtime.position, await store.head())
  t.match((await dump(database)).search, /R18X1/)
})

t.test('progress never falls and ends at the whole', async (t) => {
  const { store, database, projections } = await started(t)
  const runtime = await openRuntime({ database, store, projections, viewsHeld: 3 })
  const told: number[] = []
  await runtime.rebuild('search', { onProgress: (done) => told.push(done) })
  t.same(
    told,
    [...told].sort((one, other) => one - other),
  )
  t.equal(told.at(-1), await store.head())
})

t.test('a rebuild that is called off leaves no table behind', async (t) => {
  const { runtime, database } = await started(t)
  const controller = new AbortController()
  const called = runtime.rebuild('search', {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  })
  await t.rejects(called, { name: 'AbortError' })
  t.same(await versionOf({ database }), [[1, 1, 'live']])
})
