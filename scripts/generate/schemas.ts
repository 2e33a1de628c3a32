/** The schemas that the generators work on. Read from their own modules, for the package's index needs what is generated. */
import { fragmentId } from '../../schemas/src/form/fragment.ts'
import type { JsonSchema } from '../../schemas/src/json-schema.ts'
import { schemaCatalogue } from '../../schemas/src/schema-catalogue.ts'

export const definitionsId = 'urn:yibiao:event:definitions:v1'
export const envelopeId = 'urn:yibiao:event:envelope:v1'
export const formId = 'urn:yibiao:form:company-setup:v1'
export const formFragmentId = fragmentId(formId)

export interface EventSchema {
  /** `filing.submitted`. */
  readonly name: string
  readonly version: number
  /** `yibiao.filing.submitted.v1`. */
  readonly type: string
  /** `FilingSubmittedV1`. */
  readonly typeName: string
  readonly id: string
  readonly schema: JsonSchema
}

const eventId = /^urn:yibiao:event:([a-z]+\.[a-z]+):v(\d+)$/

export const pascalCase = (name: string): string =>
  name.replace(/(?:^|[.-])([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Every event type's schema, by name and version. */
export function eventSchemas(): EventSchema[] {
  const found: EventSchema[] = []
  for (const [id, schema] of schemaCatalogue()) {
    const [, name, version] = eventId.exec(id) ?? []
    if (name === undefined || version === undefined) continue
    const typeName = `${pascalCase(name)}V${version}`
    found.push({ name, version: Number(version), type: `yibiao.${name}.v${version}`, typeName, id, schema })
  }
  return found.sort((a, b) => (a.type < b.type ? -1 : 1))
}

/** The reference files' schemas with the names of their types. */
export const referenceSchemas = [
  ['urn:yibiao:reference:catalogue-item:v1', 'CatalogueItem'],
  ['urn:yibiao:reference:departments:v1', 'DepartmentsContent'],
  ['urn:yibiao:reference:delegations:v1', 'DelegationsContent'],
  ['urn:yibiao:reference:participants:v1', 'ParticipantsContent'],
  ['urn:yibiao:reference:process:v1', 'ProcessContent'],
] as const

export function schemaOf(id: string): JsonSchema {
  const schema = schemaCatalogue().get(id)
  if (schema === undefined) throw new Error(`No schema file has the $id ${id}.`)
  return schema
}
