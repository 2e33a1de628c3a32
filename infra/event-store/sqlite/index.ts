import type { Database } from 'better-sqlite3'
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
import { Checkpointer } from './checkpoint.ts'
import { storeError } from './errors.ts'
import { GroupCommit } from './group-commit.ts'
import { type ResolvedOptions, resolveOptions, type SqliteEventStoreOptions } from './options.ts'
import { Reader } from './read.ts'
import { type OpenedDatabase, openDatabase } from './schema.ts'
import { verify } from './verify.ts'
import { Wake } from './wake.ts'

export type { SqliteEventStoreOptions, StoreLogger } from './options.ts'
export { defaultBusyTimeout, defaultCachedStreams, minMaxBytes } from './options.ts'

/**
 * Opens the embedded event store, making its file when there is none.
 *
 * Threads of one process may open one file at once, each for itself; what one appends wakes the subscriptions of
 * all. A second process MUST NOT: nothing here keeps it out, and its appends would wake nobody.
 */
export async function openSqliteEventStore(options: SqliteEventStoreOptions): Promise<EventStore> {
  const resolved = resolveOptions(options)
  const opened = await openDatabase(resolved)
  try {
    return new SqliteEventStore(opened, resolved)
  } catch (error) {
    opened.db.close()
    throw storeError(error, `opening the event store ${resolved.path}`)
  }
}

class SqliteEventStore implements EventStore {
  readonly capabilities: EventStoreCapabilities = { shared: false, durable: true, chained: true }

  readonly #db: Database
  readonly #reader: Reader
  readonly #group: GroupCommit
  readonly #checkpointer: Checkpointer
  readonly #wake: Wake
  readonly #running = new Set<() => void>()
  readonly #underWay = new Set<Promise<unknown>>()
  #closed: Promise<void> | undefined

  constructor({ db, realPath }: OpenedDatabase, { cachedStreams, logger, busyTimeout }: ResolvedOptions) {
    this.#db = db
    this.#reader = new Reader(db)
    const appender = new Appender(db, cachedStreams)
    const askForLock = () => this.#wake.askForLock()
    this.#checkpointer = new Checkpointer(db, { logger, askForLock, idle: () => this.#group.idle })
    this.#group = new GroupCommit({
      busyTimeout,
      askForLock,
      lockIsWanted: () => this.#wake.lockIsWanted(),
      commit: (appends) => appender.commit(appends),
      committed: (head) => {
        this.#wake.announce(head)
        this.#checkpointer.afterCommit()
      },
    })
    // Last, for it is what a failed construction would leave open.
    this.#wake = new Wake(realPath)
  }

  async append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    this.#mustBeOpen()
    checkAppends(appends)
    return appends.length === 0 ? [] : this.#group.append(appends)
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen()
    const read = checkReadStream(stream, options)
    return this.#track('reading a stream', () => this.#reader.stream(stream, read))
  }

  async readAll(options?: ReadAllOptions): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen()
    const read = checkReadAll(options)
    return this.#track('reading events', () => this.#reader.all(read))
  }

  subscribe(options: SubscribeOptions): Subscription {
    this.#mustBeOpen()
    const request = checkSubscribe(options)
    const read = (after: number, size: number) =>
      this.#track('reading for a subscription', () => this.#reader.batch(after, size))
    return startSubscription(request, { wake: this.#wake, read, running: this.#running })
  }

  async head(): Promise<number> {
    this.#mustBeOpen()
    return this.#track('reading the head', async () => this.#reader.head())
  }

  async verify(onProgress?: (position: number) => void): Promise<VerifyReport> {
    this.#mustBeOpen()
    const mayGoOn = () => this.#mustBeOpen()
    return this.#track('verifying', () => verify(this.#db, { onProgress, mayGoOn }))
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
    this.#checkpointer.close()
    this.#wake.close()
    this.#db.close()
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreError('YB_STORE_CLOSED', 'the event store is closed')
  }

  async #track<T>(doing: string, work: () => Promise<T>): Promise<T> {
    const promise = work()
    this.#underWay.add(promise)
    try {
      return await promise
    } catch (error) {
      throw storeError(error, doing)
    } finally {
      this.#underWay.delete(promise)
    }
  }
}
