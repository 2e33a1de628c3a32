import { usageError } from '../usage.ts'

/** What the adapter says that no caller is there to hear. A pino logger will do. */
export interface StoreLogger {
  warn(details: object, message: string): void
}

export interface PostgresEventStoreOptions {
  /**
   * The database, which must exist. TLS is asked for by `sslmode` and `sslrootcert`.
   * Example: `postgres://yibiao:secret@db.example:5432/yibiao?sslmode=verify-full&sslrootcert=/etc/ca.pem`.
   */
  readonly url: string
  /** The schema that holds the history alone. Made when absent. Default `yibiao_history`. Example: `history_220202`. */
  readonly schema?: string
  /**
   * Whether readers are woken by LISTEN/NOTIFY, on a connection of its own that MUST be direct, not by way of a pooler
   * that shares sessions. Without it (openGauss has none) they ask every 5 to 50 ms. Default true.
   */
  readonly notify?: boolean
  /** Default: nothing is logged. */
  readonly logger?: StoreLogger
  /** Milliseconds that a connection may take to open. Minimum 10, default 5,000. */
  readonly connectTimeout?: number
  /** Milliseconds that one statement may take, waiting for other writers included. Minimum 10, default 15,000. */
  readonly statementTimeout?: number
  /** Connections for reading, opened as needed; beside them one appends and one listens. Minimum 1, default 4. */
  readonly readers?: number
  /** Streams whose number and revision are remembered between commits, some 150 bytes each. Minimum 0, default 50,000. */
  readonly cachedStreams?: number
}

export const defaultSchema = 'yibiao_history'
export const defaultConnectTimeout = 5_000
export const defaultStatementTimeout = 15_000
export const defaultReaders = 4
export const defaultCachedStreams = 50_000

/** Milliseconds between two looks at the head while somebody waits and nothing else would wake him: at first and at most. */
export const shortestPoll = 5
export const longestPoll = 50
/** Milliseconds between two looks while notifications come: a lost one delays a reader by no more than this. */
export const safetyPoll = 1_000

export type ResolvedOptions = Required<PostgresEventStoreOptions>

const silent: StoreLogger = { warn() {} }

/** Checks the options and fills in the defaults. Throws YB_STORE_USAGE. The URL is not repeated: it has a password. */
export function resolveOptions(options: PostgresEventStoreOptions): ResolvedOptions {
  const resolved: ResolvedOptions = {
    schema: defaultSchema,
    notify: true,
    logger: silent,
    connectTimeout: defaultConnectTimeout,
    statementTimeout: defaultStatementTimeout,
    readers: defaultReaders,
    cachedStreams: defaultCachedStreams,
    ...options,
  }
  if (typeof resolved.url !== 'string' || !/^postgres(ql)?:\/\//.test(resolved.url)) {
    throw usageError('options.url', 'must begin with postgres://')
  }
  // In lower case, so that it is the same name with quotes and without; 50, so that a channel can be named after it.
  if (!/^[a-z_][a-z0-9_]{0,49}$/.test(resolved.schema)) {
    throw usageError('options.schema', 'must be a name of at most 50 small letters, digits and underscores')
  }
  checkInteger(resolved.connectTimeout, 10, 'options.connectTimeout')
  checkInteger(resolved.statementTimeout, 10, 'options.statementTimeout')
  checkInteger(resolved.readers, 1, 'options.readers')
  checkInteger(resolved.cachedStreams, 0, 'options.cachedStreams')
  return resolved
}

function checkInteger(value: number, minimum: number, at: string): void {
  if (!Number.isSafeInteger(value) || value < minimum || value >= 2 ** 31) {
    throw usageError(at, `must be an integer of ${minimum} or more`)
  }
}
