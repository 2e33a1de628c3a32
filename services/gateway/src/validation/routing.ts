import type { ReferencesInForce } from '@yibiao/projections'
import { type Issue, issue, type OneForm, valueAt } from '@yibiao/schemas'

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

/** Which approvals a valid form would open, with whom, and what stands in the way. */
export function planRouting(
  form: OneForm,
  { catalogue, participants }: Pick<ReferencesInForce, 'catalogue' | 'participants'>,
): { readonly approvals: readonly PlannedApproval[]; readonly issues: readonly Issue[] } {
  const items = catalogue.applicable(form)
  const present = new Set(items.map((item) => item.code))
  const division = form.domicile.divisionCode
  const issues: Issue[] = []
  const approvals = items.map((item): PlannedApproval => {
    const candidates = participants.serving(item.department, division)
    const chosen = item.chooses === undefined ? undefined : valueAt(form, item.chooses)
    const participant =
      item.chooses === undefined ? candidates[0] : candidates.find(({ code }) => code === chosen)
    if (!participant) {
      const pointer = item.chooses ?? '/domicile/divisionCode'
      issues.push(
        issue('YB_NO_PARTICIPANT', pointer, { item: item.code, department: item.department, division }),
      )
    }
    return {
      item: item.code,
      title: item.name.en,
      titleZh: item.name.zh,
      kind: item.kind,
      gate: item.gate,
      department: item.department,
      participant: participant?.code ?? null,
      dependsOn: item.dependsOn.filter((code) => present.has(code)),
    }
  })
  return { approvals, issues }
}
