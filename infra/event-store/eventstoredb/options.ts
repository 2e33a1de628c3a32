import { maxReadLimit, usageError } from '../usage.ts'
import { readConnectionString } from './connection-string.ts'

/** What the adapter says that no caller is there to hear. A pino logger will do. */
export interface StoreLogger {
  warn(details: object, message: string): void
}

export interface EventStoreDbOptions {
  /**
   * Where the server or cluster is, with credentials and TLS, in the client's own form. `tls` is on unless it says
   * otherwise. Examples: `esdb://yibiao:secret@node1:2113,node2:2113,node3:2113?tlsCAFile=/etc/yibiao/ca.crt`,
   * `kurrentdb://localhost:2113?tls=false`. `defaultDeadline` in it is the default of `deadline`.
   */
  readonly url: string
  /** Default: nothing is logged. */
  readonly logger?: StoreLogger
  /**
   * What the names of our streams begin with in the server, so that it can hold others beside ours. 1 to 100
   * characters, not beginning with `$`. No two tenants of one server may have prefixes of which one begins with the
   * other. MUST NOT change once there is a history. Default `yibiao.`.
   */
  readonly streamPrefix?: string
  /**
   * Milliseconds without any sign of the server after which a call fails with YB_STORE_UNAVAILABLE. Minimum 1,
   * default 10,000.
   */
  readonly deadline?: number
  /** Appends that are under way at the server at once. 1 to 1,000, default 64. */
  readonly concurrency?: number
  /**
   * Events of others that the server passes over before it tells a subscription how far it is. Minimum 1, default
   * 1,000. Small values slow the catching up on a server that holds much else.
   */
  readonly checkpointInterval?: number
  /**
   * Milliseconds that a subscription hears nothing before it looks for itself whether others have appended meanwhile,
   * and whether the server still answers. Minimum 10, default 1,000.
   */
  readonly idleInterval?: number
}

export const defaultStreamPrefix = 'yibiao.'
export const defaultDeadline = 10_000
export const defaultConcurrency = 64
export const defaultCheckpointInterval = 1_000
export const defaultIdleInterval = 1_000
/** Bytes of events that are under way to the server at most, unless a single append holds more. */
export const maxBytesUnderWay = 8 * 1_048_576

export interface ResolvedOptions {
  readonly connectionString: string
  readonly logger: StoreLogger
  readonly streamPrefix: string
  readonly deadline: number
  readonly concurrency: number
  readonly checkpointInterval: number
  readonly idleInterval: number
}

const silent: StoreLogger = { warn() {} }

/** Checks the options and fills in the defaults. Throws YB_STORE_USAGE. */
export function resolveOptions(options: EventStoreDbOptions): ResolvedOptions {
  const { url, logger = silent, streamPrefix = defaultStreamPrefix } = options
  if (typeof url !== 'string') throw usageError('options.url', 'must be a connection string')
  const { connectionString, deadline: deadlineOfUrl } = readConnectionString(url)
  const { deadline = deadlineOfUrl ?? defaultDeadline, concurrency = defaultConcurrency } = options
  const { checkpointInterval = defaultCheckpointInterval, idleInterval = defaultIdleInterval } = options
  if (typeof streamPrefix !== 'string' || !/^[^$\s][^\s]{0,99}$/u.test(streamPrefix)) {
    throw usageError(
      'options.streamPrefix',
      "must be 1 to 100 characters without spaces, not beginning with '$'",
    )
  }
  checkInteger(deadline, 1, 2 ** 31 - 1, 'options.deadline')
  checkInteger(concurrency, 1, 1_000, 'options.concurrency')
  checkInteger(checkpointInterval, 1, 100 * maxReadLimit, 'options.checkpointInterval')
  checkInteger(idleInterval, 10, 2 ** 31 - 1, 'options.idleInterval')
  return { connectionString, logger, streamPrefix, deadline, concurrency, checkpointInterval, idleInterval }
}

function checkInteger(value: number, minimum: number, maximum: number, at: string): void {
  if (!Number.isSafeInteger(value) || value < minimum || value > maximum) {
    throw usageError(at, `must be an integer from ${minimum} to ${maximum}`)
  }
}
