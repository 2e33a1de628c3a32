import type { FilingsRequest } from '@yibiao/projections'
import type { Context } from '../context.ts'
import type { Principal } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import { type VisiblePage, visiblePage } from '../records/visible-page.ts'
import { seenFiling } from './board.ts'
import { lookAt } from './locate.ts'

/** A page of the board as the principal may see it. Throws `YB_FORBIDDEN` when a participant asks for another's. */
export async function listFilings(
  context: Context,
  principal: Principal,
  request: FilingsRequest,
): Promise<VisiblePage<Readonly<Record<string, unknown>>>> {
  const { readModel } = context.options
  const { participant: own } = principal
  const { state, participant = own, after, limit } = request
  if (own !== undefined && participant !== own)
    throw refusal('YB_FORBIDDEN', '/query/participant', { principal: `participant ${own}` })
  return visiblePage({
    after,
    limit,
    page: (at, count) => readModel.filings({ state, participant, after: at, limit: count }),
    see: async (view) => {
      const seen = await lookAt(context, principal, view.record)
      return seen && seenFiling(view, seen.viewer, context, seen.form)
    },
  })
}
