import { StoreError } from '../errors.ts'
import type { Append, AppendOutcome } from '../event-store.ts'
import type { Committed } from './append.ts'
import { lockCourtesy } from './options.ts'

/**
 * Bounds of one group: a commit blocks the event loop, so what does not fit waits for the next turn. A single call
 * is never split and may exceed them.
 */
export const maxGroupEvents = 4_096
export const maxGroupBytes = 8_388_608

interface Call {
  readonly appends: readonly Append[]
  readonly events: number
  readonly bytes: number
  readonly resolve: (outcomes: readonly AppendOutcome[]) => void
  readonly reject: (error: unknown) => void
}

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
 * Merges calls into group commits. Calls are collected until the event loop has handed out everything that had
 * arrived (`setImmediate`); so all of one turn, and all that piled up during the last commit, share one fsync.
 *
 * SQLite's lock is not fair: a thread that commits without a pause can keep it from another for seconds. So whoever
 * finds it taken says so, and the others then leave it free for longer than the gap between two looks at it.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions
  #queue: Call[] = []
  #scheduled = false
  #drained: (() => void)[] = []
  #lockedSince: number | undefined

  constructor(options: GroupCommitOptions) {
    this.#options = options
  }

  append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    return new Promise((resolve, reject) => {
      const [events, bytes] = sizeOf(appends)
      this.#queue.push({ appends, events, bytes, resolve, reject })
      this.#schedule()
    })
  }

  /** True when no call waits for a commit. */
  get idle(): boolean {
    return this.#queue.length === 0
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
    const group = this.#takeGroup()
    try {
      const committed = this.#options.commit(group.flatMap((call) => call.appends))
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
    let start = 0
    for (const call of group) {
      const end = start + call.appends.length
      call.resolve(group.length === 1 ? outcomes : outcomes.slice(start, end))
      start = end
    }
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
    this.#queue.unshift(...group)
  }

  #takeGroup(): readonly Call[] {
    let [events, bytes, size] = [0, 0, 0]
    for (const call of this.#queue) {
      events += call.events
      bytes += call.bytes
      if (size > 0 && (events > maxGroupEvents || bytes > maxGroupBytes)) break
      size++
    }
    return this.#queue.splice(0, size)
  }
}

function sizeOf(appends: readonly Append[]): readonly [events: number, bytes: number] {
  let [events, bytes] = [0, 0]
  for (const append of appends) {
    events += append.events.length
    for (const event of append.events) bytes += event.data.byteLength
  }
  return [events, bytes]
}
