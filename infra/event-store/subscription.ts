import type { StoredEvent, Subscription, SubscriptionBatch } from './event-store.ts'
import type { SubscriptionRequest } from './usage.ts'

/** Tells that something may have been stored. Whoever reads takes `version` first, and waits for another than that. */
export interface Wake {
  readonly version: number
  /** Calls back once, when the version is or becomes another than `seen`. Returns how to stop waiting. */
  once(seen: number, callback: () => void): () => void
}

export interface SubscriptionSource {
  readonly wake: Wake
  /** Gives up when the signal says that the subscription is over. */
  readonly read: (
    after: number,
    size: number,
    ended: AbortSignal,
  ) => Promise<{ events: readonly StoredEvent[]; caughtUp: boolean }>
  /** How to end each subscription that runs; it adds itself, and removes itself when it is over. */
  readonly running: Set<() => void>
}

/** The end of a subscription: may come at any moment, and must reach a consumer that waits. */
class End {
  readonly #controller = new AbortController()
  #wakeUp: (() => void) | undefined

  get reached(): boolean {
    return this.signal.aborted
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  reach(): void {
    this.#controller.abort()
    this.#wakeUp?.()
  }

  /** Waits for a commit after `seen`, or the end. */
  async waitOr(wake: Wake, seen: number): Promise<void> {
    if (this.reached) return
    await new Promise<void>((resolve) => {
      const stop = wake.once(seen, resolve)
      this.#wakeUp = () => {
        stop()
        resolve()
      }
    })
    this.#wakeUp = undefined
  }
}

/** What a subscription is made of, however its batches come about. */
export interface SubscriptionParts {
  readonly request: SubscriptionRequest
  readonly batches: AsyncGenerator<SubscriptionBatch, undefined, undefined>
  /** Lets batches that wait go on to their end; may be called again. */
  readonly end: () => void
  /** How to end each subscription that runs; it adds itself, and removes itself when it is over. */
  readonly running: Set<() => void>
}

/** A subscription over batches: ended by `return`, by the request's signal, by whoever holds `running`, or by a fault. */
export function subscriptionOf({ request, batches, end, running }: SubscriptionParts): Subscription {
  const stop = () => {
    request.signal?.removeEventListener('abort', stop)
    running.delete(stop)
    end()
  }
  running.add(stop)
  request.signal?.addEventListener('abort', stop)
  if (request.signal?.aborted) stop()

  const subscription: Subscription = {
    async next() {
      try {
        const result = await batches.next()
        if (result.done) stop()
        return result
      } catch (error) {
        stop()
        throw error
      }
    },
    // A generator takes `return` only between two batches: one that waits must be woken first.
    async return() {
      stop()
      return batches.return(undefined)
    },
    [Symbol.asyncIterator]() {
      return subscription
    },
  }
  return subscription
}

/**
 * Events are read when the consumer asks for them and at no other time, so a slow one holds nothing and a vanished
 * one costs nothing.
 */
export function startSubscription(request: SubscriptionRequest, source: SubscriptionSource): Subscription {
  const end = new End()
  const batches = deliver(request, source, end)
  return subscriptionOf({ request, batches, end: () => end.reach(), running: source.running })
}

async function* deliver(
  { after, batchSize }: SubscriptionRequest,
  { wake, read }: SubscriptionSource,
  end: End,
): AsyncGenerator<SubscriptionBatch, undefined, undefined> {
  let position = after
  let announced = false
  while (!end.reached) {
    const seen = wake.version
    const { events, caughtUp } = await read(position, batchSize, end.signal)
    if (end.reached) return
    const last = events.at(-1)
    if (last !== undefined) {
      position = last.position
      announced = caughtUp
      yield { events, position, caughtUp }
    } else if (!announced) {
      announced = true
      yield { events: [], position, caughtUp: true }
    }
    // What was stored since the reading began has made another version; then this ends at once.
    if (caughtUp) await end.waitOr(wake, seen)
  }
}
