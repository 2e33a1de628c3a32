import t from 'tap'
import {
  type FormSchema,
  formSchema,
  formSections,
  inlineSections,
  schemaLeaves,
} from '../src/form/form-schema.ts'
import { fragmentSchema } from '../src/form/fragment.ts'
import { matrixColumns } from '../src/form/matrix-content.ts'
import { validateForm, validateFragment } from '../src/validate.ts'

interface Place {
  readonly at: string
  readonly schema: FormSchema
}

/** Every schema inside a schema. */
function everywhere(schema: FormSchema, at = ''): Place[] {
  return [
    { at, schema },
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => everywhere(one, `${at}/${name}`)),
    ...(schema.items === undefined ? [] : everywhere(schema.items, `${at}/*`)),
  ]
}

const all = everywhere(formSchema)

t.test('every property has a title in English and in Chinese', async (t) => {
  for (const { at, schema } of all.filter((place) => !place.at.endsWith('/*'))) {
    t.ok(schema.title, `${at}: title`)
    t.match(schema['x-title-zh'], /\p{Script=Han}/u, `${at}: x-title-zh`)
  }
})

t.test('every object is closed', async (t) => {
  for (const { at, schema } of all) {
    if (schema.properties !== undefined) t.equal(schema.additionalProperties, false, at)
  }
})

t.test('every leaf says how sensitive it is, whose, and who writes it', async (t) => {
  for (const { pattern, schema } of schemaLeaves(formSchema)) {
    t.match(schema['x-classification'], /^(none|personal|sensitive)$/, `${pattern}: classification`)
    t.equal(schema['x-subject'] === undefined, schema['x-classification'] === 'none', `${pattern}: subject`)
    t.ok(matrixColumns.includes(schema['x-authority'] as never), `${pattern}: authority`)
  }
})

t.test('everything of a person but the key is personal or sensitive', async (t) => {
  for (const { pattern, schema } of schemaLeaves(formSchema)) {
    if (/^\/(people|employees)\//.test(pattern)) t.not(schema['x-classification'], 'none', pattern)
  }
})

t.test('every text and every array has a limit', async (t) => {
  for (const { at, schema } of all) {
    if (schema.type === 'string' && schema.enum === undefined) {
      t.ok((schema.maxLength ?? Infinity) <= 4000 || at.includes('/*'), at)
      t.ok(schema.pattern ?? schema.format, `${at}: pattern or format`)
    }
    if (schema.type === 'array') t.ok((schema as { maxItems?: number }).maxItems, at)
  }
})

t.test('every element of a repeated group must have a key', async (t) => {
  const groups = all.filter(({ schema }) => schema.items?.properties !== undefined)
  t.equal(groups.length, 11)
  for (const { at, schema } of groups) {
    t.equal(schema.items?.properties?.key?.pattern, '^[A-Z][A-Z0-9]{0,15}$', at)
    t.equal(schema.items?.required?.[0], 'key', at)
  }
})

t.test('every section has its own URN and gives the form all of its properties', async (t) => {
  const names = formSections.flatMap((section) => Object.keys(section.properties ?? {}))
  t.same(names.sort(), Object.keys(formSchema.properties ?? {}).sort())
  for (const { $id } of formSections) t.match($id, /^urn:yibiao:form:company-setup:[a-z-]+:v1$/)
})

t.test('a reference to a section that does not exist is an error', async (t) => {
  t.throws(() => inlineSections({ properties: { name: { $ref: 'urn:x#/properties/name' } } }, formSections), {
    message: /urn:x/,
  })
})

t.test('the fragment has the same shape, with nothing required but keys', async (t) => {
  const fragment = fragmentSchema(formSchema)
  t.equal(fragment.$id, 'urn:yibiao:form:company-setup:fragment:v1')
  t.same(
    everywhere(fragment).map(({ at }) => at),
    all.map(({ at }) => at),
  )
  for (const { at, schema } of everywhere(fragment)) {
    const keyed = at.endsWith('/*') && schema.properties !== undefined
    t.same(schema.required, keyed ? ['key'] : undefined, at)
    t.equal(schema.minItems, undefined, at)
  }
  t.ok(formSchema.required?.includes('people'), 'the form itself is not changed')
})

t.test('the compiled validators take a fragment where they refuse a form', async (t) => {
  const fragment = { seals: [{ key: 'I1', recordNo: '2202020000012' }] }
  t.same(validateFragment(fragment), [])
  t.ok(validateForm(fragment).length > 0)
  t.ok(validateFragment({ seals: [{ recordNo: '2202020000012' }] }).length > 0, 'an element without a key')
  t.ok(validateFragment({ uscc: null }).length > 0, 'null')
  t.ok(validateFragment({ seals: [{ key: 'i1' }] }).length > 0, 'a key in lower case')
  t.ok(validateFragment({ nickname: '甲' }).length > 0, 'a property that the form does not have')
})
