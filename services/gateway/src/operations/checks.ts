import type { Clock, Ids, Logger } from '@yibiao/telemetry'
import { refuseBecause } from '../http/reasoned.ts'
import type { Fsck } from '../options.ts'
import type { Job } from './job.ts'

/** Checks that are remembered, the latest ones. */
const remembered = 20

export interface ChecksOptions {
  readonly fsck: Fsck | undefined
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
}

/** Proofs of consistency: they change nothing, so they are no operations in the history; one runs at a time. */
export class Checks {
  readonly #options: ChecksOptions
  readonly #jobs = new Map<string, Job>()
  #running: Promise<void> | undefined

  constructor(options: ChecksOptions) {
    this.#options = options
  }

  find(job: string): Job | undefined {
    return this.#jobs.get(job)
  }

  /** Those remembered, in no order. */
  all(): readonly Job[] {
    return [...this.#jobs.values()]
  }

  /** Starts a check. Throws `YB_UNAVAILABLE` where there is none to run, `YB_BUSY` while another runs. */
  start(actor: string): Job {
    const { fsck, clock, ids } = this.#options
    if (!fsck)
      throw refuseBecause('YB_UNAVAILABLE', '', 'This exchange has no check.', '此平台未配置一致性检查。')
    if (this.#running) throw refuseBecause('YB_BUSY', '', 'A check is running.', '一致性检查正在进行。')
    const job: Job = {
      job: `check-${ids.uuid()}`,
      kind: 'check',
      state: 'running',
      actor,
      reason: '',
      plan: {},
      progress: { done: 0, total: 0 },
      result: null,
      requestedAt: new Date(clock.now()).toISOString(),
      completedAt: null,
    }
    this.#note(job)
    this.#running = this.#run(job, fsck).finally(() => {
      this.#running = undefined
    })
    return job
  }

  async #run(job: Job, fsck: Fsck): Promise<void> {
    const completedAt = () => new Date(this.#options.clock.now()).toISOString()
    try {
      const result = await fsck((done, total) => this.#note({ ...job, progress: { done, total } }))
      const sound = (result as { readonly sound?: unknown }).sound !== false
      const progress = this.#jobs.get(job.job)?.progress ?? null
      this.#note({ ...job, progress, state: sound ? 'done' : 'differs', result, completedAt: completedAt() })
    } catch (error) {
      this.#options.logger.error({ err: error, job: job.job }, 'gateway: the check failed')
      this.#note({ ...job, state: 'failed', result: {}, completedAt: completedAt() })
    }
  }

  #note(job: Job): void {
    this.#jobs.set(job.job, job)
    if (this.#jobs.size > remembered) this.#jobs.delete(this.#jobs.keys().next().value as string)
  }
}
