import { applyFragment, type EventDataByType, messageKey, typedOutcomes } from '@yibiao/schemas'
import { defectKey } from './decisions/supplements.ts'
import { evolveLife } from './evolve-life.ts'
import { evolveTiming } from './evolve-timing.ts'
import type { FoldedEvent } from './folded-event.ts'
import {
  type Approval,
  dependenciesMet,
  type Filing,
  hasEnded,
  initialState,
  newApproval,
  newFiling,
  type RecordState,
} from './state.ts'

type Data<T extends keyof EventDataByType> = EventDataByType[T]

/**
 * Folds one recorded event into the state. Total: an event of an unknown type only moves the revision.
 * It owns its first argument and changes it in place, for the ledger folds every event it records.
 */
export function evolve(state: RecordState, event: FoldedEvent): RecordState {
  state.revision += 1
  const recorded = Date.parse(event.recordedtime)
  if (recorded > state.recordedTime) state.recordedTime = recorded
  if (event.messageid !== undefined)
    state.messages.set(messageKey(event.source, event.messageid), state.revision)
  state.nextDue = undefined
  evolveLife(state, event)
  if (evolveTiming(state, event)) return state

  switch (event.type) {
    case 'yibiao.filing.submitted.v1': {
      const data = event.data as Data<'yibiao.filing.submitted.v1'>
      state.name = data.form.name.full
      const filing = event.filing as string
      state.filings.set(filing, newFiling({ filing, process: data.process, submittedBy: event.authid }))
      break
    }
    case 'yibiao.application.submitted.v1':
    case 'yibiao.proceeding.opened.v1': {
      const { process, from, form, removed } = event.data as Data<'yibiao.application.submitted.v1'>
      const filing = event.filing as string
      const opened = newFiling({ filing, process, submittedBy: event.authid })
      opened.applied = { ...(from && { from }), ...(form && { form }), ...(removed && { removed }) }
      state.filings.set(filing, opened)
      break
    }
    case 'yibiao.filing.routed.v1': {
      const data = event.data as Data<'yibiao.filing.routed.v1'>
      const filing = filingOf(state, event)
      if (filing) {
        filing.processVersion = data.versions.process
        filing.responsible = data.firstContact?.officer
      }
      for (const routed of data.approvals) {
        filing?.approvals.set(routed.approval, newApproval(routed))
        state.participants.add(routed.participant)
      }
      break
    }
    case 'yibiao.approvals.opened.v1':
      for (const id of (event.data as Data<'yibiao.approvals.opened.v1'>).approvals)
        setState(state, event, id, 'OPEN')
      break
    case 'yibiao.approvals.closed.v1':
      for (const id of (event.data as Data<'yibiao.approvals.closed.v1'>).approvals)
        setState(state, event, id, 'NOT_NEEDED')
      break
    case 'yibiao.supplement.requested.v1': {
      const data = event.data as Data<'yibiao.supplement.requested.v1'>
      const approval = setState(state, event, data.approval, 'SUPPLEMENT')
      if (!approval) break
      approval.asked = data.defects.flatMap((defect) => (defect.path === undefined ? [] : [defect.path]))
      approval.askedMaterials = data.defects.flatMap(({ material }) =>
        material === undefined ? [] : [material],
      )
      approval.notices += 1
      for (const defect of data.defects) approval.told.add(defectKey(defect))
      break
    }
    case 'yibiao.supplement.provided.v1': {
      const data = event.data as Data<'yibiao.supplement.provided.v1'>
      state.name = data.form?.name?.full ?? state.name
      const filing = filingOf(state, event)
      const approval = filing?.approvals.get(data.approval)
      if (!filing || !approval) break
      approval.state = dependenciesMet(filing, approval.dependsOn) ? 'OPEN' : 'WAITING'
      approval.round += 1
      approval.asked = []
      approval.askedMaterials = []
      approval.exclusions.clear()
      if (filing.applied !== undefined && data.amended !== undefined)
        filing.applied = {
          ...filing.applied,
          form: applyFragment(structuredClone(filing.applied.form ?? {}), data.amended),
        }
      break
    }
    case 'yibiao.approval.granted.v1': {
      const data = event.data as Data<'yibiao.approval.granted.v1'>
      const approval = setState(state, event, data.approval, 'GRANTED')
      if (approval && data.certificateFollows === true) approval.certificatePending = true
      break
    }
    case 'yibiao.approval.recorded.v1':
      setState(state, event, (event.data as Data<'yibiao.approval.recorded.v1'>).approval, 'RECORDED')
      break
    case 'yibiao.approval.refused.v1':
      setState(state, event, (event.data as Data<'yibiao.approval.refused.v1'>).approval, 'REFUSED')
      break
    case 'yibiao.enterprise.registered.v1': {
      const data = event.data as Data<'yibiao.enterprise.registered.v1'>
      const approval = setState(state, event, data.approval, 'GRANTED')
      if (approval && data.certificateFollows === true) approval.certificatePending = true
      state.uscc = data.form.uscc
      state.registered = true
      break
    }
    case 'yibiao.record.changed.v1': {
      const name = (event.data as Data<'yibiao.record.changed.v1'>).form?.name?.full
      if (name !== undefined) state.name = name
      break
    }
    case 'yibiao.filing.completed.v1':
      endFiling(state, event, 'COMPLETED')
      break
    case 'yibiao.filing.refused.v1':
      endFiling(state, event, 'REFUSED')
      break
    case 'yibiao.filing.withdrawn.v1':
      endFiling(state, event, 'WITHDRAWN')
      break
    case 'yibiao.message.refused.v1': {
      const data = event.data as Data<'yibiao.message.refused.v1'>
      if (data.messageid !== undefined)
        state.messages.set(messageKey(data.source, data.messageid), state.revision)
      break
    }
    default:
      if (isTyped(event.type)) decided(state, event)
      break
  }
  return state
}

