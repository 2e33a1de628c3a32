import type { ItemKind } from '@yibiao/schemas'
import type { Database } from 'better-sqlite3'
import type { Application, Case, Publicity, Rescission } from './system.ts'

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

function prepareCases(sql: Database): void {
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
    CREATE TABLE IF NOT EXISTS own_application (filing TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS own_rescission (record TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS own_publicity (filing TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS own_case_due ON own_case (due) WHERE due IS NOT NULL;
    CREATE INDEX IF NOT EXISTS own_case_record ON own_case (record);
    CREATE INDEX IF NOT EXISTS own_case_said ON own_case (said);
    CREATE INDEX IF NOT EXISTS own_case_filing ON own_case (filing);
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

const read = `SELECT ${columns} FROM own_case`
const undecided = `state IN ('WAITING', 'OPEN', 'SUPPLEMENT', 'SAID')`

function prepareStatements(sql: Database) {
  return {
    enter: sql.prepare(
      `INSERT INTO own_case (approval, record, filing, item, kind, round, state, due, attempt, cause)
       VALUES (:approval, :record, :filing, :item, :kind, 1, :state, :due, 0, :cause)
       ON CONFLICT (approval) DO NOTHING`,
    ),
    byApproval: sql.prepare<[string], CaseEntry>(`${read} WHERE approval = ?`),
    bySaid: sql.prepare<[string], CaseEntry>(`${read} WHERE said = ?`),
    all: sql.prepare<[], CaseEntry>(`${read} ORDER BY number`),
    due: sql.prepare<[number, number], CaseEntry>(`${read} WHERE due <= ? ORDER BY due, number LIMIT ?`),
    nextDue: sql.prepare<[], { due: number | null }>(
      'SELECT min(due) AS due FROM own_case WHERE due IS NOT NULL',
    ),
    open: sql.prepare<[number, number, string, string, number]>(
      `UPDATE own_case SET state = 'OPEN', round = ?, due = ?, attempt = 0, cause = ?
       WHERE approval = ? AND state IN ('WAITING', 'SUPPLEMENT', 'SAID') AND round <= ?`,
    ),
    park: sql.prepare<[string]>('UPDATE own_case SET due = NULL WHERE approval = ?'),
    unpark: sql.prepare<[number, string]>(
      `UPDATE own_case SET due = ? WHERE record = ? AND state = 'OPEN' AND due IS NULL`,
    ),
    say: sql.prepare<[string, string, string]>(
      'UPDATE own_case SET state = ?, due = NULL, said = ? WHERE approval = ?',
    ),
    again: sql.prepare<[number, string]>(
      `UPDATE own_case SET state = 'OPEN', due = ?, attempt = attempt + 1 WHERE approval = ?`,
    ),
    end: sql.prepare<[string, string]>('UPDATE own_case SET state = ?, due = NULL WHERE approval = ?'),
    apply: sql.prepare<[string, string]>(
      'INSERT INTO own_application (filing, data) VALUES (?, ?) ON CONFLICT (filing) DO UPDATE SET data = excluded.data',
    ),
    application: sql.prepare<[string], { data: string }>('SELECT data FROM own_application WHERE filing = ?'),
    rescind: sql.prepare<[string, string]>(
      'INSERT INTO own_rescission (record, data) VALUES (?, ?) ON CONFLICT (record) DO UPDATE SET data = excluded.data',
    ),
    rescission: sql.prepare<[string], { data: string }>('SELECT data FROM own_rescission WHERE record = ?'),
    publicise: sql.prepare<[string, Publicity]>(
      'INSERT INTO own_publicity (filing, state) VALUES (?, ?) ON CONFLICT (filing) DO UPDATE SET state = excluded.state',
    ),
    publicity: sql.prepare<[string], { state: Publicity }>(
      'SELECT state FROM own_publicity WHERE filing = ?',
    ),
    endFiling: sql.prepare<[string]>(
      `UPDATE own_case SET state = 'ENDED', due = NULL WHERE filing = ? AND ${undecided}`,
    ),
  }
}

/** A department's own cases. Every method belongs into a transaction of the connector. */
export class CaseBook {
  readonly #run: ReturnType<typeof prepareStatements>

  /** Makes the table where it is missing. */
  constructor(sql: Database) {
    prepareCases(sql)
    this.#run = prepareStatements(sql)
  }

  /** Enters a case; one that is there already stays as it is. */
  enter(entry: CaseToOpen): void {
    this.#run.enter.run(entry)
  }

  byApproval(approval: string): CaseEntry | undefined {
    return this.#run.byApproval.get(approval)
  }

  bySaid(messageId: string): CaseEntry | undefined {
    return this.#run.bySaid.get(messageId)
  }

  all(): readonly CaseEntry[] {
    return this.#run.all.all()
  }

  /** Cases that are due, in the order in which they became so. */
  due(now: number, limit: number): readonly CaseEntry[] {
    return this.#run.due.all(now, limit)
  }

  /** When the next case is due; undefined when none is. */
  nextDue(): number | undefined {
    return this.#run.nextDue.get()?.due ?? undefined
  }

  /** Opens a case in a round: to be decided at `due`. */
  open(approval: string, round: number, due: number, cause: string): void {
    this.#run.open.run(round, due, cause, approval, round)
  }

  /** Takes a case out of the queue until something is known that it needs. */
  park(approval: string): void {
    this.#run.park.run(approval)
  }

  /** Queues the parked open cases of a record again. */
  unpark(record: string, due: number): void {
    this.#run.unpark.run(due, record)
  }

  /** Notes what was said about a case. */
  say(approval: string, state: 'SAID' | 'SUPPLEMENT', messageId: string): void {
    this.#run.say.run(state, messageId, approval)
  }

  /** Queues a case again whose saying the exchange refused. */
  again(approval: string, due: number): void {
    this.#run.again.run(due, approval)
  }

  /** Notes how a case ended. */
  end(approval: string, state: 'GRANTED' | 'RECORDED' | 'REFUSED' | 'ENDED' | 'FAILED'): void {
    this.#run.end.run(state, approval)
  }

  /** Keeps what an application asks for; what is kept of the filing already is replaced. */
  apply(filing: string, application: Application): void {
    this.#run.apply.run(filing, JSON.stringify(application))
  }

  application(filing: string): Application | undefined {
    const kept = this.#run.application.get(filing)
    return kept && (JSON.parse(kept.data) as Application)
  }

  /** Keeps which event rescinded a record, and what its status was. */
  rescind(record: string, rescission: Rescission): void {
    this.#run.rescind.run(record, JSON.stringify(rescission))
  }

  rescission(record: string): Rescission | undefined {
    const kept = this.#run.rescission.get(record)
    return kept && (JSON.parse(kept.data) as Rescission)
  }

  /** Notes how the publicity of a filing stands. */
  publicise(filing: string, publicity: Publicity): void {
    this.#run.publicise.run(filing, publicity)
  }

  publicity(filing: string): Publicity | undefined {
    return this.#run.publicity.get(filing)?.state
  }

  /** Ends what is still open of a filing that ended. */
  endFiling(filing: string): void {
    this.#run.endFiling.run(filing)
  }
}
