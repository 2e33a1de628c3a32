import type { Append, AppendOutcome } from '../event-store.ts'
import type { Committed } from './append.ts'

/** Bounds of one group, so that nobody waits for long. A single call is never split and may exceed them. */
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
  readonly #queue: Call[] = []
  #running: Promise<void> | undefined

  constructor(options: GroupCommitOptions) {
    this.#options = options
  }

  append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    return new Promise((resolve, reject) => {
      const [events, bytes] = sizeOf(appends)
      this.#queue.push({ appends, events, bytes, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when every call made so far has its answer. */
  async drained(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      await new Promise(setImmediate)
      const group = this.#takeGroup()
      try {
        this.#answer(group, await this.#options.commit(group.flatMap((call) => call.appends)))
      } catch (error) {
        for (const call of group) call.reject(error)
      }
    }
    this.#running = undefined
  }

  #answer(group: readonly Call[], { outcomes, head }: Committed): void {
    let start = 0
    for (const call of group) {
      const end = start + call.appends.length
      call.resolve(group.length === 1 ? outcomes : outcomes.slice(start, end))
      start = end
    }
    if (head !== undefined) this.#options.committed(head)
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
