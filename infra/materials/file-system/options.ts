/** Options of the folder of materials. */
export interface FileMaterialsOptions {
  /** The folder, made when missing, e.g. `/var/lib/yibiao/materials`. Several processes may share it. */
  readonly path: string
  /** Largest file in bytes. Minimum 1, default 20 MiB. */
  readonly maxBytes?: number
  /** Media types taken, by content. Default `defaultMediaTypes`. */
  readonly mediaTypes?: readonly string[]
  /** Epoch milliseconds. Default the system's. */
  readonly clock?: () => number
}

export const defaultMaxBytes = 20 * 1024 * 1024

/** What an office scans or an authority issues: PDF, pictures, and OFD, the national format of documents (GB/T 33190). */
export const defaultMediaTypes: readonly string[] = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/ofd',
]

/** An upload that nobody went on with for so many milliseconds is dropped: 7 days. */
export const unfinishedKept = 7 * 24 * 60 * 60 * 1000

/** Unfinished uploads are looked through at most once in so many milliseconds: an hour. */
export const sweepInterval = 60 * 60 * 1000

/** Bytes copied at once while a file is verified. */
export const copyBytes = 256 * 1024
