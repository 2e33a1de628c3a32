/** A schema together with the document it stands in, so that its references can be followed. */

export type SchemaObject = { readonly [keyword: string]: unknown }
export type JsonSchema = boolean | SchemaObject

/** Documents by `$id`. */
export type Documents = Readonly<Record<string, JsonSchema>>

export interface Located<Schema extends JsonSchema = JsonSchema> {
  readonly schema: Schema
  readonly document: JsonSchema
  readonly documents: Documents
}

/** Keywords that change nothing of what is accepted, and the containers that are read through `$ref` only. */
const annotations = new Set([
  '$id',
  '$schema',
  '$anchor',
  '$comment',
  '$vocabulary',
  '$defs',
  'definitions',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
])

export const isAnnotation = (keyword: string): boolean => keyword.startsWith('x-') || annotations.has(keyword)

export const isObject = (value: unknown): value is SchemaObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isSchema = (value: unknown): value is JsonSchema => typeof value === 'boolean' || isObject(value)

/** The same place with another schema of the same document. */
export const at = (located: Located, schema: unknown): Located => ({
  ...located,
  schema: isSchema(schema) ? schema : true,
})

/** The sub-schema under a keyword, or the one that accepts everything. */
export const under = (located: Located<SchemaObject>, keyword: string): Located =>
  at(located, located.schema[keyword] ?? true)

/** The members of an object-valued keyword. */
export const membersOf = (schema: SchemaObject, keyword: string): SchemaObject => {
  const value = schema[keyword]
  return isObject(value) ? value : {}
}

/** The members of an array-valued keyword. */
export const listOf = (schema: SchemaObject, keyword: string): readonly unknown[] => {
  const value = schema[keyword]
  return Array.isArray(value) ? value : []
}

/** An own member, or undefined: a property may be called `constructor`. */
export const member = (members: SchemaObject, name: string): unknown =>
  Object.hasOwn(members, name) ? members[name] : undefined

function pointed(document: JsonSchema, pointer: string): unknown {
  let value: unknown = document
  for (const raw of pointer.split('/').slice(1)) {
    const token = decodeURIComponent(raw).replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(value)) value = value[Number(token)]
    else if (isObject(value)) value = member(value, token)
    else return undefined
  }
  return value
}

/** A reference's target, or undefined when it cannot be found. */
export function targetOf(located: Located<SchemaObject>): Located | undefined {
  const ref = located.schema.$ref
  if (typeof ref !== 'string') return undefined
  const hash = ref.indexOf('#')
  const id = hash < 0 ? ref : ref.slice(0, hash)
  const pointer = hash < 0 ? '' : ref.slice(hash + 1)
  const document = id === '' ? located.document : member(located.documents, id)
  if (!isSchema(document) || (pointer !== '' && !pointer.startsWith('/'))) return undefined
  const schema = pointed(document, pointer)
  return isSchema(schema) ? { schema, document, documents: located.documents } : undefined
}

/** Draft 7 ignores what stands beside a reference, later drafts do not; only annotations mean the same in both. */
const standsAlone = (schema: SchemaObject): boolean =>
  Object.keys(schema).every((keyword) => keyword === '$ref' || isAnnotation(keyword))

/**
 * Follows `$ref` to the schema meant. Where that cannot be done, or assertions stand beside it, the schema with its
 * `$ref` comes back. Stops at a reference that leads back to itself.
 */
export function resolve(located: Located): Located {
  const seen = new Set<JsonSchema>()
  let here = located
  while (isObject(here.schema) && here.schema.$ref !== undefined && !seen.has(here.schema)) {
    seen.add(here.schema)
    const next = standsAlone(here.schema) ? targetOf(here as Located<SchemaObject>) : undefined
    if (next === undefined) break
    here = next
  }
  return here
}

/** Text that is equal for equal JSON values, whatever the order of members. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined'
  const names = Object.keys(value).toSorted()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}
