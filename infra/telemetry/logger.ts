import {
  type DestinationStream,
  type Logger as PinoLogger,
  type LoggerOptions as PinoOptions,
  pino,
} from 'pino'

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export const defaultLogLevel: LogLevel = 'info'

/**
 * Structured lines. Log ids, positions, codes and counts; never a value of the form, a name, a number of a document or
 * the `data` of an event (个人信息保护法 51). The keys of `personalKeys` are cut out wherever they stand up to three deep,
 * as a safety net and no licence.
 */
export type Logger = Pick<PinoLogger, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'> & {
  child(bindings: Readonly<Record<string, string | number>>): Logger
}

export interface LoggerOptions {
  /** Least level that is written. Default `info`. */
  readonly level?: LogLevel
  /** Which role speaks, e.g. `ledger`. */
  readonly name: string
  /** Where lines go, one JSON object each. Default: standard error, written at once. */
  readonly destination?: DestinationStream
}

/** Keys whose values are or may hold personal information. */
const personalKeys = [
  'data',
  'form',
  'view',
  'before',
  'after',
  'claimed',
  'bytes',
  'value',
  'people',
  'idNo',
  'mobile',
  'email',
  'residence',
  'birthDate',
  'accountNo',
  'authorization',
  'token',
  'password',
] as const

const redacted = personalKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])

/** A logger that writes JSON lines with an ISO time. */
export function createLogger(options: LoggerOptions): Logger {
  const settings: PinoOptions = {
    level: options.level ?? defaultLogLevel,
    name: options.name,
    base: { role: options.name },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redacted, censor: '[withheld]' },
    formatters: { level: (label) => ({ level: label }) },
  }
  return pino(settings, options.destination ?? pino.destination({ dest: 2, sync: true }))
}

/** Writes nothing; for tests and libraries. */
export const silentLogger = (): Logger => pino({ level: 'silent' })
