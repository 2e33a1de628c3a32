import { setTimeout as delay } from 'node:timers/promises'
import { BusError } from '../errors.ts'
import type { BusMessage } from '../message-bus.ts'
import { coded, isOutdated } from './faults.ts'
import { type Lane, laneKey } from './lane.ts'
import type { Membership } from './membership.ts'
import type { Offsets } from './offsets.ts'

export interface CommitsParts {
  readonly offsets: Offsets
  readonly membership: Membership
  readonly retryDelay: number
  /** Milliseconds that a stopping consumer goes on trying. */
  readonly patience: number
  readonly stopping: AbortSignal
  /** Partitions that were kept for their commits may be given up now. */
  readonly onCommitted: () => void
  readonly report: (error: unknown) => void
}

/**
 * Milliseconds from an accepted batch to its commit, so that messages that wait go first, and from one commit to the next
 * while batch follows upon batch.
 */
export const commitPauses = { first: 10, next: 50 } as const

/**
 * Commits behind accepted batches, beside the next ones, and what was accepted meanwhile together. What is not committed when
 * a process dies comes again, as after any crash.
 */
export class Commits {
  readonly #parts: CommitsParts
  /** Where the next commit ends on each partition. */
  #waiting = new Map<Lane, number>()
  #underWay: ReadonlyMap<Lane, number> = new Map()
  #running: Promise<void> | undefined
  #fails = false

  constructor(parts: CommitsParts) {
    this.#parts = parts
  }

  /** To be committed, and nothing before it. */
  accept(messages: readonly BusMessage[], laneOf: ReadonlyMap<string, Lane>): void {
    for (const { topic, partition, offset } of messages) {
      this.#waiting.set(laneOf.get(laneKey(topic, partition)) as Lane, offset + 1)
    }
    this.#running ??= this.#run()
  }

  /** Whether something of a partition was accepted and is not committed. */
  owes(lane: Lane): boolean {
    return this.#waiting.has(lane) || this.#underWay.has(lane)
  }

  /** Resolves when commits succeed: while they do not, nothing more shall be delivered that would come again. */
  async well(): Promise<void> {
    if (this.#fails) await this.#running
  }

  /** Resolves when all that was accepted is committed, or given up. */
  async settled(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    await this.pause(commitPauses.first)
    while (this.#waiting.size > 0) {
      const ends = this.#waiting
      this.#waiting = new Map()
      this.#underWay = ends
      await this.#commit(ends)
      this.#underWay = new Map()
      this.#fails = false
      this.#parts.onCommitted()
      if (this.#waiting.size > 0) await this.pause(commitPauses.next)
    }
    // With nothing awaited in between: what is accepted from here on starts a new run.
    this.#running = undefined
  }

  /**
   * Tries until it is done: the handler's work is, so delivering the batch again would serve nobody. Only partitions
   * that were lost on the way are given up; their messages come again, wherever they went.
   */
  async #commit(ends: Map<Lane, number>): Promise<void> {
    const { retryDelay, patience, stopping, report } = this.#parts
    let deadline = Number.POSITIVE_INFINITY
    for (;;) {
      this.#dropLost(ends)
      const outcome = await this.#attempt(ends)
      if (outcome === 'done') return
      this.#fails = true
      if (stopping.aborted) deadline = Math.min(deadline, performance.now() + patience)
      if (performance.now() > deadline) {
        return report(
          new BusError('YB_BUS_UNAVAILABLE', 'stopped before a batch was committed; it comes again'),
        )
      }
      await delay(outcome === 'news' ? 20 : Math.max(20, retryDelay))
    }
  }

  /** `news`: the group is being divided anew, and this consumer will hear of it. */
  async #attempt(ends: ReadonlyMap<Lane, number>): Promise<'done' | 'news' | 'fault'> {
    const { offsets, membership, report } = this.#parts
    if (ends.size === 0) return 'done'
    const { member } = membership
    if (member === undefined) return 'news'
    const places = [...ends].map(([{ topic, partition }, offset]) => ({ topic, partition, offset }))
    try {
      await offsets.commit(member, places)
      return 'done'
    } catch (error) {
      if (isOutdated(error)) return 'news'
      report(coded(error, 'committing offsets'))
      await offsets.recover(error)
      return 'fault'
    }
  }

  #dropLost(ends: Map<Lane, number>): void {
    const lost = [...ends.keys()].filter((lane) => lane.closed)
    if (lost.length === 0) return
    for (const lane of lost) ends.delete(lane)
    const names = lost.map(({ topic, partition }) => `${topic}/${partition}`).join(', ')
    const message = `${names} was lost before its batch was committed; its messages come again`
    this.#parts.report(new BusError('YB_BUS_UNAVAILABLE', message))
  }

  /** Resolves after so long, or at once when the consumer is to stop. */
  async pause(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: this.#parts.stopping }).catch(() => {})
  }
}
