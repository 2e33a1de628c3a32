import { applyStatement, type Change, type RecordedEvent, typedOutcomes } from '@yibiao/schemas'
import { changesOf, statementOf } from './changes.ts'
import { columnsApproving, columnWriting } from './columns.ts'
import { flagsAfter } from './life.ts'
import { type OneFormReferences, type OneFormView, statusAfter } from './view.ts'

type Evolve = (view: OneFormView, event: RecordedEvent) => OneFormView

/** What an event means for the record beyond its values and its status. */
type Step = (view: OneFormView, event: RecordedEvent, references: OneFormReferences) => void

interface Routed {
  readonly approvals: readonly { readonly approval: string; readonly department: string }[]
}

const nothingMore: Step = () => {}

const registered: Step = (view, event, references) => {
  const { approval } = event.data as { readonly approval: string }
  for (const column of columnsApproving(view, event, approval, references))
    view.registrations[column] = event.revision
}

const filed: Step = (view, event) => {
  if (event.filing !== undefined) view.filings.push(event.filing)
}

/** The types of which the fold reads more than type and place. */
const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['yibiao.filing.submitted.v1', filed],
  ['yibiao.application.submitted.v1', filed],
  ['yibiao.proceeding.opened.v1', filed],
  [
    'yibiao.filing.routed.v1',
    (view, event) => {
      for (const { approval, department } of (event.data as Routed).approvals)
        view.departments[approval] = department
    },
  ],
  ['yibiao.supplement.provided.v1', nothingMore],
  ['yibiao.record.changed.v1', nothingMore],
  ['yibiao.enterprise.registered.v1', registered],
  ['yibiao.approval.granted.v1', registered],
  ['yibiao.approval.recorded.v1', registered],
  ...typedOutcomes.map((type): [string, Step] => [type, registered]),
  [
    'yibiao.value.confirmed.v1',
    (view, event, references) => {
      const { paths } = event.data as { readonly paths: readonly string[] }
      for (const path of paths) judge(view, event, path, references, view.confirmed, view.disputed)
    },
  ],
  [
    'yibiao.value.disputed.v1',
    (view, event, references) => {
      const { path } = event.data as { readonly path: string }
      judge(view, event, path, references, view.disputed, view.confirmed)
    },
  ],
])

/** Whether the fold reads more of events of a type than their type and place. */
export const isReadByOneForm = (type: string): boolean => steps.has(type)

/**
 * The fold of one record. Total: an event of an unknown type moves the revision only. An event whose revision is already
 * in the view changes nothing, so a repeated delivery is harmless. `onChanges` hears of every change of values, once made.
 */
export const evolveOneForm =
  (
    references: OneFormReferences,
    onChanges?: (view: OneFormView, changes: readonly Change[]) => void,
  ): Evolve =>
  (view, event) => {
    if (event.revision <= view.revision) return view
    view.revision = event.revision
    view.status = statusAfter(view.status, event)
    view.flags = flagsAfter(view.flags, event)
    const step = steps.get(event.type)
    if (step === undefined) return view
    const changes = write(view, event, references)
    if (changes.length > 0) onChanges?.(view, changes)
    step(view, event, references)
    return view
  }

/** Values set and removed, with their provenance; returns what changed. A value that changed is no longer confirmed or disputed by anybody. */
function write(view: OneFormView, event: RecordedEvent, references: OneFormReferences): readonly Change[] {
  const statement = statementOf(event)
  const changes = changesOf(view, event)
  if (statement === undefined || changes.length === 0) return changes
  const { provenance } = view
  for (const { path, after } of changes) {
    if (after === null) delete provenance[path]
    else provenance[path] = event.revision
    // Asked first: deleting what is not there is slow, and this is nearly always so.
    if (view.confirmed[path] !== undefined) delete view.confirmed[path]
    if (view.disputed[path] !== undefined) delete view.disputed[path]
  }
  view.writers[event.revision] = columnWriting(view, event, changes, references)
  applyStatement(view.form, statement)
  return changes
}

/** A department's latest word on a value replaces its earlier one. A path of a group stands for the leaves below it. */
function judge(
  view: OneFormView,
  event: RecordedEvent,
  path: string,
  references: OneFormReferences,
  into: Record<string, Record<string, number>>,
  outOf: Record<string, Record<string, number>>,
): void {
  const column = columnWriting(view, event, [], references)
  for (const leaf of leavesAt(view, path)) {
    const judged = into[leaf] ?? {}
    judged[column] = event.revision
    into[leaf] = judged
    const opposite = outOf[leaf]
    if (opposite === undefined) continue
    delete opposite[column]
    if (Object.keys(opposite).length === 0) delete outOf[leaf]
  }
}

function leavesAt(view: OneFormView, path: string): readonly string[] {
  if (view.provenance[path] !== undefined) return [path]
  const below = `${path}/`
  return Object.keys(view.provenance).filter((leaf) => leaf.startsWith(below))
}
