import type { EventStore } from '@yibiao/event-store'
import type { OperationView, ReadModel } from '@yibiao/projections'
import { refusal } from '../http/problems.ts'
import type { Checks } from './checks.ts'
import type { Job } from './job.ts'

export interface JobsOptions {
  readonly store: EventStore
  readonly readModel: ReadModel
  readonly checks: Checks
  /** Longest wait for the view, in milliseconds. */
  readonly wait: number
}

/** Operations and checks under one roof. */
export class Jobs {
  readonly #options: JobsOptions

  constructor(options: JobsOptions) {
    this.#options = options
  }

  /** The job as it stands, with the position that is true as of. Throws `YB_JOB_UNKNOWN`. */
  async find(job: string): Promise<{ readonly position: number; readonly value: Job }> {
    const { store, readModel, checks, wait } = this.#options
    const check = checks.find(job)
    if (check) return { position: await store.head(), value: check }
    let { position, value } = await readModel.operation(job)
    if (value === undefined) {
      // It may have been recorded a moment ago: the view is given the time to come to the head.
      await readModel.waitFor(await store.head(), wait, 'operations')
      ;({ position, value } = await readModel.operation(job))
    }
    if (value === undefined) throw refusal('YB_JOB_UNKNOWN', '/path/id', { job })
    return { position, value: await this.#jobOf(value) }
  }

  /** Operations and checks, the latest first; at most 1,000. */
  async list(): Promise<{ readonly position: number; readonly value: readonly Job[] }> {
    const { readModel, checks } = this.#options
    const { position, value } = await readModel.operations()
    const jobs = [...checks.all(), ...(await Promise.all(value.map((one) => this.#jobOf(one))))]
    return { position, value: jobs.sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1)) }
  }

  async #jobOf(operation: OperationView): Promise<Job> {
    const progress = (await this.#options.readModel.jobs()).find(
      (one) => one.operation === operation.operation,
    )
    return {
      job: operation.operation,
      kind: operation.kind,
      state: operation.state === 'requested' && progress ? 'running' : operation.state,
      actor: operation.actor,
      reason: operation.reason,
      plan: operation.plan,
      progress: progress ? { done: progress.done, total: progress.total } : null,
      result: operation.result,
      requestedAt: operation.requestedAt,
      completedAt: operation.completedAt,
    }
  }
}
