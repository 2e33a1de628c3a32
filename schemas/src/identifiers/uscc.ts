/**
 * 统一社会信用代码, GB 32100-2015: registering department, category, division of the registry (GB/T 2260), organisation
 * code (GB 11714) and a check character; 18 characters of an alphabet without I, O, S, V and Z. It never changes and
 * says nothing of the enterprise's present seat.
 */
import {
  type CharacterRule,
  characterProblem,
  characterProblems,
  checkCharacterProblem,
  conclude,
  type IdentifierCheck,
  type IdentifierProblem,
  isDigitCode,
  isDigits,
  lengthProblem,
  valueTable,
} from './check.ts'
import { isFixtureOrgBody, issueOrgCode, orgCodeCheckCode, safeFixtureOrgCode } from './org-code.ts'

export interface UsccParts {
  readonly registeringDepartment: string
  readonly category: string
  /** GB/T 2260 code of the registry at the time of issue. */
  readonly division: string
  readonly organisationCode: string
  readonly checkCharacter: string
  /** The organisation code is of the range that can never be a real entity. */
  readonly fixture: boolean
}

/** The 31 characters; a character's value is its index. */
export const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The pattern of GB 32100 for JSON Schemas; check characters are beyond a pattern. */
export const usccPattern = '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'

const length = 18
const values = valueTable(usccAlphabet)
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const divisionAt = 2
const organisationAt = 8
const organisationCheckAt = 16
const checkAt = 17

const departments = '123456789ANY'
const marketRegulation = '9'

/**
 * Only market regulation's categories are a closed list here. Other departments have been given further ones since
 * (village committees, for instance), and a code of theirs, which comes in as a shareholder's, must not be refused.
 */
const categoriesOf = (department: string): string => (department === marketRegulation ? '1239' : '123456789')

const alphabetRule: CharacterRule = {
  expected: '0-9A-HJ-NPQRTUWXY',
  noteZh: '代码中从不使用 I、O、S、V、Z。',
  noteEn: ' I, O, S, V and Z never occur.',
  allows: (character) => character.length === 1 && usccAlphabet.includes(character),
}
const divisionRule: CharacterRule = {
  part: 'division',
  expected: '0-9',
  noteZh: '第 3 至 8 位是登记机关行政区划，均为数字。',
  noteEn: ' Characters 3 to 8 are the division of the registry, all digits.',
  allows: (character) => character.length === 1 && isDigitCode(character.charCodeAt(0)),
}
const departmentRule: CharacterRule = {
  part: 'registeringDepartment',
  expected: '1-9, A, N, Y',
  noteZh: '第 1 位是登记管理部门代码。',
  noteEn: ' Character 1 is the registering department.',
  allows: (character) => character.length === 1 && departments.includes(character),
}
const categoryRule = (categories: string): CharacterRule => ({
  part: 'category',
  expected: [...categories].join(', '),
  noteZh: '第 2 位是机构类别代码。',
  noteEn: ' Character 2 is the category of the entity.',
  allows: (character) => character.length === 1 && categories.includes(character),
})
const organisationCheckRule: CharacterRule = {
  part: 'organisationCodeCheckCharacter',
  expected: '0-9, X',
  allows: (character) => character.length === 1 && '0123456789X'.includes(character),
}

/** The sum of values times weights, or −1 when a character or the division is not as it must be. */
function weightedSum(text: string): number {
  let sum = 0
  for (let i = 0; i < checkAt; i++) {
    const value = values[text.charCodeAt(i)] ?? -1
    if (value < 0 || (value > 9 && i >= divisionAt && i < organisationAt)) return -1
    sum += value * weights[i]!
  }
  return sum
}

const checkCharacterOfSum = (sum: number): string => usccAlphabet.charAt((31 - (sum % 31)) % 31)

/** The check character of the first 17 characters. Throws `RangeError` when they are not laid out as GB 32100 says. */
export function checkCharacterOfUscc(first17: string): string {
  const sum = first17.length === checkAt ? weightedSum(first17) : -1
  if (sum < 0) throw new RangeError('Expected the first 17 characters of a unified social credit code.')
  return checkCharacterOfSum(sum)
}

