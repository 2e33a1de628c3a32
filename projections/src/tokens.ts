/**
 * Tokens for full-text search that no engine's own tokenizer can misread: ASCII only, one for each character and one for
 * each pair of neighbours. Ready-made trigrams miss names of two characters, and ready-made word breakers do not know
 * rare characters (GB 18030).
 */

/** A name as it is compared: compatibility forms unified, lower case, letters and digits only. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')

/** A token for a whole word of some kind, e.g. a participant's code. `kind` is one letter, not `t`. */
export const wordToken = (kind: string, word: string): string => kind + Buffer.from(word).toString('hex')

const code = (character: string): string => (character.codePointAt(0) as number).toString(16)
const one = (character: string): string => `t${code(character)}`
/** `x` is no digit of either number, so no pair is mistaken for another. */
const pair = (first: string, second: string): string => `t${code(first)}x${code(second)}`

/** The tokens of a folded name, each once, in their order. */
export function nameTokens(folded: string): readonly string[] {
  const characters = [...folded]
  const tokens = new Set<string>()
  for (const [index, character] of characters.entries()) {
    tokens.add(one(character))
    const next = characters[index + 1]
    if (next !== undefined) tokens.add(pair(character, next))
  }
  return [...tokens]
}

/** Nearly every name ends so (公司法 7): these pairs tell nothing apart. */
const legalForm = /有限(责任)?公司$/u

/**
 * Tokens that every name has which contains the folded text; what they find must still be verified. Every second pair is
 * enough, for together they hold all characters; and the legal form is left out where something else is said.
 */
export function queryTokens(folded: string): readonly string[] {
  const body = [...folded.replace(legalForm, '')]
  const characters = body.length >= 2 ? body : [...folded]
  const [first] = characters
  if (first === undefined) return []
  if (characters.length === 1) return [one(first)]
  const tokens = new Set<string>()
  for (let index = 0; index < characters.length; index += 2) {
    const at = Math.min(index, characters.length - 2)
    tokens.add(pair(characters[at] as string, characters[at + 1] as string))
  }
  return [...tokens]
}
