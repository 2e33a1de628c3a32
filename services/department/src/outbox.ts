import type { MessageBus } from '@yibiao/message-bus'
import type { Logger } from '@yibiao/telemetry'
import { backoff, pause } from './backoff.ts'
import { ConnectorError, codeOf } from './errors.ts'
import type { RetryOptions, Scheduler } from './options.ts'
import type { ConnectorStore } from './store.ts'

interface OutboxOptions {
  readonly bus: MessageBus
  readonly store: ConnectorStore
  readonly logger: Logger
  readonly scheduler: Scheduler
  readonly retry: RetryOptions
}

interface Waiter {
  readonly place: number
  resolve(): void
  reject(error: unknown): void
}

/** At most this many messages in one call of the bus. */
const batchSize = 500

const isRetryable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'retryable' in error && error.retryable === true

/**
 * Sends what the store's outbox holds, in order and in batches, and removes it when the bus has it. Killed in between it
 * sends the same bytes under the same ids again, which the exchange recognises.
 */
export class Outbox {
  readonly #options: OutboxOptions
  readonly #waiters = new Set<Waiter>()
  readonly #ended = new AbortController()
  #loop: Promise<void> | undefined
  #more = false
  /** Everything up to this place is on the bus. */
  #sentUpTo = 0
  /** Entries that are committed and that the bus does not have yet. */
  #pending = 0
  #fault: string | undefined

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  get pending(): number {
    return this.#pending
  }

  get fault(): string | undefined {
    return this.#fault
  }

  /** Reads how much is waiting from before and begins to send. */
  async start(): Promise<void> {
    this.#pending = await this.#options.store.transaction((tx) => tx.pendingCount())
    if (this.#pending > 0) this.kick()
  }

  /** Tells that entries were committed. */
  added(count: number): void {
    this.#pending += count
    if (count > 0) this.kick()
  }

  /** Sends what there is, now. */
  kick(): void {
    this.#more = true
    if (this.#loop !== undefined || this.#ended.signal.aborted) return
    this.#loop = this.#send().finally(() => {
      this.#loop = undefined
      if (this.#more && !this.#ended.signal.aborted) this.kick()
    })
  }

  /**
   * Resolves when everything up to a place is durable on the bus. Rejects with the bus's error when that is one that
   * trying again will not mend, or when the connector stops; the message stays in the outbox in both cases.
   */
  sent(place: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (place <= this.#sentUpTo) resolve()
      else if (this.#ended.signal.aborted) reject(stopped())
      else this.#waiters.add({ place, resolve, reject })
    })
  }

  /** Waits until the outbox is empty or the signal aborts, then sends no more. Resolves with what is left. */
  async stop(deadline: AbortSignal): Promise<number> {
    const late = new Promise<void>((resolve) => {
      if (deadline.aborted) resolve()
      else deadline.addEventListener('abort', () => resolve(), { once: true })
    })
    if (this.#loop !== undefined) await Promise.race([this.#loop, late])
    this.#ended.abort()
    for (const waiter of this.#waiters) waiter.reject(stopped())
    this.#waiters.clear()
    return this.#pending
  }

  async #send(): Promise<void> {
    let attempt = 0
    while (this.#more && !this.#ended.signal.aborted) {
      this.#more = false
      try {
        while (await this.#sendBatch()) attempt = 0
        this.#fault = undefined
      } catch (error) {
        attempt++
        this.#more = true
        this.#failed(error, attempt)
        await this.#pause(attempt)
      }
    }
  }

  async #sendBatch(): Promise<boolean> {
    const { bus, store } = this.#options
    const entries = await store.transaction((tx) => tx.pending(batchSize))
    const last = entries.at(-1)
    if (last === undefined || this.#ended.signal.aborted) return false
    await bus.publish(entries.map(({ topic, key, value }) => ({ topic, key, value })))
    this.#pending = await store.transaction(async (tx) => {
      await tx.removeSent(last.place)
      return tx.pendingCount()
    })
    this.#sentUpTo = last.place
    for (const waiter of this.#waiters) {
      if (waiter.place > last.place) continue
      this.#waiters.delete(waiter)
      waiter.resolve()
    }
    return true
  }

  #failed(error: unknown, attempt: number): void {
    this.#fault = `outbox: ${codeOf(error) ?? 'error'}`
    this.#options.logger.warn({ err: error, attempt }, 'The outbox could not be sent; it will be tried again')
    if (isRetryable(error)) return
    for (const waiter of this.#waiters) waiter.reject(error)
    this.#waiters.clear()
  }

  async #pause(attempt: number): Promise<void> {
    const { retry, scheduler } = this.#options
    await pause(backoff(attempt, retry), scheduler, this.#ended.signal).catch(() => undefined)
  }
}

const stopped = () =>
  new ConnectorError(
    'YB_CONNECTOR_STOPPED',
    'The connector stopped. The message is in the outbox and goes out at the next start.',
  )
