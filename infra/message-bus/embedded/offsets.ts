import type Database from 'better-sqlite3'
import { guarded } from './faults.ts'

export interface PartitionOffset {
  readonly topic: string
  readonly partition: number
  /** The next offset to be delivered. */
  readonly offset: number
}

/** Milliseconds after which a commit that was put off is in the file. */
export const commitInterval = 100

/** The commit of one group on one partition that is not in the file yet. */
interface PutOff extends PartitionOffset {
  readonly group: string
}

/**
 * The committed offsets of all groups, in a file of their own: committing neither waits for publishing nor holds it
 * up, nor waits for the disk. Every method throws coded errors only.
 *
 * A commit may be put off: this bus knows it at once, the file with the next commits of all groups. Who puts off MUST
 * `flush` before another bus may go on with the partition; a crash repeats what was delivered in the last interval.
 */
export class Offsets {
  readonly #committed: Database.Statement<[string, string, number], number>
  readonly #write: (offsets: Iterable<PutOff>) => void
  readonly #onFault: (error: unknown) => void
  readonly #putOff = new Map<string, PutOff>()
  #timer: NodeJS.Timeout | undefined

  constructor(database: Database.Database, onFault: (error: unknown) => void) {
    this.#onFault = onFault
    this.#committed = database.prepare<[string, string, number], number>(
      'SELECT committed FROM offsets WHERE "group" = ? AND topic = ? AND partition = ?',
    )
    this.#committed.pluck()
    const upsert = database.prepare<[string, string, number, number]>(
      `INSERT INTO offsets ("group", topic, partition, committed) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET committed = excluded.committed`,
    )
    this.#write = database.transaction((offsets: Iterable<PutOff>) => {
      for (const { group, topic, partition, offset } of offsets) upsert.run(group, topic, partition, offset)
    }).immediate
  }

  /** Undefined where the group has committed nothing. */
  committed(group: string, topic: string, partition: number): number | undefined {
    const putOff = this.#putOff.get(placeOf(group, topic, partition))
    return putOff?.offset ?? guarded(() => this.#committed.get(group, topic, partition))
  }

  /** All of them or none. */
  commit(group: string, offsets: readonly PartitionOffset[]): void {
    if (offsets.length > 0) guarded(() => this.#write(offsets.map((offset) => ({ ...offset, group }))))
  }

  /** Commits with the next `flush`, at the latest after `commitInterval`. Faults of the engine go to `onFault`. */
  putOff(group: string, { topic, partition, offset }: PartitionOffset): void {
    this.#putOff.set(placeOf(group, topic, partition), { group, topic, partition, offset })
    this.#timer ??= setTimeout(() => this.#flushLater(), commitInterval).unref()
  }

  /** Commits what was put off: all of it or none. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#putOff.size === 0) return
    guarded(() => this.#write(this.#putOff.values()))
    this.#putOff.clear()
  }

  #flushLater(): void {
    try {
      this.flush()
    } catch (error) {
      this.#onFault(error)
      this.#timer ??= setTimeout(() => this.#flushLater(), commitInterval).unref()
    }
  }
}

const placeOf = (group: string, topic: string, partition: number): string => `${topic}/${partition} ${group}`
