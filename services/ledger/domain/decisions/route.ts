import {
  type EventDataByType,
  type HandedIn,
  type Issue,
  issue,
  type ProcessContent,
  routeItems,
} from '@yibiao/schemas'
import { jointPlan, plansOf, starting } from '../clocks.ts'
import type { Conclusion, DecisionContext } from '../context.ts'
import { materialIssues, routedMaterials } from './materials.ts'

type Routed = EventDataByType['yibiao.filing.routed.v1']['approvals'][number]

export interface ToRoute {
  readonly filing: string
  readonly process: ProcessContent
  /** The one form; of an application the form as it would be. */
  readonly form: object
  /** What an application says besides. */
  readonly application?: object
  /** The files that go with it. */
  readonly materials?: readonly HandedIn[] | undefined
}

/**
 * A filing goes to every applicable item at once (行政许可法 26(2): 统一办理), and what may be acted upon is timed from its receipt.
 * The routing pins the versions of everything that decided it. The issues where somebody who should serve it does not.
 */
export function routing(
  { filing, process, form, application, materials = [] }: ToRoute,
  context: DecisionContext,
): { readonly conclusions: readonly Conclusion[] } | { readonly issues: readonly [Issue, ...Issue[]] } {
  const { references } = context
  const { catalogue, participants } = references
  const { routed, unserved } = routeItems(form, { process, catalogue, participants }, application)
  const items = [...routed, ...unserved].map(({ item }) => item)
  const [first, ...more] = [
    ...materialIssues(items, { materials }),
    ...unserved.map(({ item, division, path }) =>
      issue('YB_NO_PARTICIPANT', `/data/form${path}`, {
        item: item.code,
        department: item.department,
        division,
      }),
    ),
  ]
  if (first) return { issues: [first, ...more] }
  const approvals = routed.map(
    ({ item, participant, dependsOn }): Routed => ({
      approval: `${filing}/${item.code}`,
      item: item.code,
      itemVersion: item.version,
      kind: item.kind,
      gate: item.gate,
      department: item.department,
      participant: participant.code,
      dependsOn,
      ...routedMaterials(item, { materials }),
      state: dependsOn.length === 0 ? 'OPEN' : 'WAITING',
    }),
  )
  const data: EventDataByType['yibiao.filing.routed.v1'] = {
    process: process.process,
    versions: {
      process: process.version,
      matrix: references.matrix.version,
      participants: references.participants.version,
    },
    ...(process.firstContact === undefined ? {} : { firstContact: process.firstContact }),
    approvals,
  }
  const timed = {
    filing,
    process: process.process,
    processVersion: process.version,
    promised: undefined,
  }
  const open = approvals.filter((one) => one.state === 'OPEN')
  const plans = [...plansOf(timed, open, context), ...jointPlan(timed, context)]
  return {
    conclusions: [{ type: 'yibiao.filing.routed.v1', data }, ...starting(timed, open, plans, context)],
  }
}
