/** A JSON Schema of this package: the keywords of draft-07 that are used here, and our annotations. */
export interface JsonSchema {
  readonly $schema?: string
  readonly $id?: string
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly propertyNames?: JsonSchema
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly definitions?: Readonly<Record<string, JsonSchema>>
  readonly allOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly 'x-title-zh'?: string
  readonly 'x-classification'?: string
  readonly 'x-says'?: string
  readonly 'x-stream'?: string
  readonly 'x-envelope'?: readonly string[]
  readonly [keyword: string]: unknown
}

/** The keywords that JSON Schema does not know. They never decide whether a value is valid. */
export const annotations = [
  'x-title-zh',
  'x-classification',
  'x-subject',
  'x-authority',
  'x-aic',
  'x-says',
  'x-stream',
  'x-envelope',
] as const

/** Where a `$ref` leads: a schema by its `$id`, and a pointer within it. */
export interface Reference {
  readonly id: string
  readonly pointer: string
}

/** Splits a `$ref` found in the schema `base`. */
export function referenceOf(ref: string, base: string): Reference {
  const [id = '', pointer = ''] = ref.split('#')
  return { id: id === '' ? base : id, pointer }
}
