import type { MessageToPublish } from '@yibiao/message-bus'
import { type AuthType, inboundTopic, type Message, sourceOf } from '@yibiao/schemas'

/** What somebody in the city says; the rest of the envelope follows. */
export interface Saying {
  readonly participant: string
  /** Unique for the participant, and the same in every run of a seed. */
  readonly id: string
  /** Without `yibiao.` and version. */
  readonly type: string
  /** The record, or what a publication is about. */
  readonly subject: string
  readonly filing?: string
  readonly authtype: AuthType
  readonly authid: string
  readonly data: object
}

/** A message of the city on its way to the bus. */
export interface Said extends MessageToPublish {
  readonly participant: string
}

export function said(saying: Saying, time: number): Said {
  const { participant, id, type, subject, filing, authtype, authid, data } = saying
  const message: Message = {
    specversion: '1.0',
    id,
    source: sourceOf(participant),
    type: `yibiao.${type}.v1`,
    subject,
    time: new Date(time).toISOString(),
    datacontenttype: 'application/json',
    ...(filing === undefined ? {} : { filing, correlationid: filing }),
    authtype,
    authid,
    data,
  }
  const value = Buffer.from(JSON.stringify(message))
  return { topic: inboundTopic(participant), key: subject, value, participant }
}
