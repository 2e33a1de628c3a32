import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { Chain, digestBytes, genesis } from '../chain/chain.ts'
import { StoreError } from '../errors.ts'
import { type Append, type AppendOutcome, noStream } from '../event-store.ts'
import { StreamCache, type StreamState } from '../stream-cache.ts'
import { byteaArray, int8Array, textArray } from './arrays.ts'
import { together } from './client.ts'
import { isRolledBack, isTaken, storeError } from './errors.ts'
import type { ResolvedOptions } from './options.ts'
import { type Compared, type NewRow, Plan } from './plan.ts'
import { type AppendStatements, appendStatements, run } from './statements.ts'
import type { Writer } from './writer.ts'

/** Times that a group is begun when the server rolls it back because of another transaction. */
export const attempts = 5
/** Bytes of events sent by one statement, for a message to the server has an end. */
const statementBytes = 33_554_432

interface Head {
  readonly head: number
  readonly streams: number
  readonly digest: Buffer
}

export interface Committed {
  readonly outcomes: readonly AppendOutcome[]
  /** Position of the last event when something was stored, otherwise undefined. */
  readonly head: number | undefined
}

/** Groups that must find the head where this store left it before one is sent without looking. */
const trustAfter = 8

/**
 * Decides and stores groups of appends, each in one transaction, one call at a time. When a call resolves, all of it is
 * durable.
 *
 * As long as nobody else appends, what this store knows of the head and of its streams is true, and a group of plain appends
 * is one journey to the server. That nobody else did is proved by the head row, locked first, and by the positions, which
 * another would have taken: then the server refuses the whole, and the group goes the other way. That is to lock the head,
 * read the streams, decide, and write: two journeys, and one more when something has to be compared.
 */
export class Appender {
  readonly #writer: Writer
  readonly #sql: AppendStatements
  readonly #chain = new Chain()
  readonly #cache: StreamCache
  /** The head as this store left it: what the cache holds is true as long as the server has the same. */
  #head: Head = { head: 0, streams: 0, digest: genesis }
  /** Groups in a row that have found it so. */
  #alone = 0

  constructor(writer: Writer, { schema, notify, cachedStreams }: ResolvedOptions) {
    this.#writer = writer
    this.#sql = appendStatements(schema, notify)
    this.#cache = new StreamCache(cachedStreams)
  }

