import type { ReferencesInForce } from '@yibiao/projections'
import { type EventDataByType, endOfLegalDate } from '@yibiao/schemas'
import { starting } from './clocks.ts'
import type { Conclusion } from './context.ts'
import { periodOf, periodPlans } from './periods.ts'
import type { Filing, RunningClock } from './state.ts'

/**
 * A period of the record's life has run out: the fact that the filing's own process definition names, and the periods that begin
 * with it, from its last day on.
 */
export function periodRanOut(
  filing: Filing,
  { clock, calendar }: RunningClock,
  due: string,
  references: ReferencesInForce,
): [Conclusion, ...Conclusion[]] {
  const process = references.process(filing.process, filing.processVersion)
  const type = periodOf(process, clock)?.fact ?? 'yibiao.deadline.breached.v1'
  const data = { clock, due, calendar }
  const fact =
    type === 'yibiao.deadline.breached.v1'
      ? { type, data: { ...data, kind: 'PERIOD' } satisfies EventDataByType['yibiao.deadline.breached.v1'] }
      : { type, data }
  const plans = periodPlans(process, type, data, due)
  return [fact, ...starting(filing, [], plans, { references, receivedAt: endOfLegalDate(due) })]
}
