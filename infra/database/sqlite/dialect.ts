import type { Dialect, ViewTable } from '../dialect.ts'
import { utf8Bytes } from './utf8.ts'

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
const termsTable = (table: Pick<ViewTable, 'name'>): string => quote(`${table.name}_terms`)
const types = { text: 'TEXT', integer: 'INTEGER' } as const

/** The names of all stored columns but `row`, in the order of the parameters. The wide one is last: scans of others skip it. */
const stored = (table: ViewTable): readonly string[] => [
  'key',
  ...table.columns.map((one) => one.name),
  'view',
]

/** Views come as bytes: see `utf8.ts`. */
const viewValue = 'CAST(? AS TEXT)'

function insert(table: ViewTable): string {
  const names = stored(table)
  const values = names.map((name) => (name === 'view' ? viewValue : '?'))
  return `INSERT INTO ${quote(table.name)} (${names.map(quote).join(', ')}) VALUES (${values.join(', ')})`
}

function save(table: ViewTable): string {
  const updates = stored(table)
    .slice(1)
    .map((name) => `${quote(name)} = excluded.${quote(name)}`)
  return `${insert(table)} ON CONFLICT ("key") DO UPDATE SET ${updates.join(', ')}`
}

/** Naming a column in SET makes SQLite take its index entry out and put it in again, changed or not. */
function update(table: ViewTable): string {
  const columns = table.columns.filter((one) => !one.index).map((one) => `${quote(one.name)} = ?`)
  const updates = [...columns, `"view" = ${viewValue}`]
  return `UPDATE ${quote(table.name)} SET ${updates.join(', ')} WHERE "key" = ?`
}

/** SQLite. Rowid tables: on wide rows `WITHOUT ROWID` halves the speed. Tokens are ASCII, so FTS5 need not know Chinese. */
export const sqliteDialect: Dialect = {
  create: (table) => {
    const columns = table.columns.map((one) => `, ${quote(one.name)} ${types[one.type]}`).join('')
    const made = [
      `CREATE TABLE ${quote(table.name)} ("row" INTEGER PRIMARY KEY, "key" TEXT NOT NULL${columns}, "view" TEXT NOT NULL)`,
    ]
    if (table.terms)
      made.push(
        `CREATE VIRTUAL TABLE ${termsTable(table)} USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
      )
    return made
  },
  createIndexes: (table) => [
    `CREATE UNIQUE INDEX ${quote(`${table.name}_key`)} ON ${quote(table.name)} ("key")`,
    ...table.columns
      .filter((one) => one.index)
      .map(
        (one) =>
          `CREATE INDEX ${quote(`${table.name}_${one.name}`)} ON ${quote(table.name)} (${quote(one.name)}, "key")`,
      ),
  ],
  drop: (table) => [`DROP TABLE IF EXISTS ${termsTable(table)}`, `DROP TABLE IF EXISTS ${quote(table.name)}`],
  viewParameter: utf8Bytes,
  insert: (table) => insert(table) + (table.terms ? ' RETURNING "row"' : ''),
  save,
  saveReturning: (table) => `${save(table)} RETURNING "row"`,
  update,
  updateReturning: (table) => `${update(table)} RETURNING "row"`,
  saveTerms: (table) => `INSERT OR REPLACE INTO ${termsTable(table)} (rowid, terms) VALUES (?, ?)`,
  load: (table) => `SELECT "view" FROM ${quote(table.name)} WHERE "key" = ?`,
  scan: (table) =>
    `SELECT ${stored(table).map(quote).join(', ')} FROM ${quote(table.name)} WHERE "key" > ? ORDER BY "key" LIMIT ?`,
  hasTerms: (table) => `"row" IN (SELECT rowid FROM ${termsTable(table)} WHERE ${termsTable(table)} MATCH ?)`,
  // Driven by the index in its own order, so that it stops at the limit however many rows have the tokens.
  search: (table) =>
    `SELECT v."row", v."key", v."view" FROM ${termsTable(table)} AS t CROSS JOIN ${quote(table.name)} AS v ON v."row" = t.rowid WHERE ${termsTable(table)} MATCH ? AND t.rowid > ? ORDER BY t.rowid LIMIT ?`,
  termsQuery: (tokens) => tokens.map((token) => `"${token}"`).join(' AND '),
}
