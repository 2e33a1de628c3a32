import { readFileSync } from 'node:fs'
import t from 'tap'
import {
  type ChangeRule,
  checkPublished,
  compareSchemas,
  isCompatible,
  type JsonSchema,
} from '../src/compatibility.ts'

const closed = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
})
interface Case {
  readonly change: string
  readonly before: JsonSchema
  readonly after: JsonSchema
  /** `same`: nothing breaking. Else there is this change at this place, and the whole is compatible or not. */
  readonly verdict: 'same' | 'allowed' | 'breaking'
  readonly path?: string
  readonly rule?: ChangeRule
}

const groups = JSON.parse(
  readFileSync(new URL('./fixtures/compatibility-cases.json', import.meta.url), 'utf8'),
) as Record<string, readonly Case[]>

for (const [group, cases] of Object.entries(groups)) {
  t.test(`${group}: each change has its verdict and place`, async (t) => {
    for (const { change, before, after, verdict, path, rule } of cases) {
      const changes = compareSchemas(before, after)
      const found = `${change}: ${JSON.stringify(changes)}`
      t.equal(isCompatible(changes), verdict !== 'breaking', found)
      if (verdict !== 'same') {
        const there = changes.find((one) => one.path === path && one.rule === rule)
        t.match(there, { breaking: verdict === 'breaking' }, found)
      }
      for (const { reasonZh, reasonEn } of changes) {
        t.ok(/[一-龥]/.test(reasonZh) && /^[A-Za-z].*\.$/.test(reasonEn), change)
      }
    }
  })
}

t.test('the table covers the rules', async (t) => {
  t.ok(Object.values(groups).flat().length > 100)
})

t.test('references are followed into other documents, each side in its own', async (t) => {
  const form = { properties: { a: { $ref: 'urn:defs:v1#/definitions/a' } } }
  const documents = (maxLength: number) => ({
    'urn:defs:v1': { definitions: { a: { type: 'string', maxLength } } },
  })
  t.same(compareSchemas(form, form, { documentsBefore: documents(5), documentsAfter: documents(5) }), [])
  t.match(compareSchemas(form, form, { documentsBefore: documents(5), documentsAfter: documents(4) }), [
    { path: '/properties/a/maxLength', breaking: true },
  ])
})

t.test('forward: an old reader tolerates additions but no new values and no missing property', async (t) => {
  const old = closed({ a: { enum: ['A'] } }, { required: ['a'] })
  t.ok(
    isCompatible(compareSchemas(old, closed({ a: { enum: ['A'] }, b: {} }, { required: ['a'] }), 'FORWARD')),
  )
  t.ok(
    isCompatible(
      compareSchemas(old, { properties: { a: { enum: ['A'] } }, required: ['a'], type: 'object' }, 'FORWARD'),
    ),
  )
  t.match(compareSchemas(old, closed({ a: { enum: ['A', 'B'] } }, { required: ['a'] }), 'FORWARD'), [
    { path: '/properties/a/enum', breaking: true, reasonEn: /earlier version no longer|earlier version/ },
  ])
  t.notOk(isCompatible(compareSchemas(old, closed({ a: { enum: ['A'] } }), 'FORWARD')), 'a may be missing')
  const map = { type: 'object', additionalProperties: { type: 'string' } }
  const mapWithNumber = { ...map, properties: { n: { type: 'integer' } } }
  t.notOk(isCompatible(compareSchemas(map, mapWithNumber, 'FORWARD')), 'a map says what its members are')
})

t.test('published versions are checked against all earlier ones', async (t) => {
  const one = { version: 1, schema: closed({ a: { type: 'string' } }) }
  const two = { version: 2, schema: closed({ a: { type: 'string' }, b: {} }) }
  const three = { version: 3, schema: closed({ a: { type: 'string', maxLength: 9 }, b: {} }) }
  t.same(checkPublished([one, two]), [])
  t.match(checkPublished([one, two, three]), [
    { from: 1, to: 3, changes: [{ path: '/properties/a/maxLength', rule: 'maxLength' }] },
    { from: 2, to: 3 },
  ])
  const returned = { version: 3, schema: closed({ a: { type: 'integer' } }) }
  const pairs = checkPublished([one, { version: 2, schema: closed({}) }, returned]).map(({ from, to }) => [
    from,
    to,
  ])
  t.same(
    pairs,
    [
      [1, 2],
      [1, 3],
    ],
    'given back as something else it still breaks version 1',
  )
  t.throws(() => checkPublished([two, one]), RangeError)
})
