import type { Issue } from '@yibiao/schemas'
import { type Claim, type DecisionContext, nameClaim } from '../context.ts'
import { nameIssue, wantedName } from '../names.ts'
import type { RecordState } from '../state.ts'

/** What a fragment does to the claim on the record's name. */
export interface Renaming {
  readonly claims: readonly Claim[]
  readonly releases: readonly Claim[]
}

/**
 * A fragment that gives the record another full name needs the claim on it before, and gives the old one back
 * (企业名称登记管理规定 17). The issue where the name belongs to another record.
 */
export function renamingOf(
  state: RecordState,
  fragment: { readonly name?: { readonly full?: string } } | undefined,
  context: DecisionContext,
): Renaming | Issue {
  const name = fragment?.name?.full
  if (name === undefined || name === state.name || state.name === undefined)
    return { claims: [], releases: [] }
  const claim = wantedName(context, name)
  const taken = nameIssue(context, claim, '/data/form/name/full')
  return taken ?? { claims: [claim], releases: [nameClaim(context.registry, state.name)] }
}
