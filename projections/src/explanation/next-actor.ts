import { nextMark, type ProcessContent } from '@yibiao/schemas'
import { isRunningClock } from '../filing-board/timing.ts'
import { type ApprovalView, type FilingView, hasEnded } from '../filing-board/view.ts'
import type { ReferencesInForce } from '../references/index.ts'
import type { Awaited, NextActor } from './types.ts'

const isPositive = ({ state }: ApprovalView): boolean => state === 'GRANTED' || state === 'RECORDED'

const awaited = ({ approval, item, department, participant, state }: ApprovalView): Awaited => ({
  approval,
  item,
  department,
  participant,
  state,
})

/** Who has to act next in an approval that has not ended. Exactly one answer, always. */
export function nextActorOf(
  view: FilingView,
  approval: ApprovalView,
  references: Pick<ReferencesInForce, 'participants' | 'process'>,
): NextActor {
  if (approval.state === 'SUPPLEMENT') return { who: 'APPLICANT', asked: approval.defects?.length ?? 0 }
  if (approval.state === 'WAITING') return awaiting(view, approval)
  if (comesAfterPeriod(view, approval, references.process(view.process, view.processVersion)))
    return { who: 'NOBODY', reason: 'PERIOD_RUNS' }
  if (!references.participants.byCode.has(approval.participant))
    return { who: 'NOBODY', reason: 'PARTICIPANT_GONE' }
  const isDecided = approval.kind !== 'RECORDAL' && approval.kind !== 'CONSEQUENCE'
  return { who: 'PARTICIPANT', participant: approval.participant, act: isDecided ? 'DECIDE' : 'RECORD' }
}

const comesAfterPeriod = (view: FilingView, { item }: ApprovalView, process: ProcessContent | undefined) =>
  view.clocks.some(
    (clock) =>
      process?.after?.[item]?.includes(clock.clock) === true &&
      nextMark(clock) !== undefined &&
      isRunningClock(view, clock),
  )

function awaiting({ approvals }: FilingView, { dependsOn }: ApprovalView): NextActor {
  const missing = approvals.filter((one) => dependsOn.includes(one.item) && !isPositive(one))
  if (missing.some(({ state }) => hasEnded(state))) return { who: 'NOBODY', reason: 'CANNOT_BE_MET' }
  const [first, ...more] = missing.map(awaited)
  return first === undefined
    ? { who: 'NOBODY', reason: 'NOT_OPENED' }
    : { who: 'ITEM', items: [first, ...more] }
}
