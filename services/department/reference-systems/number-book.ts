import type { Database } from 'better-sqlite3'

const table = `
  CREATE TABLE IF NOT EXISTS issued_number (
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    holder TEXT NOT NULL,
    current INTEGER NOT NULL,
    PRIMARY KEY (series, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS issued_number_holder ON issued_number (series, holder) WHERE current = 1;
`

function prepareStatements(sql: Database) {
  return {
    held: sql.prepare<[string, string], { number: number }>(
      'SELECT number FROM issued_number WHERE series = ? AND holder = ? AND current = 1',
    ),
    highest: sql.prepare<[string], { number: number | null }>(
      'SELECT max(number) AS number FROM issued_number WHERE series = ?',
    ),
    giveUp: sql.prepare<[string, number]>(
      'UPDATE issued_number SET current = 0 WHERE series = ? AND number = ?',
    ),
    insert: sql.prepare<[string, number, string, number]>(
      'INSERT INTO issued_number (series, number, holder, current) VALUES (?, ?, ?, ?)',
    ),
  }
}

/**
 * Series of numbers 1, 2, 3 … of a department. A number is given to one holder and never again, not even when its holder
 * turns out not to keep it; a holder who asks again gets the number it has.
 */
export interface Numbers {
  /** The number that a holder has in a series; undefined when it has none. */
  held(series: string, holder: string): number | undefined
  /** The holder's number; the next one of the series when it has none. Undefined when the series is used up. */
  take(series: string, holder: string, last: number): number | undefined
  /** Takes a number back from its holder, to be given to nobody; `skip` numbers after the highest are passed over. */
  giveUp(series: string, holder: string, skip?: number): void
  /** The highest number given or passed over so far, 0 when there is none. */
  highest(series: string): number
}

/** The numbers in the department's own database. */
export class NumberBook implements Numbers {
  readonly #run: ReturnType<typeof prepareStatements>

  /** Makes the table where it is missing. */
  constructor(sql: Database) {
    sql.exec(table)
    this.#run = prepareStatements(sql)
  }

  held(series: string, holder: string): number | undefined {
    return this.#run.held.get(series, holder)?.number
  }

  take(series: string, holder: string, last: number): number | undefined {
    return this.held(series, holder) ?? this.#next(series, holder, last)
  }

  giveUp(series: string, holder: string, skip = 0): void {
    const number = this.held(series, holder)
    if (number === undefined) return
    this.#run.giveUp.run(series, number)
    if (skip > 0) this.#run.insert.run(series, this.highest(series) + skip, `passed over for ${holder}`, 0)
  }

  highest(series: string): number {
    return this.#run.highest.get(series)?.number ?? 0
  }

  #next(series: string, holder: string, last: number): number | undefined {
    const number = this.highest(series) + 1
    if (number > last) return undefined
    this.#run.insert.run(series, number, holder, 1)
    return number
  }
}

/** A number as digits, zeros in front. Throws `RangeError` when it has more digits than `width`. */
export function digitsOf(number: number, width: number): string {
  const text = String(number)
  if (text.length > width) throw new RangeError(`${number} has more than ${width} digits.`)
  return text.padStart(width, '0')
}

/** The holder's number of a series as digits. Throws `RangeError` when the series is used up. */
export function serialOf(numbers: Numbers, series: string, holder: string, width: number): string {
  const number = numbers.take(series, holder, 10 ** width - 1)
  if (number === undefined) throw new RangeError(`The series ${series} is used up.`)
  return digitsOf(number, width)
}
