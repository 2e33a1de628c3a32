import type { ClockPlan } from '@yibiao/schemas'
import { plansOf, starting, type Timing } from '../clocks.ts'
import type { Conclusion } from '../context.ts'
import { type Approval, type ApprovalState, type Filing, hasEnded, isPositive } from '../state.ts'

export type Outcome = 'GRANTED' | 'RECORDED' | 'REFUSED'

/**
 * What follows from an outcome: approvals that waited only for it are opened, approvals that can never be met are
 * closed, and with the last outcome the filing is completed. What is opened is timed from now
 * on, together with `plans`.
 */
export function conclude(
  filing: Filing,
  decided: Approval,
  outcome: Outcome,
  timing: Timing,
  plans: readonly ClockPlan[] = [],
): Conclusion[] {
  const closed = outcome === 'REFUSED' ? dependentsOf(filing, decided) : nobody
  const stateOf = (approval: Approval): ApprovalState => {
    if (approval === decided) return outcome
    return closed.has(approval) ? 'NOT_NEEDED' : approval.state
  }
  const isMet = (item: string): boolean => {
    const needed = approvalOf(filing, item)
    return needed === undefined || isPositive(stateOf(needed))
  }
  const opened: Approval[] = []
  let allEnded = true
  for (const approval of filing.approvals.values()) {
    const state = stateOf(approval)
    if (state === 'WAITING' && approval.dependsOn.every(isMet)) opened.push(approval)
    if (!hasEnded(state)) allEnded = false
  }

  const conclusions: Conclusion[] = []
  if (closed.size > 0) {
    const approvals = [...closed].map((one) => one.approval)
    conclusions.push({
      type: 'yibiao.approvals.closed.v1',
      data: { approvals, because: decided.approval },
    })
  }
  if (opened.length > 0) {
    const approvals = opened.map((one) => one.approval)
    conclusions.push({ type: 'yibiao.approvals.opened.v1', data: { approvals } })
  }
  const timed = [...plansOf(filing, opened, timing), ...plans]
  conclusions.push(...starting(filing, [...opened, decided], timed, timing))
  if (allEnded) {
    const outcomes: Record<string, ApprovalState> = {}
    for (const approval of filing.approvals.values()) outcomes[approval.approval] = stateOf(approval)
    conclusions.push({ type: 'yibiao.filing.completed.v1', data: { outcomes } })
  }
  return conclusions
}

const nobody: ReadonlySet<Approval> = new Set()

const approvalOf = (filing: Filing, item: string): Approval | undefined =>
  filing.approvals.get(`${filing.filing}/${item}`)

/** Approvals that can never be met once this one is refused: what depends on it, and what depends on those. */
function dependentsOf(filing: Filing, refused: Approval): ReadonlySet<Approval> {
  const closed = new Set<Approval>()
  const isLost = (item: string): boolean => {
    const needed = approvalOf(filing, item)
    if (needed === undefined) return false
    return needed === refused || closed.has(needed) || (hasEnded(needed.state) && !isPositive(needed.state))
  }
  for (let before = -1; before < closed.size; ) {
    before = closed.size
    for (const approval of filing.approvals.values()) {
      if (approval === refused || closed.has(approval) || hasEnded(approval.state)) continue
      if (approval.dependsOn.some(isLost)) closed.add(approval)
    }
  }
  return closed
}
