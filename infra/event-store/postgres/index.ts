import { StoreError } from '../errors.ts'
import type {
  Append,
  AppendOutcome,
  EventStore,
  EventStoreCapabilities,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  SubscribeOptions,
  Subscription,
  VerifyReport,
} from '../event-store.ts'
import { startSubscription } from '../subscription.ts'
import { checkAppends, checkReadAll, checkReadStream, checkSubscribe } from '../usage.ts'
import { Appender } from './append.ts'
import { storeError } from './errors.ts'
import { GroupCommit } from './group-commit.ts'
import { type PostgresEventStoreOptions, type ResolvedOptions, resolveOptions } from './options.ts'
import { Reader } from './read.ts'
import { migrate } from './schema.ts'
import { verify } from './verify.ts'
import { PostgresWake } from './wake.ts'
import { Writer } from './writer.ts'

export type { PostgresEventStoreOptions, StoreLogger } from './options.ts'
export {
  defaultCachedStreams,
  defaultConnectTimeout,
  defaultReaders,
  defaultSchema,
  defaultStatementTimeout,
} from './options.ts'

/** What this adapter can, beside what the port asks about. */
export interface PostgresCapabilities extends EventStoreCapabilities {
  /** Commits of other processes wake readers by notification. Otherwise they look at the head every 5 to 50 ms. */
  readonly notify: boolean
}

export interface PostgresEventStore extends EventStore {
  readonly capabilities: PostgresCapabilities
}

/**
 * Opens an event store in a schema of a PostgreSQL database, making it when absent. Any number of processes may open one at
 * once. Plain SQL and the port's own protocol only, so that databases akin to PostgreSQL will do (openGauss with
 * `notify: false`).
 *
 * What was acknowledged survives a crash of the server; it survives the loss of the server only with a synchronous standby
 * (`synchronous_standby_names`), which is the operator's to set up. Throws YB_STORE_UNSAFE when `fsync` or
 * `synchronous_commit` is off. When the server goes away, appends and reads fail with YB_STORE_UNAVAILABLE until it is back;
 * subscriptions wait and go on.
 */
export async function openPostgresEventStore(
  options: PostgresEventStoreOptions,
): Promise<PostgresEventStore> {
  const resolved = resolveOptions(options)
  const store = new Store(resolved)
  try {
    await store.start()
    return store
  } catch (error) {
    await store.close()
    throw storeError(error, 'opening the event store')
  }
}

class Store implements PostgresEventStore {
  readonly capabilities: PostgresCapabilities

  readonly #schema: string
  readonly #writer: Writer
  readonly #reader: Reader
  readonly #group: GroupCommit
  readonly #wake: PostgresWake
  readonly #running = new Set<() => void>()
  readonly #underWay = new Set<Promise<unknown>>()
  #closed: Promise<void> | undefined

  constructor(options: ResolvedOptions) {
    this.capabilities = { shared: true, durable: true, chained: true, notify: options.notify }
    this.#schema = options.schema
    this.#writer = new Writer(options)
    this.#reader = new Reader(options)
    this.#wake = new PostgresWake(options, () => this.#reader.head())
    const appender = new Appender(this.#writer, options)
    this.#group = new GroupCommit({
      commit: (appends) => appender.commit(appends),
      committed: (head) => this.#wake.announce(head),
    })
  }

  async start(): Promise<void> {
    await migrate(await this.#writer.client(), this.#schema)
    await this.#wake.start()
  }

  async append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    this.#mustBeOpen()
    checkAppends(appends)
    return appends.length === 0 ? [] : this.#group.append(appends)
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen()
    const read = checkReadStream(stream, options)
    return this.#track(this.#reader.stream(stream, read))
  }

  async readAll(options?: ReadAllOptions): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen()
    return this.#track(this.#reader.all(checkReadAll(options)))
  }

  subscribe(options: SubscribeOptions): Subscription {
    this.#mustBeOpen()
    const request = checkSubscribe(options)
    const read = (after: number, size: number, ended: AbortSignal) =>
      this.#track(this.#reader.batch(after, size, ended))
    return startSubscription(request, { wake: this.#wake, read, running: this.#running })
  }

  async head(): Promise<number> {
    this.#mustBeOpen()
    return this.#track(this.#reader.head())
  }

  async verify(onProgress?: (position: number) => void): Promise<VerifyReport> {
    this.#mustBeOpen()
    return this.#track(this.#verify(onProgress))
  }

  async #verify(onProgress: ((position: number) => void) | undefined): Promise<VerifyReport> {
    const client = await this.#reader.borrow()
    let sound = false
    try {
      const mayGoOn = () => this.#mustBeOpen()
      const report = await verify(client, { schema: this.#schema, onProgress, mayGoOn })
      sound = true
      return report
    } finally {
      // In the middle of a transaction it is good for nothing else.
      client.release(!sound)
    }
  }

  /** A verification under way is not waited for, it ends with YB_STORE_CLOSED: it may take minutes. */
  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    for (const end of this.#running) end()
    await this.#group.drained()
    await Promise.allSettled([...this.#underWay])
    await Promise.all([this.#wake.close(), this.#reader.close(), this.#writer.close()])
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreError('YB_STORE_CLOSED', 'the event store is closed')
  }

  async #track<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work)
    try {
      return await work
    } finally {
      this.#underWay.delete(work)
    }
  }
}
