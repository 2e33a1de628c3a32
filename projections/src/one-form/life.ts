/** The life of a record after its set-up, as its events tell it: the registry's status and what goes on beside it. */

/** What goes on beside the registry status (orthogonal to it), in the order in which it is told. */
export type RecordFlag =
  | 'SUSPENDED'
  | 'LIQUIDATING'
  | 'CREDITORS_ANNOUNCED'
  | 'PUBLICISED'
  | 'PUBLICITY_ENDED'
  | 'OBJECTED'
  | 'MIGRATING'
  | 'DEREGISTRATION_OVERDUE'

/** What the life of a record needs of an event. */
export interface LifeEvent {
  readonly type: string
  readonly data: unknown
}

const objection = 'yibiao.objection.raised.v1'
const reversal = 'yibiao.rescission.reversed.v1'

interface Turn {
  readonly on?: readonly RecordFlag[]
  readonly off?: readonly RecordFlag[]
}

const publicity = ['PUBLICISED', 'PUBLICITY_ENDED', 'OBJECTED'] as const
const everything: readonly RecordFlag[] = [
  'SUSPENDED',
  'LIQUIDATING',
  'CREDITORS_ANNOUNCED',
  ...publicity,
  'MIGRATING',
  'DEREGISTRATION_OVERDUE',
]

/**
 * What an event makes of the flags. A rescission touches none, so that its reversal finds them as they were. An objection is told
 * as one to the simple deregistration where that is public; other publicity has no flag.
 */
const turns: Readonly<Record<string, Turn>> = {
  'yibiao.suspension.recorded.v1': { on: ['SUSPENDED'] },
  'yibiao.suspension.lapsed.v1': { off: ['SUSPENDED'] },
  'yibiao.business.resumed.v1': { off: ['SUSPENDED'] },
  'yibiao.licence.revoked.v1': { off: ['SUSPENDED', ...publicity] },
  'yibiao.liquidation.notified.v1': { on: ['LIQUIDATING'], off: ['SUSPENDED', ...publicity] },
  'yibiao.announcement.ended.v1': { on: ['CREDITORS_ANNOUNCED'] },
  'yibiao.deregistration.publicised.v1': { on: ['PUBLICISED'], off: ['PUBLICITY_ENDED', 'OBJECTED'] },
  'yibiao.objection.raised.v1': { on: ['OBJECTED'], off: ['PUBLICISED'] },
  'yibiao.publicity.ended.v1': { on: ['PUBLICITY_ENDED'], off: ['PUBLICISED'] },
  'yibiao.publicity.lapsed.v1': { off: ['PUBLICITY_ENDED'] },
  'yibiao.deregistration.overdue.v1': { on: ['DEREGISTRATION_OVERDUE'] },
  'yibiao.migration.accepted.v1': { on: ['MIGRATING'] },
  'yibiao.migration.completed.v1': { off: everything },
  'yibiao.enterprise.deregistered.v1': { off: everything },
  // One application at a time is undecided, so the migration is the one that ended here.
  'yibiao.filing.refused.v1': { off: ['MIGRATING'] },
  'yibiao.filing.withdrawn.v1': { off: ['MIGRATING'] },
}

const isPublic: ReadonlySet<RecordFlag> = new Set(['PUBLICISED', 'PUBLICITY_ENDED'])

/** Whether an event turns anything of this record, where its type alone does not say so. */
function turnOf(flags: readonly RecordFlag[], event: LifeEvent): Turn | undefined {
  if (event.type === objection && !flags.some((flag) => isPublic.has(flag))) return undefined
  // What was revoked before the rescission is overdue as it was; what is in business again is not.
  if (event.type === reversal && registryStatusSet(event) !== '2') return { off: ['DEREGISTRATION_OVERDUE'] }
  return turns[event.type]
}

/** The flags after an event; the same array where it changes none. */
export function flagsAfter(flags: readonly RecordFlag[], event: LifeEvent): readonly RecordFlag[] {
  const turn = turnOf(flags, event)
  if (turn === undefined) return flags
  const { on = [], off = [] } = turn
  if (!on.some((one) => !flags.includes(one)) && !off.some((one) => flags.includes(one))) return flags
  return everything.filter((one) => on.includes(one) || (flags.includes(one) && !off.includes(one)))
}

/** Types of event by which the registry status changes, and nothing else does. */
const statusTypes: ReadonlySet<string> = new Set([
  'yibiao.enterprise.registered.v1',
  'yibiao.licence.revoked.v1',
  'yibiao.registration.rescinded.v1',
  'yibiao.rescission.reversed.v1',
  'yibiao.migration.completed.v1',
  'yibiao.enterprise.deregistered.v1',
])

/** The registry status (code table `registry-status`) that an event sets; undefined when it sets none. */
export function registryStatusSet({ type, data }: LifeEvent): string | undefined {
  return statusTypes.has(type)
    ? (data as { readonly form?: { readonly status?: string } }).form?.status
    : undefined
}
