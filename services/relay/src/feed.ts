import { FeedCounter, type FeedCursor, type FeedEntry, type FeedMessage } from '@yibiao/projections'
import type { Outlet } from './outlet.ts'

/** Digests of so many last messages are remembered, to hold receipts and delivery records against. */
export const rememberedDigests = 1_000

/** One participant's feed in the relay: its numbering, and the way out. */
export class Feed {
  readonly participant: string
  readonly outlet: Outlet
  readonly #history: string
  /** By sequence, in turns. */
  readonly #digests: { readonly sequence: number; readonly digest: string }[] = []
  #counter: FeedCounter
  /** Where the outlet has it; the counter is ahead of it while a batch is being folded. */
  #taken: FeedCursor
  #batch: FeedMessage[] = []
  #halt: string | undefined

  constructor(options: { participant: string; history: string; cursor: FeedCursor; outlet: Outlet }) {
    this.participant = options.participant
    this.outlet = options.outlet
    this.#history = options.history
    this.#taken = options.cursor
    this.#counter = new FeedCounter(options.history, options.cursor)
    this.#remember(options.cursor)
  }

  /** Everything up to this position is with the outlet. */
  get position(): number {
    return this.#taken.position
  }

  /** Why the feed stands still, or undefined. */
  get halted(): string | undefined {
    return this.#halt
  }

  /** Numbers an entry of the batch being folded. */
  number(entry: FeedEntry): void {
    if (this.#halt !== undefined) return
    const message = this.#counter.number(entry)
    if (message === undefined) return
    this.#batch.push(message)
    this.#remember(message)
  }

  /** Hands the batch over, which ends at this position. Returns the number of its messages. */
  handOver(position: number): number {
    if (this.#halt === undefined) this.#counter.advance(position)
    const batch = this.#batch
    this.#batch = []
    this.#taken = this.#counter.cursor
    this.outlet.take(batch, this.#taken)
    return batch.length
  }

  /** Forgets the batch being folded, after a fault. */
  takeBack(): void {
    this.#batch = []
    this.#counter = new FeedCounter(this.#history, this.#taken)
  }

  /**
   * Stands still when somebody has seen more of the feed than there is, or something else: then this is not the history
   * that they saw. `what` names what it was that they saw.
   */
  compare(sequence: number, digest: string, what: string): void {
    const known = this.#digests[sequence % rememberedDigests]
    const isOther = known?.sequence === sequence && known.digest !== digest
    if (sequence > this.#counter.sequence || isOther) this.#halt ??= what
  }

  halt(what: string): void {
    this.#halt ??= what
  }

  /** Goes on from where the outlet has it. */
  resume(): void {
    this.#halt = undefined
    this.takeBack()
  }

  #remember({ sequence, digest }: FeedCursor): void {
    this.#digests[sequence % rememberedDigests] = { sequence, digest }
  }
}
