/** What the parts of a comparison are given: two schemas at a place, and the comparison they report to and turn back to. */
import type { Located, SchemaObject } from './located.ts'
import type { ChangeRule, Reason, Wording } from './report.ts'

/** Two resolved object schemas at a place. */
export interface Pair {
  readonly from: Located<SchemaObject>
  readonly to: Located<SchemaObject>
  readonly path: string
}

export interface Context {
  readonly words: Wording
  /** Whether the reader `to` passes over properties that it does not know. */
  readonly tolerant: boolean
  breaks(path: string, rule: ChangeRule, reason: Reason): void
  allows(path: string, rule: ChangeRule, reason: Reason): void
  /** Reports a keyword of which nothing better can be said than that it differs. */
  undecidable(path: string, rule: ChangeRule, keyword: string): void
  /** Reports that `to` has dropped a constraint. */
  dropped(path: string, rule: ChangeRule, keyword: string): void
  /** Compares two schemas at a place, following references on both sides. */
  compare(from: Located, to: Located, path: string): void
  /** Whether `to` accepts all that `from` accepts, reporting nothing. */
  accepts(from: Located, to: Located): boolean
  /** Whether `to` accepts all that `from` accepts, with no tolerance and nothing taken as shown. */
  includes(from: Located, to: Located): boolean
  /** Whether the two accept exactly the same. */
  same(from: Located, to: Located): boolean
}
