import { type HandedIn, isWithin, type RecordedEvent } from '@yibiao/schemas'
import { participantOf } from '../one-form/index.ts'
import { routedType } from './entitlement.ts'
import { changesInSight, Exposure, type FeedChange, type Formed, type Recipient, Sight } from './sight.ts'

type Data = Readonly<Record<string, unknown>>

const withheldText = { zh: '（内容不对本单位开放）', en: '(withheld)' }

/**
 * Members of `data` that everybody entitled to the record may see as they are, by type: codes, states, numbers. What is
 * not named here has a rule below or is left out, so that a type or a member to come shows nothing until somebody has
 * thought about it.
 */
const openMembers: Readonly<Record<string, readonly string[]>> = {
  'yibiao.filing.submitted.v1': ['process'],
  [routedType]: ['process', 'versions', 'firstContact'],
  'yibiao.supplement.requested.v1': ['approval', 'round'],
  'yibiao.supplement.provided.v1': ['approval', 'round'],
  'yibiao.approval.granted.v1': ['approval', 'round', 'validFrom', 'validTo'],
  'yibiao.approval.recorded.v1': ['approval', 'round', 'validFrom', 'validTo'],
  'yibiao.approval.refused.v1': ['approval', 'round'],
  'yibiao.enterprise.registered.v1': ['approval', 'round'],
  'yibiao.approvals.opened.v1': ['approvals'],
  'yibiao.approvals.closed.v1': ['approvals', 'because'],
  'yibiao.filing.completed.v1': ['outcomes'],
  'yibiao.filing.refused.v1': ['approval'],
  'yibiao.clocks.started.v1': ['calendar', 'clocks'],
  'yibiao.clocks.recalculated.v1': ['because', 'calendar', 'clocks'],
  'yibiao.card.raised.v1': ['approval', 'clock', 'card', 'at', 'due', 'calendar'],
  'yibiao.deadline.breached.v1': ['clock', 'kind', 'approval', 'due', 'calendar'],
  'yibiao.accountability.opened.v1': ['case', 'approval', 'round', 'department', 'due'],
  'yibiao.accountability.concluded.v1': ['case', 'outcome'],
  'yibiao.acceptance.deemed.v1': ['approval', 'round', 'receivedOn', 'due', 'calendar'],
  'yibiao.approval.deemed.v1': ['approval', 'round', 'due', 'calendar'],
  'yibiao.fact.reversed.v1': ['approval', 'round', 'clock', 'fact', 'receivedAt', 'at'],
  'yibiao.notice.violated.v1': ['approval', 'round', 'because', 'codes'],
  'yibiao.compensation.requested.v1': ['approvals'],
  'yibiao.compensation.completed.v1': ['approval'],
  'yibiao.approval.accepted.v1': ['approval', 'round'],
  'yibiao.time.excluded.v1': ['approval', 'round', 'ground', 'from', 'to', 'noticeNo', 'rule'],
  'yibiao.time.resumed.v1': ['approval', 'round', 'noticeNo', 'on'],
  'yibiao.deadline.extended.v1': ['approval', 'round', 'by', 'approver'],
  'yibiao.joint.extended.v1': ['by', 'approver'],
  'yibiao.certificate.issued.v1': ['approval'],
  'yibiao.channel.granted.v1': ['basis', 'grantedBy', 'promised'],
  'yibiao.contact.assigned.v1': ['officer', 'window'],
  'yibiao.responsibility.transferred.v1': ['from', 'to', 'window'],
  'yibiao.fee.assessed.v1': ['approval', 'fee', 'fen'],
  'yibiao.fee.differed.v1': ['approval', 'fee', 'assessed', 'published'],
  'yibiao.duty.met.v1': ['duty'],
  'yibiao.application.submitted.v1': ['process', 'from', 'to', 'registry'],
  'yibiao.proceeding.opened.v1': ['process', 'ground', 'from', 'to', 'registry'],
  'yibiao.change.registered.v1': ['approval', 'round'],
  'yibiao.suspension.recorded.v1': ['approval', 'round', 'from', 'to'],
  'yibiao.suspension.lapsed.v1': ['clock', 'due', 'calendar'],
  'yibiao.business.resumed.v1': ['approval', 'round', 'on'],
  'yibiao.licence.revoked.v1': ['approval', 'round', 'decisionNo'],
  'yibiao.registration.rescinded.v1': ['approval', 'round', 'decisionNo'],
  'yibiao.rescission.reversed.v1': ['approval', 'round', 'decisionNo'],
  'yibiao.migration.accepted.v1': ['approval', 'round', 'registry'],
  'yibiao.migration.completed.v1': ['approval', 'round', 'archiveNo'],
  'yibiao.tax.cleared.v1': ['approval', 'round', 'certificateNo'],
  'yibiao.liquidation.notified.v1': ['approval', 'round', 'formedOn'],
  'yibiao.announcement.ended.v1': ['clock', 'due', 'calendar'],
  'yibiao.enterprise.deregistered.v1': ['approval', 'round'],
  'yibiao.deregistration.publicised.v1': ['approval', 'round', 'from', 'noticeNo'],
  // An objection is made in public.
  'yibiao.objection.raised.v1': ['reasons'],
  'yibiao.publicity.ended.v1': ['clock', 'due', 'calendar'],
  'yibiao.publicity.lapsed.v1': ['clock', 'due', 'calendar'],
  'yibiao.publicity.begun.v1': ['approval', 'round', 'from', 'noticeNo'],
  'yibiao.publicity.unopposed.v1': ['clock', 'due', 'calendar'],
  'yibiao.deregistration.overdue.v1': ['clock', 'due', 'calendar'],
  'yibiao.clocks.stopped.v1': ['clocks', 'because'],
}

