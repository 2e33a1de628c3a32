/** What kinds of value, and which values, a schema admits. */
import { canonical, listOf, type SchemaObject } from './located.ts'

export type Kind = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'integer' | 'string'

const allKinds: readonly Kind[] = ['null', 'boolean', 'object', 'array', 'number', 'string']

function kindOf(value: unknown): Kind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value as Kind
}

/** Canonical texts of the values that `const` and `enum` leave, or undefined when neither is there. */
export function valuesOf(schema: SchemaObject): ReadonlySet<string> | undefined {
  const listed = Array.isArray(schema.enum) ? new Set(schema.enum.map(canonical)) : undefined
  if (!Object.hasOwn(schema, 'const')) return listed
  const only = canonical(schema.const)
  return new Set(listed === undefined || listed.has(only) ? [only] : [])
}

/** Whether a kind is among those: every integer is a number. */
export const hasKind = (kinds: ReadonlySet<Kind>, kind: Kind): boolean =>
  kinds.has(kind) || (kind === 'integer' && kinds.has('number'))

function declaredKinds(schema: SchemaObject): ReadonlySet<Kind> {
  const { type } = schema
  if (type === undefined) return new Set(allKinds)
  return new Set((Array.isArray(type) ? type : [type]) as readonly Kind[])
}

/** The kinds that `type`, `enum` and `const` together leave. */
export function kindsOf(schema: SchemaObject): ReadonlySet<Kind> {
  const declared = declaredKinds(schema)
  const listed = Object.hasOwn(schema, 'const') ? [schema.const] : listOf(schema, 'enum')
  if (valuesOf(schema) === undefined) return declared
  return new Set(listed.map(kindOf).filter((kind) => hasKind(declared, kind)))
}
