import type { OneForm } from '../../../generated/one-form.ts'
import type { Issue } from '../../problem.ts'

/** What a rule needs to know besides the form. */
export interface RuleContext {
  /** The legal date (Asia/Shanghai) on which the form is handed in. */
  readonly submittedOn: string
  /** The divisions that the registrar serves, as prefixes of GB/T 2260 codes; any when left out. */
  readonly divisionPrefixes?: readonly string[]
}

/** One rule between fields: gives an issue for every place where the form breaks it. Pure. */
export type Rule = (form: OneForm, context: RuleContext) => Iterable<Issue>

/** An issue of a rule. `pointer` is by index, as the sender wrote it. The text MUST NOT quote personal values. */
export const wrong = (pointer: string, zh: string, en: string): Issue => ({
  code: 'YB_FORM_RULE',
  pointer,
  zh,
  en,
})
