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

const hex = (text: string): string => Buffer.from(text).toString('hex')

/** A token for a whole word of some kind, e.g. a participant's code. `kind` is one letter, not `t`. */
export const wordToken = (kind: string, word: string): string => kind + hex(word)

/** The tokens of a folded name, each once, in their order. */
export function nameTokens(folded: string): readonly string[] {
  const characters = [...folded]
  const tokens = new Set<string>()
  for (const [index, character] of characters.entries()) {
    tokens.add(`t${hex(character)}`)
    const next = characters[index + 1]
    if (next !== undefined) tokens.add(`t${hex(character)}${hex(next)}`)
  }
  return [...tokens]
}

/** The tokens that a name must have to contain the folded text: pairs, which imply their characters. */
export function queryTokens(folded: string): readonly string[] {
  const characters = [...folded]
  const [first] = characters
  if (first === undefined) return []
  if (characters.length === 1) return [`t${hex(first)}`]
  const tokens = new Set<string>()
  for (let index = 1; index < characters.length; index += 1)
    tokens.add(`t${hex(characters[index - 1] as string)}${hex(characters[index] as string)}`)
  return [...tokens]
}
