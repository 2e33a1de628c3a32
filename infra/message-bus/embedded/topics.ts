import type Database from 'better-sqlite3'
import type { TopicSpec } from '../message-bus.ts'
import { unknownTopic, usage } from '../usage.ts'
import { guarded } from './faults.ts'
import { maxLanes } from './schema.ts'

/** A topic of the message file. Neither its partitions nor its lanes ever change. */
export interface StoredTopic {
  readonly name: string
  readonly partitions: number
  /** The lane of partition 0; the others follow it. */
  readonly firstLane: number
}

interface TopicRow {
  readonly name: string
  readonly partitions: number
  readonly firstLane: number
  readonly retention: number | null
}

/** The topics of the message file. Other threads may provision too, so an unknown name is looked up before it counts. */
export class Topics {
  readonly #database: Database.Database
  readonly #all: Database.Statement<[], TopicRow>
  readonly #byName = new Map<string, StoredTopic>()

  constructor(database: Database.Database) {
    this.#database = database
    this.#all = database.prepare<[], TopicRow>(
      'SELECT name, partitions, first_lane AS firstLane, retention FROM topics ORDER BY id',
    )
  }

  /** Throws `YB_BUS_UNKNOWN_TOPIC` when nobody provisioned it. */
  get(name: string): StoredTopic {
    const topic = this.find(name)
    if (topic === undefined) throw unknownTopic(name)
    return topic
  }

  find(name: string): StoredTopic | undefined {
    const known = this.#byName.get(name)
    if (known !== undefined) return known
    for (const { name, partitions, firstLane } of this.rows()) {
      this.#byName.set(name, { name, partitions, firstLane })
    }
    return this.#byName.get(name)
  }

  rows(): TopicRow[] {
    return guarded(() => this.#all.all())
  }

  /** Makes all that are missing, or none; the retention of one that is there becomes the one given. */
  provision(specs: readonly TopicSpec[]): void {
    guarded(() => this.#database.transaction(() => this.#provision(specs)).immediate())
  }

  #provision(specs: readonly TopicSpec[]): void {
    const rows = new Map(this.#all.all().map((row) => [row.name, row]))
    const insert = this.#database.prepare(
      'INSERT INTO topics (name, partitions, first_lane, retention) VALUES (?, ?, ?, ?)',
    )
    const insertLane = this.#database.prepare('INSERT INTO lanes (lane, earliest, time) VALUES (?, 0, 0)')
    const keep = this.#database.prepare('UPDATE topics SET retention = ? WHERE name = ?')
    let nextLane = Math.max(0, ...[...rows.values()].map((row) => row.firstLane + row.partitions))
    for (const { name, partitions, retention = null } of specs) {
      const row = rows.get(name)
      if (row !== undefined && row.partitions !== partitions)
        throw otherPartitions(name, row.partitions, partitions)
      if (row !== undefined) {
        if (row.retention !== retention) keep.run(retention, name)
        continue
      }
      if (nextLane + partitions > maxLanes)
        throw usage('topics', `come to more than ${maxLanes} partitions in all`)
      insert.run(name, partitions, nextLane, retention)
      for (let lane = nextLane; lane < nextLane + partitions; lane++) insertLane.run(lane)
      nextLane += partitions
    }
  }
}

export function otherPartitions(name: string, actual: number, asked: number) {
  return usage('partitions', `of the topic "${name}" is ${actual} and cannot become ${asked}`)
}
