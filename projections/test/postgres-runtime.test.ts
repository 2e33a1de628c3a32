import {
  openRuntime,
  type Projection,
  type SearchView,
  searchProjection,
  verifyProjections,
} from '@yibiao/projections'
import t from 'tap'
import { dump, follow, openBuilt, projections } from './support/drive.ts'
import { append, openBoth, randomHistory } from './support/history.ts'
import { openBothOnPostgres, serverForTest } from './support/postgres.ts'

const { url, skip } = await serverForTest(t)
const open = (t: Parameters<typeof openBoth>[0]) => openBothOnPostgres(t as typeof globalTest, url)
const globalTest = t

t.test('the same history gives the same rows as on SQLite, however it is cut', { skip }, async (t) => {
  const history = randomHistory(1, 12, 18)
  const embedded = await openBoth(t)
  await append(embedded.store, history)
  await openBuilt(embedded)
  const rows = await dump(embedded.database)
  t.ok((rows['one-form'] ?? '').length > 10_000, 'there is something to compare')
  for (const batch of [7, 500]) {
    const both = await open(t)
    const runtime = await openBuilt(both)
    await append(both.store, history)
    await follow(runtime, both.store, batch)
    t.same(await dump(both.database), rows, `batches of ${batch}`)
    t.same(await verifyProjections({ ...both, projections }), [])
  }
  const rebuilt = await open(t)
  await append(rebuilt.store, history)
  await openBuilt(rebuilt)
  t.same(await dump(rebuilt.database), rows, 'rebuilt')
})

t.test('going on with cold caches, from rows read back, gives the same rows', { skip }, async (t) => {
  const both = await open(t)
  const history = randomHistory(3, 10, 14)
  for (const [from, to] of [
    [0, 30],
    [30, 90],
    [90, history.length],
  ]) {
    await append(both.store, history.slice(from, to))
    await follow(await openBuilt({ ...both, cacheBytes: 0 }), both.store, 9)
  }
  t.same(await verifyProjections({ ...both, projections }), [])
})

/** The search projection with another fold. */
const changed: Projection<SearchView> = {
  ...searchProjection,
  version: 2,
  evolve: (view, event) => {
    const next = searchProjection.evolve(view, event)
    next.name = `${next.name.replace(/（新）$/, '')}（新）`
    return next
  },
}

async function started(t: Parameters<typeof openBoth>[0]) {
  const both = await open(t)
  await append(both.store, randomHistory(11, 20, 8))
  await openBuilt({ ...both, projections: [searchProjection] })
  return both
}

const builds = async ({ database }: Awaited<ReturnType<typeof open>>) =>
  (await database.kysely.selectFrom('projection_builds').selectAll().orderBy('build').execute()).map(
    (row) => [row.build, row.version, row.state],
  )

t.test(
  'an equal copy takes the place of the live one, and the third lets the first go',
  { skip },
  async (t) => {
    const both = await started(t)
    const runtime = await openRuntime({ ...both, projections: [searchProjection] })
    const before = await dump(both.database)
    t.match(await runtime.rebuild('search'), { switched: true, differing: 0, rows: 20, build: 2 })
    t.same(await dump(both.database), before)
    t.match(await runtime.rebuild('search'), { switched: true, build: 3 })
    t.same(await builds(both), [
      [2, 1, 'old'],
      [3, 1, 'live'],
    ])
    const left = await both.database.snapshot((session) =>
      session.all(
        `SELECT tablename FROM pg_tables WHERE tablename LIKE 'search\\_\\_1%' AND schemaname = current_schema()`,
      ),
    )
    t.same(left, [])
  },
)

t.test('a live view that was tampered with is found', { skip }, async (t) => {
  const both = await started(t)
  const runtime = await openRuntime({ ...both, projections: [searchProjection] })
  await both.database.transaction((session) =>
    session.run(
      `UPDATE search__1 SET view = replace(view, '公司', '假司'), status = 'FORGED' WHERE key = 'R11X3'`,
    ),
  )
  const result = await runtime.rebuild('search')
  t.match(result, { switched: false, differing: 1 })
  t.same(
    result.differences.map(({ key, path }) => [key, path]),
    [
      ['R11X3', 'column:status'],
      ['R11X3', '/name'],
    ],
  )
  t.match(await verifyProjections({ ...both, projections: [searchProjection] }), [
    { key: 'R11X3', path: '/name' },
  ])
})

t.test(
  'a newer version switches when its digest is accepted, and can be rolled back',
  { skip },
  async (t) => {
    const both = await started(t)
    const runtime = await openRuntime({ ...both, projections: [searchProjection, changed] })
    const { digest, switched } = await runtime.rebuild('search')
    t.equal(switched, false)
    await append(both.store, randomHistory(13, 3, 8))
    await follow(runtime, both.store, 10)
    t.match(await runtime.switchTo('search', digest), { switched: true, version: 2 })
    t.match((await dump(both.database)).search, /（新）/)
    t.same(await runtime.rollback('search'), { switched: true, build: 1, version: 1 })
    t.match((await dump(both.database)).search, /R13X2/, 'with what came meanwhile')
  },
)

t.test('live updates go on during a rebuild, and the copy has them', { skip }, async (t) => {
  const both = await started(t)
  const runtime = await openRuntime({ ...both, projections: [searchProjection] })
  const rebuilding = runtime.rebuild('search')
  for (let round = 0; round < 3; round++) {
    await append(both.store, randomHistory(20 + round, 2, 6))
    await follow(runtime, both.store, 7)
  }
  t.match(await rebuilding, { switched: true, differing: 0 })
  await follow(runtime, both.store, 7)
  t.match((await dump(both.database)).search, /R22X1/)
})

t.test(
  'of several runtimes that apply at the same time, one takes each batch and the others nothing',
  { skip },
  async (t) => {
    const both = await started(t)
    await append(both.store, randomHistory(17, 6, 12))
    const events = await both.store.readAll({ after: 0, limit: 10_000 })
    const runtimes = await Promise.all(
      [1, 2, 3].map(async () =>
        openRuntime({ store: both.store, database: await both.another(), projections: [searchProjection] }),
      ),
    )
    const fresh = events.filter((event) => event.position > (runtimes[0]?.position ?? 0))
    t.ok(fresh.length > 40)
    for (let from = 0; from < fresh.length; from += 20) {
      const some = fresh.slice(from, from + 20)
      const position = some.at(-1)?.position ?? 0
      const outcomes = await Promise.allSettled(runtimes.map((runtime) => runtime.apply(some, position)))
      const failed = outcomes.flatMap((one) =>
        one.status === 'rejected' ? [one.reason as { code: string }] : [],
      )
      t.equal(failed.length, 2, 'exactly one got through')
      // The losers open anew, as a projector does.
      for (const [index, one] of outcomes.entries()) {
        if (one.status === 'fulfilled') continue
        runtimes[index] = await openRuntime({
          store: both.store,
          database: await both.another(),
          projections: [searchProjection],
        })
      }
      t.ok(
        failed.every(({ code }) => code === 'YB_BUSY' || code === 'YB_DATABASE_UNAVAILABLE'),
        failed.map(({ code }) => code).join(),
      )
    }
    t.same(await verifyProjections({ ...both, projections: [searchProjection] }), [])
  },
)
