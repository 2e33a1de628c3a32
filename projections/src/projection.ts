import type { RecordedEvent } from '@yibiao/schemas'
import type { Scratch } from './scratch.ts'

/** A value that can be stored beside a view and searched by. */
export type ColumnValue = string | number | null

export interface Column<View> {
  readonly type: 'text' | 'integer'
  /** Computed from the view at every write. */
  value(view: View): ColumnValue
  /** Whether there is an index on it. Default false. */
  readonly index?: boolean
}

/**
 * A pure fold from events to views, one view a key. Nothing else: batches, tables, checkpoints and rebuilding are the
 * runtime's. The same fold serves the read database, an as-of view in memory and a participant's local copy.
 *
 * A view is JSON. Its text after any batch MUST be the same as after any other cutting of the history into batches:
 * so a fold never leaves a property `undefined`, and never depends on the identity of objects.
 */
export interface Projection<View> {
  /** Lower-case words with hyphens; names the table. */
  readonly name: string
  /** Raised whenever the fold or the columns change what they give for the same history. */
  readonly version: number
  /**
   * Cheap test before an event is decoded. MUST be true wherever `key` would answer; streams that merely mention a
   * record (claims, refusals) are kept out here.
   */
  concerns(stream: string, type: string): boolean
  /**
   * Whether `key` and `evolve` read more of an event of this type than its `EventPlace`. Where they do not, an event of a
   * record's stream is not decoded and has nothing else. Default: always.
   */
  reads?(type: string): boolean
  /** True when all events of a key stand in one stream: a rebuild may then read one of them again. */
  readonly streamBound: boolean
  /** The key of the view that the event belongs to, or undefined when it changes none. */
  key(event: RecordedEvent): string | undefined
  initial(key: string): View
  /** Owns `view` and may change it in place. Deterministic: no clock, no I/O, no randomness. */
  evolve(view: View, event: RecordedEvent): View
  /**
   * A faster `JSON.stringify` for a view that is written again and again: MUST give the very same text, in UTF-8, in bytes
   * taken from `scratch`.
   */
  encode?(view: View, scratch: Scratch): Uint8Array
  readonly columns: Readonly<Record<string, Column<View>>>
  /** What full-text search finds: tokens of ASCII letters and digits, separated by spaces. */
  terms?(view: View): string
}

/** A projection whose view type does not matter to the runtime. */
// biome-ignore lint/suspicious/noExplicitAny: the runtime hands each view only to the projection that made it
export type AnyProjection = Projection<any>

/** Folds events, in order, into one view of a projection. The events must all be of that key. */
export function foldView<View>(
  projection: Projection<View>,
  key: string,
  events: Iterable<RecordedEvent>,
): View {
  let view = projection.initial(key)
  for (const event of events) view = projection.evolve(view, event)
  return view
}
