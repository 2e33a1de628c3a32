import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { coded, guarded } from './faults.ts'
import { withLock } from './locks.ts'
import type { BusLogger } from './options.ts'
import { laneSize } from './schema.ts'
import type { Topics } from './topics.ts'

/** Messages deleted in one transaction: a few milliseconds, for which a publisher may have to wait. */
export const retentionStep = 200

export interface RetentionParts {
  readonly database: Database.Database
  readonly topics: Topics
  readonly clock: () => number
  readonly logger: BusLogger
  readonly lockPrefix: string
  /** Milliseconds between two searches. */
  readonly interval: number
}

/** Deletes what is older than its topic's retention, in the background, in one thread of the process at a time. */
export class Retention {
  readonly #parts: RetentionParts
  readonly #oldest: Database.Statement<[number, number, number], [slot: number, time: number]>
  readonly #step: (lane: number, before: number) => number
  readonly #timer: NodeJS.Timeout
  #closed = false
  #underWay: Promise<void> = Promise.resolve()

  constructor(parts: RetentionParts) {
    this.#parts = parts
    this.#oldest = parts.database.prepare<[number, number, number], [number, number]>(
      'SELECT slot, time FROM messages WHERE slot >= ? AND slot < ? ORDER BY slot LIMIT ?',
    )
    this.#oldest.raw()
    const remove = parts.database.prepare('DELETE FROM messages WHERE slot >= ? AND slot <= ?')
    const raise = parts.database.prepare('UPDATE lanes SET earliest = ?, time = ? WHERE lane = ?')
    this.#step = parts.database.transaction((lane: number, before: number) => {
      const start = lane * laneSize
      const rows = this.#oldest.all(start, start + laneSize, retentionStep)
      const expired = rows.filter(([, time]) => time < before)
      const last = expired.at(-1)
      if (last === undefined) return 0
      remove.run(start, last[0])
      raise.run(last[0] - start + 1, last[1], lane)
      return expired.length
    }).immediate
    this.#timer = setInterval(() => this.#sweepInTurn(), parts.interval).unref()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.#underWay
  }

  #sweepInTurn(): void {
    this.#underWay = this.#underWay.then(() => this.#sweep())
  }

  async #sweep(): Promise<void> {
    const name = `${this.#parts.lockPrefix}:retention`
    await withLock(name, { ifAvailable: true }, async (held) => {
      if (!held) return
      try {
        await this.#sweepAll()
      } catch (error) {
        this.#parts.logger.error({ err: coded(error) }, 'expired messages could not be deleted')
      }
    })
  }

  async #sweepAll(): Promise<void> {
    const now = this.#parts.clock()
    for (const { name, firstLane, partitions, retention } of this.#parts.topics.rows()) {
      if (retention === null) continue
      for (let partition = 0; partition < partitions; partition++) {
        if (this.#closed) return
        const deleted = await this.#sweepLane(firstLane + partition, now - retention)
        if (deleted > 0)
          this.#parts.logger.debug({ topic: name, partition, deleted }, 'expired messages deleted')
      }
    }
  }

  async #sweepLane(lane: number, before: number): Promise<number> {
    let deleted = 0
    while (!this.#closed) {
      const oldest = guarded(() => this.#oldest.get(lane * laneSize, (lane + 1) * laneSize, 1))
      if (oldest === undefined || oldest[1] >= before) break
      deleted += guarded(() => this.#step(lane, before))
      await nextTurn()
    }
    return deleted
  }
}