/** For whom an event's data is cut. */
interface Seeing {
  readonly recipient: Recipient
  /** The record just after the event through the recipient's eyes. */
  readonly sight: Sight
  /** The recipient's own; undefined where the caller has none. */
  readonly changes: readonly FeedChange[] | undefined
}

/** An event's data on its way through a cut. */
interface Cutting extends Seeing {
  readonly event: RecordedEvent
  /** The recipient wrote it or is the one it was written to. */
  readonly addressed: boolean
}

type Rule = (value: unknown, cutting: Cutting) => unknown

/** Text that people wrote may say anything about anybody, so it goes to whom it was written and to nobody else. */
const words: Rule = (value, { addressed }) => (addressed ? value : undefined)

const paths: Rule = (value, { sight }) => (value as readonly string[]).filter((path) => sight.reaches(path))

/** Types whose removals are asked for and not done yet. */
const onlyAsked: ReadonlySet<string> = new Set([
  'yibiao.application.submitted.v1',
  'yibiao.proceeding.opened.v1',
])

/** A file goes to those whose items take it, while they see anything; others are not told that there is one. */
const materials: Rule = (value, { recipient, sight }) => {
  if (!sight.seesAnything) return undefined
  const seen = (value as readonly HandedIn[]).filter(({ code }) => recipient.materials?.has(code))
  return seen.length === 0 ? undefined : seen
}

const rules: Readonly<Record<string, Rule>> = {
  form: (value, { sight }) => sight.cut(value as object),
  amended: (value, { sight }) => sight.cut(value as object),
  removed: (value, { sight, changes, event }) =>
    (value as readonly string[]).filter((path) =>
      changes === undefined || onlyAsked.has(event.type)
        ? sight.reaches(path)
        : changes.some((change) => change.after === null && isWithin(change.path, path)),
    ),
  paths,
  path: (value, { sight }) => (sight.reaches(value as string) ? value : undefined),
  claimed: (value, { sight, event }) =>
    sight.at((event.data as { readonly path: string }).path) === 'full' ? value : undefined,
  materials,
  remarks: words,
  reason: words,
  reasons: (value, { addressed }) =>
    addressed
      ? value
      : (value as readonly { readonly code: string }[]).map(({ code }) => ({ code, ...withheldText })),
  defects: (value, { addressed }) =>
    addressed
      ? value
      : (value as readonly { readonly code: string }[]).map(({ code }) => ({ code, ...withheldText })),
}

/**
 * What a recipient may see of an event's own data. Form values follow the access matrix. Who else serves the filing is
 * told by department, never by participant, since the founder's choice of a bank is nobody else's business. `changes`,
 * where the caller has them, are the recipient's own: they tell which removals it may hear of.
 */
