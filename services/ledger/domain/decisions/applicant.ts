import { type EventDataByType, issue, type Message } from '@yibiao/schemas'
import { accept, type Conclusion, type Decision, type DecisionContext, refuse } from '../context.ts'
import { decisiveOf } from '../decisive.ts'
import { type Filing, isPositive, type RecordState } from '../state.ts'
import { releasesOf } from './approvals.ts'
import { no, openFiling } from './locate.ts'

/**
 * The applicant takes the filing back; possible until it is decided. Departments that have acted already are asked
 * to undo it.
 */
export function decideWithdrawn(state: RecordState, message: Message, context: DecisionContext): Decision {
  const filing = openFiling(state, message)
  if ('code' in filing) return no(state, filing)
  if (filing.submittedBy !== message.authid && message.authtype !== 'officer')
    return refuse(
      'record',
      issue('YB_NOT_YOURS_TO_SAY', '/authid', {
        participant: context.participant,
        type: message.type,
        detail: ` (${filing.filing})`,
      }),
    )
  const decisive = decisiveOf(filing, context.references)
  const isDecided = filing.applied === undefined ? state.registered : decisive && isPositive(decisive.state)
  if (isDecided) return no(state, issue('YB_FILING_REGISTERED', '/filing', { filing: filing.filing }))
  return accept(compensation(filing), [], releasesOf(state, filing, context))
}

function compensation(filing: Filing): Conclusion[] {
  const approvals = [...filing.approvals.values()]
    .filter((one) => isPositive(one.state))
    .map((one) => one.approval)
  if (approvals.length === 0) return []
  const data: EventDataByType['yibiao.compensation.requested.v1'] = { approvals }
  return [{ type: 'yibiao.compensation.requested.v1', data }]
}
