import { type Issue, issue, type Message } from '@yibiao/schemas'
import { type Decision, type DecisionContext, refuse } from '../context.ts'
import type { Approval, ApprovalState, Filing, RecordState } from '../state.ts'

export interface Located {
  readonly filing: Filing
  readonly approval: Approval
}

const closedZh: Record<string, string> = { COMPLETED: '办结', REFUSED: '不予办理', WITHDRAWN: '撤回' }

/** The filing of a message, whether it is open or not, or why there is none. */
export function filingNamed(state: RecordState, message: Message): Filing | Issue {
  if (state.filings.size === 0) return issue('YB_RECORD_UNKNOWN', '/subject', { record: state.record })
  const filing = message.filing === undefined ? undefined : state.filings.get(message.filing)
  return filing ?? issue('YB_FILING_UNKNOWN', '/filing', { filing: message.filing ?? '' })
}

/** The filing of a message while it is open, or why not. */
export function openFiling(state: RecordState, message: Message): Filing | Issue {
  const filing = filingNamed(state, message)
  if ('code' in filing) return filing
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
  return approvalIn(filing, message, data, allowed)
}

function approvalIn(
  filing: Filing,
  message: Message,
  data: { readonly approval: string; readonly round: number },
  allowed: readonly ApprovalState[],
): Located | Issue {
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

/** Whether the approval is the speaker's, or why not. */
export const notYours = (approval: Approval, participant: string): Issue | undefined =>
  approval.participant === participant
    ? undefined
    : issue('YB_APPROVAL_NOT_YOURS', '/data/approval', {
        approval: approval.approval,
        // By department: which bank was chosen is nobody else's business.
        owner: approval.department,
        participant,
      })

/**
 * The speaker's own approval, likewise. Where silence has granted it meanwhile and the message had arrived before that, it is
 * as open as it was then.
 */
export function locateOwn(
  state: RecordState,
  message: Message,
  data: { readonly approval: string; readonly round: number },
  allowed: readonly ApprovalState[],
  context: DecisionContext,
): Located | Issue {
  const filing = message.filing === undefined ? undefined : state.filings.get(message.filing)
  const deemed = filing?.facts.some(
    ({ type, approval, round, at }) =>
      type === 'yibiao.approval.deemed.v1' &&
      approval === data.approval &&
      round === data.round &&
      at > context.receivedAt,
  )
  const located =
    filing !== undefined && deemed === true
      ? approvalIn(filing, message, data, [...allowed, 'GRANTED'])
      : locate(state, message, data, allowed)
  if ('code' in located) return located
  return notYours(located.approval, context.participant) ?? located
}

/** The speaker's own approval, in whatever state and whether its filing is open or not. */
export function ownApproval(
  state: RecordState,
  message: Message,
  id: string,
  { participant }: DecisionContext,
): { readonly filing: Filing; readonly approval: Approval } | Issue {
  const filing = message.filing === undefined ? undefined : state.filings.get(message.filing)
  if (state.filings.size === 0) return issue('YB_RECORD_UNKNOWN', '/subject', { record: state.record })
  if (filing === undefined) return issue('YB_FILING_UNKNOWN', '/filing', { filing: message.filing ?? '' })
  const approval = filing.approvals.get(id)
  if (approval === undefined)
    return issue('YB_APPROVAL_UNKNOWN', '/data/approval', { filing: filing.filing, approval: id })
  if (approval.participant !== participant)
    return issue('YB_APPROVAL_NOT_YOURS', '/data/approval', {
      approval: id,
      owner: approval.department,
      participant,
    })
  return { filing, approval }
}
