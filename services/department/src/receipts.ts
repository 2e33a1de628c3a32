import type { MessageBus } from '@yibiao/message-bus'
import { inboundTopic } from '@yibiao/schemas'
import type { Logger } from '@yibiao/telemetry'
import { type DraftContext, entryOf } from './draft.ts'
import { receiptInterval, type Scheduler } from './options.ts'
import type { Checkpoint } from './store.ts'

interface ReceiptsOptions {
  readonly participant: string
  readonly bus: MessageBus
  readonly logger: Logger
  readonly scheduler: Scheduler
  readonly draft: Omit<DraftContext, 'nextId'>
}

/** `received`: it came and could not be applied yet. `applied`: its effects are durable. */
export type ReceiptStage = 'received' | 'applied'

/**
 * Acknowledges cumulatively: the first progress at once, further progress at most once a second. Receipts need no
 * outbox: one that is lost follows again from the checkpoint, and its id follows from stage and sequence.
 */
export class Receipts {
  readonly #options: ReceiptsOptions
  readonly #due = new Map<ReceiptStage, Checkpoint>()
  readonly #sent = new Map<ReceiptStage, number>()
  #cancelTimer: (() => void) | undefined
  #sending: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(options: ReceiptsOptions) {
    this.#options = options
  }

  /** Notes that everything up to this checkpoint was received or applied. */
  note(stage: ReceiptStage, checkpoint: Checkpoint): void {
    if (this.#stopped || checkpoint.sequence <= (this.#sent.get(stage) ?? 0)) return
    this.#due.set(stage, checkpoint)
  }

  /** Sends what is due, or sees to it that it is sent when the second is over. Called when the lane is idle. */
  idle(): void {
    if (this.#due.size === 0 || this.#stopped || this.#cancelTimer !== undefined) return
    this.#flush()
    this.#cancelTimer = this.#options.scheduler.after(receiptInterval, () => {
      this.#cancelTimer = undefined
      this.idle()
    })
  }

  /** Sends the last receipt and leaves no timer behind. */
  async stop(): Promise<void> {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    if (!this.#stopped) this.#flush()
    this.#stopped = true
    await this.#sending
  }

  #flush(): void {
    const due = [...this.#due]
    this.#due.clear()
    if (due.length === 0) return
    for (const [stage, { sequence }] of due) this.#sent.set(stage, sequence)
    // One after another, so that a later receipt is never overtaken by an earlier one.
    this.#sending = this.#sending.then(() => this.#send(due))
  }

  async #send(due: readonly [ReceiptStage, Checkpoint][]): Promise<void> {
    const { bus, participant, logger } = this.#options
    try {
      await bus.publish(due.map(([stage, checkpoint]) => this.#message(stage, checkpoint)))
    } catch (error) {
      logger.warn({ err: error, participant }, 'A receipt could not be sent; the next one covers it')
      for (const [stage, checkpoint] of due) this.#again(stage, checkpoint)
    }
  }

  /** What could not be sent is due again unless something later is. */
  #again(stage: ReceiptStage, checkpoint: Checkpoint): void {
    if (this.#stopped || (this.#sent.get(stage) ?? 0) > checkpoint.sequence) return
    this.#sent.set(stage, checkpoint.sequence - 1)
    if (!this.#due.has(stage)) this.#due.set(stage, checkpoint)
  }

  #message(stage: ReceiptStage, { sequence, digest }: Checkpoint) {
    const { participant, draft } = this.#options
    const entry = entryOf(
      {
        id: `feed/${stage}/${sequence}`,
        type: 'yibiao.feed.acknowledged.v1',
        subject: participant,
        data: { sequence, digest, stage },
      },
      { ...draft, nextId: () => '' },
    )
    return { topic: inboundTopic(participant), key: entry.key, value: entry.value }
  }
}
