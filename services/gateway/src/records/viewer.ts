import type { ReferencesInForce } from '@yibiao/projections'
import { type RecordedEvent, sourceOf, valueAt } from '@yibiao/schemas'
import { acts, type Principal } from '../http/principal.ts'

/** Whose business a record is, by its own events. */
export interface RecordFacts {
  /** Accounts that submitted a filing of it. */
  readonly applicants: ReadonlySet<string>
  /** Participants that a routing named. */
  readonly participants: ReadonlySet<string>
}

interface Routed {
  readonly approvals: readonly { readonly participant: string }[]
}

const counter = sourceOf('PAB')
const submissions: ReadonlySet<string> = new Set([
  'yibiao.filing.submitted.v1',
  'yibiao.application.submitted.v1',
])

export function factsOf(events: readonly RecordedEvent[]): RecordFacts {
  const applicants = new Set<string>()
  const participants = new Set<string>()
  for (const event of events)
    if (submissions.has(event.type) && event.source === counter) applicants.add(event.authid)
    else if (event.type === 'yibiao.filing.routed.v1')
      for (const { participant } of (event.data as Routed).approvals) participants.add(participant)
  return { applicants, participants }
}

/** How a principal looks at one record. */
export type Viewer =
  /** The applicant on his own case. */
  | { readonly kind: 'own' }
  /** Everything, with the bytes of refused messages. */
  | { readonly kind: 'auditor' }
  /** What the access matrix grants the departments that the participant plays. */
  | { readonly kind: 'participant'; readonly participant: string; readonly columns: readonly string[] }
  /** How it goes, and no values but those of the matrix's OPERATOR column. */
  | { readonly kind: 'operator'; readonly columns: readonly string[] }

/** How the principal may look at the record; undefined when it is none of his business, which is told as "no such record". */
export function viewerOf(
  principal: Principal,
  facts: RecordFacts,
  inForce: ReferencesInForce,
  mode: 'sandbox' | 'production',
): Viewer | undefined {
  if (principal.kind === 'auditor') return { kind: 'auditor' }
  if (acts(principal, 'applicant', mode) && facts.applicants.has(principal.id)) return { kind: 'own' }
  if (acts(principal, 'operator', mode)) return { kind: 'operator', columns: ['OPERATOR'] }
  const { participant } = principal
  if (participant === undefined || !facts.participants.has(participant)) return undefined
  return { kind: 'participant', participant, columns: inForce.participants.columnsOf(participant) }
}

/** Sees every value. */
export const seesAll = (viewer: Viewer): viewer is Extract<Viewer, { kind: 'own' | 'auditor' }> =>
  viewer.kind === 'own' || viewer.kind === 'auditor'

/** Those of the columns whose condition the record meets: a bank sees nothing without the founder's consent. */
export function columnsFor(
  columns: readonly string[],
  matrix: ReferencesInForce['matrix'],
  form: object,
): readonly string[] {
  const unmet = new Set<string>()
  for (const { column, path, equals } of matrix.content.conditions ?? [])
    if (valueAt(form, path) !== equals) unmet.add(column)
  return columns.filter((column) => !unmet.has(column))
}
