import { openReadModel } from '@yibiao/projections'
import t from 'tap'
import { follow, openBuilt } from './support/drive.ts'
import { append, openBoth } from './support/history.ts'
import { seeded } from './support/random.ts'
import { RecordLife } from './support/record-life.ts'

const both = await openBoth(t)
const runtime = await openBuilt(both)
const model = openReadModel(both.database)
t.teardown(() => model.close())

/** So many filings that one batch cannot hold them; every third is completed, every tenth has a disputed value. */
const count = 1_205
for (let at = 0; at < count; at += 1) {
  const life = new RecordLife(`R${String(at).padStart(5, '0')}`, seeded(at))
  life.submit()
  if (at % 10 === 0) life.say('TAX', 'value.disputed', { path: '/domicile/text', reason: '查无此址' })
  if (at % 3 === 0) life.finish()
  await append(both.store, life.happenings)
}
await follow(runtime, both.store, 2_000)

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = []
  for await (const row of rows) found.push(row)
  return found
}

t.test('every filing comes once, in the order of the ids', async (t) => {
  const ids = (await all(model.eachFiling())).map(({ filing }) => filing)
  t.equal(ids.length, count)
  t.strictSame(ids, [...new Set(ids)].sort())
})

t.test('filings come by state and by the time of their submission', async (t) => {
  const completed = await all(model.eachFiling({ states: ['COMPLETED'] }))
  t.equal(completed.length, Math.ceil(count / 3))
  t.ok(completed.every(({ state }) => state === 'COMPLETED'))
  t.equal((await all(model.eachFiling({ states: [] }))).length, 0)
  const at = completed[0]?.submittedAt ?? ''
  t.equal((await all(model.eachFiling({ from: at }))).length, count)
  t.equal((await all(model.eachFiling({ to: at }))).length, 0)
})

t.test('filings are found by their ids, however many', async (t) => {
  const ids = (await all(model.eachFiling())).map(({ filing }) => filing)
  const found = await model.filingsOf([...ids, 'FUNKNOWN'])
  t.equal(found.size, count)
  t.equal(found.get(ids[700] ?? '')?.filing, ids[700])
})

t.test('only records with a value that stands disputed come', async (t) => {
  const disputed = await all(model.eachDisputed())
  t.equal(disputed.length, Math.ceil(count / 10))
  t.ok(disputed.every((view) => Object.keys(view.disputed).length > 0))
})

t.test('whoever stops early leaves nothing behind', async (t) => {
  for await (const one of model.eachFiling()) {
    t.ok(one.filing)
    break
  }
  t.equal((await all(model.eachException())).length, 0)
  t.equal((await all(model.eachException({ kinds: [] }))).length, 0)
})
