import { DatabaseError } from '../errors.ts'

/** What the adapter says that no caller is there to hear. A pino logger will do. */
export interface DatabaseLogger {
  warn(details: object, message: string): void
}

/** Options of the PostgreSQL read database. */
export interface PostgresDatabaseOptions {
  /**
   * The database, which must exist. TLS is asked for by `sslmode` and `sslrootcert`. The connections MUST be direct, or by
   * way of a pooler that gives each client a session of its own.
   * Example: `postgres://yibiao:secret@db.example:5432/yibiao?sslmode=verify-full&sslrootcert=/etc/ca.pem`.
   */
  readonly url: string
  /** The schema that holds the read models alone. Made when absent. Default `yibiao_views`. Example: `views_220202`. */
  readonly schema?: string
  /** Whether commits of other processes are told by LISTEN/NOTIFY. Without it listeners are called ten times a second. Default true. */
  readonly notify?: boolean
  /** Default: nothing is logged. */
  readonly logger?: DatabaseLogger
  /** Connections for reading, opened as needed; beside them one writes and one listens. Minimum 1, default 8. */
  readonly readers?: number
  /** Milliseconds that a connection may take to open. Minimum 10, default 5,000. */
  readonly connectTimeout?: number
  /** Milliseconds that a statement waits for another's lock. Minimum 10, default 30,000. */
  readonly lockTimeout?: number
}

export const defaultSchema = 'yibiao_views'
export const defaultReaders = 8
export const defaultConnectTimeout = 5_000
export const defaultLockTimeout = 30_000

/** Milliseconds between two calls of listeners that nobody has told anything: while notifications come, and while not. */
export const slowPoll = 1_000
export const fastPoll = 100

export type ResolvedOptions = Required<PostgresDatabaseOptions>

/** Checks the options and fills in the defaults. Throws YB_DATABASE_USAGE. The URL is not repeated: it has a password. */
export function resolveOptions(options: PostgresDatabaseOptions): ResolvedOptions {
  const resolved: ResolvedOptions = {
    schema: defaultSchema,
    notify: true,
    logger: { warn() {} },
    readers: defaultReaders,
    connectTimeout: defaultConnectTimeout,
    lockTimeout: defaultLockTimeout,
    ...options,
  }
  if (typeof resolved.url !== 'string' || !/^postgres(ql)?:\/\//.test(resolved.url)) {
    throw usage('options.url must begin with postgres://')
  }
  if (!/^[a-z_][a-z0-9_]{0,49}$/.test(resolved.schema)) {
    throw usage('options.schema must be a name of at most 50 small letters, digits and underscores')
  }
  checkInteger(resolved.readers, 1, 'options.readers')
  checkInteger(resolved.connectTimeout, 10, 'options.connectTimeout')
  checkInteger(resolved.lockTimeout, 10, 'options.lockTimeout')
  return resolved
}

function checkInteger(value: number, minimum: number, at: string): void {
  if (!Number.isSafeInteger(value) || value < minimum || value >= 2 ** 31) {
    throw usage(`${at} must be an integer of ${minimum} or more`)
  }
}

const usage = (message: string): DatabaseError => new DatabaseError('YB_DATABASE_USAGE', message)