/** The weighted sum of a text laid out as GB 32100 says, or −1; check characters are not compared. */
function layoutSum(text: string): number {
  if (text.length !== length || (values[text.charCodeAt(checkAt)] ?? -1) < 0) return -1
  const organisationCheck = text.charCodeAt(organisationCheckAt)
  if (!isDigitCode(organisationCheck) && organisationCheck !== 88) return -1
  const department = text.charAt(0)
  if (!departments.includes(department) || !categoriesOf(department).includes(text.charAt(1))) return -1
  return weightedSum(text)
}

/** True when department, category, division and alphabet are right, whatever the check characters. Allocates nothing. */
export const hasUsccLayout = (text: string): boolean => layoutSum(text) >= 0

/** True for a valid code: layout, the organisation code's check character and its own. Allocates nothing. */
export function isUscc(text: string): boolean {
  const sum = layoutSum(text)
  if (sum < 0 || (sum + values[text.charCodeAt(checkAt)]!) % 31 !== 0) return false
  return orgCodeCheckCode(text, organisationAt) === text.charCodeAt(organisationCheckAt)
}

function layoutProblems(text: string): IdentifierProblem[] {
  const problems: IdentifierProblem[] = []
  if (text.length !== length) problems.push(lengthProblem(text, length))
  for (const at of [0, 1]) {
    if (text.length <= at) continue
    const rule = at === 0 ? departmentRule : categoryRule(categoriesOf(text.charAt(0)))
    const wrong = characterProblem(text, at, alphabetRule) ?? characterProblem(text, at, rule)
    if (wrong !== undefined) problems.push(wrong)
  }
  problems.push(...characterProblems(text, divisionAt, organisationAt, divisionRule))
  problems.push(...characterProblems(text, organisationAt, length, alphabetRule))
  return problems
}

export function checkUscc(text: string): IdentifierCheck<UsccParts> {
  const problems = layoutProblems(text)
  if (problems.length === 0) {
    const organisationCheck = orgCodeCheckCode(text, organisationAt)
    if (text.charCodeAt(organisationCheckAt) !== organisationCheck) {
      const expected = String.fromCharCode(organisationCheck)
      // A letter other than X stands where no organisation code has one: wrong in layout, not only in arithmetic.
      const impossible = characterProblem(text, organisationCheckAt, organisationCheckRule)
      const wrong = checkCharacterProblem(
        text,
        organisationCheckAt,
        expected,
        'organisationCodeCheckCharacter',
      )
      problems.push(impossible === undefined ? wrong : { ...wrong, part: 'alphabet' })
    }
    const expected = checkCharacterOfSum(weightedSum(text))
    if (text.charAt(checkAt) !== expected) problems.push(checkCharacterProblem(text, checkAt, expected))
  }
  return conclude(problems, () => ({
    registeringDepartment: text.charAt(0),
    category: text.charAt(1),
    division: text.slice(divisionAt, organisationAt),
    organisationCode: text.slice(organisationAt, checkAt),
    checkCharacter: text.charAt(checkAt),
    fixture: isFixtureOrgBody(text, organisationAt),
  }))
}

export interface IssueOptions {
  /** Registering department; `9`, market regulation, when left out. */
  readonly department?: string
  /** Category; `1`, enterprise, when left out. */
  readonly category?: string
}

/**
 * The code of an entity registered at `division` (six digits) with an organisation code body of eight characters.
 * Throws `RangeError` when a part is not as GB 32100 says.
 */
export function issueUscc(division: string, body: string, options: IssueOptions = {}): string {
  const { department = marketRegulation, category = '1' } = options
  if (!isDigits(division, 6)) throw new RangeError('A division code is six digits.')
  const first17 = `${department}${category}${division}${issueOrgCode(body)}`
  const code = first17 + checkCharacterOfUscc(first17)
  if (!isUscc(code)) throw new RangeError('No unified social credit code has these parts.')
  return code
}

/** The n-th fixture code, 1 … 99999, of a division: valid, and never a real enterprise's. */
export const fixtureUscc = (division: string, n: number): string =>
  issueUscc(division, safeFixtureOrgCode(n).slice(0, 8))

/** True for a valid code whose organisation code is of the fixture range. Production refuses these. */
export const isFixtureUscc = (text: string): boolean => isUscc(text) && isFixtureOrgBody(text, organisationAt)

/**
 * The 15-character taxpayer number of before October 2015, division and organisation code, contained in a code; equal to
 * the one once issued only while the registry's division has not changed.
 */
export const legacyTaxpayerIdOf = (uscc: string): string => uscc.slice(divisionAt, checkAt)
