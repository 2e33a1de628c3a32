import { isRecordId, normalizeId } from '@yibiao/schemas'
import type { Context } from '../context.ts'
import { lookAt } from '../filings/locate.ts'
import { refusal } from '../http/problems.ts'
import { type SeenRecord, seenRecord } from '../records/record-view.ts'
import { factsOf, type Viewer } from '../records/viewer.ts'
import type { Asking } from './who.ts'

/**
 * The record as it is now, cut for the participant; for an operator cut as for every operator. Folded from the record's own
 * events, so it is never older than a feed message that was read before. Throws `YB_RECORD_UNKNOWN`, also where the record
 * is none of the participant's business.
 */
export async function readRecordFor(
  context: Context,
  { participant, principal, itself }: Asking,
  typed: string,
): Promise<{ readonly position: number; readonly seen: SeenRecord }> {
  const { store, references } = context.options
  const record = normalizeId(typed)
  const position = await store.head()
  const found = isRecordId(record) ? await lookAt(context, principal, record) : undefined
  if (found === undefined || !factsOf(found.events).participants.has(participant))
    throw refusal('YB_RECORD_UNKNOWN', '/path/record', { record: typed.slice(0, 20) })
  const viewer: Viewer = itself ? found.viewer : { kind: 'operator', columns: ['OPERATOR'] }
  return { position, seen: seenRecord(found.view, found.events, viewer, references) }
}
