import { type Issue, isDelegated, issue, type Message } from '@yibiao/schemas'
import type { DecisionContext } from '../context.ts'
import type { RecordState } from '../state.ts'

/** What an officer decides of an approval. */
const decides: ReadonlySet<string> = new Set([
  'yibiao.approval.granted.v1',
  'yibiao.approval.recorded.v1',
  'yibiao.approval.refused.v1',
  'yibiao.enterprise.registered.v1',
  'yibiao.supplement.requested.v1',
  'yibiao.approval.accepted.v1',
  'yibiao.time.excluded.v1',
  'yibiao.time.resumed.v1',
  'yibiao.deadline.extended.v1',
])

/**
 * Why an officer may not decide this approval: the participant has a list of who decides what (充分授权), and on the legal date
 * that the message was received the officer does not stand in it for the item. Without a list every officer decides, and
 * what a system says of itself is never asked. Asked last, of a message that is otherwise accepted.
 */
export function notDelegated(
  state: RecordState,
  message: Message,
  { participant, receivedOn, references }: DecisionContext,
): Issue | undefined {
  if (message.authtype !== 'officer' || !decides.has(message.type)) return undefined
  const delegations = references.delegations.get(participant)
  if (delegations === undefined) return undefined
  const { approval } = message.data as { readonly approval: string }
  const item = state.filings.get(message.filing ?? '')?.approvals.get(approval)?.item ?? ''
  const asked = { officer: message.authid, item, on: receivedOn }
  if (isDelegated(delegations, asked)) return undefined
  return issue('YB_NOT_DELEGATED', '/authid', {
    officer: message.authid,
    participant,
    item,
    date: receivedOn,
  })
}
