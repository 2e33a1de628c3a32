import { hash } from 'node:crypto'
import type { ReadModel } from '@yibiao/projections'
import { decodeEvent, eventIdOf, type Problem, sameJson, sourceOf, YibiaoError } from '@yibiao/schemas'
import type { Ids } from '@yibiao/telemetry'
import type { Publisher } from '../filings/publisher.ts'
import type { Principal } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import type { Tail } from '../live/tail.ts'

/** What operations have in place of a record; it keeps them in one order on the bus. */
const subject = 'operations'

export interface OperationDraft {
  readonly kind: 'replay' | 'rebuild' | 'switch' | 'rollback'
  readonly principal: Principal
  readonly reason: string
  readonly plan: Readonly<Record<string, unknown>>
  /** The request's Idempotency-Key, where it has one: the same key asks for the same operation. */
  readonly key: string | undefined
}

export interface OperationsOptions {
  readonly publisher: Publisher
  readonly tail: Tail
  readonly ids: Ids
  readonly readModel: ReadModel
  /** Longest wait for the ledger, in milliseconds. */
  readonly wait: number
}

/** Asks for acts on the machinery, as messages like everything else: who, why and the plan are on record before anything is done. */
export class Operations {
  readonly #options: OperationsOptions

  constructor(options: OperationsOptions) {
    this.#options = options
  }

  /**
   * Gives the operation's id once the bus has the request, and where it comes in time, the ledger's word. Throws its refusal,
   * and `YB_IDEMPOTENCY_KEY_REUSED` when the key has asked for something else.
   */
  async request({ kind, principal, reason, plan, key }: OperationDraft): Promise<string> {
    const { publisher, tail, ids, readModel, wait } = this.#options
    const operation =
      key === undefined ? ids.uuid() : eventIdOf('/operations', `${kind} ${principal.id} ${key}`, 0)
    const { value: known } = key === undefined ? { value: undefined } : await readModel.operation(operation)
    if (known) {
      if (known.kind === kind && sameJson(known.plan, plan)) return operation
      throw refusal('YB_IDEMPOTENCY_KEY_REUSED', '/header/Idempotency-Key')
    }
    const outgoing = publisher.make({
      speaker: 'OPERATOR',
      id: operation,
      type: 'yibiao.operation.requested.v1',
      subject,
      principal,
      data: [JSON.stringify({ operation, kind, reason, plan })],
    })
    const id = eventIdOf(sourceOf('OPERATOR'), operation, 0)
    const refusalId = eventIdOf('/refusals', hash('sha256', outgoing.bytes, 'hex'), 0)
    const waiter = tail.waitFor([id, refusalId], wait)
    try {
      await publisher.publish([outgoing])
      const stored = await waiter.event
      if (stored?.type === 'yibiao.message.refused.v1')
        throw new YibiaoError(decodeEvent<{ problem: Problem }>(stored).data.problem)
      return operation
    } finally {
      waiter.cancel()
    }
  }
}
