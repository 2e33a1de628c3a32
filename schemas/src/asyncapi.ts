/** The AsyncAPI 3.0 document of the exchange: who publishes and consumes what, from the event schemas. */
import type { Participant } from '../generated/reference.ts'
import { cloudEventsMediaType, feedTopic, inboundTopic, replayTopic } from './envelope.ts'
import { type EventTypeInfo, eventTypes, maySay } from './event-types.ts'
import { schemaCatalogue } from './schema-catalogue.ts'

export interface AsyncApiOptions {
  readonly participants: readonly Pick<Participant, 'code' | 'zh' | 'en' | 'departments'>[]
  /** The bus, when participants are to be told; e.g. `{ host: 'kafka.example.cn:9093', protocol: 'kafka-secure' }`. */
  readonly server?: { readonly host: string; readonly protocol: string }
  /** Version of the contracts; `1.0.0` when left out. */
  readonly version?: string
}

/** A JSON object whose members are not worth a type of their own. */
export type AsyncApiDocument = Readonly<Record<string, unknown>>

type Json = Record<string, unknown>

const envelopeId = 'urn:yibiao:event:envelope:v1'

/** Names of components: AsyncAPI allows letters, digits, dots, hyphens and underscores. */
const componentName = (urn: string): string => urn.replaceAll(':', '.')

const schemaRef = (urn: string): Json => ({ $ref: `#/components/schemas/${componentName(urn)}` })

/** The schema with its references, URNs with or without a pointer, led to this document's components. */
function localised(value: unknown, base: string): unknown {
  if (Array.isArray(value)) return value.map((one) => localised(one, base))
  if (typeof value !== 'object' || value === null) return value
  const result: Json = {}
  for (const [keyword, part] of Object.entries(value)) {
    // With its URN as base, the references between components would no longer be found in this document.
    if (keyword === '$id' || keyword === '$schema') continue
    if (keyword === '$ref' && typeof part === 'string') {
      const [id, pointer = ''] = part.split('#')
      result[keyword] = `${schemaRef(id === '' ? base : String(id)).$ref}${pointer}`
    } else result[keyword] = localised(part, base)
  }
  return result
}

/** Whether an event of the type is on the feeds of those whose business the record is. */
const isFed = ({ stream }: EventTypeInfo): boolean => stream.startsWith('record')

const message = (info: EventTypeInfo): Json => ({
  name: info.type,
  title: `${info.title} ${info.titleZh}`,
  contentType: cloudEventsMediaType,
  payload: {
    allOf: [
      schemaRef(envelopeId),
      { properties: { type: { const: info.type }, data: schemaRef(info.schemaId) } },
    ],
  },
})

const delivered = (info: EventTypeInfo): Json => ({
  name: `${info.type}.delivered`,
  title: `${info.title} ${info.titleZh}`,
  summary: 'The recorded event cut to what the participant may see; tolerate members that you do not know.',
  contentType: cloudEventsMediaType,
  headers: { type: 'object', properties: { feeddigest: { type: 'string', pattern: '^[0-9a-f]{64}$' } } },
  payload: {
    type: 'object',
    required: ['id', 'source', 'type', 'subject', 'recordedtime', 'feedsequence'],
    properties: {
      type: { const: info.type },
      recordedtime: { type: 'string' },
      feedsequence: { type: 'integer', minimum: 1 },
      replayid: { type: 'string' },
      data: { type: 'object', properties: { changes: { type: 'array', items: { type: 'object' } } } },
    },
  },
})

const messageRefs = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]))

interface Channel {
  readonly key: string
  readonly address: string
  readonly action: 'send' | 'receive'
  readonly title: string
  readonly messages: readonly string[]
}

function channelsOf(participant: AsyncApiOptions['participants'][number]): Channel[] {
  const { code, zh, en } = participant
  const types = [...eventTypes.values()]
  const said = types.filter((info) => maySay(info.says, participant)).map((info) => info.type)
  const fed = types.filter(isFed).map((info) => `${info.type}.delivered`)
  const to = { inbound: inboundTopic(code), feed: feedTopic(code), replay: replayTopic(code) }
  const inbound = {
    key: `inbound.${code}`,
    address: to.inbound,
    title: `${en} says ${zh} 发布`,
    messages: said,
  }
  return [
    // An application that implements this document is the exchange: what a participant says, it receives.
    ...(said.length === 0 ? [] : [{ ...inbound, action: 'receive' as const }]),
    {
      key: `feed.${code}`,
      address: to.feed,
      action: 'send',
      title: `Feed of ${en} ${zh}的推送`,
      messages: fed,
    },
    {
      key: `replay.${code}`,
      address: to.replay,
      action: 'send',
      title: `Replays to ${en} ${zh}的重放`,
      messages: fed,
    },
  ]
}

const channelRef = (key: string): string => `#/channels/${key}`

/** The document. Its schemas are the catalogue's own, so it is valid when they are. */
export function asyncApiDocument(options: AsyncApiOptions): AsyncApiDocument {
  const { participants, server, version = '1.0.0' } = options
  const channels = participants.flatMap(channelsOf)
  const types = [...eventTypes.values()]
  return {
    asyncapi: '3.0.0',
    info: { title: 'Yibiao 一表', version, license: { name: 'Apache-2.0' } },
    defaultContentType: cloudEventsMediaType,
    ...(server === undefined ? {} : { servers: { bus: { host: server.host, protocol: server.protocol } } }),
    channels: Object.fromEntries(
      channels.map(({ key, address, title, messages }) => [
        key,
        { address, title, messages: messageRefs(messages) },
      ]),
    ),
    operations: Object.fromEntries(
      channels.map(({ key, action, title, messages }) => [
        key,
        {
          action,
          title,
          channel: { $ref: channelRef(key) },
          messages: messages.map((name) => ({ $ref: `${channelRef(key)}/messages/${name}` })),
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries([
        ...types.map((info) => [info.type, message(info)]),
        ...types.filter(isFed).map((info) => [`${info.type}.delivered`, delivered(info)]),
      ]),
      schemas: Object.fromEntries(
        [...schemaCatalogue()].map(([urn, schema]) => [componentName(urn), localised(schema, urn)]),
      ),
    },
  }
}