const typed: ReadonlySet<string> = new Set(typedOutcomes)
const isTyped = (type: string): boolean => typed.has(type)

/** An outcome of a type of its own counts as what the kind of its item makes of it. */
function decided(state: RecordState, event: FoldedEvent): void {
  const { approval: id, certificateFollows, form } = event.data as Data<'yibiao.change.registered.v1'>
  const kind = filingOf(state, event)?.approvals.get(id)?.kind
  const approval = setState(
    state,
    event,
    id,
    kind === 'RECORDAL' || kind === 'CONSEQUENCE' ? 'RECORDED' : 'GRANTED',
  )
  if (approval && certificateFollows === true) approval.certificatePending = true
  if (form?.name?.full !== undefined) state.name = form.name.full
}

/** The state after a whole stream. */
export const fold = (record: string, events: Iterable<FoldedEvent>): RecordState => {
  const state = initialState(record)
  for (const event of events) evolve(state, event)
  return state
}

const filingOf = (state: RecordState, event: FoldedEvent): Filing | undefined =>
  event.filing === undefined ? undefined : state.filings.get(event.filing)

function setState(
  state: RecordState,
  event: FoldedEvent,
  id: string,
  next: Approval['state'],
): Approval | undefined {
  const approval = filingOf(state, event)?.approvals.get(id)
  if (approval) approval.state = next
  return approval
}

function endFiling(state: RecordState, event: FoldedEvent, next: Filing['state']): void {
  const filing = filingOf(state, event)
  if (!filing) return
  filing.state = next
  if (next === 'COMPLETED') return
  // Whoever has acted is asked to undo it by an event of its own.
  for (const approval of filing.approvals.values())
    if (!hasEnded(approval.state)) approval.state = next === 'REFUSED' ? 'NOT_NEEDED' : 'WITHDRAWN'
  if (!state.registered) state.name = undefined
}
