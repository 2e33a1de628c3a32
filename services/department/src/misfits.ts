/** The tolerant half of JSON Schema: what is there has to be of the right kind; nothing is missing, nothing is too much. */
import { schemaCatalogue } from '@yibiao/schemas'

/** The keywords that are looked at. */
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema | boolean>>
  readonly items?: Schema
}

/** Forms are cut and masked by the matrix, so their schema does not hold on a feed; their values come as changes. */
const cut = 'form'

const patterns = new Map<string, RegExp>()

function matches(pattern: string, text: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u')
  patterns.set(pattern, known)
  return known.test(text)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function isOfType(types: readonly string[], value: unknown): boolean {
  const kind = kindOf(value)
  return types.includes(kind) || (kind === 'integer' && types.includes('number'))
}

function target(ref: string, base: Schema & { readonly $id?: string }): Schema | undefined {
  const [id = '', pointer = ''] = ref.split('#')
  let found: unknown = id === '' ? base : schemaCatalogue().get(id)
  for (const token of pointer.split('/').slice(1))
    found = (found as Record<string, unknown> | undefined)?.[token]
  return found as Schema | undefined
}

function rootOf(ref: string, root: Schema): Schema {
  const [id = ''] = ref.split('#')
  return id === '' ? root : (schemaCatalogue().get(id) as Schema)
}

/**
 * What of a value does not fit a schema of the catalogue, each as one line with its pointer and without the value. Looks at
 * types and patterns only.
 */
export function misfitsOf(schema: object, value: unknown, at = '/data'): readonly string[] {
  const misfits: string[] = []
  walk(schema as Schema, schema as Schema, value, at, misfits)
  return misfits
}

function walk(schema: Schema, root: Schema, value: unknown, at: string, misfits: string[]): void {
  if (schema.$ref !== undefined) {
    const found = target(schema.$ref, root)
    if (found !== undefined) walk(found, rootOf(schema.$ref, root), value, at, misfits)
    return
  }
  if (schema.type !== undefined && !isOfType([schema.type].flat(), value)) {
    misfits.push(`${at} must be ${[schema.type].flat().join(' or ')}`)
    return
  }
  if (schema.pattern !== undefined && typeof value === 'string' && !matches(schema.pattern, value)) {
    misfits.push(`${at} has the wrong form`)
  }
  if (Array.isArray(value) && schema.items !== undefined) {
    value.forEach((element, index) => {
      walk(schema.items!, root, element, `${at}/${index}`, misfits)
    })
  } else if (typeof value === 'object' && value !== null && schema.properties !== undefined) {
    for (const [name, property] of Object.entries(schema.properties)) {
      const member = (value as Record<string, unknown>)[name]
      if (name === cut || member === undefined || typeof property !== 'object') continue
      walk(property, root, member, `${at}/${name}`, misfits)
    }
  }
}
