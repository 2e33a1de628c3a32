/** What the check passes is compatible: no value that the earlier version accepts is refused by the later. */
import { Ajv } from 'ajv'
import fc from 'fast-check'
import t from 'tap'
import { compareSchemas, isCompatible, type JsonSchema } from '../src/compatibility.ts'

const names = ['a', 'b', 'xa']
const sizes = fc.integer({ min: 0, max: 3 })
const kinds = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']
const scalars = fc.constantFrom<unknown>(null, true, 0, 1, 2.5, 4, '', 'a', 'xa', 'ab1')

/**
 * Keywords that work alone, so that a schema is any record of some of them. Without `contains`: beside a list of items ajv
 * lets an empty array pass it.
 */
function keywordsOf(schemas: fc.Arbitrary<JsonSchema>): Record<string, fc.Arbitrary<unknown>> {
  const branches = fc.array(schemas, { minLength: 1, maxLength: 2 })
  const subsets = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 })
  return {
    type: fc.oneof(
      fc.constantFrom(...kinds),
      fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }),
    ),
    enum: fc.uniqueArray(scalars, { minLength: 1, maxLength: 4 }),
    const: scalars,
    minimum: sizes,
    maximum: sizes,
    exclusiveMinimum: sizes,
    exclusiveMaximum: sizes,
    multipleOf: fc.constantFrom(1, 2, 0.5, 4),
    minLength: sizes,
    maxLength: sizes,
    pattern: fc.constantFrom('^a', 'a', '[0-9]'),
    minItems: sizes,
    maxItems: sizes,
    uniqueItems: fc.boolean(),
    items: fc.oneof(schemas, branches),
    additionalItems: schemas,
    minProperties: sizes,
    maxProperties: sizes,
    required: subsets,
    properties: fc.dictionary(fc.constantFrom(...names), schemas, { maxKeys: 2, noNullPrototype: true }),
    additionalProperties: fc.oneof(fc.constant(false), schemas),
    patternProperties: fc.dictionary(fc.constantFrom('^x', 'a'), schemas, {
      maxKeys: 1,
      noNullPrototype: true,
    }),
    propertyNames: fc.record({ maxLength: sizes }),
    dependencies: fc.dictionary(fc.constantFrom(...names), fc.oneof(subsets, schemas), {
      maxKeys: 1,
      noNullPrototype: true,
    }),
    allOf: branches,
    anyOf: branches,
    oneOf: branches,
    not: schemas,
    if: schemas,
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: schemas,
    else: schemas,
  }
}

const { schema: schemas } = fc.letrec<{ schema: JsonSchema }>((tie) => {
  const keywords = keywordsOf(tie('schema'))
  const objects = fc
    .uniqueArray(fc.constantFrom(...Object.keys(keywords)), { minLength: 1, maxLength: 3 })
    .chain((some) => fc.record(Object.fromEntries(some.map((keyword) => [keyword, keywords[keyword]!]))))
  return {
    schema: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.boolean(),
      objects as fc.Arbitrary<JsonSchema>,
    ),
  }
})

/** A neighbour of a schema: some keywords given again, dropped or added, so that many pairs are nearly compatible. */
const pairs = fc.tuple(schemas, schemas, fc.nat(2)).map(([before, other, kind]): [JsonSchema, JsonSchema] => {
  if (typeof before === 'boolean' || typeof other === 'boolean' || kind === 0) return [before, other]
  if (kind === 1) return [{ ...before, ...other }, before]
  return [
    { ...before, ...other },
    { ...other, ...before },
  ]
})

const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names, 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

t.test('no value is lost between versions that the check passes', async (t) => {
  const ajv = new Ajv({ strict: false, validateSchema: false, addUsedSchema: false })
  let passed = 0
  fc.assert(
    fc.property(pairs, fc.array(values, { minLength: 12, maxLength: 12 }), ([before, after], some) => {
      if (!isCompatible(compareSchemas(before, after))) return true
      passed++
      const accepts = ajv.compile(before)
      const stillAccepts = ajv.compile(after)
      return some.every((value) => !accepts(value) || stillAccepts(value))
    }),
    { numRuns: 4000 },
  )
  t.ok(passed > 300, `the check passed ${passed} pairs`)
})

t.test('a schema is compatible with itself', async (t) => {
  fc.assert(
    fc.property(schemas, (schema) => isCompatible(compareSchemas(schema, structuredClone(schema)))),
    { numRuns: 2000 },
  )
  t.pass()
})
