/**
 * 支付系统行号 (CNAPS), twelve digits: bank, place and branch, and a check digit by ISO 7064 MOD 11,10 over the first
 * eleven. Account numbers of enterprises have no public check digit, and Luhn's is not used here.
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

export interface CnapsParts {
  /** Three digits of the bank, e.g. 102. */
  readonly bank: string
  /** Four digits of the place, a payment-system code and not GB/T 2260. */
  readonly place: string
  readonly branch: string
  readonly checkCharacter: string
}

const length = 12
const checkAt = 11

/** The check digit of the first 11 digits. Throws `RangeError` when they are not 11 digits. */
export function checkCharacterOfCnaps(first11: string): string {
  const check = first11.length === checkAt ? mod1110CheckDigit(first11) : -1
  if (check < 0) throw new RangeError('Expected the first 11 digits of a bank code.')
  return String(check)
}

/** True for a valid bank code. Allocates nothing. */
export const isCnaps = (text: string): boolean => isMod1110(text, length)

export function checkCnaps(text: string): IdentifierCheck<CnapsParts> {
  const problems: IdentifierProblem[] = []
  if (text.length !== length) problems.push(lengthProblem(text, length))
  problems.push(...characterProblems(text, 0, length, digitRule))
  if (problems.length === 0 && !isCnaps(text)) {
    problems.push(checkCharacterProblem(text, checkAt, String(mod1110CheckDigit(text, checkAt))))
  }
  return conclude(problems, () => ({
    bank: text.slice(0, 3),
    place: text.slice(3, 7),
    branch: text.slice(7, checkAt),
    checkCharacter: text.charAt(checkAt),
  }))
}
