/** Every schema of the contracts, by its URN. Read from the files once, when first asked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { formSchema } from './form/form-schema.ts'
import { fragmentSchema } from './form/fragment.ts'
import type { JsonSchema } from './json-schema.ts'

const folders = ['../events/', '../reference/schema/'] as const

function schemasIn(folder: string): JsonSchema[] {
  const url = new URL(folder, import.meta.url)
  return readdirSync(url)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, url), 'utf8')) as JsonSchema)
}

function load(): ReadonlyMap<string, JsonSchema> {
  const form = formSchema as JsonSchema
  const fragment = fragmentSchema(formSchema) as JsonSchema
  const schemas = [form, fragment, ...folders.flatMap(schemasIn)]
  return new Map(schemas.map((schema) => [String(schema.$id), schema]))
}

let loaded: ReadonlyMap<string, JsonSchema> | undefined

/**
 * Every schema by its `$id`: the form and its fragment (self-contained), the events' data, the envelope, the reference
 * files. What the gateway serves at `/schemas`. The schemas are shared: do not change them.
 */
export function schemaCatalogue(): ReadonlyMap<string, JsonSchema> {
  loaded ??= load()
  return loaded
}
