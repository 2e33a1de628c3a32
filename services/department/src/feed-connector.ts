import { feedTopic, replayTopic } from '@yibiao/schemas'
import { randomIds } from '@yibiao/telemetry'
import { type ApplyOptions, applyLive, applyReplay, type Handler, refusedType } from './apply.ts'
import type { Connector, RefusedMessage, StopOutcome } from './connector.ts'
import type { Draft, DraftContext } from './draft.ts'
import { ConnectorError, codeOf } from './errors.ts'
import { FeedLane } from './feed-lane.ts'
import { type Delivery, firstDigest } from './feed-message.ts'
import { type Effects, HandlerTransaction, type Transaction } from './handler-transaction.ts'
import { judgeFeed, judgeReplay } from './judge.ts'
import {
  type ConnectorOptions,
  type ConnectorStatus,
  defaultRetry,
  defaultStopDeadline,
  type Halt,
  systemScheduler,
} from './options.ts'
import { Outbox } from './outbox.ts'
import { Receipts } from './receipts.ts'
import type { Checkpoint, LocalRecord, StoreTransaction } from './store.ts'

/** A connector that is not started yet. */
export function createConnector<Sql>(options: ConnectorOptions<Sql>): Connector<Sql> {
  return new FeedConnector(options)
}

class FeedConnector<Sql> implements Connector<Sql> {
  readonly #options: ConnectorOptions<Sql>
  readonly #draft: Omit<DraftContext, 'causationid'>
  readonly #stopping = new AbortController()
  readonly #outbox: Outbox
  readonly #receipts: Receipts
  readonly #lanes: FeedLane<Sql>[] = []
  #handler: Handler<Sql> | undefined
  #replayHandler: Handler<Sql> | undefined
  #refusedHandler: Handler<Sql> | undefined
  #phase: 'new' | 'running' | 'stopped' = 'new'
  #reached: Checkpoint | undefined
  #halt: Halt | undefined
  #fault: string | undefined

  constructor(options: ConnectorOptions<Sql>) {
    this.#options = options
    const { participant, bus, store, logger, clock, ids = randomIds, validate = true } = options
    const { scheduler = systemScheduler, retry = defaultRetry } = options
    this.#draft = { participant, clock, validate, nextId: () => ids.uuid() }
    this.#outbox = new Outbox({ bus, store, logger, scheduler, retry })
    this.#receipts = new Receipts({ participant, bus, logger, scheduler, draft: this.#draft })
  }

  subscribe(handler: Handler<Sql>): void {
    this.#assertNew()
    this.#handler = handler
  }

  onReplay(handler: Handler<Sql>): void {
    this.#assertNew()
    this.#replayHandler = handler
  }

  onRefused(handler: Handler<Sql, RefusedMessage>): void {
    this.#assertNew()
    this.#refusedHandler = handler as Handler<Sql>
  }

