import type { AllStreamResolvedEvent, ResolvedEvent, StreamingRead } from '@eventstore/db-client'
import { BACKWARDS, END, FORWARDS } from '@eventstore/db-client'
import type { StoredEvent } from '../event-store.ts'
import type { StreamRead } from '../usage.ts'
import { type Codec, markOf, type Standing, toPosition } from './codec.ts'
import type { Connection } from './connection.ts'
import { isStreamNotFound, silence, storeError } from './errors.ts'

const doing = 'reading a stream'
/** A follower may be behind: it would not show what was just appended. */
const requiresLeader = true

/** Reads of one stream, and of the end of the log. */
export class Reader {
  readonly #connection: Connection
  readonly #codec: Codec

  constructor(connection: Connection, codec: Codec) {
    this.#connection = connection
    this.#codec = codec
  }

  async stream(stream: string, { from, backwards, limit }: StreamRead): Promise<readonly StoredEvent[]> {
    if (!backwards) return this.forwards(stream, from ?? 1, limit)
    // What the server does when asked to begin beyond the end is not documented.
    const last = from === undefined ? undefined : await this.revision(stream)
    const start = from === undefined || last === undefined || from >= last ? END : BigInt(from - 1)
    return this.#read(stream, { direction: BACKWARDS, fromRevision: start, maxCount: limit })
  }

  forwards(stream: string, from: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.#read(stream, { direction: FORWARDS, fromRevision: BigInt(from - 1), maxCount: limit })
  }

  /** Revision of the last event, 0 when there is no such stream. */
  async revision(stream: string): Promise<number> {
    const [last] = await this.#read(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 })
    return last?.revision ?? 0
  }

  /** Position and mark of the event at a revision. */
  async marked(stream: string, revision: number): Promise<Standing | undefined> {
    const [found] = await this.#events(stream, {
      direction: FORWARDS,
      fromRevision: BigInt(revision - 1),
      maxCount: 1,
    })
    const event = found?.event
    return event && { position: toPosition(event.position?.commit), mark: markOf(event) }
  }

  /** Where events of ours stand and whose marks they bear, from a position of the log on, others' counted. */
  async fromPosition(position: number, limit: number): Promise<readonly (Standing & Spot)[]> {
    const { client, deadline } = this.#connection
    const [commit, prepare] = [BigInt(position), BigInt(position)]
    const fromPosition = { commit, prepare }
    const options = { direction: FORWARDS, fromPosition, maxCount: limit, requiresLeader } as const
    const found = await collect<AllStreamResolvedEvent>(client.readAll(options), doing, deadline)
    return found.flatMap(({ event }) => {
      if (event === undefined || !this.#codec.isOurs(event)) return []
      const { stream, revision, position } = this.#codec.stored(event)
      return [{ stream, revision, position, mark: markOf(event) }]
    })
  }

  /**
   * Position of the last event in the log, whoever's it is, 0 for an empty log. Others' events count, for
   * subscriptions pass them too: no checkpoint is ever above the head.
   */
  async head(): Promise<number> {
    const { client, deadline } = this.#connection
    const options = { direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader } as const
    const read = client.readAll(options)
    const [last] = await collect<AllStreamResolvedEvent>(read, 'reading the head', deadline)
    const event = last?.link ?? last?.event
    return event === undefined ? 0 : toPosition(event.position.commit)
  }

  async #read(stream: string, options: ReadOptions): Promise<readonly StoredEvent[]> {
    const found = await this.#events(stream, options)
    return found.flatMap(({ event }) => (event === undefined ? [] : [this.#codec.stored(event)]))
  }

  async #events(stream: string, options: ReadOptions): Promise<readonly ResolvedEvent[]> {
    const { client, deadline } = this.#connection
    const read = client.readStream(this.#codec.name(stream), { ...options, requiresLeader })
    try {
      return await collect<ResolvedEvent>(read, doing, deadline)
    } catch (error) {
      if (isStreamNotFound(error)) return []
      throw error
    }
  }
}

interface Spot {
  readonly stream: string
  readonly revision: number
}

interface ReadOptions {
  readonly direction: typeof FORWARDS | typeof BACKWARDS
  readonly fromRevision: bigint | typeof END
  readonly maxCount: number
}

/**
 * Everything that a read gives. The client sets no deadline on reads whatever it is told, so the silence is measured
 * here: a long answer may take its time as long as it goes on coming.
 */
function collect<Event>(
  read: StreamingRead<Event>,
  doing: string,
  deadline: number,
): Promise<readonly Event[]> {
  return new Promise((resolve, reject) => {
    const events: Event[] = []
    const timer = setTimeout(() => {
      reject(silence(doing, deadline))
      read.cancel().catch(() => {})
    }, deadline)
    read.on('data', (event: Event) => {
      events.push(event)
      timer.refresh()
    })
    read.once('end', () => {
      clearTimeout(timer)
      resolve(events)
    })
    read.on('error', (error: Error) => {
      clearTimeout(timer)
      reject(storeError(error, doing))
    })
  })
}
