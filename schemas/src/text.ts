/**
 * What text may cross a boundary: NFC, no private-use characters (a rare character of a name has had a standard code since
 * GB 18030-2022), no lone surrogates, no control or invisible characters, a length counted in code points, and one middle
 * dot in names. Each function gives the first problem, or undefined; the usual text is passed in one scan.
 */

export type TextProblemCode =
  | 'NOT_NFC'
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'PRIVATE_USE'
  | 'LONE_SURROGATE'
  | 'CONTROL_CHARACTER'
  | 'INVISIBLE_CHARACTER'
  | 'MIDDLE_DOT'

export interface TextProblem {
  readonly code: TextProblemCode
  /** Index in UTF-16 units of the character at fault; for a length or a form that is not NFC, 0. */
  readonly at: number
  readonly messageZh: string
  readonly messageEn: string
}

export interface TextRule {
  /** Least number of code points; 0 when left out. */
  readonly min?: number
  /** Largest number of code points; no limit when left out. */
  readonly max?: number
  /** Whether line feed and tab are allowed; not when left out. */
  readonly multiline?: boolean
  /** Whether this is a name, in which the middle dot must be U+00B7; not when left out. */
  readonly name?: boolean
}

/** The middle dot of names (民族姓名间隔符), GB 18030 A1A4. */
export const middleDot = '\u00b7'

/** What keyboards and old systems put in its place: • ‧ ∙ ⋅ ・ ･ and the like. */
const middleDotLookAlikes = new Set([
  0x2022, 0x2024, 0x2027, 0x2219, 0x22c5, 0x2e31, 0x2e33, 0x30fb, 0x318d, 0xa78f, 0xff65, 0x16eb, 0x10101,
])

/** Invisible characters that make two texts look alike: zero width, direction, byte order mark, soft hyphen, tags. */
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x2028 && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  code === 0x061c ||
  code === 0x180e ||
  code === 0xfeff ||
  (code >= 0xfff9 && code <= 0xfffb) ||
  (code >= 0xe0000 && code <= 0xe007f)

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0x9f)
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff
const isPrivateUse = (code: number): boolean => (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
/** Codes that will never be a character: U+FDD0–FDEF and the last two of each plane. */
const isNonCharacter = (code: number): boolean =>
  (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe

const hex = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

function characterProblem(code: number, at: number, rule: TextRule): TextProblem | undefined {
  const name = hex(code)
  if (isControl(code)) {
    if (rule.multiline === true && (code === 10 || code === 9)) return undefined
    return {
      code: 'CONTROL_CHARACTER',
      at,
      messageZh: `含有控制字符 ${name}，请删除。`,
      messageEn: `It has the control character ${name}. Remove it.`,
    }
  }
  if (isSurrogate(code)) {
    return {
      code: 'LONE_SURROGATE',
      at,
      messageZh: `含有残缺字符 ${name}（代理项不成对），请重新输入该字。`,
      messageEn: `It has half a character, ${name}. Enter the character again.`,
    }
  }
  if (isPrivateUse(code)) {
    return {
      code: 'PRIVATE_USE',
      at,
      messageZh: `含有自造字 ${name}，其他系统无法识别。请改用 GB 18030-2022 的标准编码。`,
      messageEn: `It has the private-use character ${name}, which no other system can read. Use its standard code of GB 18030-2022.`,
    }
  }
  if (isInvisible(code) || isNonCharacter(code)) {
    return {
      code: 'INVISIBLE_CHARACTER',
      at,
      messageZh: `含有不可见字符 ${name}，请删除。`,
      messageEn: `It has the invisible character ${name}. Remove it.`,
    }
  }
  if (rule.name === true && middleDotLookAlikes.has(code)) {
    return {
      code: 'MIDDLE_DOT',
      at,
      messageZh: `姓名间隔符应为“·”（U+00B7），现为 ${name}。请替换。`,
      messageEn: `The middle dot of a name is “·” (U+00B7); here it is ${name}. Replace it.`,
    }
  }
  return undefined
}

function lengthProblem(points: number, rule: TextRule): TextProblem | undefined {
  const { min = 0, max } = rule
  if (points < min) {
    return {
      code: 'TOO_SHORT',
      at: 0,
      messageZh: `至少 ${min} 个字，现有 ${points} 个。`,
      messageEn: `At least ${min} characters; it has ${points}.`,
    }
  }
  if (max !== undefined && points > max) {
    return {
      code: 'TOO_LONG',
      at: 0,
      messageZh: `最多 ${max} 个字，现有 ${points} 个。`,
      messageEn: `At most ${max} characters; it has ${points}.`,
    }
  }
  return undefined
}

/** ASCII, the middle dot, CJK ideographs, CJK and full-width punctuation: one unit each, NFC whatever their order. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x20 && unit <= 0x7e) ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3000 && unit <= 0x3011) ||
  (unit >= 0xff01 && unit <= 0xff5e) ||
  unit === 0xb7

/** The first problem of a text, or undefined. Allocates nothing for plain Chinese and ASCII text. */
export function textProblem(text: string, rule: TextRule = {}): TextProblem | undefined {
  let at = 0
  while (at < text.length && isPlain(text.charCodeAt(at))) at++
  if (at === text.length) return lengthProblem(at, rule)
  let points = at
  for (; at < text.length; points++) {
    const code = text.codePointAt(at)!
    const problem = characterProblem(code, at, rule)
    if (problem !== undefined) return problem
    at += code > 0xffff ? 2 : 1
  }
  if (text.normalize('NFC') !== text) {
    return {
      code: 'NOT_NFC',
      at: 0,
      messageZh: '文本不是 Unicode NFC 规范形式。请以 NFC 形式发送（部分兼容汉字须改用标准汉字）。',
      messageEn:
        'The text is not in Unicode form NFC. Send it as NFC (some compatibility ideographs become the standard ones).',
    }
  }
  return lengthProblem(points, rule)
}

/** The first problem of a name of a person or enterprise, 1 … `max` code points, or undefined. */
export const nameProblem = (text: string, max = 50): TextProblem | undefined =>
  textProblem(text, { min: 1, max, name: true })

/** Number of code points; what every length limit of the schemas counts. */
export function codePointLength(text: string): number {
  let points = 0
  for (let at = 0; at < text.length; points++) at += text.codePointAt(at)! > 0xffff ? 2 : 1
  return points
}
