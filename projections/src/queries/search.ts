import type { Dialect, Session, SqlValue } from '@yibiao/database'
import { type SearchView, statusToken } from '../search/projection.ts'
import { foldName, queryTokens } from '../tokens.ts'
import { type CursorScope, decodeCursor, encodeCursor, type Place, wrong } from './cursor.ts'
import { limitOf } from './limits.ts'
import { type LiveTable, liveTable } from './live-tables.ts'
import type { Page, SearchRequest } from './types.ts'

interface Row {
  readonly row: number
  readonly key: string
  readonly place: string
  readonly view: string
}

interface Asked {
  readonly folded: string
  /** The text as a code or id, in upper case, or empty when it cannot be one. */
  readonly code: string
  readonly status: SearchView['status'] | undefined
}

/** A way to find rows in an order of its own. Each hit belongs to the first tier that would find it. */
interface Tier {
  /** Whether this tier, looked at alone, finds the view: the verification of what the index offers. */
  finds(view: SearchView, asked: Asked): boolean
  read(query: Query, place: Place | undefined, limit: number): Promise<readonly Row[]>
  /** Where the tier goes on behind a row. */
  placeOf(row: Row): Place
}

interface Query extends Asked {
  readonly session: Session
  readonly dialect: Dialect
  readonly table: LiveTable
}

/** Above every character that a name, code or id can hold. */
const top = '\u{10ffff}'

/** Rows whose column lies in a stretch of its index, in the order of the column. */
function stretch(
  { session, table, status }: Query,
  column: string,
  from: string,
  to: string,
  place: Place | undefined,
  limit: number,
): Promise<readonly Row[]> {
  const parameters: SqlValue[] = [from, to]
  let where = `"${column}" >= ? AND "${column}" <= ?`
  if (place !== undefined) {
    where += ` AND ("${column}", "key") > (?, ?)`
    parameters.push(place[0] ?? '', place[1] ?? '')
  }
  if (status !== undefined && column !== 'by_status') {
    where += ' AND "status" = ?'
    parameters.push(status)
  }
  const order = column === 'key' ? '"key"' : `"${column}", "key"`
  return session.all<Row>(
    `SELECT "row", "key", "${column}" AS place, "view" FROM "${table.name}" WHERE ${where} ORDER BY ${order} LIMIT ?`,
    [...parameters, limit],
  )
}

const byPlace = (row: Row): Place => [row.place, row.key]

/** Names from `from` to `to`, through the index that has the status in front when one is asked for. */
const names = (query: Query, from: string, to: string, place: Place | undefined, limit: number) =>
  query.status === undefined
    ? stretch(query, 'folded', from, to, place, limit)
    : stretch(query, 'by_status', `${query.status} ${from}`, `${query.status} ${to}`, place, limit)

const nothing: readonly Row[] = []

const tiers: readonly Tier[] = [
  {
    finds: (view, { folded }) => folded !== '' && foldName(view.name) === folded,
    read: async (query, place, limit) =>
      query.folded === '' ? nothing : names(query, query.folded, query.folded, place, limit),
    placeOf: byPlace,
  },
  {
    finds: (view, { folded }) => folded !== '' && foldName(view.name).startsWith(folded),
    read: async (query, place, limit) =>
      query.folded === '' ? nothing : names(query, query.folded, query.folded + top, place, limit),
    placeOf: byPlace,
  },
  {
    finds: (view, { code }) => code !== '' && view.record.startsWith(code),
    read: async (query, place, limit) =>
      query.code === '' ? nothing : stretch(query, 'key', query.code, query.code + top, place, limit),
    placeOf: byPlace,
  },
  {
    finds: (view, { code }) => code !== '' && view.uscc !== null && view.uscc.startsWith(code),
    read: async (query, place, limit) =>
      query.code === '' ? nothing : stretch(query, 'uscc', query.code, query.code + top, place, limit),
    placeOf: byPlace,
  },
  {
    finds: (view, { folded }) => foldName(view.name).includes(folded),
    read: contains,
    placeOf: (row) => [row.row],
  },
]

/** Through the full-text index, in the order of rows, so that it stops as soon as the page is full. */
function contains(query: Query, place: Place | undefined, limit: number): Promise<readonly Row[]> {
  const { session, dialect, table, folded, status } = query
  const tokens = [...(status === undefined ? [] : [statusToken(status)]), ...queryTokens(folded)]
  const after = Number(place?.[0] ?? 0)
  if (tokens.length > 0)
    return session.all<Row>(dialect.search(table), [dialect.termsQuery(tokens), after, limit])
  return session.all<Row>(
    `SELECT "row", "key", "view" FROM "${table.name}" WHERE "row" > ? ORDER BY "row" LIMIT ?`,
    [after, limit],
  )
}

/** What a text may mean: a name, and if it could be one, a code or an id. */
function ask({ text, status }: SearchRequest): Asked {
  const trimmed = text.trim()
  return {
    folded: foldName(text),
    code: /^[0-9A-Za-z][0-9A-Za-z-]{1,63}$/.test(trimmed) ? trimmed.toUpperCase() : '',
    status,
  }
}

/**
 * Records by name, code or id: exact names, then names that begin with the text, then ids and codes that do, then names that
 * contain it. A code or an id written out in full is the only one of its tier. Punctuation, width and case do not matter.
 */
export async function searchNames(
  session: Session,
  dialect: Dialect,
  request: SearchRequest,
): Promise<Page<SearchView>> {
  const table = await liveTable(session, 'search')
  const asked = ask(request)
  const query: Query = { ...asked, session, dialect, table }
  const scope: CursorScope = { history: table.history, query: ['search', table.build, asked] }
  const limit = limitOf(request.limit)
  const items: SearchView[] = []
  const [tier, ...rest] = request.after === undefined ? [0] : decodeCursor(scope, request.after)
  let place: Place | undefined = request.after === undefined || rest.length === 0 ? undefined : rest
  if (typeof tier !== 'number' || tiers[tier] === undefined) throw wrong()
  for (let index = tier; index < tiers.length; index += 1, place = undefined) {
    const one = tiers[index] as Tier
    for (;;) {
      const rows = await one.read(query, place, limit)
      for (const row of rows) {
        place = one.placeOf(row)
        const view = JSON.parse(row.view) as SearchView
        if (firstTier(view, asked) !== index) continue
        items.push(view)
        if (items.length === limit)
          return { position: table.position, items, next: encodeCursor(scope, [index, ...place]) }
      }
      if (rows.length < limit) break
    }
  }
  return { position: table.position, items }
}

const firstTier = (view: SearchView, asked: Asked): number =>
  tiers.findIndex((tier) => tier.finds(view, asked))
