import type Database from 'better-sqlite3'
import type { BusMessage } from '../message-bus.ts'
import { guarded } from './faults.ts'
import { laneSize } from './schema.ts'
import type { Signals } from './signals.ts'
import type { Bounds, ReadResult, TopicSource } from './source.ts'
import type { StoredTopic } from './topics.ts'

/** A read ends behind the message with which it passes this many bytes of values, however many were asked for. */
export const maxReadBytes = 32 * 1024 * 1024

type Row = [slot: number, time: number, key: string, headers: string | null, value: Buffer]

/** Rows fetched at first, when it is not known yet how large they are. */
const firstRows = 32
/** Bytes of values that are fetched together after that, about: many rows in one call, but never a whole lane of large ones. */
const chunkBytes = 4 * 1024 * 1024

const rowsWithin = (bytes: number, average: number): number =>
  Math.min(10_000, Math.max(4, Math.floor(bytes / (average + 1))))

const noHeaders: Readonly<Record<string, string>> = Object.freeze({})

const messageOf = (
  topic: StoredTopic,
  partition: number,
  start: number,
  [slot, time, key, headers, value]: Row,
): BusMessage => ({
  topic: topic.name,
  partition,
  offset: slot - start,
  time,
  key,
  value,
  headers: headers === null ? noHeaders : (JSON.parse(headers) as Record<string, string>),
})

/** What stands at the end of a lane: the next offset, and the time that the next append may not go below. */
export interface Head extends Bounds {
  readonly time: number
}

/** Reads lanes of the message file. Every method throws coded errors only. */
export class LaneReader {
  readonly #rows: Database.Statement<[number, number, number], Row>
  readonly #last: Database.Statement<[number, number], [slot: number, time: number]>
  readonly #floor: Database.Statement<[number], [earliest: number, time: number]>

  constructor(messages: Database.Database) {
    this.#rows = messages.prepare<[number, number, number], Row>(
      'SELECT slot, time, key, headers, value FROM messages WHERE slot >= ? AND slot < ? ORDER BY slot LIMIT ?',
    )
    this.#rows.raw()
    this.#last = messages.prepare<[number, number], [number, number]>(
      'SELECT slot, time FROM messages WHERE slot >= ? AND slot < ? ORDER BY slot DESC LIMIT 1',
    )
    this.#last.raw()
    this.#floor = messages.prepare<[number], [number, number]>(
      'SELECT earliest, time FROM lanes WHERE lane = ?',
    )
    this.#floor.raw()
  }

  read(topic: StoredTopic, partition: number, from: number, limit: number): ReadResult {
    const start = (topic.firstLane + partition) * laneSize
    const messages: BusMessage[] = []
    let bytes = 0
    let next = start + from
    if (from >= laneSize) return { messages, more: false }
    for (let size = Math.min(limit, firstRows); ; ) {
      const rows = guarded(() => this.#rows.all(next, start + laneSize, size))
      for (const row of rows) {
        const value = row[4]
        messages.push(messageOf(topic, partition, start, row))
        bytes += value.byteLength
        if (bytes >= maxReadBytes) return { messages, more: true }
      }
      if (rows.length < size) return { messages, more: false }
      if (messages.length === limit) return { messages, more: true }
      next = (rows.at(-1) as Row)[0] + 1
      size = Math.min(limit - messages.length, rowsWithin(chunkBytes, bytes / messages.length))
    }
  }

  head(lane: number): Head {
    return guarded(() => {
      const [earliest, floor] = this.#floor.get(lane) ?? [0, 0]
      const last = this.#last.get(lane * laneSize, (lane + 1) * laneSize)
      if (last === undefined) return { earliest, latest: earliest, time: floor }
      return { earliest, latest: last[0] - lane * laneSize + 1, time: last[1] }
    })
  }
}

/** A stored topic as something to read from. */
export function storedSource(topic: StoredTopic, reader: LaneReader, signals: Signals): TopicSource {
  return {
    name: topic.name,
    partitions: topic.partitions,
    isDerived: false,
    read: async (partition, from, limit) => reader.read(topic, partition, from, limit),
    bounds: async (partition) => reader.head(topic.firstLane + partition),
    onMore: (partition, callback) => signals.watchLane(topic.firstLane + partition, callback),
  }
}
