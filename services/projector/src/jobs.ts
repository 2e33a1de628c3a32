import type { Database, Session } from '@yibiao/database'
import type { Clock } from '@yibiao/telemetry'
import type { Outcome } from './completion.ts'

/** How often progress is written, in milliseconds: often enough to watch, rarely enough to cost nothing. */
const progressEvery = 250

export interface EndedJob extends Outcome {
  /** Epoch milliseconds. */
  readonly endedAt: number
}

/** Progress and outcome of operations in the read database. An outcome is written in the transaction of its effect. */
export class Jobs {
  readonly #database: Database
  readonly #clock: Clock

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  /** The outcome of an operation that has had its effect, though perhaps nobody was told. */
  async ended(operation: string): Promise<EndedJob | undefined> {
    const row = await this.#database.snapshot((session) =>
      session.get<{ outcome: string | null; updated_at: number }>(
        'SELECT outcome, updated_at FROM job_progress WHERE operation = ?',
        [operation],
      ),
    )
    if (row === undefined || row.outcome === null) return undefined
    return { ...(JSON.parse(row.outcome) as Outcome), endedAt: row.updated_at }
  }

  /** Notes that it begins, or begins again after a crash. */
  async begin(operation: string, kind: string, subject: string): Promise<void> {
    const now = this.#clock.now()
    await this.#database.transaction((session) =>
      session.run(
        `INSERT INTO job_progress (operation, kind, subject, done, total, started_at, updated_at) VALUES (?, ?, ?, 0, 0, ?, ?)
         ON CONFLICT (operation) DO UPDATE SET done = 0, total = 0, updated_at = excluded.updated_at`,
        [operation, kind, subject, now, now],
      ),
    )
  }

  /** A function that notes how far it has come, at most every quarter of a second. */
  progress(operation: string, onError: (error: unknown) => void): (done: number, total: number) => void {
    let last = Number.NEGATIVE_INFINITY
    return (done, total) => {
      const now = this.#clock.now()
      if (now - last < progressEvery && done < total) return
      last = now
      this.#database
        .transaction((session) =>
          session.run('UPDATE job_progress SET done = ?, total = ?, updated_at = ? WHERE operation = ?', [
            done,
            total,
            now,
            operation,
          ]),
        )
        .catch(onError)
    }
  }

  /** Notes the outcome; `session` is the transaction of the effect. */
  async end(session: Session, operation: string, outcome: Outcome): Promise<void> {
    await session.run('UPDATE job_progress SET outcome = ?, updated_at = ? WHERE operation = ?', [
      JSON.stringify({ outcome: outcome.outcome, result: outcome.result }),
      this.#clock.now(),
      operation,
    ])
  }
}
