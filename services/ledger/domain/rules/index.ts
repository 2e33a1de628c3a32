import { type Issue, reasonedIssue } from '@yibiao/schemas'
import { capitalNotReduced } from './capital-not-reduced.ts'
import { creditorsAnnounced } from './creditors-announced.ts'
import { reductionAnnounced } from './reduction-announced.ts'
import type { Rule, Ruled } from './rule.ts'
import { simpleDeregistrationEligible } from './simple-deregistration-eligible.ts'

export type { Application, Rule, Ruled } from './rule.ts'

/**
 * The rules by name and version. A version that any filing was decided by stays for ever and never changes what it says: a replay
 * asks it again. What shall be decided otherwise gets the next number.
 */
export const rules: ReadonlyMap<string, Rule> = new Map([
  ['capital-not-reduced@1', capitalNotReduced],
  ['creditors-announced@1', creditorsAnnounced],
  ['reduction-announced@1', reductionAnnounced],
  ['simple-deregistration-eligible@1', simpleDeregistrationEligible],
])

/** Those that judge the values applied for: asked once more when a supplement gives others. What the record or the date was then has been judged. */
const ofValues: ReadonlySet<string> = new Set(['capital-not-reduced@1', 'reduction-announced@1'])

/** Everything that those of the named rules which judge values object to. */
export const valueRuleIssues = (names: readonly string[] = [], ruled: Ruled): Issue[] =>
  ruleIssues(
    names.filter((name) => ofValues.has(name)),
    ruled,
  )

/** Everything that the named rules object to. An unknown rule objects: what cannot be asked is not granted. */
export const ruleIssues = (names: readonly string[] = [], ruled: Ruled): Issue[] =>
  names.flatMap((name) => {
    const rule = rules.get(name)
    const reason = rule === undefined ? { zh: '没有该规则', en: 'There is no such rule' } : rule(ruled)
    return reason === undefined ? [] : [reasonedIssue('YB_RULE', '/data/process', reason, { rule: name })]
  })
