/**
 * Buffers cut from larger ones: many small ones cost a fraction of as many allocations. A slab lives as long as any part of
 * it, so it SHOULD serve only what is let go of together, as the messages of one feed are.
 */
export class Slabs {
  readonly #size: number
  #slab = Buffer.alloc(0)
  #used = 0

  /** `size` is what is taken from the system at once, in bytes. */
  constructor(size: number) {
    this.#size = size
  }

  /** So many bytes, not cleared: the caller MUST write all that it does not give back. */
  take(length: number): Buffer {
    if (this.#used + length > this.#slab.length) {
      this.#slab = Buffer.allocUnsafeSlow(Math.max(this.#size, length))
      this.#used = 0
    }
    this.#used += length
    return this.#slab.subarray(this.#used - length, this.#used)
  }

  /** Gives the last bytes of what was taken last back to others. */
  giveBack(length: number): void {
    this.#used -= length
  }
}
