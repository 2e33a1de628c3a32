import type { Session, SqlValue } from '@yibiao/database'
import type { ExceptionView } from '../exceptions/projection.ts'
import { liveTable } from './live-tables.ts'
import type { At, ExceptionsRequest } from './types.ts'

/** Exceptions in the order of their times, the latest first; at most 1,000, or as many as `limit` says up to 100,000. */
export async function listOfExceptions(
  session: Session,
  { kinds, filing, from, to, limit = 1_000 }: ExceptionsRequest,
): Promise<At<readonly ExceptionView[]>> {
  const table = await liveTable(session, 'exceptions')
  const conditions: string[] = []
  const parameters: SqlValue[] = []
  const where = (condition: string, ...values: readonly SqlValue[]) => {
    conditions.push(condition)
    parameters.push(...values)
  }
  if (filing !== undefined) where('filing = ?', filing)
  if (from !== undefined) where('at >= ?', from)
  if (to !== undefined) where('at < ?', to)
  if (kinds !== undefined)
    // A space sorts below everything that a time begins with, `:` above it.
    where(
      `(${kinds.map(() => '(by_kind > ? AND by_kind < ?)').join(' OR ')})`,
      ...kinds.flatMap((kind) => [`${kind} `, `${kind} :`]),
    )
  const rows = await session.all<{ view: string }>(
    `SELECT "view" FROM "${table.name}" ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`} ORDER BY at DESC, "key" LIMIT ?`,
    [...parameters, Math.min(limit, 100_000)],
  )
  return { position: table.position, value: rows.map((row) => JSON.parse(row.view) as ExceptionView) }
}
