import type { FormTree, FormValue } from '../paths.ts'
import { type Rule, wrong } from './rule.ts'

/** The leaves that only a department gives, as patterns; `*` is the key of an element. A founder cannot know them. */
export const issuedPaths: readonly string[] = [
  '/uscc',
  '/registrationNo',
  '/legacyEntityId',
  '/status',
  '/establishedOn',
  '/registryOrg/code',
  '/registryOrg/name',
  '/tax/authorityCode',
  '/tax/taxpayerId',
  '/seals/*/recordNo',
  '/social/unitNo',
  '/social/injuryRiskClass',
  '/medical/unitNo',
  '/housingFund/accountNo',
  '/housingFund/bank',
  '/bank/accountNo',
  '/bank/basicAccountNo',
  '/customs/recordCode',
  '/statistics/unitCode',
  '/statistics/industryCode',
]

const issued = issuedPaths.map((path) => path.slice(1).split('/'))

/** Whether a pattern finds anything behind its first `from` segments. Nearly always it does not. */
function isGiven(value: FormValue | undefined, segments: readonly string[], from: number): boolean {
  const segment = segments[from]
  if (value === undefined) return false
  if (segment === undefined) return true
  if (typeof value !== 'object') return false
  if (segment !== '*') return isGiven((value as FormTree)[segment], segments, from + 1)
  return Array.isArray(value) && value.some((element: FormValue) => isGiven(element, segments, from + 1))
}

/** Pointers, by index, of the values that a pattern finds. */
function pointersOf(value: FormValue | undefined, segments: readonly string[], at: string): string[] {
  const [segment, ...rest] = segments
  if (value === undefined) return []
  if (segment === undefined) return [at]
  if (typeof value !== 'object') return []
  if (segment === '*') {
    if (!Array.isArray(value)) return []
    return value.flatMap((element: FormValue, index) => pointersOf(element, rest, `${at}/${index}`))
  }
  return pointersOf((value as FormTree)[segment], rest, `${at}/${segment}`)
}

/** What departments issue cannot be handed in; it comes with their approvals. */
export const nothingIssuedIsGiven: Rule = function* (form) {
  for (const segments of issued) {
    if (!isGiven(form, segments, 0)) continue
    for (const pointer of pointersOf(form, segments, '')) {
      yield wrong(
        pointer,
        '此项由部门核发，申报时不填',
        'A department issues this value; leave it out of the form that is handed in',
      )
    }
  }
}
