import { type Draft, type DraftContext, entryOf } from './draft.ts'
import type { LocalRecord, OutboxEntry, StoreTransaction } from './store.ts'

/**
 * What a handler writes through. All of it commits together with the inbox checkpoint, or none of it: so an effect
 * happens exactly once, however often the handler is called.
 *
 * Effects outside of this, such as a call of another system, happen at least once: the process may be killed between
 * them and the commit. Give them `delivery.event.id` as idempotency key.
 */
export interface Transaction<Sql = unknown> {
  /** The database of the store, for the department's own tables. MUST NOT begin or end a transaction. */
  readonly sql: Sql
  /**
   * Puts a message into the outbox and returns its id. Throws `YibiaoError` with every problem at once when the
   * message is not well formed. It goes out after the commit.
   */
  publish(draft: Draft): string
  /** A value of the small keyed state, this transaction's own writes included; undefined where there is none. */
  get(key: string): Promise<unknown>
  /** Sets it to any JSON value; undefined removes it. */
  put(key: string, value: unknown): void
  /** The own copy of the one form, the event being handled included. */
  localRecord(record: string): Promise<LocalRecord | undefined>
  /** Calls back once, soon after the commit; never when this is undone, and not when the process is killed before. */
  afterCommit(callback: () => void): void
}

/** What a piece of work left behind, to be seen to once it is committed. */
export interface Effects {
  /** Messages put into the outbox. */
  readonly enqueued: number
  readonly afterCommit: readonly (() => void)[]
}

export const noEffects: Effects = { enqueued: 0, afterCommit: [] }

/** Keeps what is published and put until `settle`, so that one that is undone leaves nothing behind. */
export class HandlerTransaction<Sql> implements Transaction<Sql> {
  readonly sql: Sql
  readonly #tx: StoreTransaction<Sql>
  readonly #context: DraftContext
  readonly #entries: OutboxEntry[] = []
  readonly #puts = new Map<string, unknown>()
  readonly #afterCommit: (() => void)[] = []
  #settled = false

  constructor(tx: StoreTransaction<Sql>, context: DraftContext) {
    this.sql = tx.sql
    this.#tx = tx
    this.#context = context
  }

  publish(draft: Draft): string {
    this.#assertOpen()
    const entry = entryOf(draft, this.#context)
    this.#entries.push(entry)
    return entry.id
  }

  async get(key: string): Promise<unknown> {
    this.#assertOpen()
    return this.#puts.has(key) ? this.#puts.get(key) : this.#tx.state(key)
  }

  put(key: string, value: unknown): void {
    this.#assertOpen()
    this.#puts.set(key, value)
  }

  async localRecord(record: string): Promise<LocalRecord | undefined> {
    this.#assertOpen()
    return this.#tx.record(record)
  }

  afterCommit(callback: () => void): void {
    this.#assertOpen()
    this.#afterCommit.push(callback)
  }

  /** Writes what was kept. `place` is that of the last message in the outbox, 0 when there is none. */
  async settle(): Promise<Effects & { readonly place: number }> {
    this.#settled = true
    let place = 0
    for (const entry of this.#entries) place = await this.#tx.enqueue(entry)
    for (const [key, value] of this.#puts) await this.#tx.saveState(key, value)
    return { enqueued: this.#entries.length, afterCommit: this.#afterCommit, place }
  }

  #assertOpen(): void {
    if (this.#settled) throw new Error('The transaction is over. Await everything inside the handler.')
  }
}
