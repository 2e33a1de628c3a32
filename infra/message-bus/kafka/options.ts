import type { MessageBusCapabilities } from '../message-bus.ts'
import { checkWhole, usage } from '../usage.ts'
import type { KafkaSasl } from './sasl.ts'
import type { TlsOptions } from './socket.ts'

/** The part of a pino logger that the bus writes to. */
export interface BusLogger {
  debug(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface KafkaBusOptions {
  /** `host:port` of some brokers; the others are found through them. E.g. `['kafka-1:9092', 'kafka-2:9092']`. */
  readonly brokers: readonly string[]
  /** Names this process in the brokers' logs and quotas. Default `yibiao`. */
  readonly clientId?: string
  /** `true`, or Node's TLS options, e.g. `{ ca: [pem] }`. Default: no encryption. */
  readonly tls?: boolean | TlsOptions
  /** How to log in. Default: not at all. */
  readonly sasl?: KafkaSasl
  /** Hears of what no caller can be told. Default: silence. */
  readonly logger?: BusLogger
  /** Copies of each topic that `provision` makes. Minimum 1; default: what the brokers' settings say. E.g. 3. */
  readonly replicationFactor?: number
  /** Further settings of topics that `provision` makes, e.g. `{ 'min.insync.replicas': '2' }`. */
  readonly topicSettings?: Readonly<Record<string, string>>
  /** Milliseconds after which a call that cannot be done rejects with `YB_BUS_UNAVAILABLE`. Minimum 100, default 10,000. */
  readonly timeout?: number
  /**
   * Milliseconds without a sign of life after which a consumer's partitions go to others. Within the brokers'
   * `group.min.session.timeout.ms` (6,000) and `group.max…`. Minimum 1,000, default 10,000.
   */
  readonly sessionTimeout?: number
  /** Milliseconds between signs of life, and so until a consumer hears of a change in its group. Minimum 10, default 1,000. */
  readonly heartbeatInterval?: number
}

const silence: BusLogger = { debug() {}, warn() {}, error() {} }

export const kafkaBusCapabilities: MessageBusCapabilities = {
  shared: true,
  durable: true,
  derivedTopics: false,
}

/** What applies where an option is left out. */
export const kafkaBusDefaults = {
  clientId: 'yibiao',
  logger: silence,
  timeout: 10_000,
  sessionTimeout: 10_000,
  heartbeatInterval: 1_000,
} as const

export interface Settings {
  readonly brokers: readonly string[]
  readonly clientId: string
  readonly tls: boolean | TlsOptions
  readonly sasl: KafkaSasl | undefined
  readonly logger: BusLogger
  readonly replicationFactor: number | undefined
  readonly topicSettings: Readonly<Record<string, string>>
  readonly timeout: number
  readonly sessionTimeout: number
  readonly heartbeatInterval: number
}

/** Checks the options and fills in the defaults. */
export function settingsFrom(options: KafkaBusOptions): Settings {
  const { brokers, replicationFactor, topicSettings = {}, tls = false, sasl } = options
  const { clientId, logger, timeout, sessionTimeout, heartbeatInterval } = { ...kafkaBusDefaults, ...options }
  if (!Array.isArray(brokers) || brokers.length === 0) throw usage('brokers', 'must name at least one broker')
  for (const broker of brokers) {
    if (!/^(\[[0-9a-f:.]+\]|[^:/\s]+):\d{1,5}$/i.test(broker)) {
      throw usage('brokers', `must be like "host:9092", not ${JSON.stringify(broker)}`)
    }
  }
  checkWhole('timeout', timeout, 100, 0x7fffffff)
  checkWhole('sessionTimeout', sessionTimeout, 1_000, 0x7fffffff)
  checkWhole('heartbeatInterval', heartbeatInterval, 10, sessionTimeout - 1)
  if (replicationFactor !== undefined) checkWhole('replicationFactor', replicationFactor, 1, 32_767)
  const rest = { replicationFactor, topicSettings, tls, sasl }
  return { brokers: [...brokers], clientId, logger, timeout, sessionTimeout, heartbeatInterval, ...rest }
}
