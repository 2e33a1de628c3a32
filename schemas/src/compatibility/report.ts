/** What a comparison reports. */

export type ChangeRule =
  | 'type'
  | 'enum'
  | 'const'
  | 'minimum'
  | 'maximum'
  | 'multipleOf'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'format'
  | 'minItems'
  | 'maxItems'
  | 'uniqueItems'
  | 'contains'
  | 'minProperties'
  | 'maxProperties'
  | 'property-added'
  | 'property-removed'
  | 'required'
  | 'additionalProperties'
  | 'patternProperties'
  | 'propertyNames'
  | 'dependencies'
  | 'unevaluated'
  | 'allOf'
  | 'anyOf'
  | 'oneOf'
  | 'not'
  | 'if'
  | '$ref'
  | '$schema'
  | 'refuses-all'
  | 'keyword'

export interface SchemaChange {
  /** JSON Pointer to the keyword or property. */
  readonly path: string
  readonly rule: ChangeRule
  readonly breaking: boolean
  readonly reasonZh: string
  readonly reasonEn: string
}

/** How the two versions are called: `from` is the one whose data the other must accept. */
export interface Wording {
  readonly fromZh: string
  readonly toZh: string
  readonly fromEn: string
  readonly toEn: string
}

/** A reason in both languages. */
export type Reason = readonly [zh: string, en: string]

/** A JSON Pointer one step further. */
export const step = (path: string, token: string | number): string =>
  `${path}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`
