import { type HandedIn, type RecordedEvent, typedOutcomes } from '@yibiao/schemas'
import { timingSteps } from './timing.ts'
import {
  type ApprovalState,
  type ApprovalView,
  type ContactView,
  type Defect,
  type FilingState,
  type FilingView,
  hasEnded,
  type MaterialView,
  type Reason,
  type RoutedApproval,
} from './view.ts'

/** What the board's events carry, as far as it looks at them. */
interface Data {
  readonly process?: string
  readonly form?: { readonly name?: { readonly full?: string } }
  readonly approval?: string
  readonly round?: number
  readonly certificateFollows?: boolean
  readonly defects?: readonly Defect[]
  readonly reasons?: readonly Reason[]
  readonly materials?: readonly HandedIn[]
  readonly outcomes?: Readonly<Record<string, ApprovalState>>
}

interface Routed {
  readonly approvals: readonly RoutedNow[]
  readonly versions?: { readonly process: number }
  readonly firstContact?: ContactView
}

type RoutedNow = RoutedApproval & { readonly state: ApprovalState; readonly itemVersion: number }

type Step = (view: FilingView, event: RecordedEvent, data: Data) => void

const submitted: Step = (view, event, data) => {
  view.record = event.subject
  view.process = data.process ?? ''
  view.name = data.form?.name?.full ?? ''
  view.submittedAt = event.receivedtime ?? event.recordedtime
  takeIn(view, event, data)
}

/** What the kind of its item makes of a decision in favour. */
const decidedTyped: Step = (view, event, data) => {
  const kind = view.approvals.find((one) => one.approval === data.approval)?.kind
  decide(view, event, data, kind === 'RECORDAL' || kind === 'CONSEQUENCE' ? 'RECORDED' : 'GRANTED')
  rename(view, data)
}

const steps: Readonly<Record<string, Step>> = {
  'yibiao.filing.submitted.v1': submitted,
  'yibiao.application.submitted.v1': submitted,
  'yibiao.proceeding.opened.v1': submitted,
  ...Object.fromEntries(typedOutcomes.map((type) => [type, decidedTyped])),
  ...timingSteps,
  'yibiao.filing.routed.v1': (view, event) => {
    const { approvals, versions, firstContact } = event.data as Routed
    view.processVersion = versions?.process ?? 0
    if (firstContact !== undefined) view.contact = firstContact
    view.approvals = approvals.map((routed) => routedApproval(routed, event.recordedtime))
  },
  'yibiao.approvals.opened.v1': (view, event) => moveAll(view, event, 'OPEN'),
  'yibiao.approvals.closed.v1': (view, event) => moveAll(view, event, 'NOT_NEEDED'),
  'yibiao.supplement.requested.v1': (view, event, data) => {
    const approval = move(view, event, data.approval, 'SUPPLEMENT')
    if (approval === undefined) return
    if (data.defects) approval.defects = data.defects
    approval.notices = (approval.notices ?? 0) + 1
  },
  'yibiao.supplement.provided.v1': (view, event, data) => {
    const approval = view.approvals.find((one) => one.approval === data.approval)
    if (approval === undefined) return
    move(view, event, approval.approval, dependenciesMet(view, approval) ? 'OPEN' : 'WAITING')
    approval.round = (data.round ?? approval.round) + 1
    rename(view, data)
    takeIn(view, event, data)
  },
  'yibiao.approval.granted.v1': (view, event, data) => void decide(view, event, data, 'GRANTED'),
  'yibiao.approval.recorded.v1': (view, event, data) => void decide(view, event, data, 'RECORDED'),
  'yibiao.approval.deemed.v1': (view, event, data) => void decide(view, event, data, 'GRANTED'),
  'yibiao.enterprise.registered.v1': (view, event, data) => {
    decide(view, event, data, 'GRANTED')
    rename(view, data)
  },
  'yibiao.approval.refused.v1': (view, event, data) => {
    const approval = decide(view, event, data, 'REFUSED')
    if (approval && data.reasons) approval.reasons = data.reasons
  },
  'yibiao.filing.completed.v1': (view, event, data) => {
    for (const [approval, state] of Object.entries(data.outcomes ?? {})) move(view, event, approval, state)
    end(view, event, 'COMPLETED', 'NOT_NEEDED')
  },
  'yibiao.filing.refused.v1': (view, event, data) => {
    view.refusal = { approval: data.approval ?? '', reasons: data.reasons ?? [] }
    end(view, event, 'REFUSED', 'NOT_NEEDED')
  },
  'yibiao.filing.withdrawn.v1': (view, event) => end(view, event, 'WITHDRAWN', 'WITHDRAWN'),
}

