import { hash } from 'node:crypto'
import type { EventStore, StoredEvent } from '@yibiao/event-store'
import {
  decodeEvent,
  eventIdOf,
  type Message,
  type Problem,
  problem,
  type RecordedEvent,
  sameContent,
  sourceOf,
} from '@yibiao/schemas'
import type { Tail } from '../live/tail.ts'
import { readRecord } from '../records/stream.ts'
import type { Outgoing, Publisher } from './publisher.ts'

/** What the ledger made of a message. */
export type LedgerAnswer =
  | { readonly kind: 'recorded'; readonly event: RecordedEvent }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Accepted by the bus; the ledger has not answered in time. */
  | { readonly kind: 'pending' }

interface Refused {
  readonly problem: Problem
  readonly bytes: string
  readonly length: number
}

export interface LedgerAnswersOptions {
  readonly store: EventStore
  readonly tail: Tail
  readonly publisher: Publisher
  /** Longest wait for the ledger, in milliseconds. */
  readonly wait: number
}

/**
 * Says something about a record and waits for what the ledger makes of it. A message that is on record already is not
 * sent again: equal content has the first outcome, other content is refused. Safe to be called concurrently with one id.
 */
export class LedgerAnswers {
  readonly #options: LedgerAnswersOptions

  constructor(options: LedgerAnswersOptions) {
    this.#options = options
  }

  async ask(outgoing: Outgoing): Promise<LedgerAnswer> {
    const { store, tail, publisher, wait } = this.#options
    const id = eventIdOf(sourceOf(outgoing.speaker), outgoing.id, 0)
    const refusalId = eventIdOf('/refusals', hash('sha256', outgoing.bytes, 'hex'), 0)
    // The wait begins before the look into the stream, so that nothing can be recorded unseen between the two.
    const waiter = tail.waitFor([id, refusalId], wait)
    try {
      const first = (await readRecord(store, outgoing.subject)).find((event) => event.id === id)
      if (first) return conclude(first, outgoing)
      await publisher.publish([outgoing])
      const stored: StoredEvent | undefined = await waiter.event
      return stored === undefined ? { kind: 'pending' } : conclude(decodeEvent(stored), outgoing)
    } finally {
      waiter.cancel()
    }
  }
}

function conclude(event: RecordedEvent, outgoing: Outgoing): LedgerAnswer {
  const refused = event.type === 'yibiao.message.refused.v1' ? (event.data as Refused) : undefined
  const said = refused === undefined ? event : originalOf(refused)
  const asked = JSON.parse(outgoing.bytes.toString('utf8')) as Message
  if (said !== undefined && !sameContent(said, asked))
    return { kind: 'refused', problem: problem('YB_IDEMPOTENCY_KEY_REUSED', '/header/Idempotency-Key') }
  return refused === undefined ? { kind: 'recorded', event } : { kind: 'refused', problem: refused.problem }
}

/** The refused message as it was sent; undefined where not all of its bytes were kept or they cannot be read. */
function originalOf({ bytes, length }: Refused): Message | undefined {
  const kept = Buffer.from(bytes, 'base64')
  if (kept.length < length) return undefined
  try {
    return JSON.parse(kept.toString('utf8')) as Message
  } catch {
    return undefined
  }
}
