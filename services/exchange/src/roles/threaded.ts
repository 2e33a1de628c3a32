import { Worker } from 'node:worker_threads'
import type { RoleHealth } from '@yibiao/gateway'
import type { Clock, Logger, Metrics, MetricsSnapshot } from '@yibiao/telemetry'
import type { RunningRole } from './roles.ts'
import type { ThreadData, ThreadNews, ThreadRequest } from './thread.ts'

export interface ThreadedOptions extends ThreadData {
  readonly logger: Logger
  readonly clock: Clock
  /** Counts of the thread are told with these. */
  readonly metrics: Metrics
}

/** Milliseconds before a thread that ended by itself is started again. */
const restartDelay = 1_000
/** Milliseconds that a thread gets to say what it has counted. */
const metricsPatience = 1_000

/**
 * Heap of a role's thread, in MiB. What a role keeps is bounded by its caches; without a limit V8 would rather grow than
 * collect.
 */
const limits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 }

/**
 * Starts a role in a thread of its own; resolves when it is at work. A thread that ends by itself is started again, and
 * until then the role is not well: what was accepted is durable and is taken up where it stood.
 */
export async function startThreaded(options: ThreadedOptions): Promise<RunningRole> {
  const thread = new RoleThread(options)
  options.metrics.include(() => thread.counted())
  await thread.start()
  return thread
}

class RoleThread implements RunningRole {
  readonly #options: ThreadedOptions
  #worker: Worker | undefined
  #health: RoleHealth
  #stopping = false
  #again: NodeJS.Timeout | undefined
  #asked = 0
  readonly #answers = new Map<number, (counted: MetricsSnapshot) => void>()

  constructor(options: ThreadedOptions) {
    this.#options = options
  }

  health(): RoleHealth {
    return this.#health
  }

  start(): Promise<void> {
    const { role, configuration, folder } = this.#options
    const workerData: ThreadData = { role, configuration, folder }
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      name: role,
      workerData,
      resourceLimits: limits,
    })
    return new Promise((resolve, reject) => {
      let fault: unknown
      worker.on('message', (news: ThreadNews) => {
        if ('ready' in news) {
          this.#worker = worker
          this.#health = undefined
          resolve()
        } else this.#hear(news)
      })
      worker.on('error', (error) => {
        fault = error
      })
      worker.on('exit', () => {
        // Rejecting what was resolved does nothing.
        reject(fault ?? new Error(`the thread of the ${role} ended before it was ready`))
        if (this.#worker === worker) this.#ended(fault)
      })
    })
  }

  #hear(news: Exclude<ThreadNews, { readonly ready: true }>): void {
    if ('health' in news) this.#health = news.health
    else {
      this.#answers.get(news.number)?.(news.metrics)
      this.#answers.delete(news.number)
    }
  }

  #ended(fault: unknown): void {
    this.#worker = undefined
    if (this.#stopping) return
    const { role, logger, clock } = this.#options
    const error = fault instanceof Error ? fault.message : 'the thread ended by itself'
    this.#health = { since: clock.now(), error }
    logger.error({ err: fault, role }, 'a role ended by itself and is started again')
    this.#startAgain()
  }

  #startAgain(): void {
    this.#again = setTimeout(() => {
      this.start().catch((error: unknown) => {
        this.#options.logger.error({ err: error, role: this.#options.role }, 'a role could not be started')
        if (!this.#stopping) this.#startAgain()
      })
    }, restartDelay)
  }

  /** Undefined while the thread does not answer. */
  counted(): Promise<MetricsSnapshot | undefined> {
    const worker = this.#worker
    if (worker === undefined) return Promise.resolve(undefined)
    const number = ++this.#asked
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#answers.delete(number)
        resolve(undefined)
      }, metricsPatience)
      this.#answers.set(number, (counted) => {
        clearTimeout(timer)
        resolve(counted)
      })
      worker.postMessage({ ask: 'metrics', number } satisfies ThreadRequest)
    })
  }

  async stop(): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#again)
    const worker = this.#worker
    if (worker === undefined) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.postMessage({ ask: 'stop' } satisfies ThreadRequest)
    await ended
  }
}
