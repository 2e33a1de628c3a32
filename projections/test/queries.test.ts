import { openReadModel } from '@yibiao/projections'
import t from 'tap'
import { follow, openBuilt, projections } from './support/drive.ts'
import { append, happening, openBoth, randomHistory } from './support/history.ts'
import { seeded } from './support/random.ts'
import { RecordLife } from './support/record-life.ts'

async function opened(t: Parameters<typeof openBoth>[0]) {
  const both = await openBoth(t)
  const runtime = await openBuilt(both)
  const model = openReadModel(both.database)
  t.teardown(() => model.close())
  const add = async (...happenings: Parameters<typeof append>[1]) => {
    await append(both.store, happenings)
    await follow(runtime, both.store, 50)
  }
  return { ...both, runtime, model, add }
}

/** A life whose filing was received at a minute of the day. */
function life(name: string, minute: number, register = false): RecordLife {
  const made = new RecordLife(name, seeded(minute))
  made.submit()
  const [submitted] = made.happenings
  const time = new Date(Date.UTC(2026, 8, 24, 2, minute)).toISOString()
  if (submitted) Object.assign(submitted.event, { receivedtime: time })
  if (register) made.register(`91220202PDY000${minute}`)
  return made
}

t.test('a record and a filing are read with the position they are true as of', async (t) => {
  const { model, add, store } = await opened(t)
  await add(...life('R1', 1).happenings)
  const position = await store.head()
  t.match(await model.record('R1'), { position, value: { record: 'R1', revision: 2 } })
  t.match(await model.filing('FR1'), { position, value: { filing: 'FR1', state: 'IN_PARALLEL' } })
  t.same(await model.record('R2'), { position, value: undefined })
})

t.test('while the first copy is being built the read API says so', async (t) => {
  const { database } = await openBoth(t)
  await t.rejects(openReadModel(database).record('R1'), { code: 'YB_UNAVAILABLE' })
})

t.test('filings come newest first or oldest first, page by page', async (t) => {
  const { model, add } = await opened(t)
  for (const minute of [3, 1, 4, 2, 5]) await add(...life(`R${minute}`, minute).happenings)
  const ids = async (order: 'newest' | 'oldest') => {
    const found: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await model.filings({ order, limit: 2, after })
      found.push(...page.items.map((item) => item.filing))
      if (page.next === undefined) return found
      after = page.next
    }
  }
  t.same(await ids('oldest'), ['FR1', 'FR2', 'FR3', 'FR4', 'FR5'])
  t.same(await ids('newest'), ['FR5', 'FR4', 'FR3', 'FR2', 'FR1'])
})

t.test('filings are found by state and by who is outstanding', async (t) => {
  const { model, add } = await opened(t)
  await add(...life('R1', 1).happenings, ...life('R2', 2, true).happenings)
  const finished = life('R3', 3, true)
  finished.finish()
  await add(...finished.happenings)
  const ids = async (request: Parameters<typeof model.filings>[0]) =>
    (await model.filings({ order: 'oldest', ...request })).items.map((item) => item.filing)
  t.same(await ids({ state: 'IN_PARALLEL' }), ['FR1', 'FR2'])
  t.same(await ids({ state: 'COMPLETED' }), ['FR3'])
  t.same(await ids({ participant: 'AMR-220202' }), ['FR1'])
  t.same(await ids({ participant: 'TAX' }), ['FR1', 'FR2'])
  t.same(await ids({ participant: 'TAX', state: 'SUPPLEMENT' }), [])
  t.same(await ids({ participant: 'BANK' }), [], 'a code is not found by its beginning')
})

t.test('feeds, operations and positions are read from their own views', async (t) => {
  const { model, add, store, database } = await opened(t)
  await add(...randomHistory(41, 1, 2))
  const feeds = await model.feedStates()
  t.same(
    feeds.value.map((feed) => feed.participant),
    ['PSB', 'TAX'],
  )
  t.same(
    (await model.operations()).value.map((one) => one.operation),
    ['O3', 'O2', 'O1'],
  )
  t.match((await model.operation('O1')).value, { kind: 'replay', reason: 'r' })
  t.equal(await model.position(), await store.head())
  t.equal((await model.builds()).length, projections.length)
  await database.transaction((session) =>
    session.run(`INSERT INTO job_progress VALUES ('O1', 'rebuild', 'search', 5, 10, 1, 2, NULL)`),
  )
  t.same(await model.jobs(), [
    {
      operation: 'O1',
      kind: 'rebuild',
      subject: 'search',
      done: 5,
      total: 10,
      startedAt: 1,
      updatedAt: 2,
      ended: false,
    },
  ])
})

t.test('operations of one state come in the order of their requests', async (t) => {
  const { model, add } = await opened(t)
  const request = (operation: string, number: number) =>
    happening(
      'operations',
      'operation.requested',
      { operation, kind: 'rebuild', reason: 'r', plan: {} },
      { number },
    )
  await add(request('B', 1), request('A', 2))
  await add(
    happening(
      'operations',
      'operation.completed',
      { operation: 'B', outcome: 'done', result: {} },
      { number: 3 },
    ),
    request('C', 4),
  )
  t.same(
    (await model.operations('requested')).value.map((one) => one.operation),
    ['A', 'C'],
  )
  t.match((await model.operation('B')).value, { state: 'done', position: 1 })
})

t.test('waiting for a position ends as soon as it is there', async (t) => {
  const { model, store, runtime } = await opened(t)
  await append(store, life('R1', 1).happenings)
  const head = await store.head()
  const waiting = model.waitFor(head, 60_000)
  await follow(runtime, store, 50)
  t.equal(await waiting, true)
  t.equal(await model.waitFor(head, 60_000), true, 'and at once when it is there already')
})

t.test('waiting gives up after its time, or when the model is closed', async (t) => {
  const { model } = await opened(t)
  t.equal(await model.waitFor(1_000, 1), false)
  const waiting = model.waitFor(1_000, 60_000)
  model.close()
  t.equal(await waiting, false)
})

t.test('many waiters for many positions each get their own answer', async (t) => {
  const { model, store, runtime } = await opened(t)
  await append(store, randomHistory(42, 2, 10))
  const head = await store.head()
  const waiting = Array.from({ length: head }, (_, index) =>
    model.waitFor(index + 1, 60_000, index % 2 ? 'search' : undefined),
  )
  await follow(runtime, store, 1)
  t.ok((await Promise.all(waiting)).every((reached) => reached))
})

t.test('readers see a switch whole: never a missing table, never a mixture', async (t) => {
  const { model, add, runtime } = await opened(t)
  await add(...randomHistory(43, 6, 6))
  let reads = 0
  let done = false
  const reading = (async () => {
    while (!done) {
      const { value } = await model.record('R43X1')
      if (value?.record !== 'R43X1') throw new Error('a reader saw nothing')
      reads += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  for (let round = 0; round < 3; round += 1) await runtime.rebuild('one-form')
  done = true
  await reading
  t.ok(reads > 3)
})
