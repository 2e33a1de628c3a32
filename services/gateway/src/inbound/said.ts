import { hash } from 'node:crypto'
import {
  eventIdOf,
  eventTypes,
  inboundTopic,
  isRecordId,
  type Message,
  type PublicationData,
  publicationKey,
  publicationKindOf,
  publicationStream,
  recordStream,
  sourceOf,
} from '@yibiao/schemas'

/** A message that somebody says on his inbound topic: the very bytes, and where to look for what becomes of it. */
export interface Said {
  readonly topic: string
  readonly key: string
  readonly bytes: Buffer
  /** SHA-256 of the bytes, lower-case hex: a refusal that depends on no record is in `refusal-<digest>`. */
  readonly digest: string
  readonly refusalId: string
  /** The sender's own id, where it can be read. */
  readonly id?: string
  /** Undefined where it can only be refused: nobody reads it, or it cannot belong to any stream of the sender. */
  readonly message?: SaidMessage
}

export interface SaidMessage {
  /** Id of the event that is recorded for it, or of its refusal in the record's stream. */
  readonly eventId: string
  readonly stream: string
  readonly content: Pick<Message, 'type' | 'subject' | 'data'>
}

type Attributes = Readonly<Record<string, unknown>>

/** Longest key on the bus; no subject that is taken comes near it. */
const longestKey = 128

/**
 * What a participant says with these bytes. Checks nothing: that is for the ledger, whose word is the same whichever way
 * a message came. The key is the message's subject, as senders on the bus give it, else the participant's code.
 */
export function saidBy(participant: string, bytes: Buffer): Said {
  const digest = hash('sha256', bytes, 'hex')
  const read = attributesOf(bytes)
  const message = read && messageOf(participant, read)
  return {
    topic: inboundTopic(participant),
    key: isKey(read?.subject) ? read.subject : participant,
    bytes,
    digest,
    refusalId: eventIdOf('/refusals', digest, 0),
    ...(isKey(read?.id) ? { id: read.id } : {}),
    ...(message === undefined ? {} : { message }),
  }
}

const isKey = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestKey && value.isWellFormed()

function attributesOf(bytes: Buffer): Attributes | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as unknown
    return typeof value === 'object' && value !== null ? (value as Attributes) : undefined
  } catch {
    return undefined
  }
}

function messageOf(
  participant: string,
  { id, source, type, subject, data }: Attributes,
): SaidMessage | undefined {
  if (!isKey(id) || !isKey(subject) || typeof type !== 'string' || source !== sourceOf(participant))
    return undefined
  const stream = streamOf(participant, type, subject, data)
  return stream === undefined
    ? undefined
    : { eventId: eventIdOf(source, id, 0), stream, content: { type, subject, data } }
}

/** The stream by the type's contract; others than a record's, a publication's and the own receipts hold nothing that is looked for. */
function streamOf(participant: string, type: string, subject: string, data: unknown): string | undefined {
  const kind = publicationKindOf(type)
  if (kind !== undefined)
    return publicationStream(kind, publicationKey(kind, (data as PublicationData | undefined)?.content))
  const stream = eventTypes.get(type)?.stream ?? ''
  if (stream.startsWith('receipts-')) return `receipts-${participant}`
  return stream.startsWith('record') && isRecordId(subject) ? recordStream(subject) : undefined
}
