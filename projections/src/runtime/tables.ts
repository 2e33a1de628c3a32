import type { Dialect, SqlValue, ViewTable } from '@yibiao/database'
import type { AnyProjection } from '../projection.ts'

/** The table of one build of a projection: `<name>__<build>`. */
export const tableName = (name: string, build: number): string => `${name.replaceAll('-', '_')}__${build}`

/** The table of one build of a projection, with its columns. */
export const viewTable = (projection: AnyProjection, build: number): ViewTable => ({
  name: tableName(projection.name, build),
  columns: Object.entries(projection.columns).map(([name, column]) => ({
    name,
    type: column.type,
    index: column.index ?? false,
  })),
  terms: projection.terms !== undefined,
})

/** A view as it is stored. */
export interface Row {
  readonly key: string
  /** The view as JSON text, or that in UTF-8. */
  readonly text: string | Uint8Array
  /** The columns' values, in their order. */
  readonly columns: readonly SqlValue[]
}

/** What a view is stored as. `text` is the view as JSON. */
export const rowOf = (projection: AnyProjection, key: string, view: unknown, text: Row['text']): Row => ({
  key,
  text,
  columns: columnsOf(projection, view),
})

/** The columns' values, in their order. */
export function columnsOf(projection: AnyProjection, view: unknown): readonly SqlValue[] {
  const columns: SqlValue[] = []
  for (const name in projection.columns)
    columns.push((projection.columns[name] as AnyProjection['columns'][string]).value(view))
  return columns
}

/** Whether a row differs from another set of columns where there are indexes. */
export const indexesDiffer = (table: ViewTable, row: Row, columns: readonly SqlValue[]): boolean =>
  table.columns.some(({ index }, at) => index && row.columns[at] !== columns[at])

/** A view as the dialect wants it. */
const viewOf = (dialect: Dialect, { text }: Row): SqlValue => {
  if (dialect.viewParameter !== undefined) return dialect.viewParameter(text)
  return typeof text === 'string'
    ? text
    : Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString('utf8')
}

/** The parameters of the dialect's `update`. */
export const updateParametersOf = (dialect: Dialect, table: ViewTable, row: Row): readonly SqlValue[] => [
  ...row.columns.filter((_, at) => table.columns[at]?.index === false),
  viewOf(dialect, row),
  row.key,
]

/** The parameters of the dialect's `insert` and `save`. */
export const parametersOf = (dialect: Dialect, row: Row): readonly SqlValue[] => [
  row.key,
  ...row.columns,
  viewOf(dialect, row),
]

/** Cuts a sequence into arrays of a size. */
export function* batchesOf<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let batch: Item[] = []
  for (const item of items) {
    if (batch.push(item) < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
