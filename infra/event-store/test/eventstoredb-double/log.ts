/** An event in the log. Revisions are the server's own, from 0. */
export interface LogRecord {
  /** The byte at which it stands: commit and prepare position are the same for what is appended by gRPC. */
  readonly position: number
  readonly stream: string
  readonly revision: number
  readonly id: string
  readonly type: string
  readonly contentType: string
  readonly data: Uint8Array
  readonly metadata: Uint8Array
  /** 100 ns since 1970. */
  readonly created: bigint
}

export type Proposed = Pick<LogRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>

/** The revision an append expects the stream's last event to have. */
export type Expected = number | 'any' | 'no-stream' | 'stream-exists'

export type AppendResult =
  | { readonly status: 'stored' | 'idempotent'; readonly revision: number; readonly position: number }
  | { readonly status: 'wrong-revision'; readonly current: number | undefined }
  | { readonly status: 'deleted' }

interface Stream {
  readonly records: LogRecord[]
  state: 'open' | 'deleted' | 'tombstoned'
  /** First revision that is still visible. */
  from: number
}

/** Bytes of a record beside its type, data and metadata, so that positions have the gaps of a real log. */
const recordOverhead = 95

/** The transaction log and the streams in it: all that survives a restart. */
export class Log {
  readonly records: LogRecord[] = []
  readonly #streams = new Map<string, Stream>()
  readonly #listeners = new Set<() => void>()
  #end = 0

  constructor() {
    // A real log is never empty: its first record tells of the first leader.
    this.#store('$epoch-information', [binary('$epoch-information', '{}')])
  }

  append(name: string, expected: Expected, events: readonly Proposed[]): AppendResult {
    const stream = this.#streams.get(name)
    if (stream?.state === 'tombstoned') return { status: 'deleted' }
    const last = (stream?.records.length ?? 0) - 1
    const isSoftDeleted = stream?.state === 'deleted'
    const wrong = { status: 'wrong-revision', current: last < 0 ? undefined : last } as const
    if (expected === 'any' || expected === 'stream-exists') {
      if (expected === 'stream-exists' && (last < 0 || isSoftDeleted)) return wrong
      const known = events.map(({ id }) => stream?.records.find((record) => record.id === id))
      if (known[0] === undefined) return this.#store(name, events)
      return known.every((record) => record !== undefined) ? idempotent(known.at(-1)) : wrong
    }
    const revision = expected === 'no-stream' ? -1 : expected
    if (revision === last) return this.#store(name, events)
    if (revision > last) return wrong
    const there = events.map((event, index) => {
      const record = stream?.records[revision + 1 + index]
      return record?.id === event.id ? record : undefined
    })
    if (there.every((record) => record !== undefined)) return idempotent(there.at(-1))
    if (there[0] === undefined && expected === 'no-stream' && isSoftDeleted) return this.#store(name, events)
    return wrong
  }

  /** Visible events of a stream, or why there are none. */
  stream(name: string): readonly LogRecord[] | 'not-found' | 'deleted' {
    const stream = this.#streams.get(name)
    if (stream === undefined || stream.state === 'deleted') return 'not-found'
    return stream.state === 'tombstoned' ? 'deleted' : stream.records.slice(stream.from)
  }

  /** Hides the stream; it may begin anew after its last revision. What is in `$all` stays there until a scavenge. */
  delete(name: string): number | undefined {
    const stream = this.#streams.get(name)
    if (stream === undefined || stream.state !== 'open') return undefined
    stream.state = 'deleted'
    stream.from = stream.records.length
    return this.#store(`$$${name}`, [binary('$metadata', '{"$tb":9223372036854775807}')]).position
  }

  /** Ends the stream for ever. */
  tombstone(name: string): number | undefined {
    const stream = this.#streams.get(name)
    if (stream?.state === 'tombstoned') return undefined
    const { position } = this.#store(name, [binary('$streamDeleted', '')])
    const now = this.#streams.get(name)
    if (now !== undefined) now.state = 'tombstoned'
    return position
  }

  /** Index of the record at a position, undefined where no record begins. */
  indexAt(position: number): number | undefined {
    let [low, high] = [0, this.records.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const at = this.records[middle]?.position ?? 0
      if (at === position) return middle
      if (at < position) low = middle + 1
      else high = middle - 1
    }
    return undefined
  }

  /** Calls back after each append. Returns how to stop it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #store(name: string, events: readonly Proposed[]): AppendResult & { status: 'stored' } {
    const stream = this.#streams.get(name) ?? { records: [], state: 'open' as const, from: 0 }
    this.#streams.set(name, stream)
    if (stream.state === 'deleted') stream.state = 'open'
    for (const { id, type, contentType, data, metadata } of events) {
      const created = BigInt(Date.now()) * 10_000n
      const [position, revision] = [this.#end, stream.records.length]
      const record = { position, stream: name, revision, id, type, contentType, data, metadata, created }
      stream.records.push(record)
      this.records.push(record)
      this.#end += recordOverhead + Buffer.byteLength(name) + type.length + data.length + metadata.length
    }
    const last = this.records.at(-1)
    for (const listener of this.#listeners) listener()
    return { status: 'stored', revision: last?.revision ?? 0, position: last?.position ?? 0 }
  }
}

function idempotent(record: LogRecord | undefined): AppendResult {
  return { status: 'idempotent', revision: record?.revision ?? 0, position: record?.position ?? 0 }
}

function binary(type: string, data: string): Proposed {
  const bytes = new Uint8Array(Buffer.from(data))
  return {
    id: crypto.randomUUID(),
    type,
    contentType: 'application/json',
    data: bytes,
    metadata: new Uint8Array(0),
  }
}
