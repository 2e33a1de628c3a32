import type { BusMessage, Consumer, MessageBus } from '@yibiao/message-bus'
import type { Logger } from '@yibiao/telemetry'
import { backoff, pause } from './backoff.ts'
import { codeOf } from './errors.ts'
import { decodeFeedMessage } from './feed-message.ts'
import { type Gap, Lane, type LaneOptions } from './lane.ts'
import type { Halt } from './options.ts'

interface FeedLaneOptions<Sql> extends LaneOptions<Sql> {
  readonly bus: MessageBus
  readonly group: string
  readonly logger: Logger
  /** Called once, when the lane takes nothing any more. */
  onHalt(halt: Halt): void
  /** Called when everything the bus had delivered so far is taken. */
  onIdle(): void
}

/** Messages read at once to fill a gap. */
const fillSize = 500

/**
 * Consumes one topic through a lane: fills gaps from the topic itself and halts when that cannot be done. A halted lane
 * commits nothing to the bus, so everything from the fault on comes again when the connector is started anew.
 */
export class FeedLane<Sql> {
  readonly #options: FeedLaneOptions<Sql>
  readonly #lane: Lane<Sql>
  #consumer: Consumer | undefined
  #halted: Halt | undefined

  constructor(options: FeedLaneOptions<Sql>) {
    this.#options = options
    this.#lane = new Lane(options)
  }

  get halted(): Halt | undefined {
    return this.#halted
  }

  async start(): Promise<void> {
    const { bus, group, topic, retry } = this.#options
    this.#consumer = await bus.consume({
      group,
      topics: [topic],
      retryDelay: retry.first,
      onBatch: (messages) => this.#take(messages),
      onError: (error) => this.#noteError(error),
    })
    if (this.#halted !== undefined) this.#stopConsuming()
  }

  async stop(): Promise<void> {
    await this.#consumer?.stop()
  }

  async #take(messages: readonly BusMessage[]): Promise<void> {
    if (this.#halted !== undefined) throw new Error(`halted: ${this.#halted.reason}`)
    let rest = messages
    for (;;) {
      const outcome = await this.#lane.take(rest)
      if (outcome.kind === 'done') break
      if (outcome.kind === 'halt') this.#halt(outcome.halt)
      await this.#fill(outcome)
      rest = rest.slice(outcome.at)
    }
    this.#options.onIdle()
  }

  /**
   * Takes what is missing from the topic, from the last offset taken on: each next sequence wherever it stands, for a
   * sender that noticed by itself has put the missing ones behind.
   */
  async #fill({ found, halt }: Gap): Promise<void> {
    const { store, topic, logger } = this.#options
    logger.warn(
      { topic, offset: halt.offset, last: halt.last },
      'There is a gap in the feed; reading the topic',
    )
    const reached = await store.transaction((tx) => tx.checkpoint(topic))
    let from = reached === undefined ? 0 : reached.offset + 1
    let next = halt.last + 1
    while (next < found) {
      const page = await this.#read(from, halt)
      if (page.length === 0) this.#halt(halt)
      const missing = page.filter((message) => {
        const isNext = decodeFeedMessage(message)?.delivery.sequence === next
        if (isNext) next++
        return isNext
      })
      const outcome = await this.#lane.take(missing)
      if (outcome.kind !== 'done') this.#halt(outcome.halt)
      from = page.at(-1)!.offset + 1
    }
  }

  /** Tries again while the bus cannot be reached; an expired offset means that the gap cannot be filled. */
  async #read(from: number, halt: Halt): Promise<readonly BusMessage[]> {
    const { bus, topic, retry, scheduler, signal } = this.#options
    for (let attempt = 1; ; attempt++) {
      try {
        return await bus.read(topic, 0, from, fillSize)
      } catch (error) {
        if (codeOf(error) === 'YB_BUS_OFFSET_EXPIRED') this.#halt(halt)
        this.#noteError(error)
        await pause(backoff(attempt, retry), scheduler, signal)
      }
    }
  }

  #halt(halt: Halt): never {
    if (this.#halted === undefined) {
      this.#halted = halt
      this.#options.logger.error({ ...halt }, 'The connector takes nothing any more; a person has to look')
      this.#options.onHalt(halt)
      this.#stopConsuming()
    }
    throw new Error(`halted: ${halt.reason}`)
  }

  /** The consumer waits for the batch under way, which is the one we are in; so nobody waits for it here. */
  #stopConsuming(): void {
    this.#consumer?.stop().catch((error: unknown) => this.#noteError(error))
  }

  #noteError(error: unknown): void {
    const { logger, topic, signal } = this.#options
    if (this.#halted !== undefined || signal.aborted) return
    logger.warn({ err: error, topic }, 'The feed could not be taken; it will be tried again')
  }
}