/** The types that move a filing. Others, such as a refused message that names one, do not. */
export const isFilingEvent = (type: string): boolean => Object.hasOwn(steps, type)

/** The fold of one filing. An event whose revision is already in the view changes nothing. */
export function evolveFiling(view: FilingView, event: RecordedEvent): FilingView {
  const step = steps[event.type]
  if (step === undefined || event.revision <= view.revision) return view
  step(view, event, event.data as Data)
  view.revision = event.revision
  view.updatedAt = event.recordedtime
  if (view.endedAt === undefined) view.state = openState(view)
  return view
}

const openState = (view: FilingView): FilingState => {
  if (view.approvals.length === 0) return 'SUBMITTED'
  return view.approvals.some((one) => one.state === 'SUPPLEMENT') ? 'SUPPLEMENT' : 'IN_PARALLEL'
}

/** Only what the board shows, in this order: what else a later version of the event carries stays in the event. */
const routedApproval = (routed: RoutedNow, since: string): ApprovalView => ({
  approval: routed.approval,
  item: routed.item,
  itemVersion: routed.itemVersion,
  kind: routed.kind,
  gate: routed.gate,
  department: routed.department,
  participant: routed.participant,
  dependsOn: routed.dependsOn,
  state: routed.state,
  round: 1,
  since,
})

function move(
  view: FilingView,
  event: RecordedEvent,
  id: string | undefined,
  state: ApprovalState,
): ApprovalView | undefined {
  const approval = view.approvals.find((one) => one.approval === id)
  if (approval === undefined) return undefined
  if (approval.state !== state) approval.since = event.recordedtime
  approval.state = state
  if (state !== 'SUPPLEMENT') delete approval.defects
  return approval
}

/** A decision, with when it arrived and who made it. */
function decide(
  view: FilingView,
  event: RecordedEvent,
  { approval: id, certificateFollows }: Data,
  state: ApprovalState,
): ApprovalView | undefined {
  const approval = move(view, event, id, state)
  if (approval === undefined) return undefined
  approval.decidedAt = event.receivedtime ?? event.time
  approval.decidedBy = event.authid
  if (certificateFollows === true) approval.certificatePending = true
  return approval
}

function moveAll(view: FilingView, event: RecordedEvent, state: ApprovalState): void {
  for (const id of (event.data as { approvals: readonly string[] }).approvals) move(view, event, id, state)
}

function dependenciesMet(view: FilingView, { dependsOn }: ApprovalView): boolean {
  return view.approvals.every(
    (one) => !dependsOn.includes(one.item) || one.state === 'GRANTED' || one.state === 'RECORDED',
  )
}

function takeIn(view: FilingView, event: RecordedEvent, { materials, approval }: Data): void {
  if (materials === undefined) return
  const added = materials.map(
    ({ code, title, mediaType, size, digest }): MaterialView => ({
      code,
      title,
      mediaType,
      size,
      digest,
      ...(approval === undefined ? {} : { approval }),
      handedInAt: event.recordedtime,
    }),
  )
  view.materials = [...(view.materials ?? []), ...added]
}

function rename(view: FilingView, data: Data): void {
  if (data.form?.name?.full !== undefined) view.name = data.form.name.full
}

function end(view: FilingView, event: RecordedEvent, state: FilingState, unended: ApprovalState): void {
  for (const approval of view.approvals)
    if (!hasEnded(approval.state)) move(view, event, approval.approval, unended)
  view.state = state
  view.endedAt = event.recordedtime
}
