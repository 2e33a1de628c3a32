import { setImmediate } from 'node:timers/promises'
import type { BusMessage } from '@yibiao/message-bus'
import type { Clock } from '@yibiao/telemetry'
import { backoff, pause } from './backoff.ts'
import { ConnectorError } from './errors.ts'
import type { Delivery } from './feed-message.ts'
import { type Effects, noEffects } from './handler-transaction.ts'
import type { Halt, RetryOptions, Scheduler } from './options.ts'
import type { Checkpoint, ConnectorStore, StoreTransaction } from './store.ts'

/** What the consumer's rule says about one message, given how far the lane has come. */
export type Verdict =
  | { readonly kind: 'drop' }
  | { readonly kind: 'take'; readonly delivery: Delivery; readonly checkpoint: Checkpoint }
  | { readonly kind: 'gap'; readonly found: number; readonly halt: Halt }
  | { readonly kind: 'halt'; readonly halt: Halt }

/** Messages are missing: `found` is the sequence that came in place of the next. */
export type Gap = { readonly kind: 'gap'; readonly at: number; readonly found: number; readonly halt: Halt }

export interface LaneOptions<Sql> {
  readonly topic: string
  readonly store: ConnectorStore<Sql>
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly retry: RetryOptions
  readonly signal: AbortSignal
  judge(checkpoint: Checkpoint | undefined, message: BusMessage): Verdict
  /** Applies one message inside the transaction; throws when it has to be tried again. */
  apply(tx: StoreTransaction<Sql>, delivery: Delivery): Promise<Effects>
  /** Called after every commit that moved the checkpoint, with the effects of each message that it took. */
  onTaken(checkpoint: Checkpoint, effects: readonly Effects[]): void
  /** Called for every failed attempt; `checkpoint` is the one the message would have led to. */
  onFailure(error: unknown, attempt: number, checkpoint: Checkpoint): void
}

type Step =
  | { readonly kind: 'taken'; readonly effects: Effects }
  | Exclude<Verdict, { kind: 'drop' | 'take' }>
  | { readonly kind: 'failed'; readonly error: unknown; readonly checkpoint: Checkpoint }

/** A transaction takes further messages until this many milliseconds have passed: many commits in one. */
const longestTransaction = 50

/** How a batch ended: all of it taken or dropped, or stopped short of its end. */
export type BatchOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'halt'; readonly at: number; readonly halt: Halt }
  | Gap

/**
 * Takes the messages of one topic in order, each with its effects and the checkpoint in one transaction. Several
 * messages share a transaction, each behind its own savepoint, so a handler that fails undoes only its own message.
 */
export class Lane<Sql> {
  readonly #options: LaneOptions<Sql>

  constructor(options: LaneOptions<Sql>) {
    this.#options = options
  }

  /** Rejects with `YB_CONNECTOR_STOPPED` when the connector stops, with the store's fault when the store fails. */
  async take(messages: readonly BusMessage[]): Promise<BatchOutcome> {
    const { signal, retry, scheduler, onFailure } = this.#options
    let at = 0
    let attempt = 0
    while (at < messages.length) {
      if (signal.aborted) throw new ConnectorError('YB_CONNECTOR_STOPPED', 'The connector is stopping.')
      const { step, next } = await this.#transact(messages, at)
      if (step.kind === 'gap' || step.kind === 'halt') return { ...step, at: next }
      if (next > at) attempt = 0
      at = next
      if (step.kind === 'taken') {
        // The store answers without waiting, so without this a long batch would keep the whole process from its turn.
        if (at < messages.length) await setImmediate()
        continue
      }
      attempt++
      onFailure(step.error, attempt, step.checkpoint)
      await pause(backoff(attempt, retry), scheduler, signal)
    }
    return { kind: 'done' }
  }

  /** One transaction over as many messages as fit; `next` is the first that it did not take. */
  async #transact(messages: readonly BusMessage[], from: number): Promise<{ step: Step; next: number }> {
    const { store, topic, clock, onTaken } = this.#options
    const result = await store.transaction(async (tx) => {
      const began = clock.now()
      const before = await tx.checkpoint(topic)
      let reached = before
      let next = from
      const effects: Effects[] = []
      let step: Step = { kind: 'taken', effects: noEffects }
      while (next < messages.length) {
        const verdict = this.#options.judge(reached, messages[next]!)
        if (verdict.kind === 'take') {
          step = await this.#attempt(tx, verdict.delivery, verdict.checkpoint)
          if (step.kind === 'taken') {
            reached = verdict.checkpoint
            effects.push(step.effects)
          }
        } else if (verdict.kind !== 'drop') step = verdict
        if (step.kind !== 'taken') break
        next++
        if (clock.now() - began >= longestTransaction) break
      }
      if (reached !== before && reached !== undefined) await tx.saveCheckpoint(topic, reached)
      return { step, next, effects, reached: reached === before ? undefined : reached }
    })
    if (result.reached !== undefined) onTaken(result.reached, result.effects)
    return result
  }

  async #attempt(tx: StoreTransaction<Sql>, delivery: Delivery, checkpoint: Checkpoint): Promise<Step> {
    try {
      return { kind: 'taken', effects: await tx.attempt(() => this.#options.apply(tx, delivery)) }
    } catch (error) {
      return { kind: 'failed', error, checkpoint }
    }
  }
}
