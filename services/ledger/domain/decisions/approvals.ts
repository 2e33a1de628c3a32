import { type EventDataByType, type Issue, issue, leavesOf, type Message } from '@yibiao/schemas'
import {
  accept,
  type Conclusion,
  type Decision,
  type DecisionContext,
  nameClaim,
  refuse,
  usccClaim,
} from '../context.ts'
import {
  type Approval,
  type ApprovalKind,
  type ApprovalState,
  type Filing,
  hasEnded,
  isPositive,
  type RecordState,
} from '../state.ts'
import { askedIssues } from './materials.ts'
import { fixtures, outOfOrder } from './values.ts'

type Outcome = 'GRANTED' | 'RECORDED' | 'REFUSED'

interface Located {
  readonly filing: Filing
  readonly approval: Approval
}

const closedZh: Record<string, string> = { COMPLETED: '办结', REFUSED: '不予办理', WITHDRAWN: '撤回' }

/** The filing of a message while it is open, or why not. */
export function openFiling(state: RecordState, message: Message): Filing | Issue {
  if (state.filings.size === 0) return issue('YB_RECORD_UNKNOWN', '/subject', { record: state.record })
  const filing = message.filing === undefined ? undefined : state.filings.get(message.filing)
  if (!filing) return issue('YB_FILING_UNKNOWN', '/filing', { filing: message.filing ?? '' })
  if (filing.state !== 'IN_PARALLEL') {
    const params = {
      filing: filing.filing,
      state: filing.state,
      stateZh: closedZh[filing.state] ?? filing.state,
    }
    return issue('YB_FILING_CLOSED', '/filing', params)
  }
  return filing
}

/** The approval a message speaks of, in the state and round it must be in, or why not. */
export function locate(
  state: RecordState,
  message: Message,
  data: { readonly approval: string; readonly round: number },
  allowed: readonly ApprovalState[],
): Located | Issue {
  const filing = openFiling(state, message)
  if ('code' in filing) return filing
  const approval = filing.approvals.get(data.approval)
  if (!approval)
    return issue('YB_APPROVAL_UNKNOWN', '/data/approval', { filing: filing.filing, approval: data.approval })
  if (!allowed.includes(approval.state)) {
    const params = {
      approval: data.approval,
      state: approval.state,
      type: message.type,
      needed: allowed.join(' / '),
    }
    return issue('YB_APPROVAL_STATE', '/data/approval', params)
  }
  if (approval.round !== data.round) {
    const params = { approval: data.approval, actual: approval.round, given: data.round }
    return issue('YB_APPROVAL_ROUND', '/data/round', params)
  }
  return { filing, approval }
}

/** A refusal of a message about a record: kept with the record when there is one. */
export const no = (state: RecordState, first: Issue, ...more: readonly Issue[]): Decision =>
  refuse(state.filings.size === 0 ? 'message' : 'record', first, ...more)

const notYours = (approval: Approval, participant: string): Issue | undefined =>
  approval.participant === participant
    ? undefined
    : issue('YB_APPROVAL_NOT_YOURS', '/data/approval', {
        approval: approval.approval,
        // By department: which bank was chosen is nobody else's business.
        owner: approval.department,
        participant,
      })

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
  const located = locate(state, message, data, ['OPEN'])
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const other = notYours(approval, context.participant)
  if (other) return no(state, other)
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
  const conclusions = conclude(filing, approval, outcome)
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
  const located = locate(state, message, data, ['OPEN', 'WAITING'])
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const other = notYours(approval, context.participant)
  if (other) return no(state, other)
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
  if (!gates) return accept(conclude(filing, approval, 'REFUSED'))
  const refused: Conclusion = {
    type: 'yibiao.filing.refused.v1',
    data: { approval: approval.approval, reasons: data.reasons },
  }
  return accept([refused], [], releasesOf(state, context))
}

/** Gives the name back when a filing ends before there is an enterprise. */
export const releasesOf = (state: RecordState, context: DecisionContext) =>
  state.name === undefined || state.registered ? [] : [nameClaim(context.registry, state.name)]

/**
 * What follows from an outcome: approvals that waited only for it are opened, approvals that can never be met are
 * closed, and with the last outcome the filing is completed.
 */
function conclude(filing: Filing, decided: Approval, outcome: Outcome): Conclusion[] {
  const closed = outcome === 'REFUSED' ? dependentsOf(filing, decided) : nobody
  const stateOf = (approval: Approval): ApprovalState => {
    if (approval === decided) return outcome
    return closed.has(approval) ? 'NOT_NEEDED' : approval.state
  }
  const isMet = (item: string): boolean => {
    const needed = approvalOf(filing, item)
    return needed === undefined || isPositive(stateOf(needed))
  }
  const opened: string[] = []
  let allEnded = true
  for (const approval of filing.approvals.values()) {
    const state = stateOf(approval)
    if (state === 'WAITING' && approval.dependsOn.every(isMet)) opened.push(approval.approval)
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
  if (opened.length > 0) conclusions.push({ type: 'yibiao.approvals.opened.v1', data: { approvals: opened } })
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

/** One notice names all defects (行政许可法 32(4): 一次告知), materials by their code in the catalogue. */
export function decideSupplementRequested(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as EventDataByType['yibiao.supplement.requested.v1']
  const located = locate(state, message, data, ['OPEN', 'WAITING'])
  if ('code' in located) return no(state, located)
  const other = notYours(located.approval, context.participant)
  if (other) return no(state, other)
  const [first, ...more] = askedIssues(located.approval, data, context)
  return first ? no(state, first, ...more) : accept()
}
