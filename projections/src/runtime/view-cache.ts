import type { SqlValue } from '@yibiao/database'

/**
 * Bytes of JSON text, about, that the decoded views of one build may stand for. A view of a record, with the texts kept for
 * writing it again, takes about eight times its text.
 */
export const defaultCacheBytes = 16 * 1024 * 1024

export interface Entry {
  readonly view: unknown
  readonly bytes: number
  /** The terms last written, to write them again only when they differ. */
  readonly terms: string | undefined
  /** The columns last written. */
  readonly columns: readonly SqlValue[]
  /** The text last written, where it is short: an event that changes nothing in it is then not written at all. */
  readonly text: string | undefined
}

/** Texts up to this length are kept for comparison. */
export const comparedLength = 1_024

/** Decoded views lately touched, the least recent going first when they grow too many. */
export class ViewCache {
  readonly #limit: number
  readonly #entries = new Map<string, Entry>()
  #bytes = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Takes a view out: its user changes it, and puts it back once that is committed. */
  take(key: string): Entry | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#entries.delete(key)
    this.#bytes -= entry.bytes
    return entry
  }

  put(key: string, entry: Entry): void {
    this.take(key)
    this.#entries.set(key, entry)
    this.#bytes += entry.bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break
      this.take(oldest)
    }
  }

  /** Number of views held. */
  get size(): number {
    return this.#entries.size
  }
}
