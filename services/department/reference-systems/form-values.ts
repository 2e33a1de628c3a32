/** Reads a department's own copy of the one form by path. What it may not see is simply not there. */
export class FormValues {
  readonly #values: ReadonlyMap<string, unknown>

  constructor(values: ReadonlyMap<string, unknown>) {
    this.#values = values
  }

  has(path: string): boolean {
    return this.#values.has(path)
  }

  /** The text at a path; undefined when there is none. */
  text(path: string): string | undefined {
    const value = this.#values.get(path)
    return typeof value === 'string' ? value : undefined
  }

  /** The number at a path; undefined when there is none. */
  number(path: string): number | undefined {
    const value = this.#values.get(path)
    return typeof value === 'number' ? value : undefined
  }

  /** True only when the value is there and true. */
  isTrue(path: string): boolean {
    return this.#values.get(path) === true
  }

  /** The list of texts at a path; empty when there is none. */
  texts(path: string): readonly string[] {
    const value = this.#values.get(path)
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  }

  /** The keys of the elements of a repeated group, in ascending order. */
  keys(group: string): readonly string[] {
    const prefix = `${group}/`
    const keys = new Set<string>()
    for (const path of this.#values.keys()) {
      if (path.startsWith(prefix)) keys.add(path.slice(prefix.length).split('/', 1)[0]!)
    }
    return [...keys].sort()
  }
}
