/** Options of the SQLite read database. */
export interface SqliteDatabaseOptions {
  /** The file, made when missing, e.g. `/var/lib/yibiao/read.db`. */
  readonly path: string
  /** Page cache of the writing connection in KiB. Minimum 1,024, default 32,768. */
  readonly cacheKiB?: number
}

export const defaultCacheKiB = 32_768

/** KiB a reading connection keeps. */
export const readerCacheKiB = 8_192

/** Snapshots opened at once beyond this number are closed after use instead of kept. */
export const idleReaders = 4

/** Milliseconds a statement waits for another process's lock, e.g. a backup. */
export const busyTimeout = 5_000

/** Milliseconds before an opening that another one was in the way of is tried again. */
export const openingDelay = 5

/** 16 KB: views of several KB then rarely overflow a page. Takes effect when the file is made. */
export const pageSize = 16_384

/** Pages of the write-ahead log from which it is carried over: 64 MiB, so that hot pages are copied once for many commits. */
export const checkpointPages = 4_096
