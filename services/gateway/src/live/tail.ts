import type { EventStore, StoredEvent } from '@yibiao/event-store'
import type { Clock, Logger } from '@yibiao/telemetry'
import { pause } from './pause.ts'

/** Before the tail is opened again after a fault, in milliseconds. */
export const tailRetryDelay = 500

/** Somebody who waits for one of several events; the first to be recorded ends the wait. */
export interface Waiter {
  /** The event, or undefined when the time is over. */
  readonly event: Promise<StoredEvent | undefined>
  /** Gives up; `event` resolves with undefined. May be repeated. */
  cancel(): void
}

/**
 * The end of the history as it grows: one subscription for the whole gateway, from the head at its start. An event that
 * nobody waits for costs one look-up by id; nothing is parsed here.
 */
export class Tail {
  readonly #store: EventStore
  readonly #logger: Logger
  readonly #clock: Clock
  readonly #waiting = new Map<string, Set<(event: StoredEvent) => void>>()
  readonly #callbacks = new Set<() => void>()
  readonly #streams = new Map<string, Set<() => void>>()
  readonly #stopping = new AbortController()
  #loop: Promise<void> = Promise.resolve()
  #position = 0
  /** The batch seen last. */
  #recent: readonly StoredEvent[] = []
  fault: { readonly since: number; readonly error: string } | undefined

  constructor(options: { readonly store: EventStore; readonly logger: Logger; readonly clock: Clock }) {
    this.#store = options.store
    this.#logger = options.logger
    this.#clock = options.clock
  }

  /** Everything up to this position has been seen. */
  get position(): number {
    return this.#position
  }

  async start(): Promise<void> {
    this.#position = await this.#store.head()
    this.#loop = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#loop
  }

  /** Waits for the first of these events; MUST be called before whatever makes them happen. */
  waitFor(ids: readonly string[], milliseconds: number): Waiter {
    let cancel = (): void => undefined
    const event = new Promise<StoredEvent | undefined>((resolve) => {
      const settle = (found: StoredEvent | undefined): void => {
        clearTimeout(timer)
        for (const id of ids) this.#forget(id, settle)
        resolve(found)
      }
      const timer = setTimeout(settle, milliseconds, undefined)
      for (const id of ids) {
        const waiting = this.#waiting.get(id)
        if (waiting) waiting.add(settle)
        else this.#waiting.set(id, new Set([settle]))
      }
      cancel = () => settle(undefined)
    })
    return { event, cancel }
  }

  /** Resolves when everything up to a position has been seen, at the latest after so many milliseconds. */
  async reach(position: number, milliseconds: number): Promise<void> {
    if (this.#position >= position || this.fault !== undefined) return
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        stop()
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      const stop = this.onMore(() => {
        if (this.#position >= position) done()
      })
    })
  }

  /** The event at a position, if it is among those seen last. */
  recent(position: number): StoredEvent | undefined {
    const first = this.#recent[0]
    const found = first && this.#recent[position - first.position]
    // Some engines leave positions out.
    return found?.position === position ? found : undefined
  }

  /** Calls back whenever there may be more events in the store. Returns the way to stop. */
  onMore(callback: () => void): () => void {
    this.#callbacks.add(callback)
    return () => this.#callbacks.delete(callback)
  }

  /** Calls back whenever there may be more events in one stream. Returns the way to stop. */
  onStream(stream: string, callback: () => void): () => void {
    const callbacks = this.#streams.get(stream) ?? new Set()
    this.#streams.set(stream, callbacks.add(callback))
    return () => {
      callbacks.delete(callback)
      if (callbacks.size === 0) this.#streams.delete(stream)
    }
  }

  #forget(id: string, settle: (event: StoredEvent) => void): void {
    const waiting = this.#waiting.get(id)
    waiting?.delete(settle)
    if (waiting?.size === 0) this.#waiting.delete(id)
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      try {
        for await (const { events, position } of this.#store.subscribe({ after: this.#position, signal })) {
          this.#position = position
          this.fault = undefined
          this.#deliver(events)
        }
      } catch (error) {
        this.fault ??= {
          since: this.#clock.now(),
          error: error instanceof Error ? error.message : String(error),
        }
        this.#logger.error({ err: error }, 'gateway: the tail of the history broke off')
        await pause(tailRetryDelay, signal)
      }
    }
  }

  #deliver(events: readonly StoredEvent[]): void {
    if (events.length === 0) return
    this.#recent = events
    for (const event of events) {
      const waiting = this.#waiting.get(event.id)
      if (waiting) for (const settle of [...waiting]) settle(event)
      const callbacks = this.#streams.get(event.stream)
      if (callbacks) for (const callback of callbacks) callback()
    }
    for (const callback of this.#callbacks) callback()
  }
}
