import type { EventDataByType, Reason } from '@yibiao/schemas'
import type { DecisionContext } from '../context.ts'
import type { RecordState } from '../state.ts'

export type Application = EventDataByType['yibiao.application.submitted.v1']

/** What a rule may look at. */
export interface Ruled {
  readonly state: RecordState
  readonly application: Application
  readonly context: DecisionContext
}

/** A rule that a process definition names because data cannot say it: pure; the reason why not, or undefined. */
export type Rule = (ruled: Ruled) => Reason | undefined
