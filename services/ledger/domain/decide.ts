import { issue, type Message, typedOutcomes } from '@yibiao/schemas'
import type { Decide, Decision, DecisionContext } from './context.ts'
import { decideWithdrawn } from './decisions/applicant.ts'
import { decideApplication } from './decisions/application.ts'
import { decideOutcome, decideRefused } from './decisions/approvals.ts'
import { decideChanged, decideValueJudged } from './decisions/changes.ts'
import { decideContactAssigned, decideResponsibilityTransferred } from './decisions/counter.ts'
import { notDelegated } from './decisions/delegation.ts'
import { decideTimeExcluded, decideTimeResumed } from './decisions/exclusions.ts'
import { decideExtended, decideJointExtended } from './decisions/extensions.ts'
import { no } from './decisions/locate.ts'
import { decideObjection } from './decisions/objections.ts'
import { decideSubmitted } from './decisions/submit.ts'
import {
  decideAccountabilityConcluded,
  decideCompensated,
  decideDutyMet,
  decideFeeAssessed,
} from './decisions/supervision.ts'
import { decideSupplementProvided, decideSupplementRequested } from './decisions/supplements.ts'
import { decideAccepted, decideCertificateIssued, decideChannelGranted } from './decisions/timing.ts'
import type { RecordState } from './state.ts'

const decisions: ReadonlyMap<string, Decide<RecordState>> = new Map<string, Decide<RecordState>>([
  ['yibiao.filing.submitted.v1', decideSubmitted],
  ['yibiao.application.submitted.v1', decideApplication],
  ['yibiao.proceeding.opened.v1', decideApplication],
  ['yibiao.objection.raised.v1', decideObjection],
  ...typedOutcomes.map((type): [string, Decide<RecordState>] => [type, decideOutcome]),
  ['yibiao.filing.withdrawn.v1', decideWithdrawn],
  ['yibiao.supplement.provided.v1', decideSupplementProvided],
  ['yibiao.supplement.requested.v1', decideSupplementRequested],
  ['yibiao.approval.granted.v1', decideOutcome],
  ['yibiao.approval.recorded.v1', decideOutcome],
  ['yibiao.approval.refused.v1', decideRefused],
  ['yibiao.enterprise.registered.v1', decideOutcome],
  ['yibiao.record.changed.v1', decideChanged],
  ['yibiao.value.confirmed.v1', decideValueJudged],
  ['yibiao.value.disputed.v1', decideValueJudged],
  ['yibiao.approval.accepted.v1', decideAccepted],
  ['yibiao.time.excluded.v1', decideTimeExcluded],
  ['yibiao.time.resumed.v1', decideTimeResumed],
  ['yibiao.deadline.extended.v1', decideExtended],
  ['yibiao.joint.extended.v1', decideJointExtended],
  ['yibiao.certificate.issued.v1', decideCertificateIssued],
  ['yibiao.channel.granted.v1', decideChannelGranted],
  ['yibiao.contact.assigned.v1', decideContactAssigned],
  ['yibiao.responsibility.transferred.v1', decideResponsibilityTransferred],
  ['yibiao.fee.assessed.v1', decideFeeAssessed],
  ['yibiao.accountability.concluded.v1', decideAccountabilityConcluded],
  ['yibiao.compensation.completed.v1', decideCompensated],
  ['yibiao.duty.met.v1', decideDutyMet],
])

/** An alarm: it makes the ledger look at what is due, and is itself no event. */
export const isAlarm = (type: string): boolean => type === 'yibiao.timer.due.v1'

/** The types that belong to a record and are decided here. */
export const isRecordMessage = (type: string): boolean => decisions.has(type) || isAlarm(type)

/**
 * Decides one valid message of a record: what the exchange concludes from it, or why it is refused. Pure: no I/O, no
 * clock, no ids of its own. Whether the message is a duplicate is known before (the state's `messages`).
 */
export function decide(state: RecordState, message: Message, context: DecisionContext): Decision {
  const one = decisions.get(message.type)
  if (!one) return no(state, issue('YB_TYPE_UNKNOWN', '/type', { type: message.type }))
  const decision = one(state, message, context)
  const objection = decision.accepted ? notDelegated(state, message, context) : undefined
  return objection ? no(state, objection) : decision
}
