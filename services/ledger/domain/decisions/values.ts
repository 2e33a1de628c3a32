import {
  type Issue,
  isFixtureResidentId,
  isFixtureUscc,
  issue,
  leavesOf,
  type OneFormFragment,
  reasonedIssue,
} from '@yibiao/schemas'
import type { DecisionContext } from '../context.ts'

interface Period {
  readonly validFrom?: string
  readonly validTo?: string
}

interface Issued extends Period {
  readonly form?: OneFormFragment
}

/** Periods of validity that end before they begin (行政许可法 50: a licence is valid for a term). */
export function outOfOrder(data: Issued): Issue[] {
  const issues: Issue[] = []
  const check = ({ validFrom, validTo }: Period, at: string) => {
    if (validFrom === undefined || validTo === undefined || validFrom <= validTo) return
    const zh = '有效期止早于有效期起，请核对两个日期。'
    const en = 'It ends before it begins; compare validFrom and validTo.'
    issues.push(reasonedIssue('YB_FORM_RULE', `${at}/validTo`, { zh, en }))
  }
  check(data, '/data')
  for (const [index, licence] of (data.form?.licences ?? []).entries())
    check(licence, `/data/form/licences/${index}`)
  return issues
}

/** Test identifiers of a fragment, which a production history refuses. The number itself is not repeated. */
export function fixtures(fragment: object | undefined, { mode }: DecisionContext): Issue[] {
  if (mode !== 'production' || fragment === undefined) return []
  return leavesOf(fragment)
    .filter(([, value]) => typeof value === 'string' && (isFixtureUscc(value) || isFixtureResidentId(value)))
    .map(([path]) => issue('YB_FIXTURE_IN_PRODUCTION', `/data/form${path}`, { identifier: path }))
}
