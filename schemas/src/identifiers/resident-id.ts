/**
 * 公民身份号码, GB 11643-1999: division of first registration, date of birth, sequence (odd male, even female) and a check
 * character by ISO 7064 MOD 11-2. The division need not exist today: people keep the number of an abolished county.
 * A number is sensitive personal information; `found` in a problem may be a piece of it.
 */
import { addDays, isDate } from '../dates.ts'
import {
  type CharacterRule,
  characterProblem,
  characterProblems,
  checkCharacterProblem,
  conclude,
  digitRule,
  type IdentifierCheck,
  type IdentifierProblem,
  isDigitCode,
  isDigits,
  lengthProblem,
} from './check.ts'

/** GB/T 2261.1: 1 male, 2 female. */
export type SexCode = '1' | '2'

export interface ResidentIdParts {
  readonly division: string
  readonly birthDate: string
  readonly sequence: string
  readonly sex: SexCode
  readonly checkCharacter: string
  /** Born before 1850: nobody living bears it. */
  readonly fixture: boolean
}

const length = 18
const checkAt = 17
const birthAt = 6
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkCharacters = '10X98765432'
const firstBirthYear = '1800'
const fixturesBefore = '1850'

const checkRule: CharacterRule = {
  expected: '0-9, X',
  allows: (character) =>
    character.length === 1 && (character === 'X' || isDigitCode(character.charCodeAt(0))),
}

/** Char code of the check character of the first 17 characters, or −1 when one is no digit. Allocates nothing. */
function checkCodeOf(text: string): number {
  let sum = 0
  for (let i = 0; i < checkAt; i++) {
    const code = text.charCodeAt(i)
    if (!isDigitCode(code)) return -1
    sum += (code - 48) * weights[i]!
  }
  return checkCharacters.charCodeAt(sum % 11)
}

const birthDateOf = (text: string): string =>
  `${text.slice(birthAt, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`

function hasBirthDate(text: string): boolean {
  const date = birthDateOf(text)
  return isDate(date) && date >= firstBirthYear
}

/** The check character of the first 17 digits. Throws `RangeError` when they are not 17 digits. */
export function checkCharacterOfResidentId(first17: string): string {
  const code = first17.length === checkAt ? checkCodeOf(first17) : -1
  if (code < 0) throw new RangeError('Expected the first 17 digits of a resident identity number.')
  return String.fromCharCode(code)
}

/** True for a valid 18-character number with upper-case X and a birth date that exists. */
export function isResidentId(text: string): boolean {
  return text.length === length && checkCodeOf(text) === text.charCodeAt(checkAt) && hasBirthDate(text)
}

function birthDateProblem(text: string): IdentifierProblem {
  return {
    part: 'birthDate',
    at: birthAt,
    found: text.slice(birthAt, 14),
    expected: 'YYYYMMDD',
    messageZh: '第 7 至 14 位应为真实存在的出生日期（1800 年及以后）。',
    messageEn: 'Characters 7 to 14 must be a birth date that exists, in 1800 or later.',
  }
}

export function checkResidentId(text: string): IdentifierCheck<ResidentIdParts> {
  const problems: IdentifierProblem[] = []
  if (text.length !== length) problems.push(lengthProblem(text, length))
  problems.push(...characterProblems(text, 0, checkAt, digitRule))
  if (text.length >= length) {
    const wrong = characterProblem(text, checkAt, checkRule)
    if (wrong !== undefined) problems.push(wrong)
  }
  if (problems.length === 0) {
    if (!hasBirthDate(text)) problems.push(birthDateProblem(text))
    const expected = checkCodeOf(text)
    if (text.charCodeAt(checkAt) !== expected) {
      problems.push(checkCharacterProblem(text, checkAt, String.fromCharCode(expected)))
    }
  }
  return conclude(problems, () => ({
    division: text.slice(0, birthAt),
    birthDate: birthDateOf(text),
    sequence: text.slice(14, checkAt),
    sex: (text.charCodeAt(16) - 48) % 2 === 1 ? '1' : '2',
    checkCharacter: text.charAt(checkAt),
    fixture: text.slice(birthAt, 10) < fixturesBefore,
  }))
}

/** True for a valid number that nobody living bears (born before 1850). Production refuses these. */
export const isFixtureResidentId = (text: string): boolean =>
  isResidentId(text) && text.slice(birthAt, 10) < fixturesBefore

/**
 * The 18-character form of a 15-digit number of before 1999-10-01 (year of two digits, no check character), for imports;
 * undefined when it is none. The century is 19, as the transition rule of GB 11643-1999 has it for living holders.
 */
export function upgradeLegacyResidentId(text: string): string | undefined {
  if (!isDigits(text, 15)) return undefined
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`
  const upgraded = first17 + checkCharacterOfResidentId(first17)
  return isResidentId(upgraded) ? upgraded : undefined
}

/** What the fixture numbers' division, birth day and sex are made from. */
export interface ResidentIdFixture {
  /** Six digits. */
  readonly division: string
  /** 0 … 18261: the n-th day from 1800-01-01 on, in birth years before 1850. */
  readonly day: number
  /** 0 … 999; odd is male, even female. */
  readonly sequence: number
}

/** A valid number that nobody living bears, for tests and demonstrations. Throws `RangeError` outside the ranges. */
export function fixtureResidentId({ division, day, sequence }: ResidentIdFixture): string {
  if (!isDigits(division, 6)) throw new RangeError('A division code is six digits.')
  if (!Number.isInteger(day) || day < 0 || day > 18_261) throw new RangeError('day is 0 to 18261.')
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999)
    throw new RangeError('sequence is 0 to 999.')
  const birth = addDays('1800-01-01', day).replaceAll('-', '')
  const first17 = `${division}${birth}${String(sequence).padStart(3, '0')}`
  return first17 + checkCharacterOfResidentId(first17)
}
