import type { StoredEvent } from '@yibiao/event-store'
import { foldRecord, type OneFormView } from '@yibiao/projections'
import { isRecordId, normalizeId, type RecordedEvent } from '@yibiao/schemas'
import type { Context } from '../context.ts'
import { lookAt } from '../filings/locate.ts'
import type { Principal } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import { refuseBecause } from '../http/reasoned.ts'
import { parseAsOf, parseEffectiveAt, wasKnown } from './as-of.ts'
import { type SeenRecord, seenRecord } from './record-view.ts'
import type { Viewer } from './viewer.ts'

export interface LocatedRecord {
  readonly record: string
  readonly stored: readonly StoredEvent[]
  readonly events: readonly RecordedEvent[]
  readonly viewer: Viewer
}

/** A record that the principal may look at. Throws `YB_RECORD_UNKNOWN`, also where it is none of his business. */
export async function locateRecord(
  context: Context,
  principal: Principal,
  typed: string,
): Promise<LocatedRecord> {
  const record = normalizeId(typed)
  const seen = isRecordId(record) ? await lookAt(context, principal, record) : undefined
  if (seen === undefined) throw refusal('YB_RECORD_UNKNOWN', '/path/id', { record: typed.slice(0, 20) })
  return { record, stored: seen.stored, events: seen.events, viewer: seen.viewer }
}

export interface RecordQuery {
  readonly asOf?: string
  readonly effectiveAt?: string
  /** Wait until the view has reached this position. */
  readonly after?: number
}

/** The one-form view as it is, as it was known, as it was in force, or both of these, with the position that is true as of. */
export async function readRecordView(
  context: Context,
  principal: Principal,
  typed: string,
  query: RecordQuery,
): Promise<{ readonly position: number; readonly seen: SeenRecord }> {
  const { store, references } = context.options
  const head = await store.head()
  await reach(context, query.after, head)
  if (query.asOf === undefined && query.effectiveAt === undefined) {
    const { record, events, viewer } = await locateRecord(context, principal, typed)
    const { position, view } = await present(context, record, events)
    return { position, seen: seenRecord(view, events, viewer, references) }
  }
  const asOf =
    query.asOf === undefined ? { kind: 'position' as const, position: head } : parseAsOf(query.asOf, head)
  const effectiveAt = query.effectiveAt === undefined ? undefined : parseEffectiveAt(query.effectiveAt)
  const { record, events, viewer } = await locateRecord(context, principal, typed)
  const known = events.filter((event) => event.position <= head && wasKnown(event, asOf))
  if (known.length === 0) throw refusal('YB_RECORD_UNKNOWN', '/query/asOf', { record })
  const view = foldRecord(record, known, references, effectiveAt === undefined ? {} : { effectiveAt })
  const position = asOf.kind === 'position' ? asOf.position : head
  return { position, seen: seenRecord(view, known, viewer, references) }
}

/** Waits until the view has reached a position. Throws `YB_POSITION_FUTURE` beyond the head, `YB_BUSY` when it takes too long. */
export async function reach({ options }: Context, after: number | undefined, head: number): Promise<void> {
  if (after === undefined) return
  if (after > head) throw refusal('YB_POSITION_FUTURE', '/query/after', { position: after, head })
  if (await options.readModel.waitFor(after, options.limits.viewWait, 'one-form')) return
  throw refuseBecause(
    'YB_BUSY',
    '/query/after',
    'The view has not reached that position yet.',
    '视图尚未到达该位置。',
  )
}

/** The view from the read database; one recorded a moment ago is waited for. */
async function present(
  { options }: Context,
  record: string,
  events: readonly RecordedEvent[],
): Promise<{ readonly position: number; readonly view: OneFormView }> {
  const { readModel, limits } = options
  const found = await readModel.record(record)
  if (found.value) return { position: found.position, view: found.value }
  await readModel.waitFor(events.at(-1)?.position ?? 0, limits.viewWait, 'one-form')
  const { position, value } = await readModel.record(record)
  if (value) return { position, view: value }
  throw refuseBecause('YB_BUSY', '', 'The view does not hold the record yet.', '视图中尚无此档案。')
}
