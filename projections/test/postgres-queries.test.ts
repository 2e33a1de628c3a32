import { openReadModel, type ReadModel, type SearchRequest, searchProjection } from '@yibiao/projections'
import t from 'tap'
import { follow, openBuilt, projections } from './support/drive.ts'
import { append, type openBoth, randomHistory } from './support/history.ts'
import { openBothOnPostgres, serverForTest } from './support/postgres.ts'
import { seeded } from './support/random.ts'
import { RecordLife } from './support/record-life.ts'

const { url, skip } = await serverForTest(t)
const whole = t
const open = (t: Parameters<typeof openBoth>[0]) => openBothOnPostgres(t as typeof whole, url)

async function opened(t: Parameters<typeof openBoth>[0]) {
  const both = await open(t)
  const runtime = await openBuilt(both)
  const model = openReadModel(both.database)
  t.teardown(() => model.close())
  const add = async (...happenings: Parameters<typeof append>[1]) => {
    await append(both.store, happenings)
    await follow(runtime, both.store, 50)
  }
  return { ...both, runtime, model, add }
}

function life(name: string, minute: number, register = false): RecordLife {
  const made = new RecordLife(name, seeded(minute))
  made.submit()
  const [submitted] = made.happenings
  const time = new Date(Date.UTC(2026, 8, 24, 2, minute)).toISOString()
  if (submitted) Object.assign(submitted.event, { receivedtime: time })
  if (register) made.register(`91220202PDY000${minute}`)
  return made
}

t.test('records and filings are read with the position they are true as of', { skip }, async (t) => {
  const { model, add, store } = await opened(t)
  await add(...life('R1', 1).happenings)
  const position = await store.head()
  t.match(await model.record('R1'), { position, value: { record: 'R1', revision: 2 } })
  t.match(await model.filing('FR1'), { position, value: { filing: 'FR1', state: 'IN_PARALLEL' } })
  t.same(await model.record('R2'), { position, value: undefined })
})

t.test('filings come in order, page by page, by state and by who is outstanding', { skip }, async (t) => {
  const { model, add } = await opened(t)
  for (const minute of [3, 1, 2]) await add(...life(`R${minute}`, minute, minute === 2).happenings)
  const ids = async (request: Parameters<typeof model.filings>[0]) => {
    const found: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await model.filings({ ...request, limit: 2, after })
      found.push(...page.items.map((item) => item.filing))
      if (page.next === undefined) return found
      after = page.next
    }
  }
  t.same(await ids({ order: 'oldest' }), ['FR1', 'FR2', 'FR3'])
  t.same(await ids({ order: 'newest', state: 'IN_PARALLEL' }), ['FR3', 'FR2', 'FR1'])
  t.same(await ids({ order: 'oldest', participant: 'AMR-220202' }), ['FR1', 'FR3'])
  t.same(await ids({ order: 'oldest', participant: 'BANK' }), [], 'a code is not found by its beginning')
})

t.test('feeds, operations, refusals, builds and jobs are read from their own views', { skip }, async (t) => {
  const { model, add, store, database } = await opened(t)
  await add(...randomHistory(41, 1, 12))
  t.same(
    (await model.feedStates()).value.map((feed) => feed.participant),
    ['PSB', 'TAX'],
  )
  t.same(
    (await model.operations()).value.map((one) => one.operation),
    ['O3', 'O2', 'O1'],
  )
  t.type((await model.refusals('R41X0')).value, Array)
  t.equal(await model.position(), await store.head())
  t.equal((await model.builds()).length, projections.length)
  await database.transaction((session) =>
    session.run(`INSERT INTO job_progress VALUES ('O1', 'rebuild', 'search', 5, 10, 1, ${2 ** 41}, NULL)`),
  )
  t.match(await model.jobs(), [{ operation: 'O1', done: 5, total: 10, updatedAt: 2 ** 41, ended: false }])
})

