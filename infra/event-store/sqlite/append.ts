import type { Database, Statement } from 'better-sqlite3'
import { Chain, digestBytes } from '../chain/chain.ts'
import { StoreError } from '../errors.ts'
import { type Append, type AppendOutcome, anyRevision, type EventToAppend } from '../event-store.ts'
import { StreamCache } from '../stream-cache.ts'
import { isBusy, storeError } from './errors.ts'

interface Head {
  readonly head: number
  readonly streams: number
  readonly digest: Buffer
}

interface StoredAtRevision {
  readonly position: number
  readonly id: string
  readonly type: string
  readonly data: Buffer
}

/** A stream as this transaction leaves it. `id` 0: it does not exist yet. */
interface Touched {
  id: number
  revision: number
  made: boolean
  written: boolean
}

interface Transaction {
  position: number
  streams: number
  readonly touched: Map<string, Touched>
}

export interface Committed {
  readonly outcomes: readonly AppendOutcome[]
  /** Position of the last event when something was stored, otherwise undefined. */
  readonly head: number | undefined
}

/** Decides and stores a group of appends in one transaction. Synchronous: when it returns, all of it is durable. */
export class Appender {
  readonly #db: Database
  readonly #chain = new Chain()
  readonly #cache: StreamCache
  /** The head as this connection left it. */
  #head = 0

  readonly #begin: Statement<[]>
  readonly #commit: Statement<[]>
  readonly #rollback: Statement<[]>
  readonly #readHead: Statement<[], Head>
  readonly #writeHead: Statement<[number, number, Buffer]>
  readonly #findStream: Statement<[string], { id: number; revision: number }>
  readonly #insertStream: Statement<[number, string, number]>
  readonly #updateStream: Statement<[number, number]>
  readonly #insertEvent: Statement<[number, number, number, string, string, Buffer, Uint8Array]>
  readonly #findEvent: Statement<[number, number], StoredAtRevision>

  constructor(db: Database, cachedStreams: number) {
    this.#db = db
    this.#cache = new StreamCache(cachedStreams)
    // IMMEDIATE: what is read below stays true until the commit, whichever thread writes beside this one.
    this.#begin = db.prepare('BEGIN IMMEDIATE')
    this.#commit = db.prepare('COMMIT')
    this.#rollback = db.prepare('ROLLBACK')
    this.#readHead = db.prepare('SELECT head, streams, digest FROM meta WHERE one = 1')
    this.#writeHead = db.prepare('UPDATE meta SET head = ?, streams = ?, digest = ? WHERE one = 1')
    this.#findStream = db.prepare('SELECT id, revision FROM streams WHERE name = ?')
    this.#insertStream = db.prepare('INSERT INTO streams (id, name, revision) VALUES (?, ?, ?)')
    this.#updateStream = db.prepare('UPDATE streams SET revision = ? WHERE id = ?')
    this.#insertEvent = db.prepare(
      'INSERT INTO events (position, stream_id, revision, id, type, digest, data) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    this.#findEvent = db.prepare(
      'SELECT position, id, type, data FROM events WHERE stream_id = ? AND revision = ?',
    )
  }

  /**
   * Throws a `StoreError`; then nothing of the group was stored. 'locked' means that another thread is committing,
   * and nothing was begun.
   */
  commit(appends: readonly Append[]): Committed | 'locked' {
    try {
      this.#begin.run()
    } catch (error) {
      if (isBusy(error)) return 'locked'
      throw storeError(error, 'appending events')
    }
    try {
      const head = this.#start()
      const transaction: Transaction = { position: head.head, streams: head.streams, touched: new Map() }
      const outcomes = appends.map((append) => this.#append(transaction, append))
      const stored = transaction.position !== head.head
      if (stored) this.#writeStreamsAndHead(transaction)
      this.#commit.run()
      this.#remember(transaction)
      return { outcomes, head: stored ? transaction.position : undefined }
    } catch (error) {
      // On a full disk SQLite may have rolled back by itself.
      if (this.#db.inTransaction) this.#rollback.run()
      throw storeError(error, 'appending events')
    }
  }

  #start(): Head {
    const head = this.#readHead.get()
    if (head?.digest.length !== digestBytes) {
      throw new StoreError('YB_STORE_DAMAGED', 'the event store has lost its head row (table meta)')
    }
    // Another thread has written since: no remembered revision holds any more.
    if (head.head !== this.#head) this.#cache.forgetAll()
    this.#chain.reset(head.digest)
    return head
  }

  #append(transaction: Transaction, append: Append): AppendOutcome {
    const stream = this.#touch(transaction, append.stream)
    const { expectedRevision, events } = append
    if (expectedRevision !== anyRevision && expectedRevision !== stream.revision) {
      const position = this.#positionOfEqual(stream, expectedRevision, events)
      if (position === undefined) return { status: 'conflict', actualRevision: stream.revision }
      const [firstRevision, lastRevision] = [expectedRevision + 1, expectedRevision + events.length]
      return { status: 'appended', firstRevision, lastRevision, position, repeated: true }
    }
    if (stream.id === 0) {
      stream.id = ++transaction.streams
      stream.made = true
    }
    const firstRevision = stream.revision + 1
    for (const { id, type, data } of events) {
      const position = ++transaction.position
      const revision = ++stream.revision
      const digest = this.#chain.extend({ position, revision, stream: append.stream, id, type, data })
      this.#insertEvent.run(position, stream.id, revision, id, type, digest, data)
    }
    stream.written = true
    const { position } = transaction
    return { status: 'appended', firstRevision, lastRevision: stream.revision, position, repeated: false }
  }

  /** Position of the last of these events when exactly they are stored after the expected revision. */
  #positionOfEqual(stream: Touched, expected: number, events: readonly EventToAppend[]): number | undefined {
    if (expected + events.length > stream.revision) return undefined
    let position: number | undefined
    for (const [index, event] of events.entries()) {
      const stored = this.#findEvent.get(stream.id, expected + index + 1)
      if (stored?.id !== event.id || stored.type !== event.type || !stored.data.equals(event.data))
        return undefined
      position = stored.position
    }
    return position
  }

  #touch(transaction: Transaction, name: string): Touched {
    const known = transaction.touched.get(name)
    if (known !== undefined) return known
    const found = this.#cache.get(name) ?? this.#findStream.get(name)
    const touched = { id: found?.id ?? 0, revision: found?.revision ?? 0, made: false, written: false }
    transaction.touched.set(name, touched)
    return touched
  }

  #writeStreamsAndHead(transaction: Transaction): void {
    for (const [name, { id, revision, made, written }] of transaction.touched) {
      if (made) this.#insertStream.run(id, name, revision)
      else if (written) this.#updateStream.run(revision, id)
    }
    this.#writeHead.run(transaction.position, transaction.streams, this.#chain.digest)
  }

  #remember(transaction: Transaction): void {
    this.#head = transaction.position
    for (const [name, { id, revision }] of transaction.touched) {
      if (id !== 0) this.#cache.remember(name, { id, revision })
    }
  }
}
