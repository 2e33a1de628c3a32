import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import { MaterialError } from '../errors.ts'
import type {
  KeptMaterial,
  MaterialLimits,
  MaterialStore,
  OpenedMaterial,
  Upload,
  UploadState,
} from '../materials.ts'
import { ifThere, withFolder } from './errors.ts'
import { keep } from './keep.ts'
import { Layout, makeFolder } from './layout.ts'
import { defaultMaxBytes, defaultMediaTypes, type FileMaterialsOptions, sweepInterval } from './options.ts'
import { sweep } from './sweep.ts'
import { typeOf } from './type-of.ts'
import { Writing } from './writing.ts'

/** Opens the folder, making it if need be. Throws `YB_MATERIALS_UNAVAILABLE` where it cannot be used. */
export async function openFileMaterials(options: FileMaterialsOptions): Promise<MaterialStore> {
  const layout = new Layout(options.path)
  await withFolder(async () => {
    for (const folder of [layout.uploads, layout.files, layout.owners]) await makeFolder(folder)
  })
  const store = new FileMaterials(layout, options)
  await store.sweep()
  return store
}

/** One file an upload, one a material, one a mark that an owner has handed it in. */
class FileMaterials implements MaterialStore {
  readonly limits: MaterialLimits
  readonly #layout: Layout
  readonly #clock: () => number
  /** What is being written, and what is being verified, by upload: each once. */
  readonly #writing = new Map<string, Writing>()
  readonly #completing = new Map<string, Promise<KeptMaterial>>()
  #swept = Number.NEGATIVE_INFINITY
  #closed = false

  constructor(layout: Layout, options: FileMaterialsOptions) {
    this.#layout = layout
    this.#clock = options.clock ?? Date.now
    this.limits = {
      maxBytes: options.maxBytes ?? defaultMaxBytes,
      mediaTypes: options.mediaTypes ?? defaultMediaTypes,
    }
  }

  async stat(upload: Upload): Promise<UploadState> {
    this.#opened()
    return withFolder(async () => {
      const kept = await this.#kept(upload)
      if (kept !== undefined) return { offset: kept.size, kept }
      // What a running `put` has written is made durable before it is told.
      const handle = await ifThere(open(this.#layout.upload(upload), 'r+'))
      if (handle === undefined) return { offset: 0 }
      return within(handle, async () => {
        const { size } = await handle.stat()
        await handle.datasync()
        return { offset: size }
      })
    })
  }

  async put(upload: Upload, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    this.#opened()
    const path = this.#layout.upload(upload)
    return withFolder(async () => {
      const writing = await this.#begin(path, offset)
      try {
        const state = await this.stat(upload)
        if (state.offset !== offset) throw standsAt(state.offset)
        if (state.kept !== undefined) return await nothingIn(chunks, state.kept.size)
        if (offset === 0) await this.sweep()
        return await writing.run(chunks)
      } catch (error) {
        if ((error as { code?: unknown }).code === 'YB_MATERIALS_TOO_LARGE') await rm(path, { force: true })
        throw error
      } finally {
        this.#writing.delete(path)
        writing.end()
      }
    })
  }

  async complete(upload: Upload): Promise<KeptMaterial> {
    this.#opened()
    const path = this.#layout.upload(upload)
    const known = this.#completing.get(path)
    if (known) return known
    const writing = this.#writing.get(path)
    if (writing) throw standsAt(writing.offset)
    const completing = withFolder(() => this.#complete(upload, path)).finally(() =>
      this.#completing.delete(path),
    )
    this.#completing.set(path, completing)
    return completing
  }

  async open(digest: string): Promise<OpenedMaterial | undefined> {
    this.#opened()
    return withFolder(async () => {
      const handle = await ifThere(open(this.#layout.file(digest), 'r'))
      if (handle === undefined) return undefined
      const { size } = await handle.stat()
      return { size, stream: handle.createReadStream() }
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const closed = new MaterialError('YB_MATERIALS_CLOSED', 'the store is closed')
    const running = [...this.#writing.values()]
    for (const writing of running) writing.interrupt(closed)
    await Promise.all(running.map(({ done }) => done))
    await Promise.allSettled(this.#completing.values())
  }

  /** Drops what nobody goes on with, once in a while. */
  async sweep(): Promise<void> {
    const now = this.#clock()
    if (now - this.#swept < sweepInterval) return
    this.#swept = now
    await withFolder(() => sweep(this.#layout, now))
  }

  /**
   * The only one to write, once what is being verified is and what stands still at the offset has ended. Throws where another
   * one goes on elsewhere.
   */
  async #begin(path: string, offset: number): Promise<Writing> {
    for (;;) {
      const completing = this.#completing.get(path)
      const other = this.#writing.get(path)
      if (completing !== undefined) await completing.catch(() => undefined)
      else if (other !== undefined) {
        if (other.offset !== offset) throw standsAt(other.offset)
        other.interrupt(new MaterialError('YB_MATERIALS_INTERRUPTED', 'somebody else goes on'))
        await other.done
      } else {
        const writing = new Writing({ path, offset, maxBytes: this.limits.maxBytes })
        this.#writing.set(path, writing)
        return writing
      }
    }
  }

  async #complete(upload: Upload, path: string): Promise<KeptMaterial> {
    const kept = await this.#kept(upload)
    if (kept !== undefined) return kept
    const { maxBytes, mediaTypes } = this.limits
    const found = await ifThere(stat(path))
    if (found === undefined) throw new MaterialError('YB_MATERIALS_OFFSET', 'nothing is here', { offset: 0 })
    try {
      if (found.size > maxBytes)
        throw new MaterialError('YB_MATERIALS_TOO_LARGE', `more than ${maxBytes} bytes`)
      return await keep(this.#layout, upload, mediaTypes)
    } catch (error) {
      // What is wrong is gone: it would be as wrong the next time.
      if (error instanceof MaterialError) await rm(path, { force: true })
      throw error
    }
  }

  /** What the owner has handed in whole. */
  async #kept(upload: Upload): Promise<KeptMaterial | undefined> {
    const { digest } = upload
    if ((await ifThere(stat(this.#layout.mark(upload)))) === undefined) return undefined
    const handle = await ifThere(open(this.#layout.file(digest), 'r'))
    if (handle === undefined) return undefined
    return within(handle, async () => {
      const { size } = await handle.stat()
      return { digest, size, mediaType: await typeOf(handle, size) }
    })
  }

  #opened(): void {
    if (this.#closed) throw new MaterialError('YB_MATERIALS_CLOSED', 'the store is closed')
  }
}

const standsAt = (offset: number): MaterialError =>
  new MaterialError('YB_MATERIALS_OFFSET', `the upload stands at ${offset}`, { offset })

/** At the end of a kept file nothing more may come. */
async function nothingIn(chunks: AsyncIterable<Uint8Array>, size: number): Promise<number> {
  for await (const chunk of chunks) if (chunk.length > 0) throw standsAt(size)
  return size
}

async function within<Result>(handle: FileHandle, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } finally {
    await handle.close()
  }
}
