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
import { checkAppends, checkReadAll, checkReadStream, checkSubscribe } from '../usage.ts'
import { Appender } from './append.ts'
import { AppendPipe } from './append-pipe.ts'
import { Codec } from './codec.ts'
import { Connection } from './connection.ts'
import { isNotLeader, silence } from './errors.ts'
import { Feed } from './feed.ts'
import { type EventStoreDbOptions, type ResolvedOptions, resolveOptions } from './options.ts'
import { Reader } from './read.ts'
import { readAll } from './read-all.ts'
import { startSubscription } from './subscribe.ts'
import { verify } from './verify.ts'

export type { EventStoreDbOptions, StoreLogger } from './options.ts'
export {
  defaultCheckpointInterval,
  defaultConcurrency,
  defaultDeadline,
  defaultIdleInterval,
  defaultStreamPrefix,
} from './options.ts'

/** Times that opening follows a node to its leader. */
const leaderAttempts = 3

/**
 * Opens a store in an EventStoreDB (23.10 or newer) or KurrentDB server or cluster, which must answer now: otherwise
 * YB_STORE_UNAVAILABLE. Afterwards the server may come and go; calls fail while it is away, subscriptions wait for it.
 *
 * Only documented behaviour and no licensed feature of the server is used. Its MaxAppendSize must be raised to hold
 * what the port allows: an event of 1 MiB, 1,000 events an append. The user needs the right to read `$all`, which
 * servers give to administrators alone unless told otherwise.
 */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<EventStore> {
  const resolved = resolveOptions(options)
  const store = new EventStoreDb(resolved)
  for (let attempt = 1; ; attempt++) {
    try {
      await store.begin()
      return store
    } catch (error) {
      if (attempt < leaderAttempts && isNotLeader(error)) continue
      await store.close()
      throw error
    }
  }
}

class EventStoreDb implements EventStore {
  readonly capabilities: EventStoreCapabilities = { shared: true, durable: true, chained: false }

  readonly #options: ResolvedOptions
  readonly #connection: Connection
  readonly #codec: Codec
  readonly #reader: Reader
  readonly #pipe: AppendPipe
  readonly #appender: Appender
  readonly #running = new Set<() => void>()
  readonly #underWay = new Set<Promise<unknown>>()
  readonly #verifying = new Set<Feed>()
  #known = 0
  #closed: Promise<void> | undefined

  constructor(options: ResolvedOptions) {
    this.#options = options
    this.#connection = new Connection(options.connectionString, options.deadline)
    this.#codec = new Codec(options.streamPrefix)
    this.#reader = new Reader(this.#connection, this.#codec)
    this.#pipe = new AppendPipe(this.#connection)
    this.#appender = new Appender({
      pipe: this.#pipe,
      reader: this.#reader,
      codec: this.#codec,
      concurrency: options.concurrency,
      stored: (position) => {
        this.#known = Math.max(this.#known, position)
      },
    })
  }

  /** Finds the server and where its log ends. */
  async begin(): Promise<void> {
    this.#appender.after(await this.head())
  }

  async append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    this.#mustBeOpen()
    checkAppends(appends)
    return appends.length === 0 ? [] : this.#track(this.#appender.append(appends))
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen()
    const read = checkReadStream(stream, options)
    return this.#track(this.#reader.stream(stream, read))
  }

  async readAll(options?: ReadAllOptions): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen()
    const read = checkReadAll(options)
    const source = {
      open: (after: number) => this.#feed(after),
      head: () => this.#reader.head(),
      wait: (feed: Feed) => this.#wait(feed),
    }
    return this.#track(readAll(read, source))
  }

  subscribe(options: SubscribeOptions): Subscription {
    this.#mustBeOpen()
    const request = checkSubscribe(options)
    return startSubscription(request, {
      open: (after) => this.#feed(after),
      head: () => this.#track(this.#reader.head()),
      known: () => this.#known,
      idleInterval: this.#options.idleInterval,
      logger: this.#options.logger,
      running: this.#running,
    })
  }

  async head(): Promise<number> {
    this.#mustBeOpen()
    return this.#track(this.#reader.head())
  }

  async verify(onProgress?: (position: number) => void): Promise<VerifyReport> {
    this.#mustBeOpen()
    const feed = this.#feed(0)
    this.#verifying.add(feed)
    try {
      return await verify({
        feed,
        onProgress,
        mayGoOn: () => this.#mustBeOpen(),
        wait: (feed) => this.#wait(feed),
      })
    } finally {
      this.#verifying.delete(feed)
      feed.close()
    }
  }

  /** A verification under way is not waited for, it ends with YB_STORE_CLOSED: it may take minutes. */
  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    for (const end of this.#running) end()
    for (const feed of this.#verifying) feed.close()
    await Promise.allSettled([...this.#underWay])
    await this.#pipe.close()
    await this.#connection.close()
  }

  #feed(after: number): Feed {
    const { checkpointInterval } = this.#options
    return new Feed({ connection: this.#connection, codec: this.#codec, checkpointInterval, after })
  }

  /** Until the feed has something to take. Throws when it has nothing for as long as the deadline. */
  #wait(feed: Feed): Promise<void> {
    const { deadline } = this.#connection
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(silence('reading events', deadline)), deadline)
      feed.wait(() => {
        clearTimeout(timer)
        resolve()
      })
    })
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
