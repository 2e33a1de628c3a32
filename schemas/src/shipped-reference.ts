/** The reference data that comes with the contracts: what the first start of a sandbox records. */
import { readdirSync, readFileSync } from 'node:fs'
import type {
  CatalogueItem,
  DepartmentsContent,
  ParticipantsContent,
  ProcessContent,
} from '../generated/reference.ts'
import type { CalendarYear } from './calendar-types.ts'
import type { MatrixContent } from './form/matrix-content.ts'
import { contentDigest } from './json/canonical.ts'
import { shippedCalendarYears } from './reference/calendars.ts'
import { type CodeTable, codeTables } from './reference/code-tables.ts'

/** One file: what a `….published` event carries as its data. */
export interface Shipped<Content> {
  readonly version: number
  /** `contentDigest` of the content. */
  readonly digest: string
  readonly content: Content
}

export interface ShippedReference {
  readonly matrix: Shipped<MatrixContent>
  readonly departments: Shipped<DepartmentsContent>
  readonly participants: Shipped<ParticipantsContent>
  /** By code. */
  readonly catalogue: readonly Shipped<CatalogueItem>[]
  /** By name. */
  readonly processes: readonly Shipped<ProcessContent>[]
  /** By year. */
  readonly calendars: readonly Shipped<CalendarYear>[]
  /** By name. Part of the contracts, so no event publishes them. */
  readonly codeTables: Readonly<Record<string, Shipped<CodeTable>>>
}

const folder = new URL('../reference/', import.meta.url)

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

function shipped<Content extends { readonly version: number }>(content: Content): Shipped<Content> {
  return { version: content.version, digest: contentDigest(content), content }
}

const file = <Content extends { readonly version: number }>(path: string): Shipped<Content> =>
  shipped(read(path) as Content)

const files = <Content extends { readonly version: number }>(path: string): Shipped<Content>[] =>
  readdirSync(new URL(`${path}/`, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => file<Content>(`${path}/${name}`))

/** Reads all of it from the files. That each is valid and complete is proved by this package's tests. */
export const shippedReference = (): ShippedReference => ({
  matrix: file<MatrixContent>('access-matrix.json'),
  departments: file<DepartmentsContent>('departments.json'),
  participants: file<ParticipantsContent>('participants.json'),
  catalogue: files<CatalogueItem>('catalogue'),
  processes: files<ProcessContent>('process'),
  calendars: shippedCalendarYears.map((year) => shipped(year)),
  codeTables: Object.fromEntries(
    Object.entries(codeTables as Readonly<Record<string, CodeTable>>).map(([name, table]) => [
      name,
      shipped(table),
    ]),
  ),
})
