import { setTimeout as pause } from 'node:timers/promises'
import type { Consumer } from '@yibiao/message-bus'

export interface InboundOptions {
  /** The topics to be consumed now. */
  topics(): readonly string[]
  /** Starts a consumer on them; resolves when it is in its group. */
  consume(topics: readonly string[]): Promise<Consumer>
  onError(error: unknown): void
}

/** Milliseconds before a topic that is not there yet is asked for again. */
const retryDelay = 1_000

/**
 * The consumer of the inbound topics. When participants are published it is replaced by one that reads the topics of all of
 * them; a batch under way is finished first. A topic that is not there yet is asked for until it is, and meanwhile those
 * that were read before go on.
 */
export class Inbound {
  readonly #options: InboundOptions
  readonly #stopping = new AbortController()
  #consumer: Consumer | undefined
  #topics: readonly string[] = []
  #changing: Promise<void> | undefined

  constructor(options: InboundOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    this.#topics = this.#options.topics()
    this.#consumer = await this.#options.consume(this.#topics)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#changing
    await this.#consumer?.stop()
  }

  /** The topics may have become others. Must not be awaited within a batch: the batch is waited for. */
  look(): void {
    this.#changing ??= this.#change().finally(() => {
      this.#changing = undefined
    })
  }

  async #change(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const wanted = this.#options.topics()
      if (wanted.join() === this.#topics.join()) return
      await this.#consumer?.stop()
      try {
        this.#consumer = await this.#options.consume(wanted)
        this.#topics = wanted
      } catch (error) {
        this.#options.onError(error)
        this.#consumer = await this.#options.consume(this.#topics).catch(() => undefined)
        await pause(retryDelay, undefined, { signal }).catch(() => undefined)
      }
    }
  }
}
