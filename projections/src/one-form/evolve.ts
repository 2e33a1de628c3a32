import { applyStatement, type Change, type RecordedEvent } from '@yibiao/schemas'
import { changesOf, statementOf } from './changes.ts'
import { columnsApproving, columnWriting } from './columns.ts'
import { type OneFormReferences, type OneFormView, statusAfter } from './view.ts'

type Evolve = (view: OneFormView, event: RecordedEvent) => OneFormView

interface Routed {
  readonly approvals: readonly { readonly approval: string; readonly department: string }[]
}

/**
 * The fold of one record. Total: an event of an unknown type moves the revision only. An event whose revision is already
 * in the view changes nothing, so a repeated delivery is harmless.
 */
export const evolveOneForm =
  (references: OneFormReferences): Evolve =>
  (view, event) => {
    if (event.revision <= view.revision) return view
    view.revision = event.revision
    write(view, event, references)
    conclude(view, event, references)
    return view
  }

/** Values set and removed, with their provenance. A value that changed is no longer confirmed or disputed by anybody. */
function write(view: OneFormView, event: RecordedEvent, references: OneFormReferences): void {
  const statement = statementOf(event)
  if (statement === undefined) return
  const changes = changesOf(view, event)
  if (changes.length === 0) return
  const provenance = { ...view.provenance }
  for (const { path, after } of changes) {
    if (after === null) delete provenance[path]
    else provenance[path] = event.revision
    // Asked first: deleting what is not there is slow, and this is nearly always so.
    if (view.confirmed[path] !== undefined) delete view.confirmed[path]
    if (view.disputed[path] !== undefined) delete view.disputed[path]
  }
  view.provenance = provenance
  view.writers[event.revision] = columnWriting(view, event, pathsOf(changes), references)
  // The top is copied, so that another object says that something changed; what lies below is changed in place.
  view.form = applyStatement({ ...view.form }, statement)
}

const pathsOf = (changes: readonly Change[]): readonly string[] => changes.map((change) => change.path)

/** What the event means for the record beyond its values. */
function conclude(view: OneFormView, event: RecordedEvent, references: OneFormReferences): void {
  view.status = statusAfter(view.status, event.type)
  switch (event.type) {
    case 'yibiao.filing.submitted.v1':
      if (event.filing !== undefined) view.filings.push(event.filing)
      break
    case 'yibiao.filing.routed.v1':
      for (const { approval, department } of (event.data as Routed).approvals)
        view.departments[approval] = department
      break
    case 'yibiao.enterprise.registered.v1':
    case 'yibiao.approval.granted.v1':
    case 'yibiao.approval.recorded.v1':
      registerBy(view, event, references)
      break
    case 'yibiao.value.confirmed.v1':
      for (const path of (event.data as { readonly paths: readonly string[] }).paths)
        judge(view, event, path, references, view.confirmed, view.disputed)
      break
    case 'yibiao.value.disputed.v1':
      judge(
        view,
        event,
        (event.data as { readonly path: string }).path,
        references,
        view.disputed,
        view.confirmed,
      )
      break
    default:
      break
  }
}

function registerBy(view: OneFormView, event: RecordedEvent, references: OneFormReferences): void {
  const approval = (event.data as { readonly approval: string }).approval
  for (const column of columnsApproving(view, event, approval, references))
    view.registrations[column] = event.revision
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
