import type { Language } from '../http/language.ts'
import { type ProblemBody, problemBody } from '../http/problems.ts'
import type { Decision } from '../inbound/decisions.ts'
import type { Said } from '../inbound/said.ts'

/** What became of one message, as the API tells it. */
export interface Outcome {
  /** `accepted`: durable on the bus, not decided within the wait; say it again, or see the feed. */
  readonly outcome: 'recorded' | 'refused' | 'repeated' | 'accepted'
  /** What the status would be, were the message alone: 200, 202, or that of the problem. */
  readonly status: number
  /** The sender's own id of the message, where it can be read. */
  readonly id?: string
  /** Id of the event that it was recorded by, or of the refusal. */
  readonly event?: string
  readonly position?: number
  readonly revision?: number
  readonly problem?: ProblemBody
}

/** A repetition of what was refused is still a refusal: it says so with the problem of then. */
export function outcomeOf({ id }: Pick<Said, 'id'>, decision: Decision, language: Language): Outcome {
  const own = id === undefined ? {} : { id }
  if (decision.kind === 'pending') return { outcome: 'accepted', status: 202, ...own }
  const { event } = decision
  const found =
    'problem' in decision && decision.problem ? problemBody(decision.problem, language) : undefined
  return {
    outcome: decision.kind,
    status: found?.status ?? 200,
    ...own,
    ...(event === undefined ? {} : { event: event.id, position: event.position, revision: event.revision }),
    ...(found === undefined ? {} : { problem: found }),
  }
}
