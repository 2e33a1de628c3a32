import { type OneFormView, type References, type Standing, standingOf } from '@yibiao/projections'
import { leavesOf, type RecordedEvent, type Role, rolesOf } from '@yibiao/schemas'
import { columnsFor, seesAll, type Viewer } from './viewer.ts'

/** One value of the one form with where it comes from. */
export interface SeenValue {
  readonly path: string
  readonly value: unknown
  /** The value is shown in part only. */
  readonly masked?: true
  readonly standing: Standing
  /** The column of the access matrix that wrote it, e.g. `APPLICANT`, `AMR`. */
  readonly department: string
  readonly revision: number
  readonly event: { readonly id: string; readonly type: string; readonly recordedtime: string } | null
}

export interface SeenRecord {
  readonly record: string
  readonly revision: number
  readonly status: OneFormView['status']
  /** What goes on beside the status, such as a suspension. */
  readonly flags: OneFormView['flags']
  readonly filings: readonly string[]
  readonly form: object
  readonly values: readonly SeenValue[]
}

/**
 * The one-form view through a viewer's eyes. `events` are the record's, at least up to the view's revision. Who may see
 * what is decided by the matrix in force now, whatever time is asked about.
 */
export function seenRecord(
  view: OneFormView,
  events: readonly RecordedEvent[],
  viewer: Viewer,
  references: References,
): SeenRecord {
  const { matrix } = references.current()
  const columns = seesAll(viewer) ? [] : columnsFor(viewer.columns, matrix, view.form)
  const form = seesAll(viewer) ? view.form : (matrix.cut(columns, view.form, view.form) ?? {})
  const roles = rolesOf(view.form)
  const byRevision = new Map(events.map((event) => [event.revision, event]))
  const values = leavesOf(form).map(([path, value]): SeenValue => {
    const revision = view.provenance[path] ?? 0
    const event = byRevision.get(revision)
    const masked = !seesAll(viewer) && matrix.access(columns, path, rolesAt(path, roles)) === 'M'
    return {
      path,
      value,
      ...(masked ? { masked } : {}),
      standing: standingOf(view, path, matrix),
      department: view.writers[revision] ?? '',
      revision,
      event: event ? { id: event.id, type: event.type, recordedtime: event.recordedtime } : null,
    }
  })
  const { record, revision, status, flags, filings } = view
  return { record, revision, status, flags, filings, form, values }
}

/** The roles of the person that a path below `/people` is about. */
const rolesAt = (path: string, roles: ReadonlyMap<string, ReadonlySet<Role>>): Iterable<Role> =>
  path.startsWith('/people/') ? (roles.get(path.split('/')[2] ?? '') ?? []) : []
