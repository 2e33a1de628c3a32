import { createHash } from 'node:crypto'
import type { EventToAppend } from '@yibiao/event-store'
import type { BusMessage } from '@yibiao/message-bus'
import {
  type EventToRecord,
  encodeEvent,
  eventIdOf,
  exchangeSource,
  type Issue,
  type Message,
  mostIssues,
  problemOf,
} from '@yibiao/schemas'
import type { Conclusion } from '../domain/context.ts'

/** Bytes of a refused message that are kept whole; of longer ones the first so many, the length and the digest. */
export const refusedBytesKept = 65_536

export const instant = (epochMs: number): string => new Date(epochMs).toISOString()

/** The event of an accepted message: the message itself, under the exchange's id and times. */
export function recordMessage(message: Message, received: BusMessage, recordedTime: number): EventToRecord {
  const { id, data, ...attributes } = message
  return {
    ...attributes,
    id: eventIdOf(message.source, id, 0),
    messageid: id,
    receivedtime: instant(received.time),
    recordedtime: instant(recordedTime),
    data,
  }
}

/** An event that the exchange concludes from a message; `ordinal` counts from 1. */
export function recordConclusion(
  message: Message,
  received: BusMessage,
  conclusion: Conclusion,
  ordinal: number,
  recordedTime: number,
): EventToRecord {
  const recordedtime = instant(recordedTime)
  return {
    specversion: '1.0',
    id: eventIdOf(message.source, message.id, ordinal),
    source: exchangeSource,
    type: conclusion.type,
    subject: message.subject,
    time: recordedtime,
    ...(message.filing === undefined ? {} : { filing: message.filing }),
    authtype: 'system',
    authid: 'exchange',
    causationid: eventIdOf(message.source, message.id, 0),
    receivedtime: instant(received.time),
    recordedtime,
    data: conclusion.data,
  }
}

/** What is known of a message that could not be read to its end. */
export interface Partial {
  readonly id?: string | undefined
  readonly source?: string | undefined
  readonly type?: string | undefined
  readonly subject?: string | undefined
  readonly filing?: string | undefined
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The id of a refusal in the stream `refusal-<digest>`. */
export const refusalIdOf = (digest: string): string => eventIdOf('/refusals', digest, 0)

/** A hostile message must not make a refusal that no store takes. */
const listed = ([first, ...more]: readonly [Issue, ...Issue[]]): [Issue, ...Issue[]] => [
  first,
  ...more.slice(0, mostIssues - 1),
]

/** The event of a refused message: why, and the bytes as they came. */
export function recordRefusal(
  partial: Partial,
  received: BusMessage,
  issues: readonly [Issue, ...Issue[]],
  id: string,
  recordedTime: number,
): EventToRecord {
  const recordedtime = instant(recordedTime)
  const participant = received.topic.slice(received.topic.lastIndexOf('.') + 1)
  return {
    specversion: '1.0',
    id,
    source: exchangeSource,
    type: 'yibiao.message.refused.v1',
    subject: partial.subject ?? participant,
    time: recordedtime,
    ...(partial.filing === undefined ? {} : { filing: partial.filing }),
    authtype: 'system',
    authid: 'exchange',
    receivedtime: instant(received.time),
    recordedtime,
    data: {
      problem: problemOf(listed(issues)),
      participant,
      source: partial.source ?? '',
      ...(partial.id === undefined ? {} : { messageid: partial.id }),
      ...(partial.type === undefined ? {} : { type: partial.type }),
      topic: received.topic,
      bytes: received.value.subarray(0, refusedBytesKept).toString('base64'),
      length: received.value.length,
      digest: digestOf(received.value),
    },
  }
}

/** Encodes an event for the store. */
export const toAppend = (event: EventToRecord): EventToAppend => ({
  id: event.id,
  type: event.type,
  data: encodeEvent(event),
})
