import type { EventStore, StoredEvent } from '@yibiao/event-store'
import {
  changesOf,
  cutChanges,
  cutData,
  evolveOneForm,
  type FeedChange,
  FeedFold,
  initialOneForm,
  type OneFormView,
  type Recipient,
  type References,
} from '@yibiao/projections'
import { decodeEvent, type RecordedEvent } from '@yibiao/schemas'
import type { Viewer } from './viewer.ts'

/** An event's attributes as a viewer may see them; who sent it may be told by department, then without his account. */
export type SeenEnvelope = Omit<RecordedEvent, 'data' | 'authid'> & { readonly authid?: string }

/** One event as a viewer may see it. */
export interface SeenEvent {
  readonly envelope: SeenEnvelope
  readonly data: Readonly<Record<string, unknown>>
  /** What it changed, before → after, as far as it may be seen. */
  readonly changes: readonly FeedChange[]
  /** Changes that an operator is not shown. */
  readonly withheld: number
}

export interface SightOptions {
  readonly store: EventStore
  readonly references: References
}

type Data = Readonly<Record<string, unknown>>

/**
 * A record's events through a viewer's eyes, in revision order from the first. A participant sees what its feed carries of
 * the record, cut by the matrix then and the matrix now, and nothing else; its first event is the routing that named it.
 */
export function seenEvents(
  options: SightOptions,
  record: string,
  stored: readonly StoredEvent[],
  viewer: Viewer,
): Promise<readonly SeenEvent[]> {
  if (viewer.kind === 'participant') return fedTo(options, stored, viewer.participant)
  const evolve = evolveOneForm(options.references)
  let view = initialOneForm(record)
  const seen = stored.map((one): SeenEvent => {
    const event = decodeEvent<Data>(one)
    const all = changesOf(view, event)
    view = evolve(view, event)
    const { data: whole, ...envelope } = event
    if (viewer.kind === 'auditor') return { envelope, data: whole, changes: all, withheld: 0 }
    if (viewer.kind === 'own') return { envelope, data: withoutBytes(event), changes: all, withheld: 0 }
    const recipient = operatorOf(event, viewer.columns, options.references)
    const changes = cutChanges(all, view, recipient)
    const data = forOperator(event, view, recipient, changes)
    return { envelope, data, changes, withheld: all.length - changes.length }
  })
  return Promise.resolve(seen)
}

async function fedTo(
  { store, references }: SightOptions,
  stored: readonly StoredEvent[],
  participant: string,
): Promise<readonly SeenEvent[]> {
  const fold = new FeedFold({ store, references, only: participant, alsoNow: true, cacheSize: 1 })
  const seen: SeenEvent[] = []
  for (const one of stored)
    for (const { attributes, data: fed } of await fold.fold(one)) {
      const { changes = [], ...data } = fed as Data & { readonly changes?: readonly FeedChange[] }
      const envelope = JSON.parse(attributes.text) as SeenEnvelope
      seen.push({ envelope, data, changes, withheld: 0 })
    }
  return seen
}

/** The bytes of a refused message may be another's; auditors alone are shown them. */
const withoutBytes = ({ type, data }: RecordedEvent<Data>): Data =>
  type === 'yibiao.message.refused.v1' ? { ...data, bytes: '' } : data

function operatorOf(event: RecordedEvent, columns: readonly string[], references: References): Recipient {
  const then = references.at(event.position).matrix
  const now = references.current().matrix
  return { participant: 'OPERATOR', columns, matrices: then.digest === now.digest ? [then] : [then, now] }
}

/** How it goes and between whom, without values and without what people wrote. Whom a filing was routed to he must know. */
const forOperator = (
  event: RecordedEvent<Data>,
  view: OneFormView,
  recipient: Recipient,
  changes: readonly FeedChange[],
): Data =>
  event.type === 'yibiao.filing.routed.v1'
    ? withoutFiles(event.data)
    : cutData(event, view, recipient, changes)

/** Which files a filing has is on the board, without what they are called. */
function withoutFiles(data: Data): Data {
  const approvals = data.approvals as readonly Data[]
  return { ...data, approvals: approvals.map(({ materials: _materials, ...one }) => one) }
}