t.test('waiting for a position ends as soon as another process has applied it', { skip }, async (t) => {
  const { store, runtime, another } = await opened(t)
  const elsewhere = openReadModel(await another())
  t.teardown(() => elsewhere.close())
  for (let round = 0; round < 3; round++) {
    await append(store, life(`R${round}`, round).happenings)
    const head = await store.head()
    const waiting = elsewhere.waitFor(head, 60_000)
    await follow(runtime, store, 50)
    t.equal(await waiting, true)
  }
  t.equal(await elsewhere.waitFor(1_000_000, 1), false)
})

t.test('readers see a switch whole: never a missing table, never a mixture', { skip }, async (t) => {
  const { model, add, runtime } = await opened(t)
  await add(...randomHistory(43, 6, 6))
  let reads = 0
  let done = false
  const reading = (async () => {
    while (!done) {
      const { value } = await model.record('R43X1')
      if (value?.record !== 'R43X1') throw new Error('a reader saw nothing')
      reads += 1
    }
  })()
  for (let round = 0; round < 3; round += 1) await runtime.rebuild('one-form')
  done = true
  await reading
  t.ok(reads > 3)
})

async function namesModel(t: Parameters<typeof openBoth>[0], names: readonly string[]) {
  const both = await open(t)
  const happenings = names.flatMap((name, index) => {
    const life = new RecordLife(`R${index}`, seeded(index))
    life.submit(name)
    if (index % 2 === 1) life.register(`91220202PDY0000${index}X5`)
    return life.happenings
  })
  await append(both.store, happenings)
  await openBuilt({ ...both, projections: [searchProjection] })
  return openReadModel(both.database)
}

const find = async (model: ReadModel, text: string, more: Partial<SearchRequest> = {}) =>
  (await model.searchRecords({ text, ...more })).items.map((item) => item.name)

t.test('names are found by any part of them, exact before prefix before contained', { skip }, async (t) => {
  const model = await namesModel(t, [
    '吉林市松花餐饮有限公司',
    '松花江物流有限公司',
    '松花',
    '长春市北山（松花）商贸有限公司',
    'ABC科技有限公司',
    '吉林市𠮷野家餐饮有限公司',
    '花松林有限公司',
  ])
  t.same(await find(model, '松花'), [
    '松花',
    '松花江物流有限公司',
    '吉林市松花餐饮有限公司',
    '长春市北山（松花）商贸有限公司',
  ])
  t.same(await find(model, '江'), ['松花江物流有限公司'])
  t.same(await find(model, '𠮷'), ['吉林市𠮷野家餐饮有限公司'])
  t.same(await find(model, 'ａｂｃ'), ['ABC科技有限公司'])
  t.same(await find(model, '北山松花'), ['长春市北山（松花）商贸有限公司'])
  t.same(await find(model, '91220202pdy00001'), ['松花江物流有限公司'], 'by the beginning of a code')
  t.same(await find(model, 'r4'), ['ABC科技有限公司'], 'by a record id')
  t.same(await find(model, '松花', { status: 'REGISTERED' }), [
    '松花江物流有限公司',
    '长春市北山（松花）商贸有限公司',
  ])
})

t.test('pages, whatever their size, give every hit once and in the same order', { skip }, async (t) => {
  const random = seeded(7)
  const letters = [...'松花江山AB']
  const names = Array.from({ length: 60 }, () =>
    Array.from({ length: 3 + random.below(4) }, () => random.pick(letters)).join(''),
  )
  const model = await namesModel(t, names)
  const pages = async (request: SearchRequest) => {
    const found: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await model.searchRecords({ ...request, after })
      found.push(...page.items.map((item) => item.record))
      if (page.next === undefined) return found
      after = page.next
    }
  }
  for (const text of ['松', 'A', '花江', 'B松花', '山A']) {
    const wanted = names.flatMap((name, index) => (name.includes(text) ? [`R${index}`] : []))
    const all = await pages({ text, limit: 200 })
    t.same([...all].sort(), wanted.sort(), text)
    for (const limit of [1, 4, 9]) t.same(await pages({ text, limit }), all, `${text} in pages of ${limit}`)
  }
})
