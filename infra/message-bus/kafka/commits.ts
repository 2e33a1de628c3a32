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
  readonly report: (error: unknown) => void
}

/** Commits behind accepted batches. */
export class Commits {
  readonly #parts: CommitsParts

  constructor(parts: CommitsParts) {
    this.#parts = parts
  }

  /**
   * Tries until it is done: the handler's work is, so delivering the batch again would serve nobody. Only partitions
   * that were lost on the way are given up; their messages come again, wherever they went.
   */
  async commit(messages: readonly BusMessage[], laneOf: ReadonlyMap<string, Lane>): Promise<void> {
    const { retryDelay, patience, stopping, report } = this.#parts
    const ends = new Map<Lane, number>()
    for (const { topic, partition, offset } of messages) {
      ends.set(laneOf.get(laneKey(topic, partition)) as Lane, offset + 1)
    }
    let deadline = Number.POSITIVE_INFINITY
    for (;;) {
      this.#dropLost(ends)
      const outcome = await this.#attempt(ends)
      if (outcome === 'done') return
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
