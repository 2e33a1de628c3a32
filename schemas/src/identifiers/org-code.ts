/**
 * 组织机构代码, GB 11714-1997: eight body characters and a check character, written here without the hyphen of print.
 *
 * Its alphabet is base 36 (A = 10 … Z = 35), not the one of GB 32100. Modulo 11 it cannot tell characters apart whose
 * values differ by 11, 22 or 33 (0 and B, 1 and C …); inside a unified social credit code that code's own check
 * character tells them.
 */
import {
  type CharacterRule,
  characterProblem,
  characterProblems,
  checkCharacterProblem,
  conclude,
  type IdentifierCheck,
  type IdentifierProblem,
  lengthProblem,
  valueTable,
} from './check.ts'

export interface OrgCodeParts {
  /** The eight characters before the check character. */
  readonly body: string
  readonly checkCharacter: string
  /** In the standard's self-defined range PDY00001–PDY99999: never a real entity. */
  readonly fixture: boolean
}

const length = 9
const bodyLength = 8
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const values = valueTable(alphabet)
const weights = [3, 7, 9, 10, 5, 8, 4, 2] as const

const bodyRule: CharacterRule = {
  expected: '0-9A-Z',
  allows: (character) => character.length === 1 && alphabet.includes(character),
}
const checkRule: CharacterRule = {
  expected: '0-9X',
  allows: (character) => character.length === 1 && '0123456789X'.includes(character),
}

/**
 * Char code of the check character of the eight characters of `text` from `from`, or −1 when one of them is not 0-9A-Z.
 * Allocates nothing.
 */
export function orgCodeCheckCode(text: string, from = 0): number {
  let sum = 0
  for (let i = 0; i < bodyLength; i++) {
    const value = values[text.charCodeAt(from + i)] ?? -1
    if (value < 0) return -1
    sum += value * weights[i]!
  }
  const check = 11 - (sum % 11)
  return check === 10 ? 88 : check === 11 ? 48 : 48 + check
}

/** The check character of an eight-character body. Throws `RangeError` when it is not eight of 0-9A-Z. */
export function checkCharacterOfOrgCode(body: string): string {
  const code = body.length === bodyLength ? orgCodeCheckCode(body) : -1
  if (code < 0) throw new RangeError('An organisation code body is eight characters of 0-9A-Z.')
  return String.fromCharCode(code)
}

/** The whole organisation code of an eight-character body. Throws as `checkCharacterOfOrgCode` does. */
export const issueOrgCode = (body: string): string => body + checkCharacterOfOrgCode(body)

/** True for a valid organisation code. Allocates nothing. */
export function isOrgCode(text: string): boolean {
  return text.length === length && orgCodeCheckCode(text) === text.charCodeAt(bodyLength)
}

export function checkOrgCode(text: string): IdentifierCheck<OrgCodeParts> {
  const problems: IdentifierProblem[] = []
  if (text.length !== length) problems.push(lengthProblem(text, length))
  problems.push(...characterProblems(text, 0, bodyLength, bodyRule))
  if (text.length >= length) {
    const wrong = characterProblem(text, bodyLength, checkRule)
    if (wrong !== undefined) problems.push(wrong)
  }
  if (problems.length === 0) {
    const expected = orgCodeCheckCode(text)
    if (text.charCodeAt(bodyLength) !== expected) {
      problems.push(checkCharacterProblem(text, bodyLength, String.fromCharCode(expected)))
    }
  }
  return conclude(problems, () => ({
    body: text.slice(0, bodyLength),
    checkCharacter: text.charAt(bodyLength),
    fixture: isFixtureOrgBody(text, 0),
  }))
}

/** The largest number `safeFixtureOrgCode` takes. */
export const lastFixtureOrgNumber = 99_999

/**
 * The n-th organisation code, 1 … 99999, of the range PDY00001–PDY99999 that GB 11714 leaves to self-definition and
 * excludes from exchange between systems: it can never belong to a real entity. Throws `RangeError` outside the range.
 */
export function safeFixtureOrgCode(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > lastFixtureOrgNumber) {
    throw new RangeError(`A fixture organisation code is numbered 1 to ${lastFixtureOrgNumber}.`)
  }
  return issueOrgCode(`PDY${String(n).padStart(5, '0')}`)
}

/** True when the eight characters of `text` from `from` lie in PDY00001–PDY99999. Allocates nothing. */
export function isFixtureOrgBody(text: string, from: number): boolean {
  if (!text.startsWith('PDY', from)) return false
  let number = 0
  for (let i = from + 3; i < from + bodyLength; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return false
    number = number * 10 + digit
  }
  return number > 0
}

/** True for a valid organisation code of the fixture range. */
export const isFixtureOrgCode = (text: string): boolean => isOrgCode(text) && isFixtureOrgBody(text, 0)
