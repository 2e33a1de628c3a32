/**
 * Chance that is none: every draw follows from the seed and what it is for, so that it is the same whoever asks first. Not for
 * secrets.
 */
export class Draws {
  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed >>> 0
  }

  /** A number from 0 up to, not including, 1. */
  share(what: string): number {
    // FNV-1a, then the finisher of murmur3: near names must give numbers far apart.
    let hash = 0x811c9dc5 ^ this.#seed
    for (let at = 0; at < what.length; at += 1) hash = Math.imul(hash ^ what.charCodeAt(at), 0x01000193)
    hash ^= hash >>> 16
    hash = Math.imul(hash, 0x85ebca6b)
    hash ^= hash >>> 13
    hash = Math.imul(hash, 0xc2b2ae35)
    return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000
  }

  /** A whole number from `least` to `most`. */
  between(what: string, [least, most]: readonly [number, number]): number {
    return least + Math.floor(this.share(what) * (most - least + 1))
  }

  happens(what: string, probability: number): boolean {
    return this.share(what) < probability
  }
}
