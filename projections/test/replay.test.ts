import { verifyProjections } from '@yibiao/projections'
import fc from 'fast-check'
import t from 'tap'
import { dump, follow, openBuilt, projections } from './support/drive.ts'
import { append, openBoth, randomHistory } from './support/history.ts'

t.test('any cutting of the history into batches gives the same rows', async (t) => {
  const { store, database } = await openBoth(t)
  await openBuilt({ store, database })
  const history = randomHistory(1, 12, 18)
  await append(store, history)
  await follow(await openBuilt({ store, database }), store, 500)
  const rows = await dump(database)
  t.ok((rows['one-form'] ?? '').length > 10_000, 'there is something to compare')
  for (const batch of [1, 7, 64]) {
    const other = await openBoth(t)
    await openBuilt({ store: other.store, database: other.database })
    await append(other.store, history)
    await follow(await openBuilt(other), other.store, batch)
    t.same(await dump(other.database), rows, `batches of ${batch}`)
  }
})

t.test('a rebuild from nothing gives the same rows as live updates', async (t) => {
  const live = await openBoth(t)
  await openBuilt(live)
  const history = randomHistory(2, 15, 20)
  await append(live.store, history)
  await follow(await openBuilt(live), live.store, 10)
  const rebuilt = await openBoth(t)
  await append(rebuilt.store, history)
  await openBuilt(rebuilt)
  t.same(await dump(rebuilt.database), await dump(live.database))
})

t.test('going on from the middle, with cold caches, gives the same rows', async (t) => {
  const { store, database } = await openBoth(t)
  const history = randomHistory(3, 12, 18)
  const whole = await openBoth(t)
  await append(whole.store, history)
  await openBuilt(whole)
  const random = [3, 11, 29, 60]
  let from = 0
  for (const some of [...random, history.length]) {
    await append(store, history.slice(from, from + some))
    from += some
    // A new runtime each time: its views come from the database, not from memory.
    await follow(await openBuilt({ store, database, cacheBytes: 0 }), store, 9)
  }
  t.same(await dump(database), await dump(whole.database))
})

t.test('a batch that is applied twice changes nothing', async (t) => {
  const { store, database } = await openBoth(t)
  const runtime = await openBuilt({ store, database })
  await append(store, randomHistory(4, 6, 15))
  const events = await store.readAll()
  const position = events.at(-1)?.position ?? 0
  await runtime.apply(events, position)
  const rows = await dump(database)
  await runtime.apply(events, position)
  await runtime.apply(events.slice(0, 20), events[19]?.position ?? 0)
  t.same(await dump(database), rows)
})

t.test('of a batch that overlaps the last one, only what is new counts', async (t) => {
  const { store, database } = await openBoth(t)
  const runtime = await openBuilt({ store, database })
  await append(store, randomHistory(4, 6, 15))
  const events = await store.readAll()
  // The feeds' views count rejections, so they would show an event that was taken twice.
  for (const end of [events.length - 25, events.length - 12, events.length]) {
    const some = events.slice(Math.max(0, end - 60), end)
    await runtime.apply(end === events.length - 25 ? events.slice(0, end) : some, some.at(-1)?.position ?? 0)
  }
  t.same(await verifyProjections({ store, database, projections }), [])
})

t.test('whatever happens to records, live copies equal their replay', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 5, max: 1_000_000 }),
      fc.integer({ min: 1, max: 40 }),
      async (seed, batch) => {
        const { store, database } = await openBoth(t)
        await openBuilt({ store, database })
        await append(store, randomHistory(seed, 4, 16))
        await follow(await openBuilt({ store, database }), store, batch)
        const faults = await verifyProjections({ store, database, projections })
        await database.close()
        await store.close()
        return faults.length === 0
      },
    ),
    { numRuns: 12 },
  )
})

t.test('views that do not fit into memory are folded from their streams, to the same rows', async (t) => {
  const { store, database } = await openBoth(t)
  await append(store, randomHistory(6, 40, 12))
  await openBuilt({ store, database, viewsHeld: 5 })
  t.same(await verifyProjections({ store, database, projections, viewsHeld: 3 }), [])
  const whole = await openBoth(t)
  await append(whole.store, randomHistory(6, 40, 12))
  await openBuilt(whole)
  t.same(await dump(database), await dump(whole.database))
})
