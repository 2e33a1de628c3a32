import type { FastifyReply } from 'fastify'
import { refuseBecause } from '../http/reasoned.ts'

/** A request that may wait for something to happen. */
export interface Poll {
  /** Aborted when the time is over, the client has gone, or the gateway stops. */
  readonly signal: AbortSignal
  /** MUST be called when the request is answered. */
  close(): void
}

/** Requests that wait (long polls): their number is bounded, and a stop ends the wait of all. */
export class Polls {
  readonly #most: number
  readonly #connectionTimeout: number
  readonly #open = new Set<AbortController>()
  #stopped = false

  constructor(options: { readonly polls: number; readonly connectionTimeout: number }) {
    this.#most = options.polls
    this.#connectionTimeout = options.connectionTimeout
  }

  get count(): number {
    return this.#open.size
  }

  /** Waits at most so many milliseconds; none need no room. Throws `YB_BUSY` when as many wait as may. */
  open({ raw }: Pick<FastifyReply, 'raw'>, milliseconds: number): Poll {
    const over = new AbortController()
    if (milliseconds === 0 || this.#stopped) {
      over.abort()
      return { signal: over.signal, close: () => undefined }
    }
    if (this.#open.size >= this.#most)
      throw refuseBecause('YB_BUSY', '', 'Too many requests are waiting.', '等待中的请求过多。')
    const end = (): void => over.abort()
    const timer = setTimeout(end, milliseconds)
    // Nothing moves on the connection while it waits; that is no silence of the client's. A request without a connection has none.
    raw.socket?.setTimeout?.(milliseconds + this.#connectionTimeout)
    raw.once('close', end)
    this.#open.add(over)
    return {
      signal: over.signal,
      close: () => {
        clearTimeout(timer)
        raw.off('close', end)
        this.#open.delete(over)
      },
    }
  }

  /** Ends every wait; nobody waits from now on. */
  stop(): void {
    this.#stopped = true
    for (const one of this.#open) one.abort()
  }
}
