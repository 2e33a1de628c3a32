import type { Dialect, Session, SqlValue } from '@yibiao/database'
import { materialToken, outstandingToken } from '../filing-board/projection.ts'
import type { FilingView } from '../filing-board/view.ts'
import { type CursorScope, decodeCursor, encodeCursor } from './cursor.ts'
import { limitOf } from './limits.ts'
import { liveTable } from './live-tables.ts'
import type { FilingsRequest, Page } from './types.ts'

interface Row {
  readonly key: string
  readonly place: string
  readonly view: string
}

/**
 * A page of the board. By state it walks one stretch of an index; for a participant it takes the filings that are open
 * with it, which are few against all there are, and sorts them.
 */
export async function pageOfFilings(
  session: Session,
  dialect: Dialect,
  { state, participant, material, after, limit, order = 'newest' }: FilingsRequest,
): Promise<Page<FilingView>> {
  const table = await liveTable(session, 'filing-board')
  const scope: CursorScope = {
    history: table.history,
    query: ['filings', state, participant, order, ...(material === undefined ? [] : [material])],
  }
  const [by, direction, beyond] = [
    state === undefined ? 'submitted_at' : 'by_state',
    order === 'newest' ? 'DESC' : 'ASC',
    order === 'newest' ? '<' : '>',
  ]
  const conditions: string[] = []
  const parameters: SqlValue[] = []
  if (state !== undefined) {
    // A space sorts below everything that a time begins with, `:` above it.
    conditions.push('by_state > ? AND by_state < ?')
    parameters.push(`${state} `, `${state} :`)
  }
  const terms = [
    ...(participant === undefined ? [] : [outstandingToken(participant)]),
    ...(material === undefined ? [] : [materialToken(material)]),
  ]
  if (terms.length > 0) {
    conditions.push(dialect.hasTerms(table))
    parameters.push(dialect.termsQuery(terms))
  }
  if (after !== undefined) {
    const [place, key] = decodeCursor(scope, after)
    conditions.push(`(${by}, "key") ${beyond} (?, ?)`)
    parameters.push(place ?? '', key ?? '')
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const count = limitOf(limit)
  const rows = await session.all<Row>(
    `SELECT "key", ${by} AS place, "view" FROM "${table.name}" ${where} ORDER BY ${by} ${direction}, "key" ${direction} LIMIT ?`,
    [...parameters, count],
  )
  const last = rows.at(-1)
  return {
    position: table.position,
    items: rows.map((row) => JSON.parse(row.view) as FilingView),
    ...(last !== undefined && rows.length === count
      ? { next: encodeCursor(scope, [last.place, last.key]) }
      : {}),
  }
}
