import { issue, type Message } from '@yibiao/schemas'
import type { Decide, Decision, DecisionContext } from './context.ts'
import { decideSupplementProvided, decideWithdrawn } from './decisions/applicant.ts'
import { decideGranted, decideRefused, decideSupplementRequested, no } from './decisions/approvals.ts'
import { decideChanged, decideValueJudged } from './decisions/changes.ts'
import { decideSubmitted } from './decisions/submit.ts'
import type { RecordState } from './state.ts'

const decisions: ReadonlyMap<string, Decide<RecordState>> = new Map([
  ['yibiao.filing.submitted.v1', decideSubmitted],
  ['yibiao.filing.withdrawn.v1', decideWithdrawn],
  ['yibiao.supplement.provided.v1', decideSupplementProvided],
  ['yibiao.supplement.requested.v1', decideSupplementRequested],
  ['yibiao.approval.granted.v1', decideGranted],
  ['yibiao.approval.recorded.v1', decideGranted],
  ['yibiao.approval.refused.v1', decideRefused],
  ['yibiao.enterprise.registered.v1', decideGranted],
  ['yibiao.record.changed.v1', decideChanged],
  ['yibiao.value.confirmed.v1', decideValueJudged],
  ['yibiao.value.disputed.v1', decideValueJudged],
])

/** The types that belong to a record and are decided here. */
export const isRecordMessage = (type: string): boolean => decisions.has(type)

/**
 * Decides one valid message of a record: what the exchange concludes from it, or why it is refused. Pure: no I/O, no
 * clock, no ids of its own. Whether the message is a duplicate is known before (the state's `messages`).
 */
export function decide(state: RecordState, message: Message, context: DecisionContext): Decision {
  const one = decisions.get(message.type)
  if (!one) return no(state, issue('YB_TYPE_UNKNOWN', '/type', { type: message.type }))
  return one(state, message, context)
}
