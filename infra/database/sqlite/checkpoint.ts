import type { Database, Statement } from 'better-sqlite3'
import { checkpointPages, pageSize } from './options.ts'

type State = readonly [busy: number, log: number, done: number]

/**
 * When the write-ahead log is carried over into the database file: not inside a COMMIT, as SQLite does it by itself, but in a
 * turn of the event loop after the callers have their answers. A view is written again and again while its filing is under
 * way: carried over at 16 MiB instead of 64, its pages cost the projector six times as much. PASSIVE waits for no reader; what a long snapshot keeps it
 * from is carried over after a later commit.
 */
export class Checkpointer {
  readonly #measure: Statement<[], State>
  readonly #carryOver: Statement<[], State>
  #scheduled: NodeJS.Immediate | undefined

  constructor(engine: Database) {
    engine.pragma(`journal_size_limit = ${checkpointPages * pageSize}`)
    this.#measure = engine.prepare<[], State>('PRAGMA wal_checkpoint(NOOP)').raw()
    this.#carryOver = engine.prepare<[], State>('PRAGMA wal_checkpoint(PASSIVE)').raw()
  }

  afterCommit(): void {
    this.#scheduled ??= setImmediate(() => this.#run())
  }

  close(): void {
    clearImmediate(this.#scheduled)
  }

  #run(): void {
    this.#scheduled = undefined
    try {
      const [, log, done] = this.#measure.get() ?? [0, 0, 0]
      if (log - done >= checkpointPages) this.#carryOver.get()
    } catch {
      // Nothing is lost: the log holds it all, and the next commit tries again. A full disk looks like this.
    }
  }
}
