import type Database from 'better-sqlite3'
import { guarded } from './faults.ts'

export interface PartitionOffset {
  readonly topic: string
  readonly partition: number
  /** The next offset to be delivered. */
  readonly offset: number
}

/**
 * The committed offsets of all groups, in a file of their own: committing neither waits for publishing nor holds it
 * up, nor waits for the disk. Every method throws coded errors only.
 */
export class Offsets {
  readonly #committed: Database.Statement<[string, string, number], number>
  readonly #commit: (group: string, offsets: readonly PartitionOffset[]) => void

  constructor(database: Database.Database) {
    this.#committed = database.prepare<[string, string, number], number>(
      'SELECT committed FROM offsets WHERE "group" = ? AND topic = ? AND partition = ?',
    )
    this.#committed.pluck()
    const upsert = database.prepare<[string, string, number, number]>(
      `INSERT INTO offsets ("group", topic, partition, committed) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET committed = excluded.committed`,
    )
    this.#commit = database.transaction((group: string, offsets: readonly PartitionOffset[]) => {
      for (const { topic, partition, offset } of offsets) upsert.run(group, topic, partition, offset)
    }).immediate
  }

  /** Undefined where the group has committed nothing. */
  committed(group: string, topic: string, partition: number): number | undefined {
    return guarded(() => this.#committed.get(group, topic, partition))
  }

  /** All of them or none. */
  commit(group: string, offsets: readonly PartitionOffset[]): void {
    if (offsets.length > 0) guarded(() => this.#commit(group, offsets))
  }
}
