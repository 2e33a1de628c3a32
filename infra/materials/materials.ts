import type { Readable } from 'node:stream'

/** A file on its way in, told by whose it is and what it will be. */
export interface Upload {
  /** Opaque account of whoever hands it in. Never part of a name, a log line or an error. */
  readonly owner: string
  /** SHA-256 of the whole file, lower-case hex. */
  readonly digest: string
}

/** A file that is here whole, its digest verified. */
export interface KeptMaterial {
  readonly digest: string
  /** Bytes. */
  readonly size: number
  /** By its content, whatever anybody calls it. */
  readonly mediaType: string
}

export interface UploadState {
  /** Bytes that are here and durable; for a kept file its size. */
  readonly offset: number
  /** Set once the upload is complete. */
  readonly kept?: KeptMaterial
}

export interface OpenedMaterial {
  /** Bytes. */
  readonly size: number
  /** The content. MUST be read to its end or destroyed. */
  readonly stream: Readable
}

export interface MaterialLimits {
  /** Largest file, in bytes. */
  readonly maxBytes: number
  /** Media types that are taken. */
  readonly mediaTypes: readonly string[]
}

/**
 * Files that belong to filings (申请材料), outside the history, found by their digest. Content is kept once however many hand
 * it in; what an owner has handed in is known per owner, so that whoever merely knows a digest neither learns that the file
 * is here nor can pass for having it, and nobody spoils the upload of another.
 *
 * Everything that a call says is durable when it resolves. Calls may be repeated, run at once and in several processes.
 */
export interface MaterialStore {
  readonly limits: MaterialLimits
  /** How much of an upload is here; 0 where nothing is. */
  stat(upload: Upload): Promise<UploadState>
  /**
   * Adds chunks at an offset; resolves with the new one. Chunks that came before a fault of their source are kept, then the
   * fault is thrown. Throws `YB_MATERIALS_OFFSET` where the upload stands elsewhere (with `offset`), and beyond the end of a
   * kept file; `YB_MATERIALS_TOO_LARGE`, after which the upload is gone. A `put` at the very offset at which another one
   * stands takes its place: that one throws `YB_MATERIALS_INTERRUPTED`.
   */
  put(upload: Upload, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<number>
  /**
   * Verifies what is here and keeps it. For a kept upload the same answer again. Throws `YB_MATERIALS_DIGEST` (with `digest`)
   * or `YB_MATERIALS_TYPE` (with `mediaType`), after which the upload is gone.
   */
  complete(upload: Upload): Promise<KeptMaterial>
  /** The content of a kept file, whoever handed it in; undefined where there is none. Who may see it is for the caller to say. */
  open(digest: string): Promise<OpenedMaterial | undefined>
  /** Ends what is under way; what came so far stays. May be repeated. */
  close(): Promise<void>
}
