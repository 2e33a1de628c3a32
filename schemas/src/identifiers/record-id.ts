/**
 * Ids of records and filings, made to be read out on the telephone: a kind letter, 13 characters of Crockford's base32
 * and a check character. They derive from who asks and his idempotency key, so a retry arrives at the same id.
 *
 * The check character makes the 15 characters c₀ … c₁₄ satisfy Σ cᵢ·α^(14−i) = 0 in GF(32), α a generator of its
 * multiplicative group of order 31. As every power is non-zero and no two of the 15 are equal, it detects every wrong
 * character, every exchange of two characters wherever they stand, and every doubled character changed to another (44 for
 * 55) beside itself or one apart, the mistakes people make on the telephone.
 */
import { hash } from 'node:crypto'
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

export type IdKind = 'record' | 'filing'

export interface RecordIdParts {
  readonly kind: IdKind
}

/** Crockford's base32: no I, L, O, U. */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** For JSON Schemas; the check character is beyond a pattern. */
export const recordIdPattern = '^R[0-9A-HJKMNP-TV-Z]{14}$'
/** For JSON Schemas; the check character is beyond a pattern. */
export const filingIdPattern = '^F[0-9A-HJKMNP-TV-Z]{14}$'

const length = 15
const bodyLength = 13
const checkAt = 14
const letters = { record: 'R', filing: 'F' } as const
const values = valueTable(crockfordAlphabet)

/** Multiplication by α in GF(32), reduced by x⁵ + x² + 1. */
const timesAlpha = (value: number): number => ((value << 1) & 31) ^ (value & 16 ? 5 : 0)

/** The polynomial of the first `count` characters, or −1 when one is outside the alphabet. Allocates nothing. */
function polynomial(text: string, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) {
    const value = values[text.charCodeAt(i)] ?? -1
    if (value < 0) return -1
    sum = timesAlpha(sum) ^ value
  }
  return sum
}

const checkCharacterOf = (first14: string): string =>
  crockfordAlphabet.charAt(timesAlpha(polynomial(first14, checkAt)))

/** The first 65 bits of a digest as 13 characters. */
function encode65(digest: Uint8Array): string {
  let text = ''
  let pending = 0
  let bits = 0
  for (let i = 0; text.length < bodyLength; i++) {
    pending = ((pending << 8) | digest[i]!) & 0xfff
    bits += 8
    while (bits >= 5 && text.length < bodyLength) {
      bits -= 5
      text += crockfordAlphabet.charAt((pending >> bits) & 31)
    }
  }
  return text
}

function idOf(kind: IdKind, principal: string, key: string): string {
  if (principal.includes('\n')) throw new RangeError('A principal has no line break.')
  const letter = letters[kind]
  const first14 = letter + encode65(hash('sha256', `${letter}\n${principal}\n${key}`, 'buffer'))
  return first14 + checkCharacterOf(first14)
}

/**
 * The id of the record that a principal opens with an idempotency key: the same for the same two, always. 65 bits of
 * SHA-256, so among a million records two share an id with a probability of about 1 in 70 million.
 */
export const recordIdOf = (principal: string, key: string): string => idOf('record', principal, key)

/** The id of the filing that a principal submits with an idempotency key; see `recordIdOf`. */
export const filingIdOf = (principal: string, key: string): string => idOf('filing', principal, key)

const isId = (text: string, letter: number): boolean =>
  text.length === length && text.charCodeAt(0) === letter && polynomial(text, length) === 0

/** True for a record id in canonical form: upper case, no hyphens. Allocates nothing. */
export const isRecordId = (text: string): boolean => isId(text, 82)

/** True for a filing id in canonical form: upper case, no hyphens. Allocates nothing. */
export const isFilingId = (text: string): boolean => isId(text, 70)

/**
 * The canonical form of what a person typed: case, hyphens and spaces do not matter, O is 0, I and L are 1. The result
 * need not be a valid id.
 */
export function normalizeId(text: string): string {
  const bare = text.replace(/[-\s]/g, '').toUpperCase()
  return bare.replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** For reading out and for print: `RXXXX-XXXXX-XXXXX`. */
export const formatId = (id: string): string => `${id.slice(0, 5)}-${id.slice(5, 10)}-${id.slice(10)}`

const kindRule: CharacterRule = {
  part: 'kind',
  expected: 'R, F',
  noteZh: '企业档案号以 R 开头，办件号以 F 开头。',
  noteEn: ' A record id begins with R, a filing id with F.',
  allows: (character) => character === 'R' || character === 'F',
}
const alphabetRule: CharacterRule = {
  expected: '0-9A-HJKMNP-TV-Z',
  noteZh: '编号中从不使用 U。',
  noteEn: ' U never occurs.',
  allows: (character) => character.length === 1 && crockfordAlphabet.includes(character),
}

/** Checks what a person typed, after `normalizeId`; places are those of the normalised text. */
export function checkId(text: string): IdentifierCheck<RecordIdParts> {
  const id = normalizeId(text)
  const problems: IdentifierProblem[] = []
  if (id.length !== length) problems.push(lengthProblem(id, length))
  const wrongKind = id.length === 0 ? undefined : characterProblem(id, 0, kindRule)
  if (wrongKind !== undefined) problems.push(wrongKind)
  problems.push(...characterProblems(id, 1, length, alphabetRule))
  if (problems.length === 0 && polynomial(id, length) !== 0) {
    problems.push(checkCharacterProblem(id, checkAt, checkCharacterOf(id.slice(0, checkAt))))
  }
  return conclude(problems, () => ({ kind: id.startsWith(letters.record) ? 'record' : 'filing' }))
}
