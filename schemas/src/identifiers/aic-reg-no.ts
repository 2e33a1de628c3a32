/**
 * 工商注册号, GS 15-2006: registry (six digits), sequence (eight) and a check digit by ISO 7064 MOD 11,10. No longer issued
 * since October 2015; old records carry it.
 */
import {
  characterProblems,
  checkCharacterProblem,
  conclude,
  digitRule,
  type IdentifierCheck,
  type IdentifierProblem,
  lengthProblem,
} from './check.ts'
import { isMod1110, mod1110CheckDigit } from './mod-11-10.ts'

/** By the first digit of the sequence: 0–3 domestic, 4–5 foreign-invested, 6–9 individual business. */
export type AicEntityKind = 'DOMESTIC' | 'FOREIGN_INVESTED' | 'INDIVIDUAL_BUSINESS'

export interface AicRegNoParts {
  readonly registry: string
  readonly sequence: string
  readonly entityKind: AicEntityKind
  readonly checkCharacter: string
}

const length = 15
const checkAt = 14

const kindOf = (text: string): AicEntityKind => {
  const first = text.charCodeAt(6) - 48
  return first <= 3 ? 'DOMESTIC' : first <= 5 ? 'FOREIGN_INVESTED' : 'INDIVIDUAL_BUSINESS'
}

/** The check digit of the first 14 digits. Throws `RangeError` when they are not 14 digits. */
export function checkCharacterOfAicRegNo(first14: string): string {
  const check = first14.length === checkAt ? mod1110CheckDigit(first14) : -1
  if (check < 0) throw new RangeError('Expected the first 14 digits of a registration number.')
  return String(check)
}

/** True for a valid registration number. Allocates nothing. */
export const isAicRegNo = (text: string): boolean => isMod1110(text, length)

export function checkAicRegNo(text: string): IdentifierCheck<AicRegNoParts> {
  const problems: IdentifierProblem[] = []
  if (text.length !== length) problems.push(lengthProblem(text, length))
  problems.push(...characterProblems(text, 0, length, digitRule))
  if (problems.length === 0 && !isAicRegNo(text)) {
    problems.push(checkCharacterProblem(text, checkAt, String(mod1110CheckDigit(text, checkAt))))
  }
  return conclude(problems, () => ({
    registry: text.slice(0, 6),
    sequence: text.slice(6, checkAt),
    entityKind: kindOf(text),
    checkCharacter: text.charAt(checkAt),
  }))
}
