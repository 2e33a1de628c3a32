/**
 * The compatibility check for published JSON Schemas. A published version never changes; a new one MUST accept everything
 * that any earlier one accepted, so that producers on an old version stay valid (backward, transitive). Objects are closed
 * for producers, so an optional property may be added; consumers tolerate additions.
 *
 * The check is sound and not complete: what it passes is compatible, what it cannot decide (a changed pattern, a new
 * condition) it calls breaking, with that reason.
 */
import { Comparison } from './compatibility/comparison.ts'
import type { Documents as LocatedDocuments, JsonSchema as LocatedSchema } from './compatibility/located.ts'
import type { SchemaChange } from './compatibility/report.ts'

export type { ChangeRule, SchemaChange } from './compatibility/report.ts'

/** A JSON Schema of draft 7 or 2020-12, however the caller types it. */
export type JsonSchema = boolean | object

/** Documents by `$id`. */
export type Documents = Readonly<Record<string, JsonSchema>>

/**
 * `BACKWARD`: the later version accepts all that the earlier accepted; a new reader reads old data.
 * `FORWARD`: the earlier accepts all that the later accepts, additions apart; an old reader that tolerates additions
 * reads new data.
 */
export type Direction = 'BACKWARD' | 'FORWARD'

export interface CompareOptions {
  /** `BACKWARD` when left out. */
  readonly direction?: Direction
  /** The documents, by `$id`, that the earlier version's `$ref`s may name. */
  readonly documentsBefore?: Documents
  /** The documents, by `$id`, that the later version's `$ref`s may name. */
  readonly documentsAfter?: Documents
}

/** One published version of a schema. */
export interface PublishedSchema {
  readonly version: number
  readonly schema: JsonSchema
  /** The documents, by `$id`, that its `$ref`s may name. */
  readonly documents?: Documents
}

/** What a later version breaks of an earlier one. */
export interface Incompatibility {
  readonly from: number
  readonly to: number
  /** Breaking ones only; never empty. */
  readonly changes: readonly SchemaChange[]
}

const backward = { fromZh: '旧版', toZh: '新版', fromEn: 'the earlier version', toEn: 'the later version' }
const forward = { fromZh: '新版', toZh: '旧版', fromEn: 'the later version', toEn: 'the earlier version' }

/** The comparison guards every keyword it reads, so any object may come in. */
function rootOf(schema: JsonSchema, documents: Documents) {
  const document = schema as LocatedSchema
  return { schema: document, document, documents: documents as LocatedDocuments }
}

/**
 * The changes between two versions that bear on what is accepted; none for mere annotations. A `path` is a JSON Pointer
 * to the keyword or property, through `$ref`s as if they were written out.
 */
export function compareSchemas(
  before: JsonSchema,
  after: JsonSchema,
  options: Direction | CompareOptions = 'BACKWARD',
): readonly SchemaChange[] {
  const {
    direction = 'BACKWARD',
    documentsBefore = {},
    documentsAfter = {},
  } = typeof options === 'string' ? { direction: options } : options
  const earlier = rootOf(before, documentsBefore)
  const later = rootOf(after, documentsAfter)
  const comparison =
    direction === 'BACKWARD' ? new Comparison(backward, false) : new Comparison(forward, true)
  if (direction === 'BACKWARD') comparison.compareRoots(earlier, later)
  else comparison.compareRoots(later, earlier)
  return comparison.changes
}

/** True when nothing in the list is breaking. */
export const isCompatible = (changes: readonly SchemaChange[]): boolean =>
  changes.every(({ breaking }) => !breaking)

/**
 * What any version breaks of any earlier one; empty when all are compatible. Every pair is compared: a property removed
 * in version 2 and given back otherwise in 3 breaks version 1 in both. Throws `RangeError` when versions do not ascend.
 */
export function checkPublished(versions: readonly PublishedSchema[]): readonly Incompatibility[] {
  const found: Incompatibility[] = []
  for (const [index, later] of versions.entries()) {
    for (const earlier of versions.slice(0, index)) {
      if (earlier.version >= later.version) throw new RangeError('Versions must ascend.')
      const changes = compareSchemas(earlier.schema, later.schema, {
        documentsBefore: earlier.documents ?? {},
        documentsAfter: later.documents ?? {},
      }).filter(({ breaking }) => breaking)
      if (changes.length > 0) found.push({ from: earlier.version, to: later.version, changes })
    }
  }
  return found
}
