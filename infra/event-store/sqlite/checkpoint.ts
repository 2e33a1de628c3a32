import type { Database, Statement } from 'better-sqlite3'
import type { StoreLogger } from './options.ts'
import { pageSize } from './schema.ts'

/** Pages in the write-ahead log from which it is carried over as soon as no append waits: 16 MiB. */
export const idleCheckpointPages = 1_024
/** Pages from which it is carried over even though appends wait: 64 MiB. */
export const forcedCheckpointPages = 4_096

type State = readonly [busy: number, log: number, done: number]

/**
 * When the write-ahead log is carried over into the database file.
 *
 * SQLite's own way does it inside a COMMIT, at a fixed number of pages. Either number is wrong: few pages (16 MiB)
 * write the same index pages again and again and cost up to a fifth of the throughput of small batches; many
 * (20,000 pages, 320 MiB) stall one unlucky append for half a second. And whoever's commit it falls into waits.
 *
 * So it is done here, in a turn of the event loop after the callers have their answers: from 16 MiB on when nobody
 * waits (2 to 15 ms), from 64 MiB on in any case (8 ms after small batches, 35 to 50 ms after an import of large
 * ones, where every page of the log is a different one). A slower disk stretches these times, never the log.
 *
 * PASSIVE waits for no other thread. The log starts over with the first commit that finds it carried over whole.
 * Two threads that write without a pause can keep it from ever being whole; then, at twice the larger figure, what
 * PASSIVE left is carried over under the write lock. So the log's file stays below some 130 MiB.
 */
export class Checkpointer {
  readonly #measure: Statement<[], State>
  readonly #carryOver: Statement<[], State>
  readonly #carryOverAll: Statement<[], State>
  readonly #logger: StoreLogger
  readonly #idle: () => boolean
  #scheduled: NodeJS.Immediate | undefined

  constructor(db: Database, options: { readonly logger: StoreLogger; readonly idle: () => boolean }) {
    db.pragma(`journal_size_limit = ${forcedCheckpointPages * pageSize}`)
    this.#measure = db.prepare<[], State>('PRAGMA wal_checkpoint(NOOP)').raw()
    this.#carryOver = db.prepare<[], State>('PRAGMA wal_checkpoint(PASSIVE)').raw()
    this.#carryOverAll = db.prepare<[], State>('PRAGMA wal_checkpoint(RESTART)').raw()
    this.#logger = options.logger
    this.#idle = options.idle
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
      const pages = log - done
      if (pages < idleCheckpointPages) return
      if (pages < forcedCheckpointPages && !this.#idle()) return
      const [, logNow, doneNow] = this.#carryOver.get() ?? [0, 0, 0]
      if (logNow > doneNow && logNow >= 2 * forcedCheckpointPages) this.#carryOverAll.get()
    } catch (error) {
      // Nothing is lost: the log holds it all, and the next commit tries again. A full disk looks like this.
      this.#logger.warn({ err: error }, 'the write-ahead log of the event store could not be carried over')
    }
  }
}
