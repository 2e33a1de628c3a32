import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { MaterialError } from '../errors.ts'
import { syncFolder } from './layout.ts'
import { SourceFault } from './source-fault.ts'

export interface WritingOptions {
  readonly path: string
  readonly offset: number
  readonly maxBytes: number
}

/** One `put` on its way: chunks written at their offsets until their source ends, fails, or somebody else goes on. */
export class Writing {
  /** Bytes in the file so far. */
  offset: number
  readonly #options: WritingOptions
  readonly #interrupted = Promise.withResolvers<never>()
  readonly #ended = Promise.withResolvers<void>()

  constructor(options: WritingOptions) {
    this.#options = options
    this.offset = options.offset
    this.#interrupted.promise.catch(() => undefined)
  }

  /** Settles with `end`, when the file is closed and what it holds is durable. Never rejects. */
  get done(): Promise<void> {
    return this.#ended.promise
  }

  end(): void {
    this.#ended.resolve()
  }

  /** Ends it: what came so far is made durable, then it throws. */
  interrupt(error: MaterialError): void {
    this.#interrupted.reject(error)
  }

  async run(chunks: AsyncIterable<Uint8Array>): Promise<number> {
    const { path, offset } = this.#options
    const handle = await open(path, offset === 0 ? 'w' : 'r+', 0o600)
    try {
      if (offset === 0) await syncFolder(dirname(path))
      await this.#writeAll(handle, chunks)
    } finally {
      await handle.datasync().finally(() => handle.close())
    }
    return this.offset
  }

  async #writeAll(handle: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const source = chunks[Symbol.asyncIterator]()
    let ended = false
    try {
      for (;;) {
        const next = await Promise.race([this.#interrupted.promise, nextOf(source)])
        if (next.done === true) {
          ended = true
          return
        }
        if (this.offset + next.value.length > this.#options.maxBytes)
          throw new MaterialError('YB_MATERIALS_TOO_LARGE', `more than ${this.#options.maxBytes} bytes`)
        await writeWhole(handle, next.value, this.offset)
        this.offset += next.value.length
      }
    } finally {
      // A source that hangs must not hold up whoever takes over.
      if (!ended) source.return?.().catch(() => undefined)
    }
  }
}

async function nextOf(source: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  try {
    return await source.next()
  } catch (cause) {
    throw new SourceFault('the source failed', { cause })
  }
}

/** Writes all of a chunk, however many writes the system makes of it. */
export async function writeWhole(handle: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    const { bytesWritten } = await handle.write(chunk, written, chunk.length - written, position + written)
    written += bytesWritten
  }
}
