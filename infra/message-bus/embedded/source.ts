import type { BusMessage } from '../message-bus.ts'

/** The first offset still kept and the next to be written. */
export interface Bounds {
  readonly earliest: number
  readonly latest: number
}

export interface ReadResult {
  /** Messages with an offset ≥ `from`, in order, at most `limit`, fewer when they are large. */
  readonly messages: readonly BusMessage[]
  /** False only when nothing was left behind the last of them. */
  readonly more: boolean
}

/** A topic to read from, stored or derived: consuming, reading and offsets are written once, over this. */
export interface TopicSource {
  readonly name: string
  readonly partitions: number
  /** Whether it is computed where it is read: who reads again pays nobody's disk, so commits may be put off. */
  readonly isDerived: boolean
  read(partition: number, from: number, limit: number): Promise<ReadResult>
  bounds(partition: number): Promise<Bounds>
  /** Calls back whenever there may be more in the partition. Returns the way to unsubscribe. */
  onMore(partition: number, callback: () => void): () => void
}