export const cutData = (
  event: RecordedEvent,
  view: Formed,
  recipient: Recipient,
  changes?: readonly FeedChange[],
): Data => cutDataInSight(event, { recipient, sight: sightOf(view, recipient), changes })

const sightOf = ({ form }: Formed, recipient: Recipient): Sight =>
  new Sight(new Exposure(form, recipient.matrices), recipient)

/** `cutData` for whoever has the recipient's sight already. */
export function cutDataInSight(event: RecordedEvent, seeing: Seeing): Data {
  const data = event.data as Data
  if (event.type === 'yibiao.message.refused.v1') return { ...data, bytes: '' }
  const { recipient } = seeing
  const cutting = { ...seeing, event, addressed: isAddressed(event, recipient) }
  const open = openMembers[event.type] ?? []
  const seen: Record<string, unknown> = {}
  for (const name in data) {
    const value = open.includes(name)
      ? data[name]
      : event.type === routedType && name === 'approvals'
        ? (data[name] as readonly Routed[]).map((one) => cutRouted(one, cutting))
        : rules[name]?.(data[name], cutting)
    if (value !== undefined) seen[name] = value
  }
  return seen
}

/** The changes a recipient may see; masked where the matrix says so. `view` is the record just after the event. */
export const cutChanges = (
  changes: readonly FeedChange[],
  view: Formed,
  recipient: Recipient,
): readonly FeedChange[] => changesInSight(changes, sightOf(view, recipient))

/** Whether the recipient wrote the event or is concerned by it. */
export const isAddressed = (event: RecordedEvent, recipient: Recipient): boolean =>
  participantOf(event) === recipient.participant || concerns(event, recipient)

/** Whether the event speaks of the recipient's own approval or of a value that it owns. */
export function concerns(event: RecordedEvent, recipient: Recipient): boolean {
  const { approval, path } = event.data as { readonly approval?: string; readonly path?: string }
  if (approval !== undefined) return recipient.approvals?.has(approval) ?? false
  if (event.type !== 'yibiao.value.disputed.v1' || path === undefined) return false
  const owner = recipient.matrices[0]?.ownerOf(path)
  return owner !== undefined && recipient.columns.includes(owner)
}

interface Routed {
  readonly participant: string
  readonly department: string
  readonly materials?: readonly HandedIn[]
}

/** Whom else it was sent to is told by department, and without the files that went with it. */
function cutRouted(one: Routed, { recipient, sight }: Seeing): Routed {
  const isOwn = one.participant === recipient.participant
  if (isOwn && (one.materials === undefined || sight.seesAnything)) return one
  const { materials: _materials, ...rest } = one
  return isOwn ? rest : { ...rest, participant: one.department }
}

/** Those whom a routing tells otherwise than everybody else: of themselves by name, or of files. */
export function namedInRouting(event: RecordedEvent): ReadonlySet<string> {
  if (event.type !== routedType) return nobody
  const { approvals } = event.data as { readonly approvals: readonly Routed[] }
  return new Set(
    approvals
      .filter((one) => one.participant !== one.department || one.materials !== undefined)
      .map(({ participant }) => participant),
  )
}

const nobody: ReadonlySet<string> = new Set()

/** Whether files came with the event itself. */
export const handsIn = ({ data }: RecordedEvent): boolean => (data as Data).materials !== undefined

type Attributes = Readonly<Record<string, unknown>>

/** Attributes that say nothing of who sent it but what the exchange made of it. */
const anonymous: ReadonlySet<string> = new Set([
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'datacontenttype',
  'dataschema',
  'filing',
  'authtype',
  'causationid',
  'corrects',
  'basedon',
  'effectivefrom',
  'receivedtime',
  'recordedtime',
  'position',
  'revision',
])

/**
 * An event's attributes as another participant may see them. A sender whose code is not his department's is told by
 * department, as in the routing, and with him goes whatever he marked his message with.
 */
export function cutAttributes(attributes: Attributes, shownSource: string): Attributes {
  if (attributes.source === shownSource) return attributes
  const cut: Record<string, unknown> = {}
  for (const name in attributes) if (anonymous.has(name)) cut[name] = attributes[name]
  cut.source = shownSource
  return cut
}
