import type { SqlValue } from './values.ts'

/** A table of views: one row a key, the view as JSON text, and columns to look for. */
export interface ViewTable {
  /** Lower-case words with underscores. */
  readonly name: string
  readonly columns: readonly {
    readonly name: string
    readonly type: 'text' | 'integer'
    readonly index: boolean
  }[]
  /** Whether a full-text index of tokens belongs to it. */
  readonly terms: boolean
}

/** The SQL that differs between engines: definitions, upserts and full text. Pure text; nothing is executed here. */
export interface Dialect {
  /** Statements that make the table without any index, as a bulk load wants it. */
  create(table: ViewTable): readonly string[]
  /** Statements that add the indexes, that on the key first. Until then only `insert` may be used. */
  createIndexes(table: ViewTable): readonly string[]
  /** Statements that remove the table and all that belongs to it, if it is there. */
  drop(table: Pick<ViewTable, 'name'>): readonly string[]
  /** How a view's text, well-formed Unicode or its UTF-8 bytes, is given to the statements below. Default: as a string. */
  viewParameter?(text: string | Uint8Array): SqlValue
  /** Parameters: key, the columns in order, view. A new key. Gives `row`, its number, when the table has terms. */
  insert(table: ViewTable): string
  /** The same for a key that may exist. Gives nothing. */
  save(table: ViewTable): string
  /** The same as `save`; gives `row`. */
  saveReturning(table: ViewTable): string
  /**
   * For a key that exists and whose indexed columns stay as they are: leaves the indexes alone. Parameters: the columns
   * without an index in order, view, key.
   */
  update(table: ViewTable): string
  /** The same as `update`; gives `row`. */
  updateReturning(table: ViewTable): string
  /** Parameters: row, terms. Replaces what there was. */
  saveTerms(table: ViewTable): string
  /** Parameter: key. Gives `view`. */
  load(table: ViewTable): string
  /** Parameters: key after which to begin, limit. Gives key, the columns, view, by key in byte order. */
  scan(table: ViewTable): string
  /** A condition on `row`, with one parameter made by `termsQuery`. */
  hasTerms(table: Pick<ViewTable, 'name'>): string
  /** Parameters: made by `termsQuery`, row after which to begin, limit. Gives row, key, view in the order of `row`. */
  search(table: Pick<ViewTable, 'name'>): string
  /** The parameter for `hasTerms` and `search` that finds what has all of the tokens; there MUST be one. */
  termsQuery(tokens: readonly string[]): string
}
