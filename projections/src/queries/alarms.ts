import type { Session } from '@yibiao/database'
import { liveTable } from './live-tables.ts'
import type { Alarm, AlarmsRequest, At } from './types.ts'

interface Row {
  readonly key: string
  readonly record: string
  readonly next_due: number | string | null
}

const alarmOf = ({ key, record, next_due }: Row): Alarm => ({
  filing: key,
  record,
  due: next_due === null ? null : Number(next_due),
})

/** Filings whose next timer is due by an instant, the earliest first. */
export async function dueAlarms(
  session: Session,
  { until, limit = 1_000 }: AlarmsRequest,
): Promise<At<readonly Alarm[]>> {
  const table = await liveTable(session, 'filing-board')
  const rows = await session.all<Row>(
    `SELECT "key", record, next_due FROM "${table.name}" WHERE next_due <= ? ORDER BY next_due, "key" LIMIT ?`,
    [until, limit],
  )
  return { position: table.position, value: rows.map(alarmOf) }
}

/** Filings with clocks that were computed by another calendar than this one, by their ids, after a given one. */
export async function outdatedAlarms(
  session: Session,
  { calendar, after, limit = 1_000 }: { calendar: string; after: string; limit?: number },
): Promise<readonly Alarm[]> {
  const table = await liveTable(session, 'filing-board')
  const rows = await session.all<Row>(
    `SELECT "key", record, next_due FROM "${table.name}" WHERE "key" > ? AND calendar IS NOT NULL AND calendar <> ? ORDER BY "key" LIMIT ?`,
    [after, calendar, limit],
  )
  return rows.map(alarmOf)
}
