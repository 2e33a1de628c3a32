/** Paths whose JSON is remembered: more than all forms have, but for the keys that senders choose. */
const remembered = 20_000

/** The JSON of paths, which are the same in nearly all records: made once. */
export class QuotedPaths {
  readonly #texts = new Map<string, string>()

  of(path: string): string {
    const known = this.#texts.get(path)
    if (known !== undefined) return known
    const text = JSON.stringify(path)
    if (this.#texts.size < remembered) this.#texts.set(path, text)
    return text
  }
}
