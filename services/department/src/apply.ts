import type { Logger } from '@yibiao/telemetry'
import { problemOfFeedEvent } from './contracts.ts'
import { type Draft, type DraftContext, entryOf } from './draft.ts'
import { Rejection, rejectionOf } from './errors.ts'
import type { Delivery } from './feed-message.ts'
import { type Effects, HandlerTransaction, noEffects, type Transaction } from './handler-transaction.ts'
import type { StoreTransaction } from './store.ts'

/** Applies one message. May be called again for the same message as long as it throws, or after a crash. */
export type Handler<Sql = unknown, Data = unknown> = (
  delivery: Delivery<Data>,
  tx: Transaction<Sql>,
) => void | Promise<void>

export const refusedType = 'yibiao.message.refused.v1'

export interface ApplyOptions<Sql> {
  readonly participant: string
  readonly logger: Logger
  readonly draft: Omit<DraftContext, 'nextId' | 'causationid'>
  handler(delivery: Delivery): Handler<Sql> | undefined
}

/** Ids that follow from the message handled: said again after a crash or a restored copy, they are the same. */
export function answerIds(delivery: Delivery): () => string {
  let ordinal = 0
  return () => `feed/${delivery.sequence}/${++ordinal}`
}

/**
 * Applies a live message: folds its changes into the local copy, checks it, calls the handler. A rejection undoes what
 * the handler wrote and goes on record; the local copy keeps the changes, for they are the exchange's and not the handler's.
 */
export async function applyLive<Sql>(
  tx: StoreTransaction<Sql>,
  delivery: Delivery,
  options: ApplyOptions<Sql>,
): Promise<Effects> {
  const { event, changes, sequence } = delivery
  if (event.revision !== undefined && event.subject !== undefined && changes.length > 0) {
    await tx.saveChanges(event.subject, event.revision, changes)
  }
  try {
    return await tx.attempt(() => callHandler(tx, delivery, options))
  } catch (error) {
    const rejection = rejectionOf(error)
    if (rejection === undefined) throw error
    options.logger.warn(
      { sequence, type: event.type, reason: rejection.reason },
      'A feed message is rejected',
    )
    await tx.enqueue(
      entryOf(rejectedDraft(delivery, rejection, options), { ...options.draft, nextId: () => '' }),
    )
    return { enqueued: 1, afterCommit: [] }
  }
}

/** Applies a replayed message, as `applyLive` does: to the replay handler alone. A rejection is logged; the live feed's record stays. */
export async function applyReplay<Sql>(
  tx: StoreTransaction<Sql>,
  delivery: Delivery,
  options: ApplyOptions<Sql>,
): Promise<Effects> {
  try {
    return await tx.attempt(() => callHandler(tx, delivery, options))
  } catch (error) {
    const rejection = rejectionOf(error)
    if (rejection === undefined) throw error
    const fields = { sequence: delivery.sequence, replay: delivery.event.replayid, reason: rejection.reason }
    options.logger.warn(fields, 'A replayed message is rejected')
    return noEffects
  }
}

async function callHandler<Sql>(
  tx: StoreTransaction<Sql>,
  delivery: Delivery,
  options: ApplyOptions<Sql>,
): Promise<Effects> {
  const problem = options.draft.validate ? problemOfFeedEvent(delivery.event) : undefined
  if (problem !== undefined) throw new Rejection(problem)
  const handler = options.handler(delivery)
  if (handler === undefined) return noEffects
  const nextId = answerIds(delivery)
  const own = new HandlerTransaction(tx, { ...options.draft, nextId, causationid: delivery.event.id })
  await handler(delivery, own)
  return own.settle()
}

const rejectedDraft = <Sql>(
  { sequence, event }: Delivery,
  { reason }: Rejection,
  { participant }: ApplyOptions<Sql>,
): Draft => ({
  id: `feed/rejected/${sequence}`,
  type: 'yibiao.feed.rejected.v1',
  subject: participant,
  causationid: event.id,
  data: { sequence, reason },
})
