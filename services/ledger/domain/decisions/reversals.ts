import type { EventDataByType } from '@yibiao/schemas'
import type { Conclusion, DecisionContext } from '../context.ts'
import type { Approval, Fact, Filing } from '../state.ts'

type Received = Pick<DecisionContext, 'receivedAt'>

/**
 * What an act on an approval undoes of the timers' facts: those that fell due after the act had arrived, for it was in time
 * and is only decided late. The reversal names the fact; nothing is deleted.
 */
export const reversals = (
  { facts }: Filing,
  { approval, round }: Approval,
  context: Received,
): Conclusion[] =>
  facts
    .filter((fact) => fact.approval === approval && fact.round === round && fact.at > context.receivedAt)
    .map((fact) => reversalOf(fact, context))

/** The same for the filing as a whole, when the act ends it. */
export const jointReversals = (
  { facts }: Filing,
  conclusions: readonly Conclusion[],
  context: Received,
): Conclusion[] =>
  conclusions.some(({ type }) => type === 'yibiao.filing.completed.v1')
    ? facts
        .filter(({ clock, at }) => clock === 'joint' && at > context.receivedAt)
        .map((fact) => reversalOf(fact, context))
    : []

export const reversalOf = (fact: Fact, { receivedAt }: Received): Conclusion => ({
  type: 'yibiao.fact.reversed.v1',
  corrects: fact.id,
  data: {
    ...(fact.approval === undefined ? {} : { approval: fact.approval }),
    clock: fact.clock,
    fact: fact.type,
    ...(fact.round > 0 ? { round: fact.round } : {}),
    receivedAt: new Date(receivedAt).toISOString(),
    at: new Date(fact.at).toISOString(),
  } satisfies EventDataByType['yibiao.fact.reversed.v1'],
})
