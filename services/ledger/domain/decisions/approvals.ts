import {
  type EventDataByType,
  type Issue,
  issue,
  leavesOf,
  type Message,
  type ProcessContent,
  valueAt,
} from '@yibiao/schemas'
import { certificatePlan, followUpPlans, itemOf } from '../clocks.ts'
import {
  accept,
  type Claim,
  type Conclusion,
  type Decision,
  type DecisionContext,
  nameClaim,
  usccClaim,
} from '../context.ts'
import { decisiveOf } from '../decisive.ts'
import { notAfterPeriods, periodPlans } from '../periods.ts'
import type { Approval, ApprovalKind, Filing, RecordState } from '../state.ts'
import { outsideDiscretion } from './discretion.ts'
import { effectIssues, effectsOf } from './effects.ts'
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

/** Likewise of what it would remove; and what is not there cannot be. */
export function removalsNotOwned(removed: readonly string[], context: DecisionContext): Issue[] {
  const { matrix, participants } = context.references
  const columns = participants.columnsOf(context.participant)
  const form = context.view?.form
  const issues: Issue[] = []
  for (const path of removed) {
    const value = form && valueAt(form, path)
    const leaves =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? leavesOf(value).map(([leaf]) => `${path}${leaf}`)
        : [path]
    if (value === undefined) issues.push(issue('YB_NOT_FOUND', '/data/removed', { path }))
    for (const leaf of leaves)
      if (!matrix.mayWrite(columns, leaf))
        issues.push(
          issue('YB_FIELD_NOT_OWNED', '/data/removed', {
            path: leaf,
            owner: matrix.ownerOf(leaf) ?? 'APPLICANT',
            participant: context.participant,
          }),
        )
  }
  return issues
}

/**
 * The department has done its part: said by the type of event that the filing's own process definition names for the item, else by
 * the kind of the item.
 */
export function decideOutcome(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.approval.recorded.v1']
  const located = locateOwn(state, message, data, ['OPEN'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const process = context.references.process(filing.process, filing.processVersion)
  const needed = process?.outcomes?.[approval.item] ?? saidBy[approval.kind]
  if (needed !== message.type)
    return no(
      state,
      issue('YB_APPROVAL_KIND', '/type', { approval: approval.approval, kind: approval.kind, needed }),
    )
  const said = { message, filing, approval, process }
  const [first, ...more] = [
    ...notOwned(data.form, context),
    ...removalsNotOwned(data.removed ?? [], context),
    ...outOfOrder(data),
    ...fixtures(data.form, context),
    ...effectIssues(state, said),
    ...notAfterPeriods(filing, approval, process),
    ...outsideDiscretion(conditionsOf(message), itemOf(approval, context.references), '/data/conditions'),
  ]
  if (first) return no(state, first, ...more)
  const effects = effectsOf(state, said, context)
  if ('code' in effects) return no(state, effects)

  const outcome: Outcome =
    approval.kind === 'RECORDAL' || approval.kind === 'CONSEQUENCE' ? 'RECORDED' : 'GRANTED'
  const follows = conclude(filing, approval, outcome, context, plansAfter(said, context))
  const conclusions = [
    ...reversals(filing, approval, context),
    ...jointReversals(filing, follows, context),
    ...follows,
    ...effects.conclusions,
  ]
  if (message.type !== 'yibiao.enterprise.registered.v1')
    return accept(conclusions, effects.claims, effects.releases)

  const uscc = (message.data as EventDataByType['yibiao.enterprise.registered.v1']).form.uscc
  const claim = usccClaim(uscc)
  if (context.taken.has(claim.stream))
    return no(state, issue('YB_IDENTIFIER_TAKEN', '/data/form/uscc', { identifier: uscc }))
  return accept(conclusions, [claim])
}

const conditionsOf = ({ data }: Message) =>
  (data as EventDataByType['yibiao.approval.granted.v1']).conditions ?? []

/** A refusal needs reasons (行政许可法 38). Only the item that decides the filing and PRE items can refuse the whole of it. */
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
  const item = itemOf(approval, context.references)
  const [outside, ...more] = outsideDiscretion(data.reasons, item, '/data/reasons')
  if (outside) return no(state, outside, ...more)
  const gates = approval === decisiveOf(filing, context.references) || approval.gate === 'PRE'
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
  return accept([...timely, refused], [], releasesOf(state, filing, context))
}

/** Gives the name back that a filing had asked for and that the record will not bear. */
export function releasesOf(state: RecordState, filing: Filing, { registry }: DecisionContext): Claim[] {
  const name = filing.applied === undefined ? state.name : filing.applied.form?.name?.full
  const isBorne = filing.applied === undefined ? state.registered : name === state.name
  return name === undefined || isBorne ? [] : [nameClaim(registry, name)]
}

/** What is timed once an approval is granted: duties and periods of the record's life, and the certificate where it follows later. */
function plansAfter(
  {
    message,
    filing,
    approval,
    process,
  }: {
    readonly message: Message
    readonly filing: Filing
    readonly approval: Approval
    readonly process: ProcessContent | undefined
  },
  context: DecisionContext,
) {
  const data = message.data as EventDataByType['yibiao.approval.granted.v1']
  const { establishedOn = context.receivedOn } = data.form ?? {}
  return [
    ...(approval.item === process?.registration ? followUpPlans(filing, establishedOn, context) : []),
    ...periodPlans(process, message.type, data, context.receivedOn),
    ...(data.certificateFollows === true ? certificatePlan(filing, approval, context) : []),
  ]
}
