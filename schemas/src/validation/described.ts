/** What the schemas say about the place of a value: its name for people, and whether the value is personal. */
import { pointerTokens } from '../json/pointer.ts'
import { type JsonSchema, referenceOf } from '../json-schema.ts'
import { schemaCatalogue } from '../schema-catalogue.ts'

export interface Described {
  readonly title: string | undefined
  readonly titleZh: string | undefined
  /** Classified personal or sensitive: no part of the value may appear in a message. */
  readonly secret: boolean
}

interface Place {
  readonly schema: JsonSchema
  readonly base: string
}

function definitionAt(id: string, pointer: string): JsonSchema | undefined {
  let found: unknown = schemaCatalogue().get(id)
  for (const token of pointerTokens(pointer)) found = (found as Record<string, unknown> | undefined)?.[token]
  return found as JsonSchema | undefined
}

/** Follows references. What stands beside a reference goes before what it names. */
function resolved(place: Place): Place {
  const { $ref, ...beside } = place.schema
  if ($ref === undefined) return place
  const { id, pointer } = referenceOf($ref, place.base)
  const target = definitionAt(id, pointer)
  if (target === undefined) return place
  const { schema, base } = resolved({ schema: target, base: id })
  return { schema: { ...schema, ...beside }, base }
}

function step({ schema, base }: Place, token: string): Place | undefined {
  const property = schema.properties?.[token]
  if (typeof property === 'object') return resolved({ schema: property, base })
  const rest = schema.items ?? schema.additionalProperties
  if (typeof rest === 'object') return resolved({ schema: rest, base })
  for (const alternative of [...(schema.allOf ?? []), ...(schema.anyOf ?? [])]) {
    const found = step(resolved({ schema: alternative, base }), token)
    if (found !== undefined) return found
  }
  return undefined
}

const isSecret = ({ schema }: Place): boolean =>
  schema['x-classification'] === 'personal' || schema['x-classification'] === 'sensitive'

/** Describes the place of `pointer` in values of the schema; nothing is known of places the schema does not have. */
export function describedAt(schemaId: string, pointer: string): Described {
  const root = schemaCatalogue().get(schemaId)
  let place: Place | undefined = root === undefined ? undefined : resolved({ schema: root, base: schemaId })
  let secret = false
  for (const token of pointerTokens(pointer)) {
    place = place === undefined ? undefined : step(place, token)
    if (place !== undefined && isSecret(place)) secret = true
  }
  return { title: place?.schema.title, titleZh: place?.schema['x-title-zh'], secret }
}
