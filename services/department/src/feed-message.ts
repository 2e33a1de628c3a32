/**
 * What arrives on a feed: a recorded event cut to what the participant may see, under a dense sequence and a running
 * digest over the exact bytes.
 */
import { hash } from 'node:crypto'
import type { BusMessage } from '@yibiao/message-bus'
import type { RecordedEvent } from '@yibiao/schemas'

/** The name of the header that carries d(n). */
export const digestHeader = 'feeddigest'

/** d(0). */
export const firstDigest = '0'.repeat(64)

/** One leaf of the one form that the event changed, as far as this participant may see it. */
export interface FeedChange {
  /** JSON pointer with keys in place of indexes: `/shareholders/S1/subscribedFen`. */
  readonly path: string
  /** Null or absent: the value was not there. */
  readonly before?: unknown
  /** Null or absent: the value was removed. */
  readonly after?: unknown
}

/** A feed message's content: the event as this participant may see it. */
export interface FeedEvent<Data = unknown> extends RecordedEvent<Data> {
  /** 1, 2, 3 … on this participant's feed. */
  readonly feedsequence: number
  /** The identity of the history that this sequence counts. */
  readonly historyid: string
  /** Only on a replay. */
  readonly replayid?: string
}

/** One message as a handler gets it. */
export interface Delivery<Data = unknown> {
  readonly sequence: number
  readonly event: FeedEvent<Data>
  /** What the event changed of the one form, as far as this participant may see; empty where it changed nothing. */
  readonly changes: readonly FeedChange[]
  /** The value exactly as it came: what the digest was taken over. */
  readonly bytes: Buffer
}

/** A message read, not yet judged. `digest` is what the header claims, empty when there is none. */
export interface Decoded {
  readonly delivery: Delivery
  readonly digest: string
  readonly offset: number
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function changesIn(data: unknown): readonly FeedChange[] {
  if (!isObject(data) || !Array.isArray(data.changes)) return []
  return data.changes.filter((change) => isObject(change) && typeof change.path === 'string')
}

function parsed(value: Buffer): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(value.toString('utf8'))
    return isObject(content) ? content : undefined
  } catch {
    return undefined
  }
}

/** Reads a feed or replay message; undefined when it has not even an id, a type, a subject and a sequence. */
export function decodeFeedMessage(message: BusMessage): Decoded | undefined {
  const content = parsed(message.value)
  if (content === undefined) return undefined
  const { id, type, subject, feedsequence: sequence } = content
  if (typeof id !== 'string' || typeof type !== 'string' || typeof subject !== 'string') return undefined
  if (!Number.isSafeInteger(sequence) || (sequence as number) < 1) return undefined
  const event = content as unknown as FeedEvent
  return {
    delivery: { sequence: event.feedsequence, event, changes: changesIn(event.data), bytes: message.value },
    digest: message.headers[digestHeader] ?? '',
    offset: message.offset,
  }
}

/** d(n) = SHA-256(d(n-1) "\n" n "\n" event id "\n" SHA-256(value)), lower-case hex. */
export const nextDigest = (previous: string, sequence: number, eventId: string, value: Uint8Array): string =>
  hash('sha256', `${previous}\n${sequence}\n${eventId}\n${hash('sha256', value, 'hex')}`, 'hex')
