/** TypeScript types from the schemas, by json-schema-to-typescript. */
import { compile } from 'json-schema-to-typescript'
import { type JsonSchema, referenceOf } from '../../schemas/src/json-schema.ts'
import { asAliases, readonlyThroughout } from './rewrite.ts'
import {
  definitionsId,
  eventSchemas,
  formFragmentId,
  formId,
  pascalCase,
  referenceSchemas,
  schemaOf,
} from './schemas.ts'

export const banner = '// Generated from the JSON Schemas by `npm run generate`. Do not edit.\n'

const options = {
  bannerComment: '',
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
  unreachableDefinitions: true,
  style: { semi: false, singleQuote: true, printWidth: 110 },
}

/** What a whole schema is called where another one refers to it. */
const names = new Map<string, string>([
  [formId, 'OneForm'],
  [formFragmentId, 'OneFormFragment'],
  ...referenceSchemas,
])

/** Whether a definition becomes a type of its own: objects, choices and mixtures do, plain strings and numbers do not. */
const hasOwnType = (schema: JsonSchema): boolean =>
  schema.type === 'object' || schema.enum !== undefined || schema.anyOf !== undefined

/** The type that a reference stands for: by name, or in place. */
function referredType(ref: string, base: string): JsonSchema {
  const { id, pointer } = referenceOf(ref, base)
  const whole = names.get(id)
  if (whole !== undefined && pointer === '') return { tsType: whole }
  const name = pointer.split('/').at(-1) ?? ''
  const definition = schemaOf(id).definitions?.[name]
  if (definition === undefined) throw new Error(`${base} refers to ${ref}, which does not exist.`)
  return hasOwnType(definition) ? { tsType: pascalCase(name) } : forTypes(definition, id)
}

/** A fragment of which some members must be there. */
function requiredFragment(schema: JsonSchema, base: string): JsonSchema | undefined {
  const [first, second] = schema.allOf ?? []
  if (first?.$ref === undefined || second?.required === undefined) return undefined
  const { tsType } = referredType(first.$ref, base)
  const members = second.required.map((name) => `'${name}'`).join(' | ')
  return { tsType: `${String(tsType)} & Required<Pick<${String(tsType)}, ${members}>>` }
}

/** An object of which nothing is said, such as a JSON Schema or content described elsewhere. */
function openType({
  type,
  properties,
  additionalProperties,
  propertyNames,
}: JsonSchema): JsonSchema | undefined {
  const types = [type].flat()
  if (!types.includes('object') || properties || propertyNames || additionalProperties === false)
    return undefined
  if (typeof additionalProperties === 'object') return undefined
  return {
    tsType: types.map((one) => (one === 'object' ? '{ readonly [name: string]: unknown }' : one)).join(' | '),
  }
}

/** Alternatives that are types; those that only ask for members or a format are not. */
const typedAlternatives = (anyOf: readonly JsonSchema[] = []): JsonSchema[] =>
  anyOf.filter((one) => Object.keys(one).some((keyword) => keyword !== 'required' && keyword !== 'format'))

/**
 * A schema as the type generator needs it: titles become comments, for it would make a type of each; references become
 * names; what constrains values but not their type is dropped.
 */
function forTypes(schema: JsonSchema, base: string): JsonSchema {
  const heading = [schema.title, schema['x-title-zh']].filter(Boolean).join(' ')
  const description = [heading, schema.description].filter(Boolean).join('\n')
  return { ...shapeOf(schema, base), ...(description === '' ? {} : { description }) }
}

