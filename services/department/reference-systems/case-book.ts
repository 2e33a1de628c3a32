import type { Database } from 'better-sqlite3'
import type { Case, ItemKind } from './system.ts'

/**
 * `WAITING` for what it depends on, `OPEN` to be decided, `SUPPLEMENT` asked for, `SAID`: decided and on its way, then how
 * the exchange recorded it; `ENDED` without a decision of ours; `FAILED`: refused by the exchange, a person has to look.
 */
export type CaseState =
  | 'WAITING'
  | 'OPEN'
  | 'SUPPLEMENT'
  | 'SAID'
  | 'GRANTED'
  | 'RECORDED'
  | 'REFUSED'
  | 'ENDED'
  | 'FAILED'

export interface CaseEntry extends Case {
  readonly state: CaseState
  /** When it is decided, epoch milliseconds; null while it waits for something. */
  readonly due: number | null
  /** The how-many-eth saying of the same decision, from 0. */
  readonly attempt: number
  /** The id of the latest message about it; null before there is one. */
  readonly said: string | null
  /** The event that made it open. */
  readonly cause: string
}

const columns = 'approval, record, filing, item, kind, round, number, state, due, attempt, said, cause'

/** Makes the table of own cases where it is missing. */
export function prepareCases(sql: Database): void {
  sql.exec(`
    CREATE TABLE IF NOT EXISTS own_case (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      approval TEXT NOT NULL UNIQUE,
      record TEXT NOT NULL,
      filing TEXT NOT NULL,
      item TEXT NOT NULL,
      kind TEXT NOT NULL,
      round INTEGER NOT NULL,
      state TEXT NOT NULL,
      due INTEGER,
      attempt INTEGER NOT NULL,
      said TEXT,
      cause TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS own_case_due ON own_case (due) WHERE due IS NOT NULL;
    CREATE INDEX IF NOT EXISTS own_case_record ON own_case (record);
    CREATE INDEX IF NOT EXISTS own_case_said ON own_case (said);
  `)
}

export interface CaseToOpen {
  readonly approval: string
  readonly record: string
  readonly filing: string
  readonly item: string
  readonly kind: ItemKind
  readonly state: 'WAITING' | 'OPEN'
  readonly due: number | null
  readonly cause: string
}

/** A department's own cases. Every method belongs into a transaction of the connector. */
export class CaseBook {
  readonly #sql: Database

  constructor(sql: Database) {
    this.#sql = sql
  }

  /** Enters a case; one that is there already stays as it is. */
  enter({ approval, record, filing, item, kind, state, due, cause }: CaseToOpen): void {
    this.#sql
      .prepare(
        `INSERT INTO own_case (approval, record, filing, item, kind, round, state, due, attempt, cause)
         VALUES (?, ?, ?, ?, ?, 1, ?, ?, 0, ?) ON CONFLICT (approval) DO NOTHING`,
      )
      .run(approval, record, filing, item, kind, state, due, cause)
  }

  byApproval(approval: string): CaseEntry | undefined {
    return this.#sql
      .prepare<[string], CaseEntry>(`SELECT ${columns} FROM own_case WHERE approval = ?`)
      .get(approval)
  }

  bySaid(messageId: string): CaseEntry | undefined {
    return this.#sql
      .prepare<[string], CaseEntry>(`SELECT ${columns} FROM own_case WHERE said = ?`)
      .get(messageId)
  }

  all(): readonly CaseEntry[] {
    return this.#sql.prepare<[], CaseEntry>(`SELECT ${columns} FROM own_case ORDER BY number`).all()
  }

  /** Cases that are due, in the order in which they became so. */
  due(now: number, limit: number): readonly CaseEntry[] {
    return this.#sql
      .prepare<[number, number], CaseEntry>(
        `SELECT ${columns} FROM own_case WHERE due <= ? ORDER BY due, number LIMIT ?`,
      )
      .all(now, limit)
  }

  /** When the next case is due; undefined when none is. */
  nextDue(): number | undefined {
    const row = this.#sql.prepare<[], { due: number | null }>('SELECT min(due) AS due FROM own_case').get()
    return row?.due ?? undefined
  }

  /** Opens a case in a round: to be decided at `due`. */
  open(approval: string, round: number, due: number, cause: string): void {
    this.#sql
      .prepare(
        `UPDATE own_case SET state = 'OPEN', round = ?, due = ?, attempt = 0, cause = ?
         WHERE approval = ? AND state IN ('WAITING', 'SUPPLEMENT', 'SAID') AND round <= ?`,
      )
      .run(round, due, cause, approval, round)
  }

  /** Takes a case out of the queue until something is known that it needs. */
  park(approval: string): void {
    this.#sql.prepare('UPDATE own_case SET due = NULL WHERE approval = ?').run(approval)
  }

  /** Queues the parked open cases of a record again. */
  unpark(record: string, due: number): void {
    this.#sql
      .prepare(`UPDATE own_case SET due = ? WHERE record = ? AND state = 'OPEN' AND due IS NULL`)
      .run(due, record)
  }

  /** Notes what was said about a case. */
  say(approval: string, state: 'SAID' | 'SUPPLEMENT', messageId: string): void {
    this.#sql
      .prepare('UPDATE own_case SET state = ?, due = NULL, said = ? WHERE approval = ?')
      .run(state, messageId, approval)
  }

  /** Queues a case again whose saying the exchange refused. */
  again(approval: string, due: number): void {
    this.#sql
      .prepare(`UPDATE own_case SET state = 'OPEN', due = ?, attempt = attempt + 1 WHERE approval = ?`)
      .run(due, approval)
  }

  /** Notes how a case ended. */
  end(approval: string, state: 'GRANTED' | 'RECORDED' | 'REFUSED' | 'ENDED' | 'FAILED'): void {
    this.#sql.prepare('UPDATE own_case SET state = ?, due = NULL WHERE approval = ?').run(state, approval)
  }

  /** Ends what is still open of a filing that ended. */
  endFiling(filing: string): void {
    this.#sql
      .prepare(
        `UPDATE own_case SET state = 'ENDED', due = NULL
         WHERE filing = ? AND state IN ('WAITING', 'OPEN', 'SUPPLEMENT', 'SAID')`,
      )
      .run(filing)
  }
}
