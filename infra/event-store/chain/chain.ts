import { hash } from 'node:crypto'

/** What one event's row says, with its stream's name in place of the stream's number. Text as string or as UTF-8. */
export interface ChainedEvent {
  readonly position: number
  readonly revision: number
  readonly stream: string | Uint8Array
  readonly id: string | Uint8Array
  readonly type: string | Uint8Array
  readonly data: Uint8Array
}

export const digestBytes = 32

/** What stands before the first event. */
export const genesis: Buffer = Buffer.alloc(digestBytes)

const headerBytes = digestBytes + 8 + 8 + 4 + 4 + 4

/**
 * The hash chain: an event's digest is the SHA-256 of
 *
 *     previous digest (32) · position (8) · revision (8) · length of stream, id, type (4 each) · stream · id · type · data
 *
 * with big-endian numbers and UTF-8 text. The lengths make the framing unambiguous: no byte can move from one
 * field to its neighbour unnoticed.
 *
 * It shows damage and clumsy hands. Whoever may write the file can also write a new chain; against him stand
 * signed checkpoints kept elsewhere, not this.
 *
 * The digest stays at the head of the buffer the next one is taken over, so that an event costs one copy of its
 * bytes, one hash and no allocation.
 */
export class Chain {
  #buffer = Buffer.alloc(4_096)

  /** The last digest: a view that the next call overwrites. */
  digest: Buffer = this.#buffer.subarray(0, digestBytes)

  /** Goes on from this digest. */
  reset(digest: Uint8Array): void {
    this.digest.set(digest)
  }

  /** Adds an event and returns its digest: a view that the next call overwrites. */
  extend(event: ChainedEvent): Buffer {
    this.#reserve(
      headerBytes + 3 * (event.stream.length + event.id.length + event.type.length) + event.data.length,
    )
    const buffer = this.#buffer
    let end = digestBytes
    end = this.#number(event.position, end)
    end = this.#number(event.revision, end)
    let text = headerBytes
    for (const part of [event.stream, event.id, event.type]) {
      const length = this.#text(part, text)
      end = buffer.writeUInt32BE(length, end)
      text += length
    }
    buffer.set(event.data, text)
    // `crypto.hash` to a binary string takes half the time of asking it for a Buffer.
    const digest = hash('sha256', buffer.subarray(0, text + event.data.length), 'binary')
    buffer.write(digest, 0, 'latin1')
    return this.digest
  }

  /** Two's complement by halves: a damaged number may be anything, and must change the digest rather than throw. */
  #number(value: number, at: number): number {
    this.#buffer.writeUInt32BE(Math.floor(value / 2 ** 32) >>> 0, at)
    return this.#buffer.writeUInt32BE(value >>> 0, at + 4)
  }

  #text(part: string | Uint8Array, at: number): number {
    if (typeof part === 'string') return this.#buffer.write(part, at)
    this.#buffer.set(part, at)
    return part.length
  }

  #reserve(bytes: number): void {
    if (bytes <= this.#buffer.length) return
    const larger = Buffer.alloc(2 ** Math.ceil(Math.log2(bytes)))
    larger.set(this.digest)
    this.#buffer = larger
    this.digest = larger.subarray(0, digestBytes)
  }
}
