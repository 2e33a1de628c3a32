import {
  type EventDataByType,
  type LegalTerm,
  type Message,
  type Reason,
  reasonedIssue,
} from '@yibiao/schemas'
import { isRunning, itemOf, planOf, recalculating, timedProcessOf } from '../clocks.ts'
import { accept, type Decision, type DecisionContext } from '../context.ts'
import type { Filing, RecordState, RunningClock } from '../state.ts'
import { locateOwn, no, openFiling } from './locate.ts'

/** 行政许可法 42: once, within what the law allows, before it has run out, by its approver, with the reason told. */
export function decideExtended(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.deadline.extended.v1']
  const located = locateOwn(state, message, data, ['OPEN'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  return extend(state, filing, context, {
    subject: approval.approval,
    clock: filing.clocks.get(`${approval.item}/statutory`),
    extended: approval.extended,
    allowed: itemOf(approval, context.references)?.extension,
    by: data.by,
  })
}

/** 行政许可法 42(2): the filing as a whole, by the head of the government. */
export function decideJointExtended(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as EventDataByType['yibiao.joint.extended.v1']
  const filing = openFiling(state, message)
  if ('code' in filing) return no(state, filing)
  return extend(state, filing, context, {
    subject: filing.filing,
    clock: filing.clocks.get('joint'),
    extended: filing.jointExtended,
    allowed: timedProcessOf(filing, context.references)?.terms.jointExtension,
    by: data.by,
  })
}

interface Extension {
  readonly subject: string
  readonly clock: RunningClock | undefined
  readonly extended: boolean
  readonly allowed: LegalTerm | undefined
  readonly by: LegalTerm
}

function extend(
  state: RecordState,
  filing: Filing,
  { references, receivedAt }: DecisionContext,
  { subject, clock, extended, allowed, by }: Extension,
): Decision {
  const objection = (reason: Reason): Decision =>
    no(state, reasonedIssue('YB_EXTENSION', '/data/by', reason, { subject }))
  if (clock === undefined || !isRunning(filing, clock))
    return objection({ zh: '没有正在计时的法定时限', en: 'no statutory term of it is running' })
  if (extended) return objection({ zh: '只能延长一次', en: 'it was extended already, and once is all' })
  if (allowed === undefined) return objection({ zh: '本事项不可延长', en: 'its term cannot be extended' })
  if (by.unit !== allowed.unit || by.unit !== clock.term.unit || by.value < 1 || by.value > allowed.value)
    return objection({
      zh: `最多可延长 ${allowed.value} ${allowed.unit}`,
      en: `at most ${allowed.value} ${allowed.unit} are allowed`,
    })
  if (clock.dueAt !== undefined && Date.parse(clock.dueAt) <= receivedAt)
    return objection({ zh: '时限已届满', en: 'the term has run out' })
  const term = { ...clock.term, value: clock.term.value + by.value }
  return accept(recalculating(filing, [{ ...planOf(clock), term }], 'EXTENSION', references))
}
