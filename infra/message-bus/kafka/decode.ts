import { createRequire } from 'node:module'
import type { BusMessage } from '../message-bus.ts'
import type { FetchedMessage, FetchedPartition } from './wire.ts'

interface KafkajsBatch {
  readonly rawMessages: readonly FetchedMessage[]
  /** Without control records, without what an aborted transaction left, and from the offset asked for. */
  readonly messages: readonly FetchedMessage[]
}

const KafkajsBatch = createRequire(import.meta.url)('kafkajs/src/consumer/batch') as new (
  topic: string,
  from: string,
  partition: FetchedPartition,
) => KafkajsBatch

/** Kafka's number for the isolation level at which nothing of an open or aborted transaction is seen. */
export const readCommitted = 1

export interface Fetched {
  readonly messages: readonly BusMessage[]
  /** The offset to go on from. */
  readonly next: number
}

const noHeaders: Readonly<Record<string, string>> = Object.freeze({})
const nothing = Buffer.alloc(0)

/** What a fetch from an offset brought of one partition. */
export function decodeFetched(topic: string, from: number, fetched: FetchedPartition): Fetched {
  const { rawMessages, messages } = new KafkajsBatch(topic, String(from), fetched)
  const last = rawMessages.at(-1)
  const next = last === undefined ? from : Math.max(from, Number(last.offset) + 1)
  const { partition } = fetched
  return {
    next,
    messages: messages.map(({ offset, timestamp, key, value, headers }) => ({
      topic,
      partition,
      offset: Number(offset),
      time: Number(timestamp),
      key: key === null ? '' : key.toString('utf8'),
      value: value ?? nothing,
      headers: decodeHeaders(headers),
    })),
  }
}

function decodeHeaders(headers: FetchedMessage['headers']): Readonly<Record<string, string>> {
  const names = Object.keys(headers)
  if (names.length === 0) return noHeaders
  const decoded: Record<string, string> = {}
  for (const name of names) {
    const given = headers[name]
    // A foreign sender may repeat a name; the first counts.
    const value = Array.isArray(given)
      ? (given[0] as Buffer | string)
      : (given as Buffer | string | undefined)
    decoded[name] = value === undefined || value === null ? '' : value.toString('utf8')
  }
  return decoded
}
