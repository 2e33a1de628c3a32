import type { Database } from 'better-sqlite3'
import { ConnectorError } from './errors.ts'
import type { FeedChange } from './feed-message.ts'
import type { Checkpoint, LocalRecord, OutboxEntry, PendingEntry, StoreTransaction } from './store.ts'

function prepareStatements(database: Database) {
  return {
    savepoint: database.prepare('SAVEPOINT yibiao_attempt'),
    keep: database.prepare('RELEASE yibiao_attempt'),
    undo: database.prepare('ROLLBACK TO yibiao_attempt'),
    checkpoint: database.prepare<[string], Checkpoint>(
      'SELECT sequence, digest, "offset", history FROM yibiao_checkpoint WHERE topic = ?',
    ),
    saveCheckpoint: database.prepare<[string, number, string, number, string]>(
      'INSERT OR REPLACE INTO yibiao_checkpoint VALUES (?, ?, ?, ?, ?)',
    ),
    waiting: database.prepare<[string, string], PendingEntry>(
      'SELECT place, topic, key, id, value FROM yibiao_outbox WHERE topic = ? AND id = ?',
    ),
    enqueue: database.prepare<[string, string, string, Uint8Array]>(
      'INSERT INTO yibiao_outbox (topic, key, id, value) VALUES (?, ?, ?, ?)',
    ),
    pending: database.prepare<[number], PendingEntry>(
      'SELECT place, topic, key, id, value FROM yibiao_outbox ORDER BY place LIMIT ?',
    ),
    pendingCount: database.prepare<[], { count: number }>('SELECT count(*) AS count FROM yibiao_outbox'),
    removeSent: database.prepare<[number]>('DELETE FROM yibiao_outbox WHERE place <= ?'),
    state: database.prepare<[string], { value: string }>('SELECT value FROM yibiao_state WHERE key = ?'),
    saveState: database.prepare<[string, string]>('INSERT OR REPLACE INTO yibiao_state VALUES (?, ?)'),
    removeState: database.prepare<[string]>('DELETE FROM yibiao_state WHERE key = ?'),
    record: database.prepare<[string], { revision: number }>(
      'SELECT revision FROM yibiao_record WHERE record = ?',
    ),
    saveRecord: database.prepare<[string, number]>('INSERT OR REPLACE INTO yibiao_record VALUES (?, ?)'),
    values: database.prepare<[string], { path: string; value: string }>(
      'SELECT path, value FROM yibiao_value WHERE record = ? ORDER BY path',
    ),
    saveValue: database.prepare<[string, string, string]>(
      'INSERT OR REPLACE INTO yibiao_value VALUES (?, ?, ?)',
    ),
    removeValue: database.prepare<[string, string]>('DELETE FROM yibiao_value WHERE record = ? AND path = ?'),
  }
}

/** The statements of one open database behind the port; who opens and ends the transaction is `sqlite-store.ts`. */
export class SqliteTransaction implements StoreTransaction<Database> {
  readonly sql: Database
  readonly #run: ReturnType<typeof prepareStatements>

  constructor(database: Database) {
    this.sql = database
    this.#run = prepareStatements(database)
  }

  async attempt<T>(work: () => Promise<T>): Promise<T> {
    this.#run.savepoint.run()
    try {
      const result = await work()
      this.#run.keep.run()
      return result
    } catch (error) {
      // SQLite ends the whole transaction by itself on some faults (disk full); then there is no savepoint left.
      if (this.sql.inTransaction) {
        this.#run.undo.run()
        this.#run.keep.run()
      }
      throw error
    }
  }

  async checkpoint(topic: string): Promise<Checkpoint | undefined> {
    return this.#run.checkpoint.get(topic)
  }

  async saveCheckpoint(topic: string, { sequence, digest, offset, history }: Checkpoint): Promise<void> {
    this.#run.saveCheckpoint.run(topic, sequence, digest, offset, history)
  }

  async enqueue({ topic, key, id, value }: OutboxEntry): Promise<number> {
    const waiting = this.#run.waiting.get(topic, id)
    if (waiting === undefined) return Number(this.#run.enqueue.run(topic, key, id, value).lastInsertRowid)
    if (waiting.key === key && Buffer.compare(waiting.value, value) === 0) return waiting.place
    throw new ConnectorError('YB_CONNECTOR_USAGE', `Message id ${id} is waiting with other content.`)
  }

  async pending(limit: number): Promise<readonly PendingEntry[]> {
    return this.#run.pending.all(limit)
  }

  async pendingCount(): Promise<number> {
    return this.#run.pendingCount.get()?.count ?? 0
  }

  async removeSent(upTo: number): Promise<void> {
    this.#run.removeSent.run(upTo)
  }

  async state(key: string): Promise<unknown> {
    const row = this.#run.state.get(key)
    return row === undefined ? undefined : JSON.parse(row.value)
  }

  async saveState(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.#run.removeState.run(key)
    else this.#run.saveState.run(key, JSON.stringify(value))
  }

  async record(record: string): Promise<LocalRecord | undefined> {
    const row = this.#run.record.get(record)
    if (row === undefined) return undefined
    const values = new Map<string, unknown>()
    for (const { path, value } of this.#run.values.all(record)) values.set(path, JSON.parse(value))
    return { record, revision: row.revision, values }
  }

  async saveChanges(record: string, revision: number, changes: readonly FeedChange[]): Promise<void> {
    const before = this.#run.record.get(record)
    if (before !== undefined && before.revision >= revision) return
    this.#run.saveRecord.run(record, revision)
    for (const { path, after } of changes) {
      if (after === undefined || after === null) this.#run.removeValue.run(record, path)
      else this.#run.saveValue.run(record, path, JSON.stringify(after))
    }
  }
}
