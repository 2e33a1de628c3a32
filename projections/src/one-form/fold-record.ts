import type { StoredEvent } from '@yibiao/event-store'
import { decodeEvent, legalDateOf, type RecordedEvent } from '@yibiao/schemas'
import { placeOf } from '../event-place.ts'
import { evolveOneForm, isReadByOneForm } from './evolve.ts'
import { initialOneForm, type OneFormReferences, type OneFormView } from './view.ts'

export interface FoldOptions {
  /** Only what was in force on this legal date (YYYY-MM-DD, Asia/Shanghai). Default: everything. */
  readonly effectiveAt?: string
}

/**
 * The one-form view of a record from its events, in revision order: as of whatever the caller cut them at, e.g. a
 * position or a recorded time. `effectiveAt` asks what was in force; the two combine.
 */
export function foldRecord(
  record: string,
  events: Iterable<RecordedEvent>,
  references: OneFormReferences,
  options: FoldOptions = {},
): OneFormView {
  const evolve = evolveOneForm(references)
  let view = initialOneForm(record)
  for (const event of events)
    if (options.effectiveAt === undefined || effectiveOn(event) <= options.effectiveAt)
      view = evolve(view, event)
  return view
}

/** A stored event of a record as far as its values go: most events change none, and are not decoded. */
export const decodeForOneForm = (stored: StoredEvent): RecordedEvent =>
  (isReadByOneForm(stored.type) ? undefined : placeOf(stored)) ?? decodeEvent(stored)

/** The legal date from which an event has effect: `effectivefrom` where it differs from `time`. */
export function effectiveOn(event: Pick<RecordedEvent, 'time' | 'effectivefrom'>): string {
  const from = event.effectivefrom ?? event.time
  return from.includes('T') ? legalDateOf(from) : from
}
