/** The rules between the fields of the one form, which JSON Schema cannot say. Each rule is a function of its own in `rules/`. */
import type { OneForm } from '../../generated/one-form.ts'
import type { Issue } from '../problem.ts'
import { businessRules } from './rules/business.ts'
import { followUpRules } from './rules/follow-up.ts'
import { governanceRules } from './rules/governance.ts'
import { identityRules } from './rules/identity.ts'
import { nothingIssuedIsGiven } from './rules/issued.ts'
import { peopleRules } from './rules/people.ts'
import type { Rule, RuleContext } from './rules/rule.ts'
import { shareholderRules } from './rules/shareholders.ts'

/** All rules, in the order of the form's sections. */
export const formRules: readonly Rule[] = [
  ...identityRules,
  ...peopleRules,
  ...governanceRules,
  ...businessRules,
  ...shareholderRules,
  ...followUpRules,
  nothingIssuedIsGiven,
]

/**
 * Everything that is wrong with a form as it is handed in, all at once (一次性告知, 行政许可法 32): issues of code `YB_FORM_RULE`
 * whose pointers go by index into the form as sent. `form` MUST fit the form's schema. Pure; none when the form is right.
 */
export function checkFormRules(form: OneForm, context: RuleContext): Issue[] {
  const issues: Issue[] = []
  for (const rule of formRules) for (const one of rule(form, context)) issues.push(one)
  return issues
}

const ofChanges = formRules.filter((rule) => rule !== nothingIssuedIsGiven)

/**
 * What is wrong with a form as it would be after a change and was not wrong before: whoever applies for one thing need not mend
 * another. Values that departments issued may be there. Pure.
 */
export function checkChangedForm(before: OneForm, after: OneForm, context: RuleContext): Issue[] {
  const check = (form: OneForm): Issue[] => ofChanges.flatMap((rule) => [...rule(form, context)])
  const known = new Set(check(before).map(toldOf))
  return check(after).filter((one) => !known.has(toldOf(one)))
}

/** Pointers go by index, which a removal shifts; what is told does not. */
const toldOf = ({ code, pointer, en }: Issue): string => `${code} ${en.replaceAll(pointer, '')}`
