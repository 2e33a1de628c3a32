import { hash, randomBytes } from 'node:crypto'

/** A file for a test, with its digest. */
export interface Sample {
  readonly bytes: Buffer
  readonly digest: string
}

export const sampleOf = (bytes: Buffer): Sample => ({ bytes, digest: hash('sha256', bytes, 'hex') })

/** A PDF as far as its head tells, of so many bytes; no two are the same. */
export const pdf = (size = 1_000): Sample =>
  sampleOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]))

/** A picture of one dot as far as its chunks tell; no two are the same. */
export const png = (): Sample =>
  sampleOf(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      Buffer.from('0000000d49484452000000010000000108060000001f15c489', 'hex'),
      Buffer.from('0000001449444154', 'hex'),
      randomBytes(24),
      Buffer.from('0000000049454e44ae426082', 'hex'),
    ]),
  )

export const jpeg = (): Sample =>
  sampleOf(Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), randomBytes(20)]))

export const nonsense = (): Sample =>
  sampleOf(Buffer.concat([Buffer.from('MZ\u0090\0', 'latin1'), randomBytes(500)]))

/** A ZIP archive of stored, empty entries of these names. */
export function archive(...names: readonly string[]): Sample {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const name of names) {
    const text = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.write('PK\u0003\u0004', 'latin1')
    local.writeUInt16LE(text.length, 26)
    const entry = Buffer.alloc(46)
    entry.write('PK\u0001\u0002', 'latin1')
    entry.writeUInt16LE(text.length, 28)
    entry.writeUInt32LE(at, 42)
    parts.push(local, text)
    directory.push(entry, text)
    at += local.length + text.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return sampleOf(Buffer.concat([...parts, listed, end]))
}

/** An OFD document as far as its directory tells (GB/T 33190). */
export const ofd = (): Sample => archive('OFD.xml', 'Doc_0/Document.xml')

/** The bytes in chunks. */
export async function* chunksOf(bytes: Buffer, size = 4_096): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** A source that a test opens, feeds and ends as it likes. */
export class Tap implements AsyncIterable<Uint8Array> {
  readonly #chunks: Uint8Array[] = []
  #wake: () => void = () => undefined
  #fault: Error | undefined
  #ended = false

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    this.#wake()
  }

  end(): void {
    this.#ended = true
    this.#wake()
  }

  fail(fault: Error): void {
    this.#fault = fault
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = this.#chunks.shift()
      if (chunk !== undefined) yield chunk
      else if (this.#fault !== undefined) throw this.#fault
      else if (this.#ended) return
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
    }
  }
}
