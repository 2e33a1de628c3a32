import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { checkWhole, usage } from '../usage.ts'

/** The part of a pino logger that the bus writes to. */
export interface BusLogger {
  debug(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface EmbeddedBusOptions {
  /**
   * Where the bus lives, e.g. `/var/lib/yibiao/bus`. An existing folder, or a path without `.db` at its end, is a
   * folder (made when missing) that will hold `bus.db` and `bus-offsets.db`. Anything else is the message file itself;
   * the offsets stand beside it (`x.db`, `x-offsets.db`). One process at a time, as many of its threads as help.
   */
  readonly path: string
  /** Epoch milliseconds, for append times and retention. Default `Date.now`. */
  readonly clock?: () => number
  /** Hears of what no caller can be told. Default: silence. */
  readonly logger?: BusLogger
  /** Milliseconds between two searches for expired messages. Minimum 1, default 60,000. */
  readonly retentionInterval?: number
  /**
   * For tests only: the message file may not grow beyond this many pages of 16 KiB, so that a full disk can be had
   * without filling one. Minimum 16, default: no limit.
   */
  readonly maxPages?: number
}

const silence: BusLogger = { debug() {}, warn() {}, error() {} }

/** What applies where an option is left out. */
export const embeddedBusDefaults = {
  clock: Date.now,
  logger: silence,
  retentionInterval: 60_000,
} as const

export interface Settings {
  readonly messagesFile: string
  readonly offsetsFile: string
  /** The same for every thread that opens this bus, whatever path it came by. */
  readonly identity: string
  readonly clock: () => number
  readonly logger: BusLogger
  readonly retentionInterval: number
  readonly maxPages: number | undefined
}

/** Checks the options, fills in the defaults, and makes the folder. */
export function settingsFrom(options: EmbeddedBusOptions): Settings {
  const { path, clock = embeddedBusDefaults.clock, logger = embeddedBusDefaults.logger } = options
  const { retentionInterval = embeddedBusDefaults.retentionInterval, maxPages } = options
  if (typeof path !== 'string' || path === '') throw usage('path', 'must be a non-empty string')
  if (typeof clock !== 'function') throw usage('clock', 'must be a function')
  checkWhole('retentionInterval', retentionInterval, 1, 0x7fffffff)
  if (maxPages !== undefined) checkWhole('maxPages', maxPages, 16, 0x7fffffff)
  const messagesFile = messagesFileAt(resolve(path))
  const stem = messagesFile.slice(0, messagesFile.length - extname(messagesFile).length)
  const offsetsFile = `${stem}-offsets${extname(messagesFile)}`
  return { messagesFile, offsetsFile, identity: messagesFile, clock, logger, retentionInterval, maxPages }
}

function messagesFileAt(path: string): string {
  const isFile = existsSync(path) ? statSync(path).isFile() : extname(path) === '.db'
  const file = isFile ? path : join(path, 'bus.db')
  try {
    mkdirSync(dirname(file), { recursive: true })
    return existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file))
  } catch (error) {
    throw usage('path', `cannot be used: ${(error as Error).message}`)
  }
}
