import type { Database, JobProgress } from '@yibiao/database'
import type { FeedStateView } from '../feed-state/view.ts'
import type { FilingView } from '../filing-board/view.ts'
import type { OneFormView } from '../one-form/view.ts'
import type { OperationView } from '../operations/projection.ts'
import type { RefusalView } from '../refusals/projection.ts'
import { listBuilds } from '../runtime/registry.ts'
import { dueAlarms, outdatedAlarms } from './alarms.ts'
import { eachDisputed, eachException, eachFiling, eachRefusal, filingsOf } from './each.ts'
import { listOfExceptions } from './exceptions.ts'
import { pageOfFilings } from './filings.ts'
import { liveTable } from './live-tables.ts'
import { searchNames } from './search.ts'
import type { At, JobView, ReadModel } from './types.ts'
import { PositionWaiters } from './waiters.ts'

/** The projections that the read API reads: those of `standardProjections`. */
const projectionsRead = [
  'one-form',
  'filing-board',
  'search',
  'feed-state',
  'operations',
  'refusals',
  'exceptions',
] as const

/** Opens the read API on a database that a projector keeps, in this process or another. */
export function openReadModel(database: Database): ReadModel {
  const positionOf = (projection?: string): Promise<number> =>
    database.snapshot(async (session) => {
      const live = (await listBuilds(session)).filter((row) => row.state === 'live')
      const asked = projection === undefined ? projectionsRead : [projection]
      return Math.min(...asked.map((name) => live.find((row) => row.name === name)?.position ?? 0))
    })
  const waiters = new PositionWaiters(database, positionOf)

  function one<View>(projection: string): (key: string) => Promise<At<View | undefined>> {
    return (key) =>
      database.snapshot(async (session) => {
        const table = await liveTable(session, projection)
        const row = await session.get<{ view: string }>(
          database.dialect.load({ ...table, columns: [], terms: false }),
          [key],
        )
        return { position: table.position, value: row && (JSON.parse(row.view) as View) }
      })
  }

  function many<View>(projection: string, rest: string, parameters: readonly string[] = []) {
    return database.snapshot(async (session): Promise<At<readonly View[]>> => {
      const table = await liveTable(session, projection)
      const rows = await session.all<{ view: string }>(
        `SELECT "view" FROM "${table.name}" ${rest}`,
        parameters,
      )
      return { position: table.position, value: rows.map((row) => JSON.parse(row.view) as View) }
    })
  }

  return {
    record: one<OneFormView>('one-form'),
    filing: one<FilingView>('filing-board'),
    operation: one<OperationView>('operations'),
    filings: (request) => database.snapshot((session) => pageOfFilings(session, database.dialect, request)),
    searchRecords: (request) =>
      database.snapshot((session) => searchNames(session, database.dialect, request)),
    feedStates: () => many<FeedStateView>('feed-state', 'ORDER BY "key"'),
    operations: (state) =>
      state === undefined
        ? many<OperationView>('operations', 'ORDER BY requested DESC LIMIT 1000')
        : many<OperationView>('operations', 'WHERE state = ? ORDER BY requested', [state]),
    refusals: (record) =>
      many<RefusalView>('refusals', 'WHERE record = ? ORDER BY refused LIMIT 1000', [record]),
    exceptions: (request) => database.snapshot((session) => listOfExceptions(session, request)),
    eachFiling: (request = {}) => eachFiling(database, request),
    eachException: (request = {}) => eachException(database, request),
    eachRefusal: () => eachRefusal(database),
    eachDisputed: () => eachDisputed(database),
    filingsOf: (ids) => database.snapshot((session) => filingsOf(session, ids)),
    dueAlarms: (request) => database.snapshot((session) => dueAlarms(session, request)),
    outdatedAlarms: (request) => database.snapshot((session) => outdatedAlarms(session, request)),
    jobs: () =>
      database.snapshot(async (session) =>
        (await session.all<JobProgress>('SELECT * FROM job_progress ORDER BY started_at')).map(jobOf),
      ),
    position: positionOf,
    waitFor: (position, timeoutMs, projection) => waiters.waitFor(position, timeoutMs, projection),
    builds: () => database.snapshot(listBuilds),
    close: () => waiters.close(),
  }
}

const jobOf = (row: JobProgress): JobView => ({
  operation: row.operation,
  kind: row.kind,
  subject: row.subject,
  done: row.done,
  total: row.total,
  startedAt: row.started_at,
  updatedAt: row.updated_at,
  ended: row.outcome !== null,
})
