import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import type { Wake } from '../subscription.ts'
import { abandon, openClient } from './client.ts'
import { longestPoll, type ResolvedOptions, safetyPoll, shortestPoll } from './options.ts'
import { channelOf } from './statements.ts'

/** Milliseconds before a connection for notifications is opened again: at first and at most. */
const firstReconnect = 50
const longestReconnect = 2_000

/**
 * Wakes readers when the head has moved, whoever moved it: at once after this store's own commits; by notification after
 * those of others; and by looking at the head, often where there are no notifications and seldom where there are, so that
 * a lost one leaves nobody deaf. Nobody looks while nobody waits.
 */
export class PostgresWake implements Wake {
  readonly #options: ResolvedOptions
  readonly #readHead: () => Promise<number>
  readonly #sql: string
  readonly #closed = new AbortController()
  readonly #waiting = new Set<() => void>()
  #version = 0
  #head = 0
  #listener: pg.Client | undefined
  /** Somebody has waited. */
  #wanted = false
  #hearing = false
  #polling = false
  /** Ends the pause between two looks. */
  #alarm: AbortController | undefined
  #listening: Promise<void> | undefined

  constructor(options: ResolvedOptions, readHead: () => Promise<number>) {
    this.#options = options
    this.#readHead = readHead
    this.#sql = `LISTEN ${channelOf(options.schema)}`
  }

  get version(): number {
    return this.#version
  }

  /** True while notifications come. */
  get notified(): boolean {
    return this.#listener !== undefined && this.#hearing
  }

  /** Opens the connection for notifications when there are to be any. Throws when it cannot the first time. */
  async start(): Promise<void> {
    if (!this.#options.notify) return
    await this.#listen()
  }

  /** After a commit of this store. */
  announce(head: number): void {
    this.#head = Math.max(this.#head, head)
    this.#notice()
  }

  once(seen: number, callback: () => void): () => void {
    if (this.#version !== seen) {
      callback()
      return () => {}
    }
    this.#waiting.add(callback)
    if (this.#options.notify && !this.#wanted) this.#want()
    if (!this.#polling) void this.#poll()
    return () => void this.#waiting.delete(callback)
  }

  async close(): Promise<void> {
    this.#closed.abort()
    this.#alarm?.abort()
    this.#notice()
    await this.#listening
    const listener = this.#listener
    this.#listener = undefined
    listener?.removeAllListeners('end')
    await listener?.end().catch(() => undefined)
  }

  #notice(): void {
    this.#version++
    for (const callback of this.#waiting) {
      this.#waiting.delete(callback)
      callback()
    }
  }

  async #listen(): Promise<void> {
    const client = await openClient(this.#options, (lost) => this.#lost(lost))
    client.on('notification', () => this.#notice())
    try {
      if (this.#wanted) await client.query(this.#sql)
    } catch (error) {
      abandon(client)
      throw error
    }
    if (this.#closed.signal.aborted) return abandon(client)
    this.#listener = client
    if (this.#wanted) this.#hears()
  }

  /** Asks for notifications from when the first waits: whoever only appends need not be woken by every commit. */
  #want(): void {
    this.#wanted = true
    const client = this.#listener
    client?.query(this.#sql).then(
      () => this.#hears(),
      () => {
        abandon(client)
        this.#lost(client)
      },
    )
  }

  #hears(): void {
    this.#hearing = true
    // What was appended while nobody listened.
    this.#notice()
  }

  #lost(client: pg.Client): void {
    if (this.#listener !== client) return
    this.#listener = undefined
    this.#hearing = false
    this.#options.logger.warn({}, 'the connection for notifications was lost; looking at the head meanwhile')
    // Nobody must wait for the rest of the slow look.
    this.#alarm?.abort()
    this.#listening ??= this.#reconnect()
  }

  async #reconnect(): Promise<void> {
    const { signal } = this.#closed
    for (let pause = firstReconnect; !signal.aborted; pause = Math.min(longestReconnect, pause * 2)) {
      await delay(pause, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) break
      try {
        await this.#listen()
        break
      } catch {
        // The server is still away.
      }
    }
    this.#listening = undefined
  }

  /** Looks at the head as long as somebody waits. */
  async #poll(): Promise<void> {
    this.#polling = true
    const { signal } = this.#closed
    let pause = shortestPoll
    while (this.#waiting.size > 0 && !signal.aborted) {
      const wait = this.notified ? safetyPoll : pause
      const alarm = new AbortController()
      this.#alarm = alarm
      await delay(wait, undefined, { signal: alarm.signal }).catch(() => undefined)
      if (this.#waiting.size === 0 || signal.aborted) break
      if (await this.#moved()) {
        pause = shortestPoll
        this.#notice()
        // Give the woken their turn, or each commit would begin a new series of looks.
        await new Promise(setImmediate)
      } else pause = Math.min(longestPoll, pause * 1.5)
    }
    this.#polling = false
  }

  async #moved(): Promise<boolean> {
    try {
      const head = await this.#readHead()
      const moved = head > this.#head
      this.#head = Math.max(head, this.#head)
      return moved
    } catch {
      // The server is away; whoever reads next hears of it.
      return false
    }
  }
}