  async start(): Promise<void> {
    this.#assertNew()
    this.#phase = 'running'
    const { participant, store } = this.#options
    this.#reached = await store.transaction((tx) => tx.checkpoint(feedTopic(participant)))
    await this.#outbox.start()
    if (this.#handler !== undefined) {
      if (this.#reached !== undefined) this.#receipts.note('applied', this.#reached)
      this.#receipts.idle()
      this.#lanes.push(this.#feedLane())
    }
    if (this.#replayHandler !== undefined) this.#lanes.push(this.#replayLane(this.#replayHandler))
    for (const lane of this.#lanes) await lane.start()
  }

  async publish(draft: Draft): Promise<string> {
    if (this.#phase === 'stopped')
      throw new ConnectorError('YB_CONNECTOR_STOPPED', 'The connector is stopped.')
    const { id, place } = await this.#options.store.transaction(async (tx) => {
      const own = new HandlerTransaction(tx, this.#draft)
      const id = own.publish(draft)
      return { id, place: (await own.settle()).place }
    })
    const sent = this.#outbox.sent(place)
    this.#outbox.added(1)
    await sent
    return id
  }

  async transact<T>(work: (tx: Transaction<Sql>) => T | Promise<T>): Promise<T> {
    const { result, effects } = await this.#options.store.transaction(async (tx) => {
      const own = new HandlerTransaction(tx, this.#draft)
      const result = await work(own)
      return { result, effects: await own.settle() }
    })
    this.#committed([effects])
    return result
  }

  localRecord(record: string): Promise<LocalRecord | undefined> {
    return this.#options.store.transaction((tx) => tx.record(record))
  }

  status(): ConnectorStatus {
    const fault = this.#fault ?? this.#outbox.fault
    const running = this.#halt !== undefined ? 'halted' : fault === undefined ? 'running' : 'retrying'
    return {
      participant: this.#options.participant,
      state: this.#phase === 'running' ? running : this.#phase,
      sequence: this.#reached?.sequence ?? 0,
      digest: this.#reached?.digest ?? firstDigest,
      pending: this.#outbox.pending,
      ...(this.#halt === undefined ? {} : { halt: this.#halt }),
      ...(fault === undefined ? {} : { fault }),
    }
  }

  async stop(deadline = defaultStopDeadline): Promise<StopOutcome> {
    if (this.#phase === 'stopped')
      return { drained: this.#outbox.pending === 0, pending: this.#outbox.pending }
    this.#phase = 'stopped'
    this.#stopping.abort()
    const late = new AbortController()
    const { scheduler = systemScheduler } = this.#options
    const cancel = scheduler.after(deadline, () => late.abort())
    const ended = new Promise<void>((resolve) => {
      late.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    await Promise.race([Promise.all(this.#lanes.map((lane) => lane.stop())), ended])
    await Promise.race([this.#receipts.stop(), ended])
    const pending = await this.#outbox.stop(late.signal)
    cancel()
    return { drained: !late.signal.aborted && pending === 0, pending }
  }

  #feedLane(): FeedLane<Sql> {
    const options = this.#applyOptions(({ event }) =>
      event.type === refusedType ? (this.#refusedHandler ?? this.#handler) : this.#handler,
    )
    return new FeedLane({
      ...this.#laneOptions(feedTopic(this.#options.participant)),
      judge: judgeFeed,
      apply: (tx: StoreTransaction<Sql>, delivery: Delivery) => applyLive(tx, delivery, options),
      onTaken: (checkpoint: Checkpoint, effects: readonly Effects[]) => {
        this.#reached = checkpoint
        this.#fault = undefined
        this.#receipts.note('applied', checkpoint)
        this.#committed(effects)
      },
      onFailure: (error: unknown, attempt: number, checkpoint: Checkpoint) => {
        this.#noteFailure(error, attempt, checkpoint)
        // The exchange is told that the message is here, though not applied.
        this.#receipts.note('received', checkpoint)
        this.#receipts.idle()
      },
      onIdle: () => this.#receipts.idle(),
    })
  }

  #replayLane(handler: Handler<Sql>): FeedLane<Sql> {
    const options = this.#applyOptions(() => handler)
    return new FeedLane({
      ...this.#laneOptions(replayTopic(this.#options.participant), '.replay'),
      judge: judgeReplay,
      apply: (tx: StoreTransaction<Sql>, delivery: Delivery) => applyReplay(tx, delivery, options),
      onTaken: (_checkpoint: Checkpoint, effects: readonly Effects[]) => {
        this.#fault = undefined
        this.#committed(effects)
      },
      onFailure: (error: unknown, attempt: number, checkpoint: Checkpoint) =>
        this.#noteFailure(error, attempt, checkpoint),
      onIdle: () => undefined,
    })
  }

  #applyOptions(handler: ApplyOptions<Sql>['handler']): ApplyOptions<Sql> {
    const { participant, logger } = this.#options
    return { participant, logger, draft: this.#draft, handler }
  }

  #laneOptions(topic: string, suffix = '') {
    const { participant, bus, store, logger, clock } = this.#options
    // A group of its own for each topic: so one that halts does not take the other's partition along.
    const group = (this.#options.group ?? `connector.${participant}`) + suffix
    const { scheduler = systemScheduler, retry = defaultRetry } = this.#options
    const onHalt = (halt: Halt) => {
      this.#halt = halt
      this.#options.onHalt?.(halt)
    }
    return {
      topic,
      group,
      bus,
      store,
      logger,
      clock,
      scheduler,
      retry,
      signal: this.#stopping.signal,
      onHalt,
    }
  }

  /** Sends what was put into the outbox and calls back, now that it is durable. */
  #committed(effects: readonly Effects[]): void {
    let enqueued = 0
    for (const each of effects) enqueued += each.enqueued
    this.#outbox.added(enqueued)
    for (const callback of effects.flatMap(({ afterCommit }) => afterCommit)) {
      try {
        callback()
      } catch (error) {
        this.#options.logger.error({ err: error }, 'A callback after a commit failed')
      }
    }
  }

  #noteFailure(error: unknown, attempt: number, { sequence }: Checkpoint): void {
    this.#fault = `handler at ${sequence}: ${codeOf(error) ?? 'error'}`
    const { participant, logger } = this.#options
    logger.error({ err: error, participant, sequence, attempt }, 'A handler failed; it will be called again')
  }

  #assertNew(): void {
    if (this.#phase === 'new') return
    throw new ConnectorError('YB_CONNECTOR_USAGE', 'The connector was started; handlers come before that.')
  }
}
