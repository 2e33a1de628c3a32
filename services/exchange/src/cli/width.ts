/**
 * Columns that text takes on a terminal (Unicode 17 UAX #11): wide and full-width characters take two, marks none, all else
 * one. Ambiguous characters count as one, as terminals draw them by default.
 */
const wide: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x26a1, 0x26a1],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x274e, 0x274e],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f7e0, 0x1f7f0],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
]

// Marks, and format characters such as the zero-width joiner.
const nothing = /^[\p{M}\p{Cf}]$/u

function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) ? 0 : 1
  if (nothing.test(character)) return 0
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1
}

/** Columns of a text without control sequences. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  return width
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** Shortened to the width, with an ellipsis where something is left out. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 0
  for (const character of text) {
    used += widthOfCharacter(character)
    if (used > width - 1) break
    kept += character
  }
  return `${kept}…`
}

/** What does not begin a line, and what does not end one (GB/T 15834-2011 标点符号用法 5). */
const closing = '，。；：、！？）》”’…'
const opening = '（《“‘'

/**
 * Lines of at most the width. A line is broken behind a space or a wide character, as Chinese is; a word that is longer than
 * a line is broken anywhere.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  // Where the line may be broken: behind this many of its code units.
  let breakable = 0
  let before = ''
  for (const character of text) {
    const own = widthOfCharacter(character)
    const between = own === 2 || widthOfCharacter(before) === 2
    if (between && !closing.includes(character) && !(before !== '' && opening.includes(before)))
      breakable = line.length
    before = character
    if (used + own > width && line !== '' && character !== ' ') {
      const at = breakable > 0 ? breakable : line.length
      lines.push(line.slice(0, at).trimEnd())
      line = line.slice(at)
      used = widthOf(line)
      breakable = 0
    }
    line += character
    used += own
    if (character === ' ') breakable = line.length
  }
  lines.push(line.trimEnd())
  return lines
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal
const dangerous = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** What others wrote, safe on a terminal: control and direction characters are shown as their codes. */
export const printable = (text: string): string =>
  text.replace(
    dangerous,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
