/**
 * The published schemas: a snapshot of every released one. What is published may grow and never break, so a producer that
 * was valid stays valid. A break needs a new version beside the old one; before a first release a snapshot may be deleted.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { compareSchemas, type Documents, type SchemaChange } from './compatibility.ts'
import { sameJson } from './json/same.ts'
import type { JsonSchema } from './json-schema.ts'
import { schemaCatalogue } from './schema-catalogue.ts'

const folder = new URL('../published/', import.meta.url)

/** `urn:yibiao:event:filing.submitted:v1` → `urn.yibiao.event.filing.submitted.v1.json`. */
export const publishedFileName = (id: string): string => `${id.replaceAll(':', '.')}.json`

/** Every published schema by its `$id`. */
export function publishedSchemas(): ReadonlyMap<string, JsonSchema> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  const schemas = names
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as JsonSchema)
  return new Map(schemas.map((schema) => [String(schema.$id), schema]))
}

/** How a schema of today stands to the published one. */
export interface PublishedState {
  readonly id: string
  /** `UNPUBLISHED` there is no snapshot; `GROWN` compatible; `BROKEN` not; `GONE` published and no longer there. */
  readonly state: 'SAME' | 'UNPUBLISHED' | 'GROWN' | 'BROKEN' | 'GONE'
  /** The breaking changes of a broken one. */
  readonly changes: readonly SchemaChange[]
}

const documentsOf = (schemas: ReadonlyMap<string, JsonSchema>): Documents =>
  Object.fromEntries(schemas) as unknown as Documents

/** Compares each schema of today, its references included, with its snapshot. */
export function publishedStates(
  current: ReadonlyMap<string, JsonSchema> = schemaCatalogue(),
  published: ReadonlyMap<string, JsonSchema> = publishedSchemas(),
): PublishedState[] {
  const documents = { documentsBefore: documentsOf(published), documentsAfter: documentsOf(current) }
  const states: PublishedState[] = []
  for (const [id, schema] of current) {
    const before = published.get(id)
    if (before === undefined) {
      states.push({ id, state: 'UNPUBLISHED', changes: [] })
      continue
    }
    const changes = compareSchemas(before as never, schema as never, documents).filter(
      ({ breaking }) => breaking,
    )
    const state = changes.length > 0 ? 'BROKEN' : sameJson(before, schema) ? 'SAME' : 'GROWN'
    states.push({ id, state, changes })
  }
  for (const id of published.keys()) if (!current.has(id)) states.push({ id, state: 'GONE', changes: [] })
  return states
}
