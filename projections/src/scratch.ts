/**
 * Bytes that are written, used and forgotten at once: cut from buffers that are used again and again. Buffers of their own for each
 * text of ten kilobytes come to tens of megabytes a second, and the engine answers every 64 MiB by collecting the whole heap.
 */
export class Scratch {
  readonly #chunks: Buffer[] = []
  #at = 0
  #used = 0

  /** So many bytes, not cleared, which hold until `clear`. The caller MUST write all that it does not give back. */
  take(length: number): Buffer {
    let chunk = this.#chunks[this.#at]
    if (chunk === undefined || this.#used + length > chunk.length) {
      if (chunk !== undefined) this.#at += 1
      chunk = this.#chunks[this.#at]
      if (chunk === undefined || length > chunk.length) {
        chunk = Buffer.allocUnsafeSlow(Math.max(chunkBytes, length))
        this.#chunks[this.#at] = chunk
      }
      this.#used = 0
    }
    this.#used += length
    return chunk.subarray(this.#used - length, this.#used)
  }

  /** Gives the last bytes of what was taken last back to others. */
  giveBack(length: number): void {
    this.#used -= length
  }

  /** What was taken may be written over from now on. */
  clear(): void {
    this.#at = 0
    this.#used = 0
  }
}

const chunkBytes = 256 * 1024

/** UTF-8 bytes that one UTF-16 code unit can come to. */
const bytesOfUnit = 3

/** Texts, some of them in UTF-8 already, one behind the other in UTF-8. */
export function utf8Of(pieces: readonly (string | Buffer)[], scratch: Scratch): Uint8Array {
  let most = 0
  for (const piece of pieces) most += typeof piece === 'string' ? bytesOfUnit * piece.length : piece.length
  const bytes = scratch.take(most)
  let end = 0
  for (const piece of pieces)
    end += typeof piece === 'string' ? bytes.write(piece, end) : piece.copy(bytes, end)
  scratch.giveBack(most - end)
  return bytes.subarray(0, end)
}