  /**
   * Throws a `StoreError`. When the connection went in the middle it cannot be known whether the group was stored; repeated,
   * it is recognised.
   */
  async commit(appends: readonly Append[]): Promise<Committed> {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await this.#atOnce(appends)) ?? (await this.#locked(appends))
      } catch (error) {
        this.#forget()
        if (!isRolledBack(error) || attempt === attempts) throw storeError(error, 'appending events')
        await delay(2 ** attempt * Math.random())
      }
    }
  }

  /** After a fault nothing that was known may be relied on, and the connection may be in the middle of something. */
  #forget(): void {
    this.#doubt()
    this.#writer.discard()
  }

  /** Another process has written since: no remembered revision holds any more. */
  #doubt(): void {
    this.#alone = 0
    this.#cache.forgetAll()
  }

  /** Undefined when it needs a look at what is stored; then nothing was. */
  async #atOnce(appends: readonly Append[]): Promise<Committed | undefined> {
    if (this.#alone < trustAfter) return undefined
    const made = new Set<string>()
    for (const { stream, expectedRevision } of appends) {
      if (this.#cache.get(stream) !== undefined || made.has(stream)) continue
      // Perhaps it is there already; then its name is taken.
      if (expectedRevision !== noStream) return undefined
      made.add(stream)
    }
    this.#chain.reset(this.#head.digest)
    const plan = new Plan(appends, this.#head, this.#chain, (name) => this.#cache.get(name))
    const parts = slices(plan.rows)
    if (!plan.isPlain || parts.length > 1) return undefined
    try {
      await this.#write(await this.#writer.client(), plan, parts)
    } catch (error) {
      if (!isTaken(error)) throw error
      // The server has refused one statement that stood alone, so the connection is as good as before.
      this.#doubt()
      return undefined
    }
    return this.#done(plan, new Map())
  }

  async #locked(appends: readonly Append[]): Promise<Committed> {
    const client = await this.#writer.client()
    const { head, streams } = await this.#lock(client, [...new Set(appends.map(({ stream }) => stream))])
    this.#chain.reset(head.digest)
    const plan = new Plan(appends, head, this.#chain, (name) => streams.get(name))
    const equal = await this.#compare(client, plan.compared)
    await together(client, () => {
      const sent: Promise<unknown>[] = []
      if (plan.rows.length > 0) sent.push(this.#write(client, plan, slices(plan.rows)))
      // After a fault the server answers COMMIT by rolling back.
      sent.push(run(client, this.#sql.commit))
      return Promise.all(sent)
    })
    return this.#done(plan, equal)
  }

  #done(plan: Plan, equal: ReadonlyMap<number, number>): Committed {
    const { position: head, streams } = plan
    this.#head = { head, streams, digest: Buffer.from(this.#chain.digest) }
    for (const { name, state } of plan.written()) this.#cache.remember(name, state)
    return { outcomes: plan.outcomes(equal), head: plan.rows.length > 0 ? head : undefined }
  }

  /** Takes the head row; until the commit nobody else appends. */
  async #lock(
    client: pg.Client,
    names: readonly string[],
  ): Promise<{ head: Head; streams: Map<string, StreamState> }> {
    const streams = new Map<string, StreamState>()
    const cached = names.flatMap((name) => {
      const state = this.#cache.get(name)
      return state === undefined ? [] : [[name, state] as const]
    })
    const known = new Set(cached.map(([name]) => name))
    const unknown = names.filter((name) => !known.has(name))
    const [, locked] = await together(client, () =>
      Promise.all([
        run(client, this.#sql.begin),
        run<Head>(client, this.#sql.lockHead),
        // By a statement of its own, which sees what was committed while the one before waited for the lock.
        this.#find(client, unknown, streams),
      ]),
    )
    const [head] = locked.rows
    if (head?.digest.length !== digestBytes) {
      throw new StoreError('YB_STORE_DAMAGED', 'the event store has lost its head row (table meta)')
    }
    if (head.head === this.#head.head) {
      this.#alone += 1
      for (const [name, state] of cached) streams.set(name, state)
    } else {
      this.#doubt()
      await this.#find(client, [...known], streams)
    }
    return { head, streams }
  }

  async #find(client: pg.Client, names: readonly string[], into: Map<string, StreamState>): Promise<void> {
    if (names.length === 0) return
    type Row = StreamState & { readonly name: string }
    const { rows } = await run<Row>(client, this.#sql.findStreams, [textArray(names)])
    for (const { name, id, revision } of rows) {
      into.set(name, { id, revision })
      this.#cache.remember(name, { id, revision })
    }
  }

  async #compare(client: pg.Client, compared: readonly Compared[]): Promise<ReadonlyMap<number, number>> {
    const equal = new Map<number, number>()
    for (const some of slices(compared)) {
      const { rows } = await run<{ place: number; position: number }>(client, this.#sql.findEqual, [
        int8Array(some.map(({ place }) => place)),
        int8Array(some.map(({ streamId }) => streamId)),
        int8Array(some.map(({ revision }) => revision)),
        ...contentOf(some),
        byteaArray(some.map(({ data }) => data)),
      ])
      for (const { place, position } of rows) equal.set(place, position)
    }
    return equal
  }

  /** Sends everything in one go: one statement, and more before it when there is too much for one. */
  async #write(client: pg.Client, plan: Plan, parts: readonly (readonly NewRow[])[]): Promise<void> {
    const written = plan.written()
    const [made, grown] = [written.filter((one) => one.made), written.filter((one) => !one.made)]
    const sent: Promise<pg.QueryResult>[] = parts
      .slice(0, -1)
      .map((rows) => run(client, this.#sql.insertEvents, rowArrays(rows)))
    const moved = run(client, this.#sql.write, [
      plan.position,
      plan.streams,
      Buffer.from(this.#chain.digest),
      plan.before,
      int8Array(made.map(({ state }) => state.id)),
      textArray(made.map(({ name }) => name)),
      int8Array(made.map(({ state }) => state.revision)),
      int8Array(grown.map(({ state }) => state.id)),
      int8Array(grown.map(({ state }) => state.revision)),
      ...rowArrays(parts.at(-1) ?? []),
    ])
    await Promise.all([...sent, moved])
    if ((await moved).rows.length === 1) return
    throw new StoreError('YB_STORE_DAMAGED', 'the head row (table meta) is behind the events')
  }
}

/** The events' columns, in the order of the statements. */
const rowArrays = (rows: readonly NewRow[]): readonly Buffer[] => [
  int8Array(rows.map(({ position }) => position)),
  int8Array(rows.map(({ streamId }) => streamId)),
  int8Array(rows.map(({ revision }) => revision)),
  ...contentOf(rows),
  byteaArray(rows.map(({ digest }) => digest)),
  byteaArray(rows.map(({ data }) => data)),
]

const contentOf = (rows: readonly { readonly id: string; readonly type: string }[]): readonly Buffer[] => [
  textArray(rows.map(({ id }) => id)),
  textArray(rows.map(({ type }) => type)),
]

/** Cuts rows so that none of the parts is too large for a statement. */
function slices<Row extends { readonly data: Uint8Array }>(
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const parts: Row[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const row of rows) {
    bytes += row.data.byteLength
    if (bytes > statementBytes) {
      parts.push([])
      bytes = row.data.byteLength
    }
    parts.at(-1)?.push(row)
  }
  return parts
}
