import type { Append, AppendOutcome } from '../event-store.ts'
import type { Committed } from './append.ts'

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
  /** One transaction: one fsync. */
  readonly commit: (appends: readonly Append[]) => Committed
  /** Called once something was stored, with the new head, after the callers of the group have their answers. */
  readonly committed: (head: number) => void
}

/**
 * Merges calls into group commits. Calls are collected until the event loop has handed out everything that had
 * arrived (`setImmediate`); so all of one turn, and all that piled up during the last commit, share one fsync.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions
  #queue: Call[] = []
  #scheduled = false
  #drained: (() => void)[] = []

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
    setImmediate(() => this.#flush())
  }

  #flush(): void {
    this.#scheduled = false
    const group = this.#takeGroup()
    let head: number | undefined
    try {
      const committed = this.#options.commit(group.flatMap((call) => call.appends))
      head = committed.head
      let start = 0
      for (const call of group) {
        const end = start + call.appends.length
        call.resolve(group.length === 1 ? committed.outcomes : committed.outcomes.slice(start, end))
        start = end
      }
    } catch (error) {
      for (const call of group) call.reject(error)
    }
    if (head !== undefined) this.#options.committed(head)
    if (this.idle) for (const resolve of this.#drained.splice(0)) resolve()
    else this.#schedule()
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
