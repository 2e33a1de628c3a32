import { setTimeout } from 'node:timers/promises'
import type { Database } from '@yibiao/database'
import type { MessageBus } from '@yibiao/message-bus'
import type { OperationView, ReadModel, RebuildResult, Runtime, SwitchResult } from '@yibiao/projections'
import type { Clock, Logger, Metrics } from '@yibiao/telemetry'
import { completionMessage, completionTopic, type Outcome, operationsSubject } from './completion.ts'
import { Jobs } from './jobs.ts'

export interface OperationsOptions {
  readonly runtime: Runtime
  readonly readModel: ReadModel
  readonly database: Database
  readonly bus: MessageBus
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly signal: AbortSignal
}

/** Milliseconds before an interrupted operation begins again. */
const retryDelay = 2_000

const ours: ReadonlySet<string> = new Set(['rebuild', 'switch', 'rollback'])

/**
 * Does what operators asked for, one operation at a time in the order of the requests. The effect and its outcome are one
 * transaction, and the outcome is told afterwards: so after a crash an operation is either done again from its beginning,
 * or only told again.
 */
export class Operations {
  readonly #options: OperationsOptions
  readonly #jobs: Jobs
  readonly #told = new Set<string>()
  #running: Promise<void> | undefined
  #again = false

  constructor(options: OperationsOptions) {
    this.#options = options
    this.#jobs = new Jobs(options.database, options.clock)
  }

  /** Looks for requests without a completion; call it when there may be some. */
  wake(): void {
    this.#again = true
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    const { logger, readModel, signal } = this.#options
    while (this.#again && !signal.aborted) {
      this.#again = false
      try {
        const { value } = await readModel.operations('requested')
        for (const operation of value) {
          if (signal.aborted) return
          if (ours.has(operation.kind) && !this.#told.has(operation.operation)) await this.#do(operation)
        }
      } catch (error) {
        if (signal.aborted) return
        logger.error({ err: error }, 'operation interrupted; it begins again')
        this.#again = true
        await setTimeout(retryDelay, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  async #do(operation: OperationView): Promise<void> {
    const id = operation.operation
    if ((await this.#jobs.ended(id)) === undefined) {
      this.#options.logger.info({ operation: id, kind: operation.kind }, 'operation begins')
      await this.#jobs.begin(id, operation.kind, projectionOf(operation))
      const outcome = await this.#perform(operation)
      if (outcome !== undefined)
        await this.#options.database.transaction((session) => this.#jobs.end(session, id, outcome))
    }
    const ended = await this.#jobs.ended(id)
    if (ended === undefined) throw new Error(`operation ${id} ended without an outcome`)
    const message = completionMessage(id, ended, ended.endedAt)
    const value = Buffer.from(JSON.stringify(message))
    await this.#options.bus.publish([{ topic: completionTopic, key: operationsSubject, value }])
    this.#told.add(id)
    this.#options.logger.info({ operation: id, outcome: ended.outcome }, 'operation ended')
  }

  /** Gives the outcome, or nothing when it was written together with the effect. */
  async #perform(operation: OperationView): Promise<Outcome | undefined> {
    try {
      if (operation.kind === 'rebuild') return await this.#rebuild(operation)
      const result = await this.#replace(operation)
      return result.switched ? undefined : { outcome: 'refused', result: { why: result.why } }
    } catch (error) {
      const { code, retryable } = error as { readonly code?: unknown; readonly retryable?: unknown }
      if (this.#options.signal.aborted || retryable === true) throw error
      if (code === 'YB_NOT_FOUND') return { outcome: 'refused', result: { why: 'unknown projection' } }
      this.#options.logger.error({ operation: operation.operation, err: error }, 'operation failed')
      return { outcome: 'failed', result: { code: typeof code === 'string' ? code : 'YB_INTERNAL' } }
    }
  }

  async #rebuild(operation: OperationView): Promise<undefined> {
    const { runtime, metrics, signal, logger } = this.#options
    const id = operation.operation
    const projection = projectionOf(operation)
    const note = this.#jobs.progress(id, (error) => logger.warn({ err: error }, 'progress not noted'))
    const gauge = metrics.gauge('yibiao_projector_rebuild_events')
    const { accept } = operation.plan
    await runtime.rebuild(projection, {
      signal,
      ...(typeof accept === 'string' ? { accept } : {}),
      onProgress: (done, total) => {
        gauge.set({ projection }, done)
        note(done, total)
      },
      within: (session, result) => this.#jobs.end(session, id, rebuildOutcome(result)),
    })
  }

  #replace(operation: OperationView): Promise<SwitchResult> {
    const { runtime } = this.#options
    const projection = projectionOf(operation)
    const within = (session: Parameters<Jobs['end']>[0], result: SwitchResult) =>
      this.#jobs.end(session, operation.operation, { outcome: 'done', result: { projection, ...result } })
    if (operation.kind === 'rollback') return runtime.rollback(projection, within)
    return runtime.switchTo(projection, String(operation.plan.accept ?? ''), within)
  }
}

const projectionOf = (operation: OperationView): string => String(operation.plan.projection ?? '')

/** Paths say where copies differ; the values stay in the read database. */
function rebuildOutcome(result: RebuildResult): Outcome {
  const { differences, switched, ...figures } = result
  const places = differences.map(({ key, path }) => ({ key, path }))
  return { outcome: switched ? 'done' : 'differs', result: { ...figures, switched, differences: places } }
}
