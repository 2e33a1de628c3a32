import { type ApprovalView, type FilingView, hasEnded, type MaterialView } from '@yibiao/projections'
import { valueAt } from '@yibiao/schemas'
import type { Context } from '../context.ts'
import { materialsSeen } from '../materials/access.ts'
import { columnsFor, seesAll, type Viewer } from '../records/viewer.ts'
import { seenClocks } from './clocks.ts'

/** States of an approval in which somebody still has something to do. */
export const outstandingStates = ['OPEN', 'WAITING', 'SUPPLEMENT'] as const

/** A text in both languages that not everybody may read. */
interface Told {
  readonly code: string
  readonly zh?: string
  readonly en?: string
}

/**
 * A filing on the board as a viewer may see it. Who else serves it is told by department; what a department wrote to the
 * founder is between the two; the name follows the access matrix. `form` is the record's, for the matrix's conditions.
 */
export function seenFiling(
  view: FilingView,
  viewer: Viewer,
  context: Pick<Context, 'options'>,
  form: object,
): Readonly<Record<string, unknown>> {
  const { matrix } = context.options.references.current()
  const namesSeen =
    seesAll(viewer) || matrix.access(columnsFor(viewer.columns, matrix, form), '/name/full') !== '-'
  const approvals = view.approvals.map((one) => seenApproval(one, viewer))
  const { refusal, contact, handovers, channel, compensations } = view
  const materials = materialsSeen(view, viewer, context, form)
  return {
    filing: view.filing,
    record: view.record,
    process: view.process,
    name: namesSeen ? nameOf(view, form) : null,
    state: view.state,
    submittedAt: view.submittedAt,
    updatedAt: view.updatedAt,
    ...(view.endedAt === undefined ? {} : { endedAt: view.endedAt }),
    revision: view.revision,
    ...(contact === undefined ? {} : { contact }),
    ...(handovers === undefined ? {} : { handovers }),
    ...(channel === undefined ? {} : { channel }),
    ...(compensations === undefined ? {} : { compensations }),
    clocks: seenClocks(view, viewer),
    approvals,
    ...(materials.length === 0 ? {} : { materials: materials.map((one) => seenMaterial(one, viewer)) }),
    outstanding: approvals
      .filter((one) => !hasEnded(one.state))
      .map(({ approval, item, department, participant, state, since }) => ({
        approval,
        item,
        department,
        with: state === 'SUPPLEMENT' ? 'APPLICANT' : (participant ?? department),
        state,
        since,
      })),
    ...(refusal === undefined
      ? {}
      : {
          refusal: {
            ...refusal,
            reasons: refusal.reasons.map((one) => told(one, viewer.kind !== 'operator')),
          },
        }),
  }
}

/** As filed; an application that gives no other name is of the record's own. */
function nameOf({ name }: FilingView, form: object): string | null {
  if (name !== '') return name
  const own = valueAt(form, '/name/full')
  return typeof own === 'string' ? own : null
}

function seenApproval(one: ApprovalView, viewer: Viewer) {
  const own = viewer.kind === 'participant' && viewer.participant === one.participant
  const { approval, item, itemVersion, kind, gate, department, participant, dependsOn } = one
  const { state, round, since, defects, reasons, decidedBy } = one
  const { notices, acceptedOn, certificatePending, decidedAt } = one
  return {
    approval,
    item,
    itemVersion,
    kind,
    gate,
    department,
    participant: viewer.kind !== 'participant' || own ? participant : null,
    dependsOn,
    state,
    round,
    since,
    ...(notices === undefined ? {} : { notices }),
    ...(acceptedOn === undefined ? {} : { acceptedOn }),
    ...(certificatePending === undefined ? {} : { certificatePending }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    // Who decided is for those who answer for it and those who look into it.
    ...(decidedBy !== undefined && (own || viewer.kind === 'auditor' || viewer.kind === 'operator')
      ? { decidedBy }
      : {}),
    ...(defects === undefined
      ? {}
      : { defects: defects.map((defect) => told(defect, own || seesAll(viewer))) }),
    ...(reasons === undefined
      ? {}
      : { reasons: reasons.map((reason) => told(reason, viewer.kind !== 'operator')) }),
  }
}

/** What a file is called may say anything about anybody; an operator sees what it is and not what it is called. */
function seenMaterial(one: MaterialView, viewer: Viewer): Omit<MaterialView, 'title'> {
  if (viewer.kind !== 'operator') return one
  const { title: _title, ...rest } = one
  return rest
}

/** Without the right to it only the code and the provision are left: free text may say anything about anybody. */
function told<T extends Told>(one: T, inFull: boolean): Partial<T> & { code: string } {
  if (inFull) return one
  const { rule } = one as { readonly rule?: string }
  return { code: one.code, ...(rule === undefined ? {} : { rule }) } as Partial<T> & { code: string }
}