function shapeOf(schema: JsonSchema, base: string): JsonSchema {
  if (schema.$ref !== undefined) return referredType(schema.$ref, base)
  const special = requiredFragment(schema, base) ?? openType(schema)
  if (special !== undefined) return special
  const kept = ['type', 'enum', 'const', 'required'].filter((keyword) => schema[keyword] !== undefined)
  const { properties, items, additionalProperties } = schema
  const alternatives = typedAlternatives(schema.anyOf)
  const of = <T extends JsonSchema | boolean>(one: T) =>
    typeof one === 'boolean' ? one : forTypes(one, base)
  const members = Object.entries(properties ?? {}).map(([name, one]) => [name, of(one)] as const)
  return {
    ...Object.fromEntries(kept.map((keyword) => [keyword, schema[keyword]])),
    ...(properties === undefined ? {} : { properties: Object.fromEntries(members) }),
    ...(items === undefined ? {} : { items: { ...shapeOf(items, base) } }),
    ...(alternatives.length === 0 ? {} : { anyOf: alternatives.map((one) => forTypes(one, base)) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties: of(additionalProperties) }),
  }
}

const definitionsOf = (id: string): [string, JsonSchema][] =>
  Object.entries(schemaOf(id).definitions ?? {})
    .filter(([, one]) => hasOwnType(one))
    .map(([name, one]) => [pascalCase(name), forTypes(one, id)])

/** Compiles named schemas into one file's text. */
async function typesOf(definitions: readonly (readonly [string, JsonSchema])[]): Promise<string> {
  const titled = definitions.map(([title, schema]) => [title, { ...schema, title }] as const)
  const root = {
    title: 'Unused',
    type: 'object',
    additionalProperties: false,
    definitions: Object.fromEntries(titled),
  }
  const text = await compile(root as Parameters<typeof compile>[0], 'Unused', options)
  return text
    .replace(/export interface Unused \{\}\n/, '')
    .replace(
      /( \*\n)? \* This interface was referenced by `Unused`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g,
      '',
    )
    .trimStart()
}

const whole = (id: string, title: string): [string, JsonSchema] => [title, forTypes(schemaOf(id), id)]

/** `import type` of those names that the text uses. */
function importsOf(text: string, from: string, exported: readonly string[]): string {
  const used = exported
    .filter((name) => new RegExp(`\\b${name}\\b`).test(text.replace(/\/\*[\s\S]*?\*\//g, '')))
    .sort()
  return used.length === 0 ? '' : `import type { ${used.join(', ')} } from '${from}'\n`
}

/** Aliases, not interfaces, so that a form is assignable to the form functions' plain trees; mutable, being worked on. */
async function formTypes(): Promise<string> {
  return `${banner}\n${asAliases(await typesOf([whole(formId, 'OneForm'), whole(formFragmentId, 'OneFormFragment')]))}`
}

async function mapOfEvents(common: readonly string[]): Promise<string> {
  const events = eventSchemas()
  const text = readonlyThroughout(await typesOf(events.map((event) => whole(event.id, event.typeName))))
  const imports = [
    importsOf(text, './common.ts', common),
    importsOf(text, './one-form.ts', ['OneForm', 'OneFormFragment']),
    importsOf(
      text,
      './reference.ts',
      referenceSchemas.map(([, name]) => name),
    ),
  ]
  const rows = events.map((event) => `  readonly '${event.type}': ${event.typeName}\n`)
  return [
    `${banner}${imports.join('')}\n${text}\n`,
    `/** The data of each event type. */\nexport interface EventDataByType {\n${rows.join('')}}\n\n`,
    '/** Every event type. */\nexport type EventType = keyof EventDataByType\n',
  ].join('')
}

/** The generated type files, by name. */
export async function typeFiles(): Promise<Record<string, string>> {
  const definitions = definitionsOf(definitionsId)
  const common = definitions.map(([name]) => name)
  const references = referenceSchemas.flatMap(([id, title]) => [...definitionsOf(id), whole(id, title)])
  const reference = readonlyThroughout(await typesOf(references))
  return {
    'common.ts': `${banner}\n${readonlyThroughout(await typesOf(definitions))}`,
    'one-form.ts': await formTypes(),
    'reference.ts': `${banner}${importsOf(reference, './common.ts', common)}\n${reference}`,
    'events.ts': await mapOfEvents(common),
  }
}
