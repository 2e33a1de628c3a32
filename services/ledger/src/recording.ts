import { createHash } from 'node:crypto'
import type { EventToAppend } from '@yibiao/event-store'
import type { BusMessage } from '@yibiao/message-bus'
import {
  type EventToRecord,
  encodeEvent,
  encodeEventAround,
  eventIdOf,
  exchangeSource,
  type Issue,
  mostIssues,
  problemOf,
} from '@yibiao/schemas'
import type { Conclusion } from '../domain/context.ts'
import type { FoldedEvent } from '../domain/folded-event.ts'
import type { TimerFacts } from '../domain/timers.ts'
import type { LaneMessage } from './lane.ts'

/** An event as the store gets it. */
export type EncodedAppend = EventToAppend & { readonly data: Buffer }

/** An event on its way into the history: what the fold needs of it, and how the store gets it. */
export interface Recording {
  readonly event: FoldedEvent
  readonly append: EncodedAppend
}

/** Bytes of a refused message that are kept whole; of longer ones the first so many, the length and the digest. */
export const refusedBytesKept = 65_536

/** RFC 3339 UTC. Most events of a batch share their times, so the last text is kept. */
function instants(): (epochMs: number) => string {
  let last = Number.NaN
  let text = ''
  return (epochMs) => {
    if (epochMs !== last) {
      text = new Date(epochMs).toISOString()
      last = epochMs
    }
    return text
  }
}

const receivedInstant = instants()
export const instant = instants()

/** The event of an accepted message: the message itself, under the exchange's id and times. */
export function recordMessage({ message, dataText, received }: LaneMessage, recordedTime: number): Recording {
  const { source, type, filing, authid, data } = message
  const id = eventIdOf(source, message.id, 0)
  const recordedtime = instant(recordedTime)
  const attributes = {
    ...message,
    id,
    data: undefined,
    messageid: message.id,
    receivedtime: receivedInstant(received.time),
    recordedtime,
  }
  return {
    event: {
      id,
      type,
      source,
      time: message.time,
      messageid: message.id,
      recordedtime,
      filing,
      authid,
      data,
    },
    append: { id, type, data: encodeEventAround(attributes, dataText) },
  }
}

/** An event that the exchange concludes from a message, whose own event is `cause`; `ordinal` counts from 1. */
export function recordConclusion(
  { message, received }: LaneMessage,
  cause: string,
  conclusion: Conclusion,
  ordinal: number,
  recordedTime: number,
): Recording {
  const recordedtime = instant(recordedTime)
  const filing = conclusion.filing ?? message.filing
  return encoded({
    specversion: '1.0',
    id: eventIdOf(message.source, message.id, ordinal),
    source: exchangeSource,
    type: conclusion.type,
    subject: message.subject,
    time: recordedtime,
    ...(filing === undefined ? {} : { filing }),
    authtype: 'system',
    authid: 'exchange',
    causationid: cause,
    ...(conclusion.corrects === undefined ? {} : { corrects: conclusion.corrects }),
    receivedtime: receivedInstant(received.time),
    recordedtime,
    data: conclusion.data,
  })
}

/** One of the facts that a due timer makes. Nothing in it depends on what made the ledger look, or when. */
export function recordTimerFact(
  record: string,
  facts: TimerFacts,
  ordinal: number,
  recordedTime: number,
): Recording {
  const conclusion = facts.conclusions[ordinal] as Conclusion
  const { effectivefrom } = facts
  return encoded({
    specversion: '1.0',
    id: facts.idOf(ordinal),
    source: exchangeSource,
    type: conclusion.type,
    subject: record,
    time: new Date(facts.at).toISOString(),
    filing: facts.filing,
    authtype: 'timer',
    authid: 'clock',
    ...(ordinal > 0 ? { causationid: facts.idOf(0) } : {}),
    ...(effectivefrom === undefined || ordinal > 0 ? {} : { effectivefrom }),
    recordedtime: instant(recordedTime),
    data: conclusion.data,
  })
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
): Recording {
  const recordedtime = instant(recordedTime)
  const participant = received.topic.slice(received.topic.lastIndexOf('.') + 1)
  return encoded({
    specversion: '1.0',
    id,
    source: exchangeSource,
    type: 'yibiao.message.refused.v1',
    subject: partial.subject ?? participant,
    time: recordedtime,
    ...(partial.filing === undefined ? {} : { filing: partial.filing }),
    authtype: 'system',
    authid: 'exchange',
    receivedtime: receivedInstant(received.time),
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
  })
}

/** An event of the exchange's own making, encoded for the store. */
export const encoded = (event: EventToRecord): Recording => ({
  event,
  append: { id: event.id, type: event.type, data: encodeEvent(event) },
})
