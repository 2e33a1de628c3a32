import { type FilingView, type MaterialView, materialCodesOf } from '@yibiao/projections'
import type { Context } from '../context.ts'
import { lookAt } from '../filings/locate.ts'
import { nameOf, type Principal } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import { columnsFor, type Viewer } from '../records/viewer.ts'

export interface LocatedMaterial {
  readonly record: string
  readonly material: MaterialView
}

/** Filings of one file looked at in one go. */
const pageSize = 50

/**
 * A file that the principal may read: the applicant of a filing that names it, a participant with an approval there whose
 * item takes it, an auditor. Throws `YB_FORBIDDEN` for an operator, who reads no personal data, and `YB_MATERIAL_UNKNOWN`
 * also where it is none of the principal's business.
 */
export async function locateMaterial(
  context: Context,
  principal: Principal,
  digest: string,
): Promise<LocatedMaterial> {
  const { readModel, store, limits } = context.options
  let found = await search(context, principal, digest)
  if (found === 'none') {
    await readModel.waitFor(await store.head(), limits.viewWait, 'filing-board')
    found = await search(context, principal, digest)
  }
  if (found === 'none') throw refusal('YB_MATERIAL_UNKNOWN', '/path/digest', { digest })
  if (found === 'forbidden') throw refusal('YB_FORBIDDEN', '', { principal: nameOf(principal) })
  return found
}

async function search(
  context: Context,
  principal: Principal,
  digest: string,
): Promise<LocatedMaterial | 'none' | 'forbidden'> {
  const { readModel } = context.options
  let outcome: 'none' | 'forbidden' = 'none'
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await readModel.filings({ material: digest, after, limit: pageSize })
    for (const view of page.items) {
      const seen = await lookAt(context, principal, view.record)
      if (seen === undefined) continue
      if (seen.viewer.kind === 'operator') outcome = 'forbidden'
      const [material] = materialsSeen(view, seen.viewer, context, seen.form).filter(
        (one) => one.digest === digest,
      )
      if (material !== undefined && seen.viewer.kind !== 'operator') return { record: view.record, material }
    }
    after = page.next
  }
  return outcome
}

/** The files of a filing that a viewer may hear of. */
export function materialsSeen(
  view: FilingView,
  viewer: Viewer,
  { options }: Pick<Context, 'options'>,
  form: object,
): readonly MaterialView[] {
  const { materials = [] } = view
  if (viewer.kind !== 'participant' || materials.length === 0) return materials
  const inForce = options.references.current()
  // A bank without the founder's consent sees nothing of the record.
  if (columnsFor(viewer.columns, inForce.matrix, form).length === 0) return []
  const own = view.approvals.filter(({ participant }) => participant === viewer.participant)
  const codes = materialCodesOf(own, inForce)
  return materials.filter(({ code }) => codes.has(code))
}
