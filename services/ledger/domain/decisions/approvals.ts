import { type EventDataByType, type Issue, issue, leavesOf, type Message } from '@yibiao/schemas'
import { certificatePlan, followUpPlans } from '../clocks.ts'
import {
  accept,
  type Conclusion,
  type Decision,
  type DecisionContext,
  nameClaim,
  usccClaim,
} from '../context.ts'
import type { Approval, ApprovalKind, Filing, RecordState } from '../state.ts'
import { locateOwn, no } from './locate.ts'
import { conclude, type Outcome } from './outcomes.ts'
import { jointReversals, reversals } from './reversals.ts'
import { fixtures, outOfOrder } from './values.ts'

const saidBy: Record<ApprovalKind, string> = {
  LICENCE: 'yibiao.approval.granted.v1',
  COMMITMENT: 'yibiao.approval.granted.v1',
  RECORDAL: 'yibiao.approval.recorded.v1',
  CONSEQUENCE: 'yibiao.approval.recorded.v1',
  REGISTRATION: 'yibiao.enterprise.registered.v1',
}

/** Paths of a fragment that are not the sender's to write (one writer a field). */
export function notOwned(fragment: object | undefined, context: DecisionContext): Issue[] {
  if (fragment === undefined) return []
  const { matrix, participants } = context.references
  const columns = participants.columnsOf(context.participant)
  const issues: Issue[] = []
  for (const [path] of leavesOf(fragment))
    if (!matrix.mayWrite(columns, path))
      issues.push(
        issue('YB_FIELD_NOT_OWNED', `/data/form${path}`, {
          path,
          owner: matrix.ownerOf(path) ?? 'APPLICANT',
          participant: context.participant,
        }),
      )
  return issues
}

/** `approval.granted`, `approval.recorded`, `enterprise.registered`: the department has done its part. */
export function decideGranted(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.approval.granted.v1']
  const located = locateOwn(state, message, data, ['OPEN'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const needed = saidBy[approval.kind]
  if (needed !== message.type)
    return no(
      state,
      issue('YB_APPROVAL_KIND', '/type', { approval: approval.approval, kind: approval.kind, needed }),
    )
  const [first, ...more] = [
    ...notOwned(data.form, context),
    ...outOfOrder(data),
    ...fixtures(data.form, context),
  ]
  if (first) return no(state, first, ...more)

  const outcome: Outcome =
    approval.kind === 'RECORDAL' || approval.kind === 'CONSEQUENCE' ? 'RECORDED' : 'GRANTED'
  const follows = conclude(filing, approval, outcome, context, plansAfter(filing, approval, data, context))
  const conclusions = [
    ...reversals(filing, approval, context),
    ...jointReversals(filing, follows, context),
    ...follows,
  ]
  if (approval.kind !== 'REGISTRATION') return accept(conclusions)

  const uscc = (data as EventDataByType['yibiao.enterprise.registered.v1']).form.uscc
  const claim = usccClaim(uscc)
  if (context.taken.has(claim.stream))
    return no(state, issue('YB_IDENTIFIER_TAKEN', '/data/form/uscc', { identifier: uscc }))
  return accept(conclusions, [claim])
}

/** A refusal needs reasons (行政许可法 38). Only the registration and PRE items can refuse the whole filing. */
export function decideRefused(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.approval.refused.v1']
  const located = locateOwn(state, message, data, ['OPEN', 'WAITING'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  if (approval.kind === 'CONSEQUENCE')
    return no(
      state,
      issue('YB_REFUSAL_NOT_ALLOWED', '/type', { approval: approval.approval, kind: approval.kind }),
    )
  const gates = approval.kind === 'REGISTRATION' || approval.gate === 'PRE'
  if (approval.state === 'WAITING' && !gates)
    return no(
      state,
      issue('YB_APPROVAL_STATE', '/data/approval', {
        approval: approval.approval,
        state: approval.state,
        type: message.type,
        needed: 'OPEN',
      }),
    )
  const timely = reversals(filing, approval, context)
  if (!gates) return accept([...timely, ...conclude(filing, approval, 'REFUSED', context)])
  const refused: Conclusion = {
    type: 'yibiao.filing.refused.v1',
    data: { approval: approval.approval, reasons: data.reasons },
  }
  return accept([...timely, refused], [], releasesOf(state, context))
}

/** Gives the name back when a filing ends before there is an enterprise. */
export const releasesOf = (state: RecordState, context: DecisionContext) =>
  state.name === undefined || state.registered ? [] : [nameClaim(context.registry, state.name)]

/** What is timed once an approval is granted: duties after the registration, and the certificate where it follows later. */
function plansAfter(
  filing: Filing,
  approval: Approval,
  data: EventDataByType['yibiao.approval.granted.v1'],
  context: DecisionContext,
) {
  const { establishedOn = context.receivedOn } = data.form ?? {}
  return [
    ...(approval.kind === 'REGISTRATION' ? followUpPlans(filing, establishedOn, context) : []),
    ...(data.certificateFollows === true ? certificatePlan(filing, approval, context) : []),
  ]
}
