import { readWhole, type StoredEvent } from '@yibiao/event-store'
import { type FilingView, foldRecord } from '@yibiao/projections'
import { decodeEvent, isFilingId, normalizeId, type RecordedEvent, recordStream } from '@yibiao/schemas'
import type { Context } from '../context.ts'
import type { Principal } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import { factsOf, type Viewer, viewerOf } from '../records/viewer.ts'

export interface LocatedFiling {
  readonly view: FilingView
  /** The position that the board is true as of. */
  readonly position: number
  /** The record's events, as stored and decoded. */
  readonly stored: readonly StoredEvent[]
  readonly events: readonly RecordedEvent[]
  readonly viewer: Viewer
  /** The record's one form, for the conditions of the access matrix. */
  readonly form: object
}

/**
 * A filing that the principal may look at, however he wrote its id. Throws `YB_FILING_UNKNOWN`, also where it is none of his
 * business. One that was recorded a moment ago is waited for.
 */
export async function locateFiling(
  context: Context,
  principal: Principal,
  typed: string,
): Promise<LocatedFiling> {
  const { readModel, store, limits } = context.options
  const filing = normalizeId(typed)
  const unknown = refusal('YB_FILING_UNKNOWN', '/path/id', { filing: typed.slice(0, 20) })
  if (!isFilingId(filing)) throw unknown
  let { position, value } = await readModel.filing(filing)
  if (value === undefined) {
    await readModel.waitFor(await store.head(), limits.viewWait, 'filing-board')
    ;({ position, value } = await readModel.filing(filing))
  }
  if (value === undefined) throw unknown
  const seen = await lookAt(context, principal, value.record)
  if (seen === undefined) throw unknown
  return { ...seen, view: value, position }
}

/** A record's events and how the principal looks at them; undefined when it is none of his business or there is none. */
export async function lookAt(context: Context, principal: Principal, record: string) {
  const { store, references, identity } = context.options
  const stored = await readWhole(store, recordStream(record))
  const events = stored.map((one) => decodeEvent(one))
  const viewer = viewerOf(principal, factsOf(events), references.current(), identity.mode)
  if (viewer === undefined || events.length === 0) return undefined
  const view = foldRecord(record, events, references)
  return { stored, events, viewer, view, form: view.form }
}
