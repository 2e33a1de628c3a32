import type { StoredEvent } from '@yibiao/event-store'
import { decodeEvent, type Problem, problem, sameContent } from '@yibiao/schemas'
import { type Decisions, originalOf, type Refused, refusedType } from '../inbound/decisions.ts'
import { recordsTheSame, type Said, saidIn } from '../inbound/said.ts'
import type { Outgoing } from './publisher.ts'

/** What the ledger made of a message. */
export type LedgerAnswer =
  | { readonly kind: 'recorded'; readonly event: StoredEvent }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Accepted by the bus; the ledger has not answered in time. */
  | { readonly kind: 'pending' }

/**
 * Says something about a record and waits for what the ledger makes of it. A message that is on record already is not
 * sent again: equal content has the first outcome, other content is refused. Safe to be called concurrently with one id.
 */
export class LedgerAnswers {
  readonly #decisions: Decisions
  readonly #wait: number

  /** `wait`: longest wait for the ledger, in milliseconds. */
  constructor(options: { readonly decisions: Decisions; readonly wait: number }) {
    this.#decisions = options.decisions
    this.#wait = options.wait
  }

  async ask(outgoing: Outgoing): Promise<LedgerAnswer> {
    const said = saidIn(outgoing)
    const first = await this.#decisions.first(said)
    if (first) return conclude(first, said)
    const [decision] = await this.#decisions.offer([said], this.#wait)
    switch (decision?.kind) {
      case 'recorded':
        return decision
      case 'repeated':
        return decision.event ? conclude(decision.event, said) : { kind: 'pending' }
      case 'refused':
        return decision.problem.code === 'YB_MESSAGE_ID_REUSED' ? reused() : decision
      default:
        return { kind: 'pending' }
    }
  }
}

function conclude(event: StoredEvent, { message }: Said): LedgerAnswer {
  if (event.type !== refusedType)
    return message !== undefined && recordsTheSame(event, message) ? { kind: 'recorded', event } : reused()
  const refused = decodeEvent<Refused>(event).data
  const said = originalOf(refused)
  if (said !== undefined && message !== undefined && !sameContent(said, message.content)) return reused()
  return { kind: 'refused', problem: refused.problem }
}

const reused = (): LedgerAnswer => ({
  kind: 'refused',
  problem: problem('YB_IDEMPOTENCY_KEY_REUSED', '/header/Idempotency-Key'),
})
