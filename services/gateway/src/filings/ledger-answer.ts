import { type Message, type Problem, problem, type RecordedEvent, sameContent } from '@yibiao/schemas'
import { type Decisions, originalOf, type Refused } from '../inbound/decisions.ts'
import { saidBy } from '../inbound/said.ts'
import type { Outgoing } from './publisher.ts'

/** What the ledger made of a message. */
export type LedgerAnswer =
  | { readonly kind: 'recorded'; readonly event: RecordedEvent }
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
    const said = saidBy(outgoing.speaker, outgoing.bytes)
    const first = await this.#decisions.first(said)
    if (first) return conclude(first, outgoing)
    const [decision] = await this.#decisions.offer([said], this.#wait)
    switch (decision?.kind) {
      case 'recorded':
      case 'repeated':
        return decision.event ? conclude(decision.event, outgoing) : { kind: 'pending' }
      case 'refused':
        return decision.problem.code === 'YB_MESSAGE_ID_REUSED' ? reused() : decision
      default:
        return { kind: 'pending' }
    }
  }
}

function conclude(event: RecordedEvent, outgoing: Outgoing): LedgerAnswer {
  const refused = event.type === 'yibiao.message.refused.v1' ? (event.data as Refused) : undefined
  const said = refused === undefined ? event : originalOf(refused)
  const asked = JSON.parse(outgoing.bytes.toString('utf8')) as Message
  if (said !== undefined && !sameContent(said, asked)) return reused()
  return refused === undefined ? { kind: 'recorded', event } : { kind: 'refused', problem: refused.problem }
}

const reused = (): LedgerAnswer => ({
  kind: 'refused',
  problem: problem('YB_IDEMPOTENCY_KEY_REUSED', '/header/Idempotency-Key'),
})
