import { type Message, reasonedIssue } from '@yibiao/schemas'
import { accept, type Decision, type DecisionContext } from '../context.ts'
import { stopping } from '../periods.ts'
import type { RecordState } from '../state.ts'
import { filingNamed, no } from './locate.ts'

const ended = 'yibiao.publicity.ended.v1'

/**
 * 市场主体登记管理条例 33: whoever the record concerns may object while the simple deregistration is public. One that had arrived
 * before the period ran out is in time, whenever it is decided.
 */
export function decideObjection(state: RecordState, message: Message, context: DecisionContext): Decision {
  const filing = filingNamed(state, message)
  if ('code' in filing) return no(state, filing)
  if (!state.participants.has(context.participant)) {
    const reason = { zh: '该档案与本单位无关', en: 'This record is none of your business' }
    return no(state, reasonedIssue('YB_OBJECTION', '/source', reason))
  }
  const process = context.references.process(filing.process, filing.processVersion)
  const period = process?.timers?.find(({ fact }) => fact === ended)
  const clock = period && filing.clocks.get(period.code)
  const reason =
    clock?.dueAt === undefined
      ? { zh: '该办件没有公示期', en: 'Nothing of this filing is public' }
      : context.receivedAt >= Date.parse(clock.dueAt)
        ? { zh: `公示期已于 ${clock.due} 届满`, en: `The publicity ended on ${clock.due}` }
        : undefined
  return reason
    ? no(state, reasonedIssue('YB_OBJECTION', '/filing', reason))
    : accept(stopping(state, message.type))
}
