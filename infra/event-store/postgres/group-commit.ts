import { answer, appendsOf, CallQueue } from '../call-queue.ts'
import type { Append, AppendOutcome } from '../event-store.ts'
import type { Committed } from './append.ts'

export interface GroupCommitOptions {
  /** One transaction. */
  readonly commit: (appends: readonly Append[]) => Promise<Committed>
  /** Called once something was stored, with the new head, after the callers of the group have their answers. */
  readonly committed: (head: number) => void
}

/**
 * Merges calls into group commits: what comes while one transaction is under way waits and shares the next one. A call that
 * finds nothing under way leaves with those of the same turn, and waits for nobody else.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions
  readonly #queue = new CallQueue()
  #running: Promise<void> | undefined

  constructor(options: GroupCommitOptions) {
    this.#options = options
  }

  append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    return this.#queue.add(appends, () => {
      this.#running ??= this.#run()
    })
  }

  /** Resolves when every call made so far has its answer. */
  async drained(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    while (!this.#queue.isEmpty) {
      await new Promise(setImmediate)
      const group = this.#queue.takeGroup()
      try {
        const { outcomes, head } = await this.#options.commit(appendsOf(group))
        answer(group, outcomes)
        if (head !== undefined) this.#options.committed(head)
      } catch (error) {
        for (const call of group) call.reject(error)
      }
    }
    this.#running = undefined
  }
}
