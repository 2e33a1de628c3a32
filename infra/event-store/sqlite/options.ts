import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { usageError } from '../usage.ts'

/** What the adapter says that no caller is there to hear. A pino logger will do. */
export interface StoreLogger {
  warn(details: object, message: string): void
}

export interface SqliteEventStoreOptions {
  /**
   * The database file; its folder must exist. Made when absent. `-wal` and `-shm` beside it belong to it: copy or
   * move them together, or close the store first. Example: `/var/lib/yibiao/history.db`.
   */
  readonly path: string
  /** Default: nothing is logged. */
  readonly logger?: StoreLogger
  /**
   * Quota of the database file in bytes; an append beyond it is refused with YB_STORE_FULL. The write-ahead log
   * beside it comes on top. Minimum 262,144 (256 KiB). Default: no quota but the disk. Example: `50 * 2 ** 30`.
   */
  readonly maxBytes?: number
  /**
   * Milliseconds that a commit waits for other threads' commits before YB_STORE_UNAVAILABLE. Minimum 0, default
   * 5,000.
   */
  readonly busyTimeout?: number
  /** Streams whose number and revision are remembered between commits, some 150 bytes each. Minimum 0, default 50,000. */
  readonly cachedStreams?: number
}

export const defaultBusyTimeout = 5_000
export const defaultCachedStreams = 50_000
/**
 * Milliseconds that one attempt at the lock blocks the event loop at most; between attempts the loop goes on. In
 * this time SQLite looks five times.
 */
export const lockAttempt = 20
/** Milliseconds that a store leaves the lock free after another asked for it: longer than the gap between two looks. */
export const lockCourtesy = 25
export const minMaxBytes = 262_144

export interface ResolvedOptions {
  readonly path: string
  readonly logger: StoreLogger
  readonly maxBytes: number | undefined
  readonly busyTimeout: number
  readonly cachedStreams: number
}

const silent: StoreLogger = { warn() {} }

/** Checks the options and fills in the defaults. Throws YB_STORE_USAGE. */
export function resolveOptions(options: SqliteEventStoreOptions): ResolvedOptions {
  const { path, logger = silent, maxBytes, busyTimeout = defaultBusyTimeout } = options
  const { cachedStreams = defaultCachedStreams } = options
  if (typeof path !== 'string' || path.trim() === '' || path === ':memory:') {
    throw usageError('options.path', 'must be the path of a file; a store in memory would not be durable')
  }
  if (!existsSync(dirname(resolve(path))))
    throw usageError('options.path', 'must lie in a folder that exists')
  if (maxBytes !== undefined) checkInteger(maxBytes, minMaxBytes, 'options.maxBytes')
  checkInteger(busyTimeout, 0, 'options.busyTimeout')
  checkInteger(cachedStreams, 0, 'options.cachedStreams')
  return { path: resolve(path), logger, maxBytes, busyTimeout, cachedStreams }
}

function checkInteger(value: number, minimum: number, at: string): void {
  if (!Number.isSafeInteger(value) || value < minimum || value > 2 ** 47) {
    throw usageError(at, `must be an integer of ${minimum} or more`)
  }
}
