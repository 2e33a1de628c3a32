import { hash } from 'node:crypto'
import type { StoredEvent } from '@yibiao/event-store'
import {
  decodeEvent,
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
  sameContent,
  sourceOf,
} from '@yibiao/schemas'
import type { Outgoing } from '../filings/publisher.ts'

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
  readonly type: string
  readonly content: Pick<Message, 'type' | 'subject' | 'data'>
  /** The JSON text of its data as it goes out, where that is known. */
  readonly dataText?: Buffer
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

/** What the gateway itself has put into an envelope: nothing of it need be read again. */
export function saidIn({ speaker, id, type, subject, bytes, dataText }: Outgoing): Said {
  const digest = hash('sha256', bytes, 'hex')
  const stream = streamOf(speaker, type, subject, () => dataIn(dataText))
  return {
    topic: inboundTopic(speaker),
    key: subject,
    bytes,
    digest,
    refusalId: eventIdOf('/refusals', digest, 0),
    id,
    ...(stream === undefined
      ? {}
      : {
          message: new OwnMessage(eventIdOf(sourceOf(speaker), id, 0), stream, { type, subject, dataText }),
        }),
  }
}

/** A message of the gateway's own making, whose data are parsed only if somebody asks for them. */
class OwnMessage implements SaidMessage {
  readonly eventId: string
  readonly stream: string
  readonly type: string
  readonly dataText: Buffer
  readonly #subject: string
  #content: SaidMessage['content'] | undefined

  constructor(
    eventId: string,
    stream: string,
    { type, subject, dataText }: Pick<Outgoing, 'type' | 'subject' | 'dataText'>,
  ) {
    this.eventId = eventId
    this.stream = stream
    this.type = type
    this.dataText = dataText
    this.#subject = subject
  }

  get content(): SaidMessage['content'] {
    this.#content ??= {
      type: this.type,
      subject: this.#subject,
      data: dataIn(this.dataText),
    }
    return this.#content
  }
}

const dataIn = (text: Buffer): unknown => JSON.parse(text.toString('utf8'))

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
  const stream = streamOf(participant, type, subject, () => data)
  return stream === undefined
    ? undefined
    : { eventId: eventIdOf(source, id, 0), stream, type, content: { type, subject, data } }
}

/** The stream by the type's contract; others than a record's, a publication's and the own receipts hold nothing that is looked for. */
function streamOf(
  participant: string,
  type: string,
  subject: string,
  data: () => unknown,
): string | undefined {
  const kind = publicationKindOf(type)
  if (kind !== undefined)
    return publicationStream(kind, publicationKey(kind, (data() as PublicationData | undefined)?.content))
  const stream = eventTypes.get(type)?.stream ?? ''
  if (stream.startsWith('receipts-')) return `receipts-${participant}`
  return stream.startsWith('record') && isRecordId(subject) ? recordStream(subject) : undefined
}

const beforeData = Buffer.from(',"data":')

/**
 * Whether an event records what a message says. The ledger keeps the text of data as it came, at the event's end: where it is
 * there byte for byte nothing needs to be parsed. Both being JSON, what stands before it can only be the member's name.
 */
export function recordsTheSame(event: StoredEvent, message: SaidMessage): boolean {
  const { dataText } = message
  if (dataText !== undefined && event.type === message.type && event.stream === message.stream) {
    const from = event.data.length - 1 - dataText.length
    const nameFrom = from - beforeData.length
    if (
      nameFrom > 0 &&
      beforeData.compare(event.data, nameFrom, from) === 0 &&
      dataText.compare(event.data, from, event.data.length - 1) === 0
    )
      return true
  }
  return sameContent(decodeEvent(event), message.content)
}
