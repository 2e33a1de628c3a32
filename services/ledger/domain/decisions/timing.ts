import {
  type ClockPlan,
  type EventDataByType,
  issue,
  type LegalClock,
  type LegalTerm,
  type Message,
} from '@yibiao/schemas'
import { isAccepted, isRunning, planOf, plansOf, recalculating, starting } from '../clocks.ts'
import { accept, type Decision, type DecisionContext } from '../context.ts'
import type { RecordState } from '../state.ts'
import { notOfTheCounter } from './counter.ts'
import { locateOwn, no, openFiling, ownApproval } from './locate.ts'
import { reversals } from './reversals.ts'

/**
 * The application is accepted (受理). Within the notice's term the decision's time begins now and no longer with the receipt
 * (行政许可法 32(5), 42).
 */
export function decideAccepted(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.approval.accepted.v1']
  const located = locateOwn(state, message, data, ['OPEN'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const timely = reversals(filing, approval, context)
  if (!isAccepted(approval.kind)) {
    const params = { approval: approval.approval, kind: approval.kind, needed: 'a decision' }
    return no(state, issue('YB_APPROVAL_KIND', '/type', params))
  }
  const deemedTooLate = timely.some(({ data }) => isDeemedAcceptance(data))
  if (approval.acceptedOn !== undefined && !deemedTooLate) {
    const params = { approval: approval.approval, on: approval.acceptedOn }
    return no(state, issue('YB_ACCEPTED_ALREADY', '/type', params))
  }
  const plans = plansOf(filing, [approval], context, { notice: false })
  return accept([...timely, ...starting(filing, [approval], plans, context)])
}

const isDeemedAcceptance = (data: unknown): boolean =>
  (data as { readonly fact?: string }).fact === 'yibiao.acceptance.deemed.v1'

/** The certificate of a decision was delivered (行政许可法 44). */
export function decideCertificateIssued(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as EventDataByType['yibiao.certificate.issued.v1']
  const located = ownApproval(state, message, data.approval, context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  if (!approval.certificatePending) {
    const params = {
      approval: approval.approval,
      state: approval.state,
      type: message.type,
      needed: 'certificateFollows',
    }
    return no(state, issue('YB_APPROVAL_STATE', '/data/approval', params))
  }
  return accept(reversals(filing, approval, context))
}

/**
 * 绿色通道: every approval that is open, and those that open later, within the time promised here; one that was promised sooner
 * already stays so.
 */
export function decideChannelGranted(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as EventDataByType['yibiao.channel.granted.v1']
  const filing = openFiling(state, message)
  if ('code' in filing) return no(state, filing)
  const objection = notOfTheCounter(state, message, context)
  if (objection) return objection
  const plans = [...filing.clocks.values()]
    .filter((clock) => clock.kind === 'PROMISED' && isRunning(filing, clock))
    .map((clock) => promisedNow(planOf(clock), data.promised, context))
  const isSooner = ({ clock, dueAt }: LegalClock) => {
    const before = filing.clocks.get(clock)?.dueAt
    return before === undefined || (dueAt !== undefined && dueAt < before)
  }
  return accept(recalculating(filing, plans, 'GREEN_CHANNEL', context.references, isSooner))
}

/** A promise counts from when it is made, and cannot have been broken before. */
const promisedNow = (
  plan: ClockPlan,
  term: LegalTerm,
  { receivedAt, receivedOn }: DecisionContext,
): ClockPlan => ({
  ...plan,
  from: receivedOn,
  ...(term.unit === 'WORKING_HOUR' ? { fromAt: new Date(receivedAt).toISOString() } : {}),
  term,
})
