import { type Issue, issue, type OneForm, type RoutingReferences, routeItems } from '@yibiao/schemas'

/** An approval that a submission would open, and with whom. */
export interface PlannedApproval {
  readonly item: string
  readonly title: string
  readonly titleZh: string
  readonly kind: string
  readonly gate: string
  readonly department: string
  readonly participant: string | null
  readonly dependsOn: readonly string[]
}

/** Which approvals a valid form would open, with whom, and what stands in the way: as the ledger routes it. */
export function planRouting(
  form: OneForm,
  references: RoutingReferences,
): { readonly approvals: readonly PlannedApproval[]; readonly issues: readonly Issue[] } {
  const { routed, unserved } = routeItems(form, references)
  const planned = [...routed, ...unserved.map((one) => ({ ...one, participant: undefined }))]
  return {
    approvals: planned.map(
      ({ item, participant, dependsOn }): PlannedApproval => ({
        item: item.code,
        title: item.name.en,
        titleZh: item.name.zh,
        kind: item.kind,
        gate: item.gate,
        department: item.department,
        participant: participant?.code ?? null,
        dependsOn,
      }),
    ),
    issues: unserved.map(({ item, division, path }) =>
      issue('YB_NO_PARTICIPANT', path, { item: item.code, department: item.department, division }),
    ),
  }
}
