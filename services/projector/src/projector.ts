import { setTimeout } from 'node:timers/promises'
import type { Database } from '@yibiao/database'
import type { EventStore, SubscriptionBatch } from '@yibiao/event-store'
import type { MessageBus } from '@yibiao/message-bus'
import {
  type AnyProjection,
  isReferenceEvent,
  type OneFormReferences,
  openReadModel,
  openRuntime,
  type Runtime,
  standardProjections,
} from '@yibiao/projections'
import { decodeEvent, type RecordedEvent } from '@yibiao/schemas'
import type { Clock, Logger, Metrics } from '@yibiao/telemetry'
import { defaultLease, Lease } from './lease.ts'
import { Operations } from './operations.ts'

export interface ProjectorOptions {
  readonly store: EventStore
  readonly database: Database
  /** Only to tell how operations ended. */
  readonly bus: MessageBus
  readonly logger: Logger
  readonly clock: Clock
  readonly metrics: Metrics
  /** Loaded up to the head; publications that follow are applied here as they come by. */
  readonly references: OneFormReferences & { apply(event: RecordedEvent): void }
  /** Default: those of the read API. */
  readonly projections?: readonly AnyProjection[]
  /** Milliseconds without a sign of life after which another projector's read database is taken over. Default `defaultLease`. */
  readonly lease?: number
  /** Events in one transaction at most, 1 … 10,000. Default 2,000: the more wait, the fuller a batch, the fewer rows are written twice. */
  readonly batchSize?: number
}

export type ProjectorState =
  | 'stopped'
  | 'standing by'
  | 'building'
  | 'catching up'
  | 'live'
  | 'retrying'
  | 'failed'

export interface ProjectorHealth {
  readonly state: ProjectorState
  /** Everything up to and including this position is in the read database. */
  readonly position: number
  /** Projections whose live copy this version cannot keep up: an operator must rebuild them. */
  readonly frozen: readonly string[]
  /** Code of the last fault, when `retrying` or `failed`. */
  readonly fault?: string
}

/**
 * Keeps the read database in step with the history. Of several on one read database one does it, and the others stand by to
 * take over.
 */
export interface Projector {
  /** Resolves when the read database is open and fits the history, or another keeps it; catching up goes on by itself. */
  start(): Promise<void>
  /** Finishes the transaction under way; an operation under way is left and begins anew at the next start. */
  stop(): Promise<void>
  health(): ProjectorHealth
}

export const defaultBatchSize = 2_000

/** Milliseconds before a failed batch is tried again, at first and at most. */
const firstDelay = 200
const longestDelay = 5_000

/** Faults that trying again cannot mend. */
const final: ReadonlySet<string> = new Set([
  'YB_HISTORY_RESTORED',
  'YB_STORE_NEWER',
  'YB_STORE_DAMAGED',
  'YB_DATABASE_DAMAGED',
])

export const createProjector = (options: ProjectorOptions): Projector => new ProjectorRole(options)

class ProjectorRole implements Projector {
  readonly #options: ProjectorOptions
  readonly #projections: readonly AnyProjection[]
  #abort = new AbortController()
  #state: ProjectorState = 'stopped'
  #fault: string | undefined
  #runtime: Runtime | undefined
  #running: Promise<void> | undefined
  /** Only where processes share the read database. */
  readonly #lease: Lease | undefined

  constructor(options: ProjectorOptions) {
    this.#options = options
    this.#projections = options.projections ?? standardProjections(options.references)
    const { database, logger, lease = defaultLease } = options
    if (database.capabilities.shared) this.#lease = new Lease({ database, logger, patience: lease })
  }

  async start(): Promise<void> {
    if (this.#running) return
    this.#abort = new AbortController()
    if (this.#lease === undefined || (await this.#lease.take())) this.#runtime = await this.#open()
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#abort.abort()
    await this.#running
    this.#running = undefined
    await this.#lease?.giveUp()
    this.#state = 'stopped'
  }

  health(): ProjectorHealth {
    return {
      state: this.#state,
      position: this.#runtime?.position ?? 0,
      frozen: this.#runtime?.frozen ?? [],
      ...(this.#fault === undefined ? {} : { fault: this.#fault }),
    }
  }

  #open(): Promise<Runtime> {
    const { database, store } = this.#options
    return openRuntime({ database, store, projections: this.#projections })
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort
    let delay = firstDelay
    while (!signal.aborted) {
      try {
        await this.#holdLease()
        this.#runtime ??= await this.#open()
        await this.#follow(this.#runtime, () => {
          delay = firstDelay
        })
        if (!signal.aborted) this.#runtime = undefined
      } catch (error) {
        if (signal.aborted) return
        if (!this.#note(error)) return
        this.#runtime = undefined
        await setTimeout(delay, undefined, { signal }).catch(() => undefined)
        delay = Math.min(delay * 2, longestDelay)
      }
    }
  }

  /** Waits until the read database is ours to keep. */
  async #holdLease(): Promise<void> {
    if (this.#lease === undefined || this.#lease.held) return
    this.#state = 'standing by'
    this.#runtime = undefined
    await this.#lease.wait(this.#abort.signal)
  }

  /** Whether trying again may help. */
  #note(error: unknown): boolean {
    const { code } = error as { readonly code?: unknown }
    this.#fault = typeof code === 'string' ? code : 'YB_INTERNAL'
    const ended = final.has(this.#fault)
    this.#state = ended ? 'failed' : 'retrying'
    this.#options.metrics.counter('yibiao_projector_faults_total').add({})
    this.#options.logger.error({ err: error, position: this.health().position }, `projector ${this.#state}`)
    return !ended
  }

  /** Builds what is missing, then follows the history until it is told to stop or fails. */
  async #follow(runtime: Runtime, onProgress: () => void): Promise<void> {
    const { store, database, batchSize = defaultBatchSize } = this.#options
    const stopping = new AbortController()
    const signals = [this.#abort.signal, stopping.signal]
    if (this.#lease !== undefined) signals.push(this.#lease.lost)
    const signal = AbortSignal.any(signals)
    for (const name of runtime.missing) {
      this.#state = 'building'
      await runtime.rebuild(name, { signal })
    }
    this.#state = 'catching up'
    const readModel = openReadModel(database)
    const operations = new Operations({ ...this.#options, runtime, readModel, signal })
    try {
      for await (const batch of store.subscribe({ after: runtime.position, batchSize, signal })) {
        await this.#apply(runtime, batch)
        onProgress()
        this.#fault = undefined
        if (batch.caughtUp) {
          // Requests found on the way are answered from here on: their completions may be further up in the history.
          if (this.#state !== 'live') operations.wake()
          this.#state = 'live'
        }
        if (this.#state === 'live' && batch.events.some((event) => event.stream === 'operations'))
          operations.wake()
      }
    } finally {
      stopping.abort()
      await operations.idle()
      readModel.close()
    }
  }

  async #apply(runtime: Runtime, batch: SubscriptionBatch): Promise<void> {
    if (batch.events.length === 0) return
    const { references, metrics, clock } = this.#options
    for (const stored of batch.events)
      if (isReferenceEvent(stored.type)) references.apply(decodeEvent(stored))
    const began = clock.now()
    await runtime.apply(batch.events, batch.position)
    metrics.histogram('yibiao_projector_apply_seconds').observe({}, (clock.now() - began) / 1000)
    metrics.histogram('yibiao_projector_batch_events').observe({}, batch.events.length)
    metrics.counter('yibiao_projector_events_total').add({}, batch.events.length)
    metrics.gauge('yibiao_projector_position').set({ projection: 'all' }, runtime.position)
  }
}
