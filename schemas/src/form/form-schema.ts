/**
 * The one form's JSON Schema, put together from its sections. The files in `schemas/form` are the source; this is the
 * same schema with every `$ref` replaced by what it names, so that the code generator, the validators, the fragment and the
 * proof that the access matrix is complete all read one self-contained object.
 */
import bank from '../../form/bank.json' with { type: 'json' }
import business from '../../form/business.json' with { type: 'json' }
import capital from '../../form/capital.json' with { type: 'json' }
import customs from '../../form/customs.json' with { type: 'json' }
import filings from '../../form/filings.json' with { type: 'json' }
import housingFund from '../../form/housing-fund.json' with { type: 'json' }
import identity from '../../form/identity.json' with { type: 'json' }
import oneForm from '../../form/one-form.json' with { type: 'json' }
import people from '../../form/people.json' with { type: 'json' }
import premises from '../../form/premises.json' with { type: 'json' }
import seals from '../../form/seals.json' with { type: 'json' }
import service from '../../form/service.json' with { type: 'json' }
import shareholders from '../../form/shareholders.json' with { type: 'json' }
import social from '../../form/social.json' with { type: 'json' }
import statistics from '../../form/statistics.json' with { type: 'json' }
import tax from '../../form/tax.json' with { type: 'json' }

/** What a form schema consists of: draft-07, plus our annotations. */
export interface FormSchema {
  readonly $schema?: string
  readonly $id?: string
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string
  readonly properties?: Readonly<Record<string, FormSchema>>
  readonly additionalProperties?: boolean
  readonly required?: readonly string[]
  readonly items?: FormSchema
  readonly minItems?: number
  readonly enum?: readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly 'x-title-zh'?: string
  readonly 'x-classification'?: string
  readonly 'x-subject'?: string
  readonly 'x-authority'?: string
  readonly 'x-aic'?: string
}

/** Every section's schema, as in its file. */
export const formSections: readonly FormSchema[] = [
  identity,
  premises,
  capital,
  people,
  business,
  shareholders,
  filings,
  tax,
  seals,
  social,
  housingFund,
  bank,
  service,
  customs,
  statistics,
]

/** The whole form's schema with its sections' properties in place of the references to them. Throws on a dangling one. */
export function inlineSections(whole: FormSchema, sections: readonly FormSchema[]): FormSchema {
  const byRef = new Map<string, FormSchema>()
  for (const section of sections) {
    for (const [name, property] of Object.entries(section.properties ?? {})) {
      byRef.set(`${section.$id}#/properties/${name}`, property)
    }
  }
  const properties: Record<string, FormSchema> = {}
  for (const [name, property] of Object.entries(whole.properties ?? {})) {
    const target = property.$ref === undefined ? property : byRef.get(property.$ref)
    if (target === undefined) throw new Error(`The form refers to ${property.$ref}, which no section defines`)
    properties[name] = target
  }
  return { ...whole, properties }
}

/** The one form's schema, self-contained: `urn:yibiao:form:company-setup:v1`. */
export const formSchema: FormSchema = inlineSections(oneForm, formSections)

/** A leaf of the schema and its pattern, `*` standing for the key of an element, as in the access matrix. */
export interface SchemaLeaf {
  readonly pattern: string
  readonly schema: FormSchema
}

/** Every leaf of a form schema in the order of the schema; `key` is none. */
export function schemaLeaves(schema: FormSchema, prefix = ''): SchemaLeaf[] {
  if (schema.items?.properties !== undefined) return schemaLeaves(schema.items, `${prefix}/*`)
  if (schema.properties === undefined) return [{ pattern: prefix, schema }]
  return Object.entries(schema.properties)
    .filter(([name]) => name !== 'key')
    .flatMap(([name, property]) => schemaLeaves(property, `${prefix}/${name}`))
}
