import type { ReferencesInForce } from '@yibiao/projections'
import type { Approval, Filing } from './state.ts'

/** The approval that decides the filing as a whole, by the definition it is pinned to; undefined before it is routed. */
export function decisiveOf(filing: Filing, references: ReferencesInForce): Approval | undefined {
  const process = references.process(filing.process, filing.processVersion)
  return process && filing.approvals.get(`${filing.filing}/${process.registration}`)
}
