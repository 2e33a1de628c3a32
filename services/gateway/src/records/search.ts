import type { RecordStatus, SearchRequest } from '@yibiao/projections'
import type { Context } from '../context.ts'
import { lookAt } from '../filings/locate.ts'
import type { Principal } from '../http/principal.ts'
import { columnsFor, seesAll } from './viewer.ts'
import { type VisiblePage, visiblePage } from './visible-page.ts'

/** A hit as the principal may see it. */
export interface SeenHit {
  readonly record: string
  readonly name: string | null
  readonly uscc: string | null
  readonly status: RecordStatus
}

/**
 * Records by name, code or id. Whoever may not see the name of a record cannot find it by its name either: a hit he could
 * not tell from another is left out.
 */
export function searchRecords(
  context: Context,
  principal: Principal,
  { text, status, after, limit }: SearchRequest,
): Promise<VisiblePage<SeenHit>> {
  const { readModel, references } = context.options
  return visiblePage({
    after,
    limit,
    page: (at, count) => readModel.searchRecords({ text, status, after: at, limit: count }),
    see: async (hit) => {
      const seen = await lookAt(context, principal, hit.record)
      if (seen === undefined) return undefined
      const { matrix } = references.current()
      const columns = seesAll(seen.viewer) ? [] : columnsFor(seen.viewer.columns, matrix, seen.form)
      const sees = (path: string): boolean =>
        seesAll(seen.viewer) || ['W', 'S', 'C', 'R'].includes(matrix.access(columns, path))
      const byId = hit.record.startsWith(text.trim().toUpperCase())
      if (!byId && !sees('/name/full') && !sees('/uscc')) return undefined
      return {
        record: hit.record,
        name: sees('/name/full') && hit.name !== '' ? hit.name : null,
        uscc: sees('/uscc') ? hit.uscc : null,
        status: hit.status,
      }
    },
  })
}
