import type { Database, Statement } from 'better-sqlite3'
import { lockAttempt, type StoreLogger } from './options.ts'
import { pageSize } from './schema.ts'

/** Pages in the write-ahead log from which it is carried over as soon as no append waits: 16 MiB. */
export const idleCheckpointPages = 1_024
/** Pages from which it is carried over even though appends wait: 64 MiB. */
export const forcedCheckpointPages = 4_096

/** How often the lock is asked for before the next commit begins anew. */
const maxInsistence = 10

export interface CheckpointOptions {
  readonly logger: StoreLogger
  /** Whether no append waits. */
  readonly idle: () => boolean
  readonly askForLock: () => void
}

type State = readonly [busy: number, log: number, done: number]

/**
 * When the write-ahead log is carried over into the database file.
 *
 * SQLite's own way does it inside a COMMIT, at a fixed number of pages. Either number is wrong: few pages (500,
 * 8 MiB) write the same index pages again and again and cost up to a fifth of the throughput; many (20,000, 320 MiB)
 * stall one unlucky append for half a second. And whoever's commit it falls into waits.
 *
 * So it is done here, in a turn of the event loop after the callers have their answers: from 16 MiB on when nobody
 * waits (2 to 17 ms), from 64 MiB on in any case (3 to 8 ms after single appends, 35 to 55 ms in an import of large
 * batches, where every page of the log is a different one), measured on two cores at 0.2 ms an fdatasync.
 *
 * PASSIVE waits for no other thread. The log starts over with the first commit that finds it carried over whole.
 * Two threads that write without a pause can keep it from ever being whole; then, at twice the larger figure, the
 * others are asked for the lock, and what PASSIVE left is carried over under it.
 */
export class Checkpointer {
  readonly #measure: Statement<[], State>
  readonly #carryOver: Statement<[], State>
  readonly #carryOverAll: Statement<[], State>
  readonly #logger: StoreLogger
  readonly #idle: () => boolean
  readonly #askForLock: () => void
  #scheduled: NodeJS.Immediate | undefined
  #insisting: NodeJS.Timeout | undefined

  constructor(db: Database, options: CheckpointOptions) {
    db.pragma(`journal_size_limit = ${forcedCheckpointPages * pageSize}`)
    this.#measure = db.prepare<[], State>('PRAGMA wal_checkpoint(NOOP)').raw()
    this.#carryOver = db.prepare<[], State>('PRAGMA wal_checkpoint(PASSIVE)').raw()
    this.#carryOverAll = db.prepare<[], State>('PRAGMA wal_checkpoint(RESTART)').raw()
    this.#logger = options.logger
    this.#idle = options.idle
    this.#askForLock = options.askForLock
  }

  afterCommit(): void {
    this.#scheduled ??= setImmediate(() => this.#run())
  }

  close(): void {
    clearImmediate(this.#scheduled)
    clearTimeout(this.#insisting)
  }

  #run(): void {
    this.#scheduled = undefined
    this.#attempt(() => {
      let [, log, done] = this.#measure.get() ?? [0, 0, 0]
      const due = this.#idle() ? idleCheckpointPages : forcedCheckpointPages
      if (log - done >= due) [, log, done] = this.#carryOver.get() ?? [0, 0, 0]
      if (log > done && log >= 2 * forcedCheckpointPages) this.#insist(maxInsistence)
    })
  }

  /** Asks the other threads for the lock and takes it when they leave it. */
  #insist(attempts: number): void {
    if (attempts === 0 || this.#insisting !== undefined) return
    this.#askForLock()
    this.#insisting = setTimeout(() => {
      this.#insisting = undefined
      this.#attempt(() => {
        const [busy] = this.#carryOverAll.get() ?? [0]
        if (busy) this.#insist(attempts - 1)
      })
    }, lockAttempt / 2)
    this.#insisting.unref()
  }

  #attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      // Nothing is lost: the log holds it all, and the next commit tries again. A full disk looks like this.
      this.#logger.warn({ err: error }, 'the write-ahead log of the event store could not be carried over')
    }
  }
}
