import type { Database } from 'better-sqlite3'
import type { Draft } from '../index.ts'

/** Something that a department says when it is due and that decides no case: a duty was met, something was undone. */
export interface Errand {
  /** The message's id; what follows from the same fact has the same one. */
  readonly id: string
  readonly type: string
  readonly record: string
  readonly filing: string
  readonly data: object
  /** The event from which it follows. */
  readonly cause: string
  /** Epoch milliseconds. */
  readonly due: number
}

interface Row extends Omit<Errand, 'data'> {
  readonly data: string
}

function prepareStatements(sql: Database) {
  sql.exec(`
    CREATE TABLE IF NOT EXISTS own_errand (
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL,
      record TEXT NOT NULL,
      filing TEXT NOT NULL,
      data TEXT NOT NULL,
      cause TEXT NOT NULL,
      due INTEGER
    ) STRICT;
    CREATE INDEX IF NOT EXISTS own_errand_due ON own_errand (due) WHERE due IS NOT NULL;
  `)
  return {
    enter: sql.prepare<[Row]>(
      `INSERT INTO own_errand (id, type, record, filing, data, cause, due)
       VALUES (:id, :type, :record, :filing, :data, :cause, :due) ON CONFLICT (id) DO NOTHING`,
    ),
    due: sql.prepare<[number, number], Row>(
      'SELECT id, type, record, filing, data, cause, due FROM own_errand WHERE due <= ? ORDER BY due, id LIMIT ?',
    ),
    nextDue: sql.prepare<[], { due: number | null }>(
      'SELECT min(due) AS due FROM own_errand WHERE due IS NOT NULL',
    ),
    done: sql.prepare<[string]>('UPDATE own_errand SET due = NULL WHERE id = ?'),
  }
}

/** A department's errands. Every method belongs into a transaction of the connector. */
export class ErrandBook {
  readonly #run: ReturnType<typeof prepareStatements>

  /** Makes the table where it is missing. */
  constructor(sql: Database) {
    this.#run = prepareStatements(sql)
  }

  /** Enters an errand; one that is there already, said or not, stays as it is. */
  enter(errand: Errand): void {
    this.#run.enter.run({ ...errand, data: JSON.stringify(errand.data) })
  }

  due(now: number, limit: number): readonly Errand[] {
    return this.#run.due.all(now, limit).map((row) => ({ ...row, data: JSON.parse(row.data) as object }))
  }

  /** When the next one is due; undefined when none is. */
  nextDue(): number | undefined {
    return this.#run.nextDue.get()?.due ?? undefined
  }

  done(id: string): void {
    this.#run.done.run(id)
  }
}

/** The message of an errand. */
export const errandDraft = ({ id, type, record, filing, data, cause }: Errand, officer: string): Draft => ({
  id,
  type,
  subject: record,
  filing,
  correlationid: filing,
  causationid: cause,
  authtype: 'officer',
  authid: officer,
  data,
})
