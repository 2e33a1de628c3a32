/**
 * Prepares the schemas for compilation: without what only people read, and with every part of them made a definition of its
 * own, once. So each becomes a function small enough for the engine to optimise, and equal parts of the form, its fragment
 * and the events are one function.
 */
import { type JsonSchema, referenceOf } from '../../schemas/src/json-schema.ts'

const ignored = new Set(['$schema', 'title', 'description', 'definitions'])

const sharedId = 'urn:yibiao:compiled'

export class SharedSchemas {
  readonly #definitions = new Map<string, { readonly name: string; readonly schema: JsonSchema }>()
  readonly #sources: ReadonlyMap<string, JsonSchema>

  constructor(sources: ReadonlyMap<string, JsonSchema>) {
    this.#sources = sources
  }

  /** The source of that `$id`, with references in place of its parts. */
  prepared(id: string): JsonSchema {
    return { $id: id, ...this.#reduced(this.#source(id), id) }
  }

  /** Everything that the prepared schemas refer to. */
  shared(): JsonSchema {
    const entries = [...this.#definitions.values()].map(({ name, schema }) => [name, schema] as const)
    return { $id: sharedId, definitions: Object.fromEntries(entries) }
  }

  #source(id: string): JsonSchema {
    const schema = this.#sources.get(id)
    if (schema === undefined) throw new Error(`No schema file has the $id ${id}.`)
    return schema
  }

  #reduced(schema: JsonSchema, base: string): JsonSchema {
    const result: Record<string, unknown> = {}
    for (const [keyword, value] of Object.entries(schema)) {
      if (ignored.has(keyword) || keyword.startsWith('x-') || keyword === '$id') continue
      result[keyword] = this.#keyword(keyword, value, base)
    }
    return result
  }

  #keyword(keyword: string, value: unknown, base: string): unknown {
    if (keyword === 'properties') {
      const members = Object.entries(value as Record<string, JsonSchema | boolean>)
      return Object.fromEntries(members.map(([name, one]) => [name, this.#part(one, base)]))
    }
    if (keyword === 'items' || keyword === 'additionalProperties' || keyword === 'propertyNames') {
      return this.#part(value as JsonSchema | boolean, base)
    }
    if (keyword === 'anyOf' || keyword === 'allOf') {
      return (value as readonly JsonSchema[]).map((one) => this.#part(one, base))
    }
    return value
  }

  #part(schema: JsonSchema | boolean, base: string): JsonSchema | boolean {
    if (typeof schema === 'boolean') return schema
    if (schema.$ref !== undefined) return this.#referred(schema.$ref, base)
    const reduced = this.#reduced(schema, base)
    return Object.keys(reduced).length > 1 ? this.#hoisted(reduced) : reduced
  }

  /** What a reference names: in place, or hoisted. */
  #referred(ref: string, base: string): JsonSchema | boolean {
    const { id, pointer } = referenceOf(ref, base)
    if (pointer === '') return { $ref: id }
    const name = pointer.split('/').at(-1) ?? ''
    const definition = this.#source(id).definitions?.[name]
    if (definition === undefined) throw new Error(`${base} refers to ${ref}, which does not exist.`)
    return this.#part(definition, id)
  }

  #hoisted(schema: JsonSchema): JsonSchema {
    const text = JSON.stringify(schema)
    const known = this.#definitions.get(text)
    const name = known?.name ?? `o${this.#definitions.size}`
    if (known === undefined) this.#definitions.set(text, { name, schema })
    return { $ref: `${sharedId}#/definitions/${name}` }
  }
}
