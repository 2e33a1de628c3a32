/**
 * What a reference system is: a department's own judgement, as plain functions over what its feed showed it. Everything
 * else (cases, delays, restarts, messages) is the runner's.
 */
import type { ItemKind } from '@yibiao/schemas'
import type { FormValues } from './form-values.ts'
import type { Numbers } from './number-book.ts'

/** One approval that this system has to deal with. */
export interface Case {
  readonly approval: string
  readonly record: string
  readonly filing: string
  readonly item: string
  readonly kind: ItemKind
  readonly round: number
  /** The how-many-eth case of this system it is, from 1. */
  readonly number: number
}

/** One thing that stands in the way of a decision in favour. */
export interface Defect {
  /** A path that the applicant supplies. */
  readonly path: string
  /** `NAME_FORBIDDEN_WORD` … */
  readonly code: string
  /** The provision relied on when it comes to a refusal (行政许可法 38). */
  readonly rule: string
  /** The range of discretion that the item has made public for the rule. */
  readonly range?: string
  readonly zh: string
  readonly en: string
  /** Cannot be supplemented: refused at once, where the kind of item can be refused. */
  readonly final?: boolean
}

/** What a decision in favour says. */
export interface Issue {
  /** A fragment of the one form with the values issued. */
  readonly form?: object
  readonly validFrom?: string
  readonly validTo?: string
  readonly remarks?: string
}

/** What an application after the set-up asks for, as far as this department may see it. */
export interface Application {
  readonly process: string
  readonly form?: object
  readonly removed?: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly registry?: object
  readonly reason?: string
}

/** A rescission that stands: the event that said so, and the registry status before it. */
export interface Rescission {
  readonly event: string
  readonly before: string | undefined
}

/** What became of the publicity that comes before a decision: it runs, nobody objected to its end, or somebody did. */
export type Publicity = 'RUNNING' | 'UNOPPOSED' | 'OPPOSED'

/** The members of what is said, beside approval and round. */
export type Said = Readonly<Record<string, unknown>>

export interface DecisionContext {
  readonly case: Case
  /** Of a filing after the set-up. */
  readonly application?: Application | undefined
  readonly rescission?: Rescission | undefined
  /** Of the filing, where its procedure has one. */
  readonly publicity?: Publicity | undefined
  /** The own copy of the form: what this department may see, and nothing else. */
  readonly values: FormValues
  /** The legal date, Asia/Shanghai. */
  readonly today: string
  /** Numbers issued, each for good. Part of the same transaction as the decision. */
  readonly numbers: Numbers
}

/** Texts in both languages. */
export interface BilingualText {
  readonly zh: string
  readonly en: string
}

/** How a department deals with one item of the catalogue. */
export interface ItemPractice {
  /** Paths without which it cannot be decided; a case waits until the feed brought them. */
  readonly needs: readonly string[]
  /** Decided only when what is public has stood to the end of its time, or somebody has objected. */
  readonly afterPublicity?: boolean
  /** Everything that stands in the way, all at once (行政许可法 32(4)); empty when nothing does. */
  check(context: DecisionContext): readonly Defect[]
  /** The decision in favour: values of the item's `issues` alone. Called only when `check` found nothing. */
  issue(context: DecisionContext): Issue | Said
  /** The type of event by which it is said, where the item's kind does not say so. */
  readonly says?: string
  /** Id of the event whose statement the decision withdraws. */
  corrects?(context: DecisionContext): string | undefined
  /** What the options `supplementEvery` and `refuseEvery` say; its path is one that the applicant supplies. */
  sample(context: DecisionContext): Defect
}

export interface ReferenceSystem {
  /** The participant's code, and the name of its database file. */
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  /** By the item's code. */
  readonly items: Readonly<Record<string, ItemPractice>>
  /** Duties after the registration of which it keeps the proof, by their codes in the process definitions. */
  readonly duties?: readonly string[]
  /**
   * What to do when the exchange says that an identifier of the decision belongs to another record: `again` draws a new
   * one, a defect refuses. Only registrars claim identifiers. `pointer` leads to the identifier in the message.
   */
  onIdentifierTaken?(context: DecisionContext, pointer: string): 'again' | Defect
}

/** The values are in order whatever they are. */
export const noDefects = (): readonly Defect[] => []
