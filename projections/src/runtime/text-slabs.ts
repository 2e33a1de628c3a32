/** A text kept outside the heap. */
export interface SlabText {
  readonly slab: Buffer
  readonly start: number
  readonly end: number
}

const slabBytes = 1024 * 1024

/** UTF-8 takes at most this many bytes for one UTF-16 unit. */
const mostBytes = 3

/**
 * Many texts in few large blocks. A block of its own for each would lie between the short-lived blocks of the events read
 * meanwhile and keep the system from ever getting those back. A slab goes when the last of its texts does.
 */
export class TextSlabs {
  #slab = Buffer.alloc(0)
  #used = 0

  put(text: string): SlabText {
    const most = text.length * mostBytes
    if (this.#used + most > this.#slab.length) {
      this.#slab = Buffer.allocUnsafeSlow(Math.max(slabBytes, most))
      this.#used = 0
    }
    const start = this.#used
    this.#used += this.#slab.write(text, start)
    return { slab: this.#slab, start, end: this.#used }
  }
}

export const textOf = ({ slab, start, end }: SlabText): string => slab.toString('utf8', start, end)

export const bytesOf = ({ start, end }: SlabText): number => end - start
