export interface ScramUser {
  readonly name: string
  readonly password: string
}

export interface SecureOptions {
  /** Encrypt with a certificate made for this broker; `secure.ca` of the result trusts it. Default false. */
  readonly tls?: boolean
  /** Accounts that may log in by SCRAM-SHA-512 (SCRAM-SHA-256 and PLAIN too). Without any, nobody has to log in. */
  readonly users?: readonly ScramUser[]
  /** Refuse what no ACL allows. Only the plain listener (`ANONYMOUS`) is a superuser then. Default false. */
  readonly acls?: boolean
}

export interface KafkaOptions {
  /** Where settings, log and data live. Kept by `stop`, and used again. Default: a temporary folder, which `stop` removes. */
  readonly folder?: string
  /** Port of the plain listener, e.g. 9092. Default: a free one. */
  readonly port?: number
  /** Hears of starts and ends. Default: silence. */
  readonly logger?: EngineLogger
  /** The broker's largest heap, as Java writes it. Default `512m`. */
  readonly heap?: string
  /** Let Java compile with its first tier only: a start costs a third less, much traffic costs more. Default false. */
  readonly quick?: boolean
  /** A second listener with TLS, accounts, ACLs. */
  readonly secure?: SecureOptions
  /** Further settings of the broker, e.g. `{ 'log.retention.check.interval.ms': '1000' }`. */
  readonly settings?: Readonly<Record<string, string>>
  /** Folder of jars instead of the cache's. */
  readonly jars?: string
}

export interface EngineLogger {
  info(fields: object, message: string): void
}

export interface SecureListener {
  readonly brokers: string
  readonly url: string
  /** The certificate to trust, PEM; with `tls` only. */
  readonly ca?: string
}

export interface Kafka {
  /** `localhost:port` of the plain listener. */
  readonly brokers: string
  /** `kafka://localhost:port`. */
  readonly url: string
  readonly secure?: SecureListener
  /** The broker's process, while it runs. */
  readonly pid: number | undefined
  /** Ends the broker with SIGKILL; what it had is there at the next start. */
  kill(): Promise<void>
  /** Starts it again on the same port and data; ends it first where it runs. Resolves when it answers. */
  restart(): Promise<void>
  /** Stops it cleanly (with SIGKILL after 20 s), and removes the folder if it was a temporary one. May be repeated. */
  stop(): Promise<void>
}
