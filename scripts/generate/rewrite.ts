/** What the type generator cannot do by itself, done on its text. */

/** `export interface X {` → `export type X = {`. An alias has an implicit index signature, an interface has none. */
export const asAliases = (text: string): string =>
  text.replace(/^export interface (\w+) \{/gm, 'export type $1 = {')

/** Index of the bracket that the one at `close` closes. */
function openingOf(text: string, close: number): number {
  const [closing, opening] = text[close] === '}' ? ['}', '{'] : [')', '(']
  let depth = 0
  for (let at = close; at >= 0; at--) {
    if (text[at] === closing) depth++
    else if (text[at] === opening && --depth === 0) return at
  }
  throw new Error('The generated types have unbalanced brackets.')
}

/** Makes every member and every array readonly: an event is a fact. */
export function readonlyThroughout(text: string): string {
  let result = text
    .replace(/^( +)((?:\w+|'[^']+')\??: )/gm, '$1readonly $2')
    .replace(/^( +)(\[k: string\]: )/gm, '$1readonly $2')
  for (let at = result.lastIndexOf('[]'); at > 0; at = result.lastIndexOf('[]', at - 1)) {
    const before = result[at - 1]!
    const start =
      before === '}' || before === ')'
        ? openingOf(result, at - 1)
        : at - /\w+$/.exec(result.slice(0, at))![0].length
    result = `${result.slice(0, start)}readonly ${result.slice(start)}`
  }
  return result
}
