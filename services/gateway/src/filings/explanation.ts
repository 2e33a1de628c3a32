import {
  clockWords,
  type ExplainedApproval,
  explainFiling,
  type HandedOver,
  hasEnded,
  type NamesToTell,
  type References,
  type ToldApproval,
  tellApproval,
  type Words,
} from '@yibiao/projections'
import { type RecordedEvent, shippedDepartments } from '@yibiao/schemas'
import type { Context } from '../context.ts'
import type { Viewer } from '../records/viewer.ts'
import { receiptsFor } from '../trace/receipts.ts'
import { seenFiling } from './board.ts'
import type { LocatedFiling } from './locate.ts'

/** Why a filing is where it is, as a viewer may see it: a participant learns of others by department and how far they are. */
export async function explained(context: Context, located: LocatedFiling) {
  const { references, readModel, clock } = context.options
  const { view, viewer, form } = located
  const inForce = references.current()
  const { value: refusals } = await readModel.refusals(view.record)
  const deliveries = await handedOver(context, located)
  const explanation = explainFiling(view, { references: inForce, now: clock.now(), refusals, deliveries })
  const names = namesOf(references, explanation.approvals)
  const { approvals, joint, duties, ...rest } = explanation
  return {
    ...rest,
    name: seenFiling(view, viewer, context, form).name,
    approvals: approvals
      .map((one) => seen(one, viewer))
      .map((one) => ({ ...one, told: tellApproval(one, names) })),
    ...(joint === undefined ? {} : { joint: { ...joint, told: clockWords(joint) } }),
    duties: duties
      .filter(
        ({ approval, with: who }) =>
          approval === null || viewer.kind !== 'participant' || who === viewer.participant,
      )
      .map((duty) => (duty.clock === undefined ? duty : { ...duty, told: clockWords(duty.clock) })),
  }
}

interface Opened {
  readonly approval?: string
  readonly approvals?: readonly (string | { readonly approval: string })[]
}

/** The event by which each open approval became its participant's turn: routing, opening, or the last supplement. */
function turnsOf(events: readonly RecordedEvent[], filing: string): ReadonlyMap<string, number> {
  const turns = new Map<string, number>()
  for (const { type, filing: of, position, data } of events) {
    if (of !== filing) continue
    const { approval, approvals = [] } = data as Opened
    if (type === 'yibiao.supplement.provided.v1' && approval !== undefined) turns.set(approval, position)
    if (type === 'yibiao.filing.routed.v1' || type === 'yibiao.approvals.opened.v1')
      for (const one of approvals) turns.set(typeof one === 'string' ? one : one.approval, position)
  }
  return turns
}

/** Whether whose turn it is has received and applied what made it its turn, by approval. */
async function handedOver(
  { options }: Context,
  { view, events, stored, viewer }: LocatedFiling,
): Promise<ReadonlyMap<string, HandedOver>> {
  const turns = turnsOf(events, view.filing)
  const open = view.approvals.filter(({ state }) => !hasEnded(state))
  const positions = new Set(
    open.map(({ approval }) => turns.get(approval)).filter((one) => one !== undefined),
  )
  if (positions.size === 0) return new Map()
  const only = viewer.kind === 'participant' ? viewer.participant : undefined
  const receipts = await receiptsFor(options, { stored, positions, only })
  const found = new Map<string, HandedOver>()
  for (const { approval, participant } of open) {
    const own = receipts.get(turns.get(approval) ?? 0)?.find((one) => one.participant === participant)
    if (own === undefined) continue
    const { participant: _of, ...delivery } = own
    // What a participant wrote as its reason may say anything about anybody.
    const isCut = viewer.kind === 'operator' && delivery.rejected !== null
    found.set(
      approval,
      isCut ? { ...delivery, rejected: { time: delivery.rejected?.time ?? '', reason: '' } } : delivery,
    )
  }
  return found
}

function seen(one: ExplainedApproval, viewer: Viewer): ToldApproval {
  if (viewer.kind !== 'participant') return one
  const { participant: own } = viewer
  const ofOthers = (participant: string): string | null => (participant === own ? participant : null)
  const next: ToldApproval['next'] =
    one.next.who === 'ITEM'
      ? {
          ...one.next,
          items: one.next.items.map((item) => ({ ...item, participant: ofOthers(item.participant) })),
        }
      : one.next.who === 'PARTICIPANT'
        ? { ...one.next, participant: ofOthers(one.next.participant) }
        : one.next
  if (one.participant === own) return { ...one, next }
  const { coming: _coming, acceptedOn: _accepted, ...rest } = one
  return { ...rest, participant: null, next, clocks: [], delivery: null, refused: null }
}

const departments = new Map(shippedDepartments.departments.map((one) => [one.code, one]))

function namesOf(references: References, approvals: readonly ExplainedApproval[]): NamesToTell {
  const { participants, catalogue } = references.current()
  const items = new Map<string, Words>(approvals.map(({ item, itemName }) => [item, itemName]))
  const named = (code: string, found: Words | undefined): Words =>
    found === undefined ? { zh: code, en: code } : { zh: found.zh, en: found.en }
  return {
    who: (participant, department) =>
      participant === null
        ? named(department, departments.get(department))
        : named(participant, participants.byCode.get(participant)),
    item: (code) => items.get(code) ?? catalogue.byCode.get(code)?.name ?? { zh: code, en: code },
  }
}
