import { openReadModel, type ReadModel, type SearchRequest, searchProjection } from '@yibiao/projections'
import fc from 'fast-check'
import t from 'tap'
import { openBuilt } from './support/drive.ts'
import { append, openBoth } from './support/history.ts'
import { seeded } from './support/random.ts'
import { RecordLife } from './support/record-life.ts'

type Step = (life: RecordLife) => void
const register =
  (uscc: string): Step =>
  (life) =>
    life.register(uscc)
const withdraw: Step = (life) => life.say('PAB', 'filing.withdrawn', { reason: '改日' })

async function model(
  t: Parameters<typeof openBoth>[0],
  names: readonly (readonly [name: string, ...steps: Step[]])[],
) {
  const both = await openBoth(t)
  for (const [index, [name, ...steps]] of names.entries()) {
    const life = new RecordLife(`R${index}`, seeded(index))
    life.submit(name)
    for (const step of steps) step(life)
    await append(both.store, life.happenings)
  }
  await openBuilt({ ...both, projections: [searchProjection] })
  return openReadModel(both.database)
}

const find = async (model: ReadModel, text: string, more: Partial<SearchRequest> = {}) =>
  (await model.searchRecords({ text, ...more })).items.map((item) => item.name)

const companies = [
  ['吉林市松花餐饮有限公司'],
  ['松花江物流有限公司', register('91220202PDY00001X5')],
  ['松花', register('91220202PDY0000285')],
  ['长春市北山（松花）商贸有限公司', withdraw],
  ['ABC科技有限公司'],
  ['吉林市𠮷野家餐饮有限公司'],
] as const

t.test('exact before prefix before contained', async (t) => {
  t.same(await find(await model(t, companies), '松花'), [
    '松花',
    '松花江物流有限公司',
    '吉林市松花餐饮有限公司',
    '长春市北山（松花）商贸有限公司',
  ])
})

t.test('one character is enough, even a rare one beyond the first 65,536', async (t) => {
  const names = await model(t, companies)
  t.same(await find(names, '江'), ['松花江物流有限公司'])
  t.same(await find(names, '𠮷'), ['吉林市𠮷野家餐饮有限公司'])
  t.same(await find(names, '𠮷野'), ['吉林市𠮷野家餐饮有限公司'])
})

t.test('width, case and punctuation do not matter', async (t) => {
  const names = await model(t, companies)
  t.same(await find(names, 'ａｂｃ'), ['ABC科技有限公司'])
  t.same(await find(names, 'bc科'), ['ABC科技有限公司'])
  t.same(await find(names, '北山松花'), ['长春市北山（松花）商贸有限公司'])
})

t.test('characters that a name has, but not side by side, do not find it', async (t) => {
  t.same(await find(await model(t, [['花松林有限公司'], ['松林花有限公司']]), '松花'), [])
  t.same(
    await find(await model(t, [['甲乙丙甲丙有限公司']]), '乙丙甲乙'),
    [],
    'nor all of its pairs in another order',
  )
})

t.test('the beginning of a code or of a record id finds the record', async (t) => {
  const names = await model(t, companies)
  t.same(await find(names, '91220202pdy00001'), ['松花江物流有限公司'])
  t.same(await find(names, '91220202'), ['松花江物流有限公司', '松花'])
  t.same(await find(names, 'r4'), ['ABC科技有限公司'])
})

t.test('a status limits what is found', async (t) => {
  const names = await model(t, companies)
  t.same(await find(names, '松花', { status: 'REGISTERED' }), ['松花', '松花江物流有限公司'])
  t.same(await find(names, '松花', { status: 'WITHDRAWN' }), ['长春市北山（松花）商贸有限公司'])
  t.same(await find(names, '', { status: 'REGISTERED' }), ['松花江物流有限公司', '松花'])
})

t.test('a name that was changed is found by the new one alone', async (t) => {
  const rename: Step = (life) =>
    life.say('AMR-220202', 'record.changed', { reason: '更名', form: { name: { full: '雾凇有限公司' } } })
  const names = await model(t, [['松花有限公司', register('91220202PDY00001X5'), rename]])
  t.same(await find(names, '雾凇'), ['雾凇有限公司'])
  t.same(await find(names, '松花'), [])
})

async function everyPage(model: ReadModel, request: SearchRequest) {
  const found: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await model.searchRecords({ ...request, after })
    found.push(...page.items.map((item) => item.record))
    if (page.next === undefined) return found
    after = page.next
  }
}

t.test('pages, whatever their size, give every hit once and in the same order', async (t) => {
  const random = seeded(7)
  const letters = [...'松花江山AB']
  const names = Array.from(
    { length: 60 },
    () => [Array.from({ length: 3 + random.below(4) }, () => random.pick(letters)).join('')] as const,
  )
  const searched = await model(t, names)
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 9 }),
      async (text, limit) => {
        const found = await everyPage(searched, { text, limit })
        const wanted = names.flatMap(([name], index) => (name.includes(text) ? [`R${index}`] : []))
        t.same([...found].sort(), wanted.sort(), text)
        t.same(found, await everyPage(searched, { text, limit: 200 }), 'order')
      },
    ),
    { numRuns: 40 },
  )
})

t.test('a cursor of another query is refused', async (t) => {
  const names = await model(t, companies)
  const { next } = await names.searchRecords({ text: '松花', limit: 1 })
  t.type(next, 'string')
  await t.rejects(names.searchRecords({ text: '北山', after: next }), { code: 'YB_CURSOR' })
  await t.rejects(names.searchRecords({ text: '松花', after: 'nonsense' }), { code: 'YB_CURSOR' })
  await t.rejects(names.searchRecords({ text: '松花', limit: 0 }), { code: 'YB_REQUEST' })
})
