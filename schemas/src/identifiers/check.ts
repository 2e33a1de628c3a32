/**
 * What every identifier check answers: valid with its parts, or invalid with each wrong part, its place and what was
 * expected there.
 */

/** The part of an identifier that is wrong. `checkCharacter` is always the identifier's own, last one. */
export type IdentifierPart =
  | 'length'
  | 'alphabet'
  | 'kind'
  | 'registeringDepartment'
  | 'category'
  | 'division'
  | 'organisationCodeCheckCharacter'
  | 'birthDate'
  | 'checkCharacter'

export interface IdentifierProblem {
  readonly part: IdentifierPart
  /** Index in the text, from 0. The messages count from 1, as people do. */
  readonly at: number
  /** What stands there: may be a piece of a personal number, so it MUST NOT be logged. The messages quote no more than one character. */
  readonly found: string
  /** The character, characters or rule that would have been right. */
  readonly expected: string
  readonly messageZh: string
  readonly messageEn: string
}

export interface ValidIdentifier<Parts> {
  readonly valid: true
  readonly checkDigitNonConforming: false
  readonly parts: Parts
}

export interface InvalidIdentifier<Parts> {
  readonly valid: false
  /**
   * True when the layout is right and nothing but check characters is wrong. Some genuine early codes are like that:
   * a newly issued or typed-in code is refused, one imported from its authority is taken and flagged.
   */
  readonly checkDigitNonConforming: boolean
  /** In order of place; never empty. */
  readonly problems: readonly IdentifierProblem[]
  /** Given when `checkDigitNonConforming`, else undefined. */
  readonly parts: Parts | undefined
}

export type IdentifierCheck<Parts> = ValidIdentifier<Parts> | InvalidIdentifier<Parts>

const isCheckProblem = (problem: IdentifierProblem): boolean =>
  problem.part === 'checkCharacter' || problem.part === 'organisationCodeCheckCharacter'

/** Makes the answer from the problems found; `partsOf` is called only when the layout is right. */
export function conclude<Parts>(
  problems: readonly IdentifierProblem[],
  partsOf: () => Parts,
): IdentifierCheck<Parts> {
  if (problems.length === 0) return { valid: true, checkDigitNonConforming: false, parts: partsOf() }
  const checkDigitNonConforming = problems.every(isCheckProblem)
  return {
    valid: false,
    checkDigitNonConforming,
    problems,
    parts: checkDigitNonConforming ? partsOf() : undefined,
  }
}

/** Values of an alphabet's characters by char code, −1 for all others. */
export function valueTable(alphabet: string): Int8Array {
  const table = new Int8Array(128).fill(-1)
  for (let i = 0; i < alphabet.length; i++) table[alphabet.charCodeAt(i)] = i
  return table
}

/** True when the char code is one of 0–9. */
export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57

/** True when `text` is exactly `length` ASCII digits. */
export function isDigits(text: string, length: number): boolean {
  if (text.length !== length) return false
  for (let i = 0; i < length; i++) if (!isDigitCode(text.charCodeAt(i))) return false
  return true
}

export function lengthProblem(text: string, expected: number): IdentifierProblem {
  return {
    part: 'length',
    at: Math.min(text.length, expected),
    found: String(text.length),
    expected: String(expected),
    messageZh: `应为 ${expected} 位，现有 ${text.length} 位。`,
    messageEn: `It must have ${expected} characters; it has ${text.length}.`,
  }
}

const lookAlikes: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', S: '5', Z: '2' }

/** The allowed character that was probably meant, or undefined. */
function meant(found: string, allows: (character: string) => boolean): string | undefined {
  const code = found.charCodeAt(0)
  const halfWidth = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : found
  const upper = halfWidth.toUpperCase()
  if (upper !== found && upper.length === 1 && allows(upper)) return upper
  const alike = lookAlikes[upper]
  return alike !== undefined && allows(alike) ? alike : undefined
}

export interface CharacterRule {
  readonly part?: IdentifierPart
  /** Shown to people and given as `expected`, e.g. `0-9`. */
  readonly expected: string
  /** A note on the alphabet to add to the message. */
  readonly noteZh?: string
  readonly noteEn?: string
  readonly allows: (character: string) => boolean
}

export const digitRule: CharacterRule = {
  expected: '0-9',
  allows: (character) => character.length === 1 && isDigitCode(character.charCodeAt(0)),
}

/** The problem of the character at `at`, or undefined when the rule allows it. */
export function characterProblem(
  text: string,
  at: number,
  rule: CharacterRule,
): IdentifierProblem | undefined {
  const found = text.charAt(at)
  if (rule.allows(found)) return undefined
  const likely = meant(found, rule.allows)
  const hintZh = likely === undefined ? '' : `是否应为“${likely}”？`
  const hintEn = likely === undefined ? '' : ` Perhaps “${likely}” was meant.`
  return {
    part: rule.part ?? 'alphabet',
    at,
    found,
    expected: rule.expected,
    messageZh: `第 ${at + 1} 位“${found}”不允许，应为 ${rule.expected}。${rule.noteZh ?? ''}${hintZh}`,
    messageEn: `Character ${at + 1}, “${found}”, is not allowed; expected ${rule.expected}.${rule.noteEn ?? ''}${hintEn}`,
  }
}

/** The problems of all characters from `from` up to but not including `to`. */
export function characterProblems(
  text: string,
  from: number,
  to: number,
  rule: CharacterRule,
): IdentifierProblem[] {
  const problems: IdentifierProblem[] = []
  const end = Math.min(to, text.length)
  for (let at = from; at < end; at++) {
    const problem = characterProblem(text, at, rule)
    if (problem !== undefined) problems.push(problem)
  }
  return problems
}

export function checkCharacterProblem(
  text: string,
  at: number,
  expected: string,
  part: 'checkCharacter' | 'organisationCodeCheckCharacter' = 'checkCharacter',
): IdentifierProblem {
  const ofZh = part === 'checkCharacter' ? '校验码' : '组织机构代码校验码'
  const ofEn = part === 'checkCharacter' ? 'check character' : "organisation code's check character"
  const found = text.charAt(at)
  return {
    part,
    at,
    found,
    expected,
    messageZh: `第 ${at + 1} 位${ofZh}为“${found}”，按前面各位计算应为“${expected}”。请核对全部字符。`,
    messageEn: `The ${ofEn} at ${at + 1} is “${found}”; the characters before it give “${expected}”. Compare every character.`,
  }
}
