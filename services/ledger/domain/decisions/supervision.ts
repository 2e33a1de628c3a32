import { type EventDataByType, issue, type Message } from '@yibiao/schemas'
import { dutyClock, itemOf } from '../clocks.ts'
import { accept, type Decision, type DecisionContext } from '../context.ts'
import type { RecordState } from '../state.ts'
import { no, ownApproval } from './locate.ts'
import { reversalOf } from './reversals.ts'

/** What is charged must be what the catalogue says (收费八公开); what differs goes to the supervisor. */
export function decideFeeAssessed(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.fee.assessed.v1']
  const located = ownApproval(state, message, data.approval, context)
  if ('code' in located) return no(state, located)
  const { approval } = located
  const fees = itemOf(approval, context.references)?.fees ?? []
  const fee = fees[data.fee - 1]
  if (fee === undefined) {
    const params = { approval: data.approval, fee: data.fee, count: fees.length }
    return no(state, issue('YB_FEE_UNKNOWN', '/data/fee', params))
  }
  if (fee.rate.fen === data.fen) return accept()
  const differed: EventDataByType['yibiao.fee.differed.v1'] = {
    approval: data.approval,
    fee: data.fee,
    assessed: data.fen,
    published: fee.rate.fen,
  }
  return accept([{ type: 'yibiao.fee.differed.v1', data: differed }])
}

/** 追究问责制: what came of a case that an overdue approval had opened. */
export function decideAccountabilityConcluded(state: RecordState, message: Message): Decision {
  const data = message.data as EventDataByType['yibiao.accountability.concluded.v1']
  const filing = message.filing === undefined ? undefined : state.filings.get(message.filing)
  if (filing === undefined)
    return no(state, issue('YB_FILING_UNKNOWN', '/filing', { filing: message.filing ?? '' }))
  return filing.cases.has(data.case)
    ? accept()
    : no(state, issue('YB_CASE_UNKNOWN', '/data/case', { case: data.case }))
}

/** A department has undone what it did for a filing that was withdrawn. */
export function decideCompensated(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.compensation.completed.v1']
  const located = ownApproval(state, message, data.approval, context)
  if ('code' in located) return no(state, located)
  return located.filing.compensations.has(data.approval)
    ? accept()
    : no(state, issue('YB_NOTHING_TO_UNDO', '/data/approval', { approval: data.approval }))
}

/** A duty that began with the registration was done, as somebody who keeps the proof of it says. */
export function decideDutyMet(state: RecordState, message: Message, context: DecisionContext): Decision {
  const { duty } = message.data as EventDataByType['yibiao.duty.met.v1']
  const filing = message.filing === undefined ? undefined : state.filings.get(message.filing)
  if (filing === undefined || !state.participants.has(context.participant))
    return no(state, issue('YB_FILING_UNKNOWN', '/filing', { filing: message.filing ?? '' }))
  const clock = dutyClock(duty)
  if (!filing.clocks.has(clock)) return no(state, issue('YB_NOT_FOUND', '/data/duty', { path: duty }))
  const late = filing.facts.filter((fact) => fact.clock === clock && fact.at > context.receivedAt)
  return accept(late.map((fact) => reversalOf(fact, context)))
}
