import type { EventStore } from '@yibiao/event-store'
import type { MessageBus, PublishReceipt } from '@yibiao/message-bus'
import type { Logger } from '@yibiao/telemetry'
import type { Tail } from '../live/tail.ts'

/** The ledger's consumer group on the inbound topics: what it has committed is decided, and durable as such. */
export const ledgerGroup = 'ledger'

/** Before the first look at what the ledger has committed, and at most between two, in milliseconds. */
const firstLook = 20
const longestLook = 250

/** A message on the bus that somebody waits for the ledger to come to. */
export interface Awaited {
  readonly topic: string
  readonly receipt: PublishReceipt
}

interface Group {
  /** Which of its messages have been passed by these offsets; calls back with them. */
  look(committed: Committed): Promise<void>
  readonly topics: ReadonlySet<string>
  /** When it is looked for next, on the clock of `performance.now()`. */
  due: number
  delay: number
}

export interface Watch {
  /** Looks at once. */
  look(): Promise<void>
  stop(): void
}

/** By topic and partition, the offset behind the last message that the ledger is done with. */
type Committed = ReadonlyMap<string, number>

const placeOf = (topic: string, partition: number): string => `${topic} ${partition}`

export interface LedgerProgressOptions {
  readonly store: EventStore
  readonly bus: MessageBus
  readonly tail: Tail
  readonly logger: Logger
}

/**
 * Tells that the ledger is done with messages. Nearly every outcome shows at the end of the history before anybody looks here;
 * what leaves no event is known by the ledger's offset alone. One question is asked for all who wait, however many.
 */
export class LedgerProgress {
  readonly #options: LedgerProgressOptions
  readonly #groups = new Set<Group>()
  #timer: NodeJS.Timeout | undefined
  #looking = false

  constructor(options: LedgerProgressOptions) {
    this.#options = options
  }

  /**
   * Calls back with those that the ledger has passed, once the tail has told of all that it recorded until then; again and
   * again, until it is stopped.
   */
  watch<One extends Awaited>(
    messages: readonly One[],
    onPassed: (passed: readonly One[]) => Promise<void>,
  ): Watch {
    const group: Group = {
      topics: new Set(messages.map(({ topic }) => topic)),
      due: performance.now() + firstLook,
      delay: firstLook,
      look: async (committed) => {
        const passed = messages.filter(
          ({ topic, receipt }) => (committed.get(placeOf(topic, receipt.partition)) ?? 0) > receipt.offset,
        )
        if (passed.length > 0) await onPassed(passed)
      },
    }
    this.#groups.add(group)
    this.#plan()
    return {
      look: () => this.#lookFor([group]),
      stop: () => {
        this.#groups.delete(group)
        if (this.#groups.size > 0) return
        clearTimeout(this.#timer)
        this.#timer = undefined
      },
    }
  }

  #plan(): void {
    if (this.#timer !== undefined || this.#looking || this.#groups.size === 0) return
    let due = Number.POSITIVE_INFINITY
    for (const group of this.#groups) due = Math.min(due, group.due)
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        this.#looking = true
        void this.#lookFor(this.#takeDue()).finally(() => {
          this.#looking = false
          this.#plan()
        })
      },
      Math.max(0, due - performance.now()),
    )
  }

  /** Who would be due before the next look may be is looked for with the others. */
  #takeDue(): readonly Group[] {
    const now = performance.now()
    const due = [...this.#groups].filter((group) => group.due <= now + firstLook / 2)
    for (const group of due) {
      group.delay = Math.min(2 * group.delay, longestLook)
      group.due = now + group.delay
    }
    return due
  }

  async #lookFor(groups: readonly Group[]): Promise<void> {
    const { store, bus, tail, logger } = this.#options
    try {
      const topics = new Set(groups.flatMap((group) => [...group.topics]))
      const offsets = await bus.offsets(ledgerGroup, [...topics])
      const committed = new Map(offsets.map((one) => [placeOf(one.topic, one.partition), one.committed]))
      await tail.reach(await store.head(), longestLook)
      for (const group of groups) if (this.#groups.has(group)) await group.look(committed)
    } catch (error) {
      // Everything is durable on the bus already: whatever is away, the answer is "accepted", never an error.
      logger.debug({ err: error }, 'gateway: what became of a message cannot be looked up now')
    }
  }
}
