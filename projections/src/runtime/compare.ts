import { createHash, type Hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Dialect, Session, SqlRow, ViewTable } from '@yibiao/database'

/** One place where two copies of a view differ; undefined stands for "not there". */
export interface Difference {
  readonly key: string
  /** JSON pointer into the view; empty for the whole view, `column:<name>` for a stored column. */
  readonly path: string
  readonly live: unknown
  readonly rebuilt: unknown
}

export interface Comparison {
  /** Rows of the rebuilt copy. */
  readonly rows: number
  /** Number of views that differ or are in one copy only. */
  readonly differing: number
  /** The first differences, at most `differencesKept`. They may hold personal values: show, never log. */
  readonly differences: readonly Difference[]
  /** SHA-256, lower-case hex, over the rebuilt copy's rows in byte order of their keys. */
  readonly digest: string
}

export const differencesKept = 100

const pageRows = 200

interface Row extends SqlRow {
  readonly key: string
  readonly view: string
}

/** Rows of a table by key, a page at a time; what else the process does goes on in between. */
async function* rowsOf(session: Session, dialect: Dialect, table: ViewTable): AsyncGenerator<Row> {
  const sql = dialect.scan(table)
  let after = ''
  for (;;) {
    const page = await session.all<Row>(sql, [after, pageRows])
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageRows) return
    after = last.key
    await setImmediate()
  }
}

/** The same order as the engine's: bytes of UTF-8, which is the order of code points. */
const isBefore = (one: string, other: string): boolean =>
  Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0

/**
 * Compares two copies view by view, both read in one snapshot: bytes first, and only where they differ value by value.
 * Without `live` it only takes the digest. Columns are compared where both have the same ones.
 */
export async function compareTables(
  session: Session,
  dialect: Dialect,
  live: ViewTable | undefined,
  rebuilt: ViewTable,
): Promise<Comparison> {
  const hash = createHash('sha256')
  const found = new Findings()
  const others = live === undefined ? undefined : rowsOf(session, dialect, live)
  let other = await others?.next()
  let rows = 0
  for await (const row of rowsOf(session, dialect, rebuilt)) {
    rows += 1
    digestRow(hash, row)
    while (other !== undefined && !other.done && isBefore(other.value.key, row.key)) {
      found.missing(other.value.key, JSON.parse(other.value.view), undefined)
      other = await others?.next()
    }
    if (other === undefined) continue
    if (other.done || other.value.key !== row.key) found.missing(row.key, undefined, JSON.parse(row.view))
    else {
      found.compare(other.value, row)
      other = await others?.next()
    }
  }
  for (; other !== undefined && !other.done; other = await others?.next())
    found.missing(other.value.key, JSON.parse(other.value.view), undefined)
  return { rows, differing: found.differing, differences: found.differences, digest: hash.digest('hex') }
}

function digestRow(hash: Hash, { key, view }: Row): void {
  hash.update(`${key}\n`)
  hash.update(view)
  hash.update('\n')
}

/** Collects what differs, each view counted once. */
export class Findings {
  differing = 0
  readonly differences: Difference[] = []

  /** A view that only one of the copies has. */
  missing(key: string, live: unknown, rebuilt: unknown): void {
    this.differing += 1
    this.#add({ key, path: '', live, rebuilt })
  }

  /** Two rows of the same key. */
  compare(live: SqlRow & { readonly key: string }, rebuilt: SqlRow): void {
    let differs = false
    for (const name in rebuilt) {
      if (name === 'view' || !(name in live) || live[name] === rebuilt[name]) continue
      differs = true
      this.#add({ key: live.key, path: `column:${name}`, live: live[name], rebuilt: rebuilt[name] })
    }
    if (live.view !== rebuilt.view) {
      differs = true
      const [one, other] = [
        JSON.parse(String(live.view)) as unknown,
        JSON.parse(String(rebuilt.view)) as unknown,
      ]
      const before = this.differences.length
      this.#descend(live.key, '', one, other)
      // The same values in another order are a difference as well: a fold must not depend on how it was cut.
      if (before === this.differences.length)
        this.#add({ key: live.key, path: '', live: one, rebuilt: other })
    }
    if (differs) this.differing += 1
  }

  #descend(key: string, path: string, live: unknown, rebuilt: unknown): void {
    if (Object.is(live, rebuilt) || this.differences.length >= differencesKept) return
    if (!isContainer(live) || !isContainer(rebuilt) || Array.isArray(live) !== Array.isArray(rebuilt)) {
      this.#add({ key, path, live, rebuilt })
      return
    }
    for (const name of new Set([...Object.keys(live), ...Object.keys(rebuilt)])) {
      const step = name.replaceAll('~', '~0').replaceAll('/', '~1')
      this.#descend(key, `${path}/${step}`, live[name], rebuilt[name])
    }
  }

  #add(difference: Difference): void {
    if (this.differences.length < differencesKept) this.differences.push(difference)
  }
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
