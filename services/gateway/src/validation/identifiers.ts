import {
  checkAicRegNo,
  checkCnaps,
  checkId,
  checkOrgCode,
  checkResidentId,
  checkUscc,
  type IdentifierCheck,
} from '@yibiao/schemas'

/** The identifiers that can be checked, by the name they have in paths. */
export const identifierKinds = [
  'uscc',
  'org-code',
  'aic-reg-no',
  'cnaps',
  'record',
  'filing',
  'resident-id',
] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** A number of a person must never stand in a URL: such kinds are checked by POST alone. */
export const personalKinds: ReadonlySet<IdentifierKind> = new Set(['resident-id'])

const checks: Readonly<Record<IdentifierKind, (value: string) => IdentifierCheck<object>>> = {
  uscc: checkUscc,
  'org-code': checkOrgCode,
  'aic-reg-no': checkAicRegNo,
  cnaps: checkCnaps,
  record: checkId,
  filing: checkId,
  'resident-id': checkResidentId,
}

/** Whether the identifier is right; if not, which part is wrong, where, and what was expected there. */
export function checkIdentifier(kind: IdentifierKind, value: string): Readonly<Record<string, unknown>> {
  const { valid, ...rest } = checks[kind](value)
  return personalKinds.has(kind) ? { kind, valid, ...rest } : { kind, value, valid, ...rest }
}
