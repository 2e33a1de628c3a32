import { type Message, reasonedIssue } from '@yibiao/schemas'
import { accept, type Conclusion, type Decision, type DecisionContext } from '../context.ts'
import { stoppingOf } from '../periods.ts'
import type { Filing, RecordState } from '../state.ts'
import { filingNamed, no } from './locate.ts'
import { reversalOf } from './reversals.ts'

/** What a period comes to in which somebody may object, once nobody has. */
const objectionable: ReadonlySet<string> = new Set([
  'yibiao.publicity.ended.v1',
  'yibiao.publicity.unopposed.v1',
])

/**
 * Whoever the record concerns may object while something is public: a simple deregistration (市场主体登记管理条例 33), a rescission
 * (40), a forced deregistration (公司法 241). The registrar says it for those who take no part here. One that had arrived before the
 * period ran out is in time, whenever it is decided.
 */
export function decideObjection(state: RecordState, message: Message, context: DecisionContext): Decision {
  const filing = filingNamed(state, message)
  if ('code' in filing) return no(state, filing)
  if (!state.participants.has(context.participant)) {
    const reason = { zh: '该档案与本单位无关', en: 'This record is none of your business' }
    return no(state, reasonedIssue('YB_OBJECTION', '/source', reason))
  }
  const process = context.references.process(filing.process, filing.processVersion)
  const period = process?.timers?.find(({ fact }) => objectionable.has(fact))
  const clock = period && filing.clocks.get(period.code)
  const reason =
    clock?.dueAt === undefined
      ? { zh: '该办件没有公示期', en: 'Nothing of this filing is public' }
      : context.receivedAt >= Date.parse(clock.dueAt)
        ? { zh: `公示期已于 ${clock.due} 届满`, en: `The publicity ended on ${clock.due}` }
        : undefined
  if (reason) return no(state, reasonedIssue('YB_OBJECTION', '/filing', reason))
  return accept([...opposed(filing, context), ...stoppingOf(filing, message.type)])
}

/** Decided after its period had run out, it takes back that nobody objected. */
const opposed = ({ facts }: Filing, context: DecisionContext): Conclusion[] =>
  facts
    .filter(({ type, at }) => type === 'yibiao.publicity.unopposed.v1' && at > context.receivedAt)
    .map((fact) => reversalOf(fact, context))
