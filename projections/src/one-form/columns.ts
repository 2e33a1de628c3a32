import type { Change, RecordedEvent } from '@yibiao/schemas'
import { type OneFormReferences, type OneFormView, participantOf } from './view.ts'

/** The column of the founder: what he supplies is declared until its owner registers it. */
export const applicantColumn = 'APPLICANT'

const applicantTypes: ReadonlySet<string> = new Set([
  'yibiao.filing.submitted.v1',
  'yibiao.supplement.provided.v1',
])

/**
 * The column that an event writes or judges as. A participant may play several departments: then it speaks as the one
 * whose approval the event ends, else as the one that owns what changes, else as its first.
 */
export function columnWriting(
  view: OneFormView,
  event: RecordedEvent,
  changes: readonly Pick<Change, 'path'>[],
  references: OneFormReferences,
): string {
  if (applicantTypes.has(event.type)) return applicantColumn
  const { participants, matrix } = references.at(event.position)
  const participant = participantOf(event) ?? ''
  const columns = participants.columnsOf(participant)
  if (columns.length <= 1) return columns[0] ?? participant
  for (const { path } of changes) {
    const owner = matrix.ownerOf(path)
    if (owner !== undefined && columns.includes(owner)) return owner
  }
  const department = view.departments[(event.data as { readonly approval?: string }).approval ?? '']
  return department !== undefined && columns.includes(department) ? department : (columns[0] as string)
}

/** The columns that an approval's outcome registers values for: its department's, or all that the participant plays. */
export function columnsApproving(
  view: OneFormView,
  event: RecordedEvent,
  approval: string,
  references: OneFormReferences,
): readonly string[] {
  const participant = participantOf(event) ?? ''
  const columns = references.at(event.position).participants.columnsOf(participant)
  const department = view.departments[approval]
  if (department !== undefined && (columns.length === 0 || columns.includes(department))) return [department]
  return columns.length === 0 ? [participant] : columns
}
