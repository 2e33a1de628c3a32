import type { Database, Session, SqlValue } from '@yibiao/database'
import type { ExceptionView } from '../exceptions/projection.ts'
import type { FilingView } from '../filing-board/view.ts'
import type { OneFormView } from '../one-form/view.ts'
import type { RefusalView } from '../refusals/projection.ts'
import { liveTable } from './live-tables.ts'
import type { EachExceptionRequest, EachFilingRequest } from './types.ts'

/** Rows that are held at once. */
const batch = 500

interface Row {
  readonly key: string
  readonly view: string
}

interface Where {
  readonly condition: string
  readonly values: readonly SqlValue[]
}

/**
 * The rows of a view one after the other by their keys, a batch at a time, each batch from a snapshot of its own: what
 * changes meanwhile is seen as it is when its batch is read.
 */
async function* each<View>(
  database: Database,
  projection: string,
  conditions: readonly Where[],
): AsyncGenerator<View> {
  const where = ['"key" > ?', ...conditions.map(({ condition }) => condition)].join(' AND ')
  const values = conditions.flatMap((one) => one.values)
  const page = (after: string) =>
    database.snapshot(async (session: Session) => {
      const table = await liveTable(session, projection)
      return session.all<Row>(
        `SELECT "key", "view" FROM "${table.name}" WHERE ${where} ORDER BY "key" LIMIT ${batch}`,
        [after, ...values],
      )
    })
  for (let after = ''; ; ) {
    const rows = await page(after)
    for (const row of rows) yield JSON.parse(row.view) as View
    const last = rows.at(-1)
    if (last === undefined || rows.length < batch) return
    after = last.key
  }
}

const oneOf = (column: string, values: readonly string[] | undefined): Where[] =>
  values === undefined
    ? []
    : [{ condition: `${column} IN (${values.map(() => '?').join(', ') || 'NULL'})`, values }]

const within = (
  column: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Where[] => [
  ...(from === undefined ? [] : [{ condition: `${column} >= ?`, values: [from] }]),
  ...(to === undefined ? [] : [{ condition: `${column} < ?`, values: [to] }]),
]

export const eachFiling = (
  database: Database,
  { states, from, to }: EachFilingRequest,
): AsyncIterable<FilingView> =>
  each(database, 'filing-board', [...oneOf('state', states), ...within('submitted_at', { from, to })])

export const eachException = (
  database: Database,
  { kinds, from, to }: EachExceptionRequest,
): AsyncIterable<ExceptionView> =>
  each(database, 'exceptions', [
    ...within('at', { from, to }),
    ...(kinds === undefined
      ? []
      : [
          {
            // A space sorts below everything that a time begins with, `:` above it.
            condition: `(${kinds.map(() => '(by_kind > ? AND by_kind < ?)').join(' OR ') || 'FALSE'})`,
            values: kinds.flatMap((kind) => [`${kind} `, `${kind} :`]),
          },
        ]),
  ])

export const eachRefusal = (database: Database): AsyncIterable<RefusalView> => each(database, 'refusals', [])

/** Records with a value that stands disputed: found in the text of the rows, so that no other row is read out. */
export const eachDisputed = (database: Database): AsyncIterable<OneFormView> =>
  each(database, 'one-form', [{ condition: '"view" LIKE ?', values: ['%"disputed":{"%'] }])

/** Filings by their ids; those that are not there are left out. */
export async function filingsOf(
  session: Session,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FilingView>> {
  const table = await liveTable(session, 'filing-board')
  const found = new Map<string, FilingView>()
  for (let at = 0; at < ids.length; at += batch) {
    const some = ids.slice(at, at + batch)
    const rows = await session.all<Row>(
      `SELECT "key", "view" FROM "${table.name}" WHERE "key" IN (${some.map(() => '?').join(', ')})`,
      some,
    )
    for (const row of rows) found.set(row.key, JSON.parse(row.view) as FilingView)
  }
  return found
}
