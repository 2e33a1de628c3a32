/**
 * The envelope of every event: CloudEvents 1.0, structured mode, `application/cloudevents+json`.
 * The codec here stands before every append and after every read; nothing reads or hashes an event around it.
 */

export const cloudEventsMediaType = 'application/cloudevents+json'

/** Prefix of every type: `yibiao.filing.submitted.v1`. */
export const typePrefix = 'yibiao.'

/** The source of what the exchange itself concludes. */
export const exchangeSource = '/exchange'

/** Who acted (CloudEvents' auth extension). `timer` and `system` are ours alone. */
export const authTypes = [
  'officer',
  'applicant',
  'agent',
  'operator',
  'auditor',
  'timer',
  'system',
  'unauthenticated',
] as const
export type AuthType = (typeof authTypes)[number]

/** What a participant publishes. */
export interface Message<Data = unknown> {
  readonly specversion: '1.0'
  /** Unique with `source`; 1 … 128 characters. */
  readonly id: string
  /** `/participants/<code>`. */
  readonly source: string
  /** `yibiao.<entity>.<past tense>.v<version>`. */
  readonly type: string
  /** The record's id. */
  readonly subject: string
  /** When it happened, as the source claims: RFC 3339 with offset. */
  readonly time: string
  readonly datacontenttype?: 'application/json'
  /** The `$id` of the data's schema, a URN. */
  readonly dataschema?: string
  readonly filing?: string
  readonly authtype: AuthType
  /** An opaque account number; never a name or an identity number. */
  readonly authid: string
  readonly causationid?: string
  readonly correlationid?: string
  /** Id of the recorded event whose statement this withdraws. */
  readonly corrects?: string
  /** The record's revision the sender had seen. */
  readonly basedon?: number
  /** Legal date (YYYY-MM-DD) or instant from which it has effect, where that differs from `time`. */
  readonly effectivefrom?: string
  readonly data: Data
}

/** What the store holds. */
export interface RecordedEvent<Data = unknown> extends Message<Data> {
  /** The sender's own message id; absent on what the exchange concluded. */
  readonly messageid?: string
  /** The bus's append time of the message that this was recorded from, RFC 3339 UTC. */
  readonly receivedtime?: string
  /** When it was recorded, RFC 3339 UTC; never decreasing within a stream. */
  readonly recordedtime: string
  /** Only in what a read returns, never in the stored bytes. */
  readonly position: number
  /** Only in what a read returns, never in the stored bytes. */
  readonly revision: number
}

/** A recorded event before the store has given it its place. */
export type EventToRecord<Data = unknown> = Omit<RecordedEvent<Data>, 'position' | 'revision'>

/** Attributes that only the exchange may set; a message that carries one is refused. */
export const exchangeAttributes = [
  'messageid',
  'receivedtime',
  'recordedtime',
  'position',
  'revision',
  'feedsequence',
  'feeddigest',
  'replayid',
  'historyid',
] as const

/** Encodes an event for the store. Attribute order is fixed by the object given. */
export function encodeEvent(event: EventToRecord): Buffer {
  return Buffer.from(JSON.stringify(event))
}

/** An event without its data, whose text is at hand. */
export type EventAttributes = Omit<EventToRecord, 'data'>

const dataMember = Buffer.from(',"data":')
const closingBrace = 0x7d

/**
 * Encodes an event around its data's JSON text as it was received: what was parsed once is not written a second time.
 * Members of `attributes` that are undefined are left out.
 */
export function encodeEventAround(attributes: EventAttributes, dataText: Uint8Array): Buffer {
  const head = JSON.stringify(attributes)
  const headLength = Buffer.byteLength(head) - 1
  const bytes = Buffer.allocUnsafe(headLength + dataMember.length + dataText.length + 1)
  bytes.write(head)
  bytes.set(dataMember, headLength)
  bytes.set(dataText, headLength + dataMember.length)
  bytes[bytes.length - 1] = closingBrace
  return bytes
}

/** What a store hands back, as far as the codec needs it. */
export interface EncodedEvent {
  readonly data: Buffer
  readonly position: number
  readonly revision: number
}

/** Decodes a stored event and gives it its place. Throws `SyntaxError` only when the store is damaged. */
export function decodeEvent<Data = unknown>(stored: EncodedEvent): RecordedEvent<Data> {
  const event = JSON.parse(stored.data as unknown as string) as RecordedEvent<Data> & {
    position: number
    revision: number
  }
  event.position = stored.position
  event.revision = stored.revision
  return event
}

/** The stream of a record. */
export const recordStream = (record: string): string => `registration-${record}`

/** The record of a stream, or undefined when it is another kind of stream. */
export const recordOfStream = (stream: string): string | undefined =>
  stream.startsWith('registration-') ? stream.slice('registration-'.length) : undefined

/** The topic that a participant publishes to. */
export const inboundTopic = (participant: string): string => `registration.inbound.${participant}`
/** The topic that a participant consumes. */
export const feedTopic = (participant: string): string => `registration.feed.${participant}`
/** The topic on which a participant receives replays. */
export const replayTopic = (participant: string): string => `registration.replay.${participant}`

/** The source attribute of a participant's messages. */
export const sourceOf = (participant: string): string => `/participants/${participant}`
