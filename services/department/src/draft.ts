import { type AuthType, inboundTopic, type Message, sourceOf } from '@yibiao/schemas'
import type { Clock } from '@yibiao/telemetry'
import { checkOwnMessage } from './contracts.ts'
import { ConnectorError } from './errors.ts'
import type { OutboxEntry } from './store.ts'

/** What a department says; the connector adds the rest of the envelope. */
export interface Draft<Data = unknown> {
  /** `yibiao.approval.granted.v1` … */
  readonly type: string
  /** The record. */
  readonly subject: string
  readonly data: Data
  /** 1 … 128 visible ASCII characters. Saying the same id again says nothing; default: made by the connector. */
  readonly id?: string
  /** When it happened. Default: now. */
  readonly time?: string
  readonly filing?: string
  /** Default `system`. */
  readonly authtype?: AuthType
  /** The officer's opaque account number, never a name. Default `connector`. */
  readonly authid?: string
  readonly causationid?: string
  readonly correlationid?: string
  readonly corrects?: string
  readonly basedon?: number
  readonly effectivefrom?: string
  readonly dataschema?: string
}

export interface DraftContext {
  readonly participant: string
  readonly clock: Clock
  readonly validate: boolean
  /** The id for a draft that has none. */
  nextId(): string
  /** For a message that answers a feed message. */
  readonly causationid?: string
}

/** The bus takes no larger message. */
export const largestMessage = 1024 * 1024

function messageOf(draft: Draft, context: DraftContext): Message {
  const { participant, clock } = context
  const { type, subject, data, ...rest } = draft
  return {
    specversion: '1.0',
    id: context.nextId(),
    source: sourceOf(participant),
    type,
    subject,
    time: new Date(clock.now()).toISOString(),
    datacontenttype: 'application/json',
    authtype: 'system',
    authid: 'connector',
    ...(context.causationid === undefined ? {} : { causationid: context.causationid }),
    // An attribute that is given as undefined is as good as left out and must not displace a default.
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    data,
  }
}

/**
 * The outbox entry of a draft. Throws `YibiaoError` with every problem at once when the message would be refused for its
 * form, so that a department learns of it where it was made and not from a refusal later.
 */
export function entryOf(draft: Draft, context: DraftContext): OutboxEntry {
  const { participant, clock, validate } = context
  const message = messageOf(draft, context)
  const value = Buffer.from(JSON.stringify(message))
  if (value.length > largestMessage) {
    throw new ConnectorError(
      'YB_CONNECTOR_USAGE',
      `The message has ${value.length} bytes; 1 MiB is the most.`,
    )
  }
  if (validate) checkOwnMessage(value, clock.now())
  return { topic: inboundTopic(participant), key: message.subject, id: message.id, value }
}
