import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { openClient } from './client.ts'
import { fastPoll, type ResolvedOptions, slowPoll } from './options.ts'

/** Milliseconds before a connection for notifications is opened again: at first and at most. */
const firstReconnect = 50
const longestReconnect = 2_000

/**
 * Tells listeners of this process at once and those of others by NOTIFY. A notification may be lost, with its connection or
 * because the other does not notify; so listeners are called now and then in any case, which the port allows.
 */
export class Notifications {
  readonly #options: ResolvedOptions
  readonly #send: (payload: string) => Promise<unknown>
  readonly #itself = randomUUID()
  readonly #closed = new AbortController()
  readonly #listeners = new Map<string, Set<() => void>>()
  readonly #sending = new Set<string>()
  readonly #again = new Set<string>()
  #client: pg.Client | undefined
  #connecting: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(options: ResolvedOptions, send: (payload: string) => Promise<unknown>) {
    this.#options = options
    this.#send = send
  }

  /** Opens the connection for notifications. Throws when it cannot the first time. */
  async start(): Promise<void> {
    if (this.#options.notify) await this.#connect()
    this.#schedule()
  }

  notify(channel: string): void {
    this.#call(channel)
    if (this.#options.notify && !this.#closed.signal.aborted) void this.#tell(channel)
  }

  listen(channel: string, callback: () => void): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, listeners)
    listeners.add(callback)
    return () => void listeners.delete(callback)
  }

  async close(): Promise<void> {
    this.#closed.abort()
    clearTimeout(this.#timer)
    await this.#connecting
    const client = this.#client
    this.#client = undefined
    client?.removeAllListeners('end')
    await client?.end().catch(() => undefined)
  }

  /** One message for each run of calls: while one is on its way, any number of further ones become a single next. */
  async #tell(channel: string): Promise<void> {
    if (this.#sending.has(channel)) {
      this.#again.add(channel)
      return
    }
    this.#sending.add(channel)
    do {
      this.#again.delete(channel)
      // While the server is away nobody can be told; those who listen look for themselves.
      await this.#send(`${this.#itself} ${channel}`).catch(() => undefined)
    } while (this.#again.has(channel) && !this.#closed.signal.aborted)
    this.#sending.delete(channel)
  }

  async #connect(): Promise<void> {
    const client = await openClient(this.#options, (lost) => this.#lost(lost))
    client.on('notification', ({ payload = '' }) => {
      const [sender, channel = ''] = payload.split(' ')
      if (sender !== this.#itself) this.#call(channel)
    })
    await client.query(`LISTEN ${this.#options.schema}_commits`)
    this.#client = client
    this.#callAll()
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return
    this.#client = undefined
    this.#options.logger.warn(
      {},
      'the connection for notifications was lost; calling listeners often meanwhile',
    )
    this.#schedule()
    this.#connecting ??= this.#reconnect()
  }

  async #reconnect(): Promise<void> {
    const { signal } = this.#closed
    for (let pause = firstReconnect; !signal.aborted; pause = Math.min(longestReconnect, pause * 2)) {
      await delay(pause, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) break
      try {
        await this.#connect()
        break
      } catch {
        // The server is still away.
      }
    }
    this.#connecting = undefined
  }

  #schedule(): void {
    clearTimeout(this.#timer)
    const pause = this.#client === undefined ? fastPoll : slowPoll
    this.#timer = setTimeout(() => {
      this.#callAll()
      this.#schedule()
    }, pause)
    this.#timer.unref()
  }

  #callAll(): void {
    for (const channel of this.#listeners.keys()) this.#call(channel)
  }

  #call(channel: string): void {
    for (const callback of [...(this.#listeners.get(channel) ?? [])]) callback()
  }
}
