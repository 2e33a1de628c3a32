import { badRequest } from '../http/problems.ts'

/** What a participant says of its feed: how far it is through, or that one message cannot be applied. */
export type Receipt =
  | { readonly sequence: number; readonly digest: string; readonly stage: 'received' | 'applied' }
  | { readonly sequence: number; readonly reason: string }

/** The message of a receipt, but for who says it. */
export interface ReceiptMessage {
  readonly id: string
  readonly type: 'yibiao.feed.acknowledged.v1' | 'yibiao.feed.rejected.v1'
  readonly data: string
}

/**
 * A receipt as the message that the connector would publish. The id follows from what it says, so a receipt may be repeated,
 * over HTTP or over the bus. Throws `YB_REQUEST` when it is neither of the two kinds.
 */
export function receiptMessage(
  body: Partial<Record<'sequence' | 'digest' | 'stage' | 'reason', unknown>>,
): ReceiptMessage {
  const { sequence, digest, stage, reason } = body
  if (reason !== undefined && digest === undefined && stage === undefined)
    return {
      id: `feed/rejected/${String(sequence)}`,
      type: 'yibiao.feed.rejected.v1',
      data: JSON.stringify({ sequence, reason }),
    }
  if (reason === undefined && digest !== undefined && stage !== undefined)
    return {
      id: `feed/${String(stage)}/${String(sequence)}`,
      type: 'yibiao.feed.acknowledged.v1',
      data: JSON.stringify({ sequence, digest, stage }),
    }
  throw badRequest(
    '',
    'A receipt has sequence, digest and stage; a rejection has sequence and reason.',
    '回执须有 sequence、digest、stage；退回须有 sequence、reason。',
  )
}
