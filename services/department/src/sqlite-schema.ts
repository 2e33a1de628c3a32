import type { Database } from 'better-sqlite3'
import { ConnectorError } from './errors.ts'

/** The version of the tables below; a store of a newer one is refused. */
const version = 1

// Every name begins with `yibiao_`, so that a department's own tables may live beside these.
const tables = `
  CREATE TABLE IF NOT EXISTS yibiao_version (version INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS yibiao_checkpoint (
    topic TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,
    digest TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    history TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS yibiao_outbox (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    key TEXT NOT NULL,
    id TEXT NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (topic, id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS yibiao_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS yibiao_record (record TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS yibiao_value (
    record TEXT NOT NULL,
    path TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (record, path)
  ) STRICT, WITHOUT ROWID;
`

/** Makes the connector's tables where they are missing. Safe to repeat. */
export function prepareSchema(database: Database): void {
  database
    .transaction(() => {
      database.exec(tables)
      const row = database.prepare<[], { version: number }>('SELECT version FROM yibiao_version').get()
      if (row === undefined) database.prepare('INSERT INTO yibiao_version VALUES (?)').run(version)
      else if (row.version > version) {
        throw new ConnectorError(
          'YB_CONNECTOR_NEWER',
          `The connector store is of version ${row.version}; this connector knows ${version}. Upgrade it.`,
        )
      }
    })
    .immediate()
}
