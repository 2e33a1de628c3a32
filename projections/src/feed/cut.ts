import { type Leaf, mask, type RecordedEvent, rolesOf } from '@yibiao/schemas'
import { type OneFormView, participantOf } from '../one-form/index.ts'
import type { ReferencesInForce } from '../references/index.ts'

export interface FeedChange {
  readonly path: string
  readonly before?: unknown
  readonly after?: unknown
}

/** For whom an event is cut, and by which matrices: the one in force then and, in a replay, also the one now. */
export interface Recipient {
  readonly participant: string
  readonly columns: readonly string[]
  readonly matrices: readonly ReferencesInForce['matrix'][]
}

type Data = Readonly<Record<string, unknown>>

const withheldText = { zh: '（内容不对本单位开放）', en: '(withheld)' }

/**
 * What a recipient may see of an event's own data. Form values follow the access matrix; who else serves the filing is
 * told by department, never by participant, since the founder's choice of a bank is nobody else's business.
 */
export function cutData(event: RecordedEvent, view: OneFormView, recipient: Recipient): Data {
  const data = event.data as Data
  switch (event.type) {
    case 'yibiao.filing.routed.v1':
      return { ...data, approvals: (data.approvals as Routed[]).map((one) => cutRouted(one, recipient)) }
    case 'yibiao.supplement.requested.v1':
      return { ...data, defects: cutDefects(event, recipient) }
    case 'yibiao.value.disputed.v1':
      return sees(data.path as string, view, recipient) === 'full' ? data : without(data, 'claimed')
    case 'yibiao.message.refused.v1':
      return { ...data, bytes: '' }
    default:
      return cutForm(data, view, recipient)
  }
}

/** The changes a recipient may see; masked where the matrix says so. */
export function cutChanges(
  changes: readonly FeedChange[],
  view: OneFormView,
  recipient: Recipient,
): readonly FeedChange[] {
  const cut: FeedChange[] = []
  for (const change of changes) {
    const seen = sees(change.path, view, recipient)
    if (seen === 'full') cut.push(change)
    else if (seen === 'masked') {
      cut.push({
        path: change.path,
        ...(change.before === undefined ? {} : { before: mask(change.path, change.before as Leaf) }),
        ...(change.after === undefined ? {} : { after: mask(change.path, change.after as Leaf) }),
      })
    }
  }
  return cut
}

interface Routed {
  readonly participant: string
  readonly department: string
}

const cutRouted = (one: Routed, { participant }: Recipient): Routed =>
  one.participant === participant ? one : { ...one, participant: one.department }

function cutDefects(event: RecordedEvent, recipient: Recipient): unknown[] {
  const { defects } = event.data as { defects: { path?: string; zh: string; en: string }[] }
  return participantOf(event) === recipient.participant
    ? defects
    : defects.map((defect) => without({ ...defect, ...withheldText }, 'path'))
}

function cutForm(data: Data, view: OneFormView, recipient: Recipient): Data {
  let form = data.form as object | undefined
  const { removed } = data as { removed?: readonly string[] }
  if (form === undefined && removed === undefined) return data
  for (const matrix of recipient.matrices) form = form && matrix.cut(recipient.columns, form, view.form)
  const visible = removed?.filter((path) => sees(path, view, recipient) !== 'nothing')
  return {
    ...without(without(data, 'form'), 'removed'),
    ...(form === undefined ? {} : { form }),
    ...(visible === undefined ? {} : { removed: visible }),
  }
}

/** The least that all of the recipient's matrices allow. */
function sees(
  path: string,
  view: OneFormView,
  { columns, matrices }: Recipient,
): 'full' | 'masked' | 'nothing' {
  const roles = path.startsWith('/people/') ? rolesOf(view.form).get(path.split('/')[2] as string) : undefined
  let least: 'full' | 'masked' = 'full'
  for (const matrix of matrices) {
    const access = matrix.access(columns, path, roles)
    if (access === '-') return 'nothing'
    if (access === 'M') least = 'masked'
  }
  return least
}

function without(data: Data, name: string): Data {
  const { [name]: _left, ...rest } = data
  return rest
}
