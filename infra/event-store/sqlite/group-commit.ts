import { answer, appendsOf, type Call, CallQueue } from '../call-queue.ts'
import { StoreError } from '../errors.ts'
import type { Append, AppendOutcome } from '../event-store.ts'
import type { Committed } from './append.ts'
import { lockCourtesy } from './options.ts'

export interface GroupCommitOptions {
  /** One transaction: one fsync. 'locked': another thread is committing, try again. */
  readonly commit: (appends: readonly Append[]) => Committed | 'locked'
  /** Called after each 'locked'. */
  readonly askForLock: () => void
  /** Whether another thread has asked for the lock since the last call. */
  readonly lockIsWanted: () => boolean
  /** Milliseconds for which a group found locked is tried again. */
  readonly busyTimeout: number
  /** Called once something was stored, with the new head, after the callers of the group have their answers. */
  readonly committed: (head: number) => void
}

/**
 * Merges calls into group commits; a commit blocks the event loop, so what exceeds a group waits for the next turn. Calls are collected until the event loop has handed out everything that had
 * arrived (`setImmediate`); so all of one turn, and all that piled up during the last commit, share one fsync.
 *
 * SQLite's lock is not fair: a thread that commits without a pause can keep it from another for seconds. So whoever
 * finds it taken says so, and the others then leave it free for longer than the gap between two looks at it.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions
  readonly #queue = new CallQueue()
  #scheduled = false
  #drained: (() => void)[] = []
  #lockedSince: number | undefined

  constructor(options: GroupCommitOptions) {
    this.#options = options
  }

  append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    return this.#queue.add(appends, () => this.#schedule())
  }

  /** True when no call waits for a commit. */
  get idle(): boolean {
    return this.#queue.isEmpty
  }

  /** Resolves when every call made so far has its answer. */
  drained(): Promise<void> {
    return this.idle ? Promise.resolve() : new Promise((resolve) => this.#drained.push(resolve))
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    const flush = () => this.#flush()
    if (this.#options.lockIsWanted()) setTimeout(flush, lockCourtesy)
    else setImmediate(flush)
  }

  #flush(): void {
    this.#scheduled = false
    const group = this.#queue.takeGroup()
    try {
      const committed = this.#options.commit(appendsOf(group))
      if (committed === 'locked') this.#putBack(group)
      else this.#answer(group, committed)
    } catch (error) {
      this.#lockedSince = undefined
      for (const call of group) call.reject(error)
    }
    if (!this.idle) this.#schedule()
    else for (const resolve of this.#drained.splice(0)) resolve()
  }

  #answer(group: readonly Call[], { outcomes, head }: Committed): void {
    this.#lockedSince = undefined
    answer(group, outcomes)
    if (head !== undefined) this.#options.committed(head)
  }

  #putBack(group: readonly Call[]): void {
    this.#lockedSince ??= performance.now()
    if (performance.now() - this.#lockedSince >= this.#options.busyTimeout) {
      throw new StoreError(
        'YB_STORE_UNAVAILABLE',
        `other threads kept the event store locked for ${this.#options.busyTimeout} ms. Repeat the append.`,
      )
    }
    this.#options.askForLock()
    this.#queue.putBack(group)
  }
}
