import type { Database } from 'better-sqlite3'

/** Makes the table of numbers where it is missing. */
export function prepareNumbers(sql: Database): void {
  sql.exec(`
    CREATE TABLE IF NOT EXISTS issued_number (
      series TEXT NOT NULL,
      number INTEGER NOT NULL,
      holder TEXT NOT NULL,
      current INTEGER NOT NULL,
      PRIMARY KEY (series, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS issued_number_holder ON issued_number (series, holder) WHERE current = 1;
  `)
}

/**
 * Series of numbers 1, 2, 3 … of a department. A number is given to one holder and never again, not even when its holder
 * turns out not to keep it; a holder who asks again gets the number it has.
 */
export class NumberBook {
  readonly #sql: Database

  constructor(sql: Database) {
    this.#sql = sql
  }

  /** The number that a holder has in a series; undefined when it has none. */
  held(series: string, holder: string): number | undefined {
    return this.#sql
      .prepare<[string, string], { number: number }>(
        'SELECT number FROM issued_number WHERE series = ? AND holder = ? AND current = 1',
      )
      .get(series, holder)?.number
  }

  /** The holder's number; the next one of the series when it has none. Undefined when the series is used up. */
  take(series: string, holder: string, last: number): number | undefined {
    return this.held(series, holder) ?? this.#next(series, holder, last)
  }

  /** Gives up the holder's number for good. Up to `skip` numbers after it are passed over. */
  giveUp(series: string, holder: string, skip = 0): void {
    const number = this.held(series, holder)
    if (number === undefined) return
    this.#sql
      .prepare('UPDATE issued_number SET current = 0 WHERE series = ? AND number = ?')
      .run(series, number)
    if (skip > 0) this.#insert(series, this.highest(series) + skip, `passed over for ${holder}`, 0)
  }

  /** The highest number given so far, 0 when there is none. */
  highest(series: string): number {
    const row = this.#sql
      .prepare<[string], { number: number | null }>(
        'SELECT max(number) AS number FROM issued_number WHERE series = ?',
      )
      .get(series)
    return row?.number ?? 0
  }

  #next(series: string, holder: string, last: number): number | undefined {
    const number = this.highest(series) + 1
    if (number > last) return undefined
    this.#insert(series, number, holder, 1)
    return number
  }

  #insert(series: string, number: number, holder: string, current: 0 | 1): void {
    this.#sql
      .prepare('INSERT INTO issued_number (series, number, holder, current) VALUES (?, ?, ?, ?)')
      .run(series, number, holder, current)
  }
}

/** A number as digits, zeros in front. Throws `RangeError` when it has more digits than `width`. */
export function digitsOf(number: number, width: number): string {
  const text = String(number)
  if (text.length > width) throw new RangeError(`${number} has more than ${width} digits.`)
  return text.padStart(width, '0')
}

/** The holder's number of a series as digits. Throws `RangeError` when the series is used up. */
export function serialOf(numbers: NumberBook, series: string, holder: string, width: number): string {
  const number = numbers.take(series, holder, 10 ** width - 1)
  if (number === undefined) throw new RangeError(`The series ${series} is used up.`)
  return digitsOf(number, width)
}
