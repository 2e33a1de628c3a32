import {
  changesOf,
  cutChanges,
  cutData,
  evolveOneForm,
  type FeedChange,
  initialOneForm,
  type OneFormView,
  type Recipient,
  type References,
} from '@yibiao/projections'
import type { RecordedEvent } from '@yibiao/schemas'
import { columnsFor, type Viewer } from './viewer.ts'

/** One event as a viewer may see it. */
export interface SeenEvent {
  readonly event: RecordedEvent
  readonly data: Readonly<Record<string, unknown>>
  /** What it changed, before → after, as far as it may be seen. */
  readonly changes: readonly FeedChange[]
  /** Changes that are not shown to this viewer. */
  readonly withheld: number
}

type Data = Readonly<Record<string, unknown>>

/**
 * A record's events through a viewer's eyes, in revision order from the first. Participants see what their feed would carry,
 * cut by the matrix then and the matrix now; who sees everything sees the events as they are.
 */
export function* seenEvents(
  record: string,
  events: Iterable<RecordedEvent>,
  viewer: Viewer,
  references: References,
): Generator<SeenEvent> {
  const evolve = evolveOneForm(references)
  let view = initialOneForm(record)
  for (const event of events) {
    const all = changesOf(view, event)
    view = evolve(view, event)
    const { data, changes } = see(event, all, view, viewer, references)
    yield { event, data, changes, withheld: all.length - changes.length }
  }
}

function see(
  event: RecordedEvent,
  all: readonly FeedChange[],
  view: OneFormView,
  viewer: Viewer,
  references: References,
): { readonly data: Data; readonly changes: readonly FeedChange[] } {
  const data = event.data as Data
  if (viewer.kind === 'auditor') return { data, changes: all }
  if (viewer.kind === 'own')
    return { data: event.type === 'yibiao.message.refused.v1' ? { ...data, bytes: '' } : data, changes: all }
  const recipient = recipientOf(event, view, viewer, references)
  const changes = cutChanges(all, view, recipient)
  return {
    data: viewer.kind === 'operator' ? withoutText(event, view, recipient) : cutData(event, view, recipient),
    changes,
  }
}

function recipientOf(
  event: RecordedEvent,
  view: OneFormView,
  viewer: Extract<Viewer, { kind: 'participant' | 'operator' }>,
  references: References,
): Recipient {
  const then = references.at(event.position).matrix
  const now = references.current().matrix
  const matrices = then.digest === now.digest ? [then] : [then, now]
  const columns = matrices.reduce<readonly string[]>(
    (left, matrix) => columnsFor(left, matrix, view.form),
    viewer.columns,
  )
  return { participant: viewer.kind === 'participant' ? viewer.participant : 'OPERATOR', columns, matrices }
}

/** Members whose text people wrote freely: it may say anything about anybody. */
const freeText: ReadonlySet<string> = new Set(['reason', 'remarks', 'zh', 'en', 'claimed', 'bytes'])

/** What an operator may see: how it goes and between whom, without values and without what people wrote. */
function withoutText(event: RecordedEvent, view: OneFormView, recipient: Recipient): Data {
  const data = event.data as Data
  if (event.type === 'yibiao.filing.routed.v1' || event.type === 'yibiao.message.refused.v1')
    return event.type === 'yibiao.filing.routed.v1' ? data : { ...data, bytes: '' }
  return strip(cutData(event, view, recipient)) as Data
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip)
  if (typeof value !== 'object' || value === null) return value
  const kept: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) if (!freeText.has(name)) kept[name] = strip(member)
  return kept
}
