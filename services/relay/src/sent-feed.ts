import type { MessageBus } from '@yibiao/message-bus'
import type { FeedCursor, FeedMessage, FeedReader } from '@yibiao/projections'
import { type Outlet, toMessage } from './outlet.ts'
import { backoff, pause, type Scheduler } from './scheduler.ts'

/** Messages that wait to be sent; at so many the fold waits. */
export const queuedMessages = 2_000
/** Messages of one send. */
export const sentTogether = 500

export interface SentFeedOptions {
  readonly bus: MessageBus
  readonly topic: string
  readonly reader: FeedReader
  readonly scheduler: Scheduler
  readonly onFault: (error: unknown) => void
  /** Told whenever more is out. */
  readonly onSent: (messages: number) => void
}

/**
 * A feed that is copied to a topic of the bus. One send is under way at a time, and nothing is skipped: what failed is
 * sent again, the same bytes under the same number. A feed that cannot be sent does not hold up the others: what waits
 * for it is forgotten, and folded again from where it got to.
 */
export class SentFeed implements Outlet {
  readonly #options: SentFeedOptions
  readonly #stopping = new AbortController()
  #published: FeedCursor
  /** Where the fold is. */
  #taken: FeedCursor
  #queue: FeedMessage[] = []
  /** The queue was given up; the feed is read from the history instead. */
  #behind = false
  /** Another relay sends the feed. */
  #standingBy = false
  #fault: string | undefined
  #running: Promise<void> | undefined
  #rooms: (() => void)[] = []

  constructor(options: SentFeedOptions, cursor: FeedCursor) {
    this.#options = options
    this.#published = cursor
    this.#taken = cursor
  }

  get published(): FeedCursor {
    return this.#published.sequence === this.#taken.sequence ? this.#taken : this.#published
  }

  /** Where the fold is, whoever sends. */
  get taken(): FeedCursor {
    return this.#taken
  }

  /** Sends nothing until `takeOver`; what waits is forgotten, for the history has it. */
  standBy(): void {
    this.#standingBy = true
    this.#fault = undefined
    this.#giveUp()
  }

  /** Sends from here on, beginning behind what the last delivery record tells. */
  takeOver(noted: FeedCursor): void {
    this.#standingBy = false
    this.#published = noted
    this.#behind = this.#taken.sequence > noted.sequence
    if (this.#behind) this.#running ??= this.#run()
  }

  get fault(): string | undefined {
    return this.#fault
  }

  take(messages: readonly FeedMessage[], cursor: FeedCursor): void {
    const fresh = messages.filter((message) => message.sequence > this.#taken.sequence)
    if (cursor.position > this.#taken.position) this.#taken = cursor
    if (fresh.length === 0 || this.#standingBy || this.#stopping.signal.aborted) return
    if (!this.#behind) this.#queue.push(...fresh)
    this.#running ??= this.#run()
  }

  caughtUp(): void {}

  async room(): Promise<void> {
    if (this.#queue.length < queuedMessages || this.#stopping.signal.aborted) return
    await new Promise<void>((resolve) => this.#rooms.push(resolve))
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#makeRoom()
    await this.#running
  }

  get #mayGoOn(): boolean {
    return !this.#standingBy && !this.#stopping.signal.aborted
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    for (let attempt = 1; this.#mayGoOn && (this.#queue.length > 0 || this.#behind); attempt += 1)
      try {
        if (this.#behind) await this.#catchUp()
        else await this.#send(this.#queue.splice(0, sentTogether))
        attempt = 0
      } catch (error) {
        this.#fault = error instanceof Error ? error.message : String(error)
        this.#options.onFault(error)
        // What was taken off the queue is not out: go on from what is.
        this.#giveUp()
        await pause(backoff(attempt), this.#options.scheduler, signal)
      }
    // With nothing awaited in between: what is taken from here on starts a new run.
    this.#running = undefined
  }

  async #send(messages: readonly FeedMessage[]): Promise<void> {
    const { bus, topic, onSent } = this.#options
    await bus.publish(messages.map((message) => ({ ...toMessage(message), topic })))
    const last = messages.at(-1) as FeedMessage
    this.#published = { sequence: last.sequence, digest: last.digest, position: last.position }
    this.#fault = undefined
    this.#makeRoom()
    onSent(messages.length)
  }

  /** Sends what the history has after what is out, up to what was taken meanwhile. */
  async #catchUp(): Promise<void> {
    let messages: FeedMessage[] = []
    const before = this.#published.sequence
    for await (const message of this.#options.reader.fold(this.#published)) {
      if (!this.#mayGoOn) return
      messages.push(message)
      const isLast = message.sequence >= this.#taken.sequence
      if (!isLast && messages.length < sentTogether) continue
      await this.#send(messages)
      messages = []
      if (isLast) break
    }
    if (messages.length > 0) await this.#send(messages)
    this.#behind = this.#published.sequence < this.#taken.sequence
    if (this.#behind && this.#published.sequence === before)
      throw new Error('the history gives less than it gave')
  }

  #giveUp(): void {
    this.#behind = true
    this.#queue = []
    this.#makeRoom()
  }

  #makeRoom(): void {
    if (this.#queue.length >= queuedMessages && !this.#stopping.signal.aborted) return
    for (const resolve of this.#rooms.splice(0)) resolve()
  }
}
