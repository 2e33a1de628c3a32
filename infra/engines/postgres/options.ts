export interface EngineLogger {
  info(fields: object, message: string): void
}

export interface PostgresOptions {
  /** Where settings, log and data live. Kept by `stop`, and used again. Default: a temporary folder, which `stop` removes. */
  readonly folder?: string
  /** Port on 127.0.0.1, e.g. 5432. Default: a free one. */
  readonly port?: number
  /** Hears of starts and ends. Default: silence. */
  readonly logger?: EngineLogger
  /** Further settings of the server, e.g. `{ synchronous_commit: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface Postgres {
  /** `postgres://user:password@127.0.0.1:port/postgres`. The user is a superuser; the password was made for this folder. */
  readonly url: string
  /** The server's process, while it runs. */
  readonly pid: number | undefined
  /** Ends the server and all of its processes with SIGKILL; what was committed is there at the next start. */
  kill(): Promise<void>
  /** Starts it again on the same port and data; ends it first where it runs. Resolves when it answers. */
  restart(): Promise<void>
  /** Stops it cleanly (with SIGKILL after 20 s), and removes the folder if it was a temporary one. May be repeated. */
  stop(): Promise<void>
  /** Makes an empty database and returns its URL. The name is quoted, so it may be any. */
  createDatabase(name: string): Promise<string>
}
