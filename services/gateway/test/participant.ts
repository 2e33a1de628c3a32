import { FeedReader } from '@yibiao/projections'
import { feedTopic, inboundTopic, sourceOf } from '@yibiao/schemas'
import type { Answer, TestExchange } from './exchange.ts'

/** A message of a participant as it would publish it: the same bytes for the same content, always. */
export const messageOf = (
  participant: string,
  { type, ...rest }: Readonly<Record<string, unknown>>,
): string =>
  JSON.stringify({
    specversion: '1.0',
    source: sourceOf(participant),
    type: `yibiao.${String(type)}.v1`,
    time: '2026-09-24T10:00:00+08:00',
    authtype: 'officer',
    authid: 'officer-1',
    ...rest,
  })

export interface Told {
  readonly outcome: string
  readonly status: number
  readonly id?: string
  readonly event?: string
  readonly position?: number
  readonly revision?: number
  readonly problem?: { readonly code: string; readonly titleZh: string; readonly titleEn: string }
}

export const told = (answer: Answer): readonly Told[] => answer.json<{ outcomes: readonly Told[] }>().outcomes

/** Says messages over HTTP, as one batch. */
export const post = (
  x: TestExchange,
  participant: string,
  messages: readonly string[],
  { as = participant, query = '' } = {},
): Promise<Answer> =>
  x.call('POST', `/v1/participants/${participant}/events${query}`, { as, body: `[${messages.join(',\n')}]` })

/** Says bytes over HTTP as the one message that they are. */
export const postOne = (x: TestExchange, participant: string, bytes: Buffer): Promise<Answer> =>
  x.call('POST', `/v1/participants/${participant}/events`, {
    as: participant,
    body: bytes,
    headers: { 'content-type': 'application/cloudevents+json' },
  })

/** Says bytes over the bus. */
export const publish = async (
  x: TestExchange,
  participant: string,
  key: string,
  bytes: Buffer,
): Promise<void> => void (await x.bus.publish([{ topic: inboundTopic(participant), key, value: bytes }]))

export interface FeedAnswer {
  readonly history: string
  readonly next: number
  readonly messages: readonly {
    readonly sequence: number
    readonly digest: string
    readonly withheld?: boolean
    readonly message: {
      readonly id: string
      readonly type: string
      readonly subject: string
      readonly revision: number
      readonly data?: object
    }
  }[]
}

/** A page of a feed, with the bytes of each message as they stand in the answer. */
export async function feed(x: TestExchange, participant: string, query = '', as = participant) {
  const answer = await x.call('GET', `/v1/participants/${participant}/feed${query}`, { as })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  const values = answer.body.split('\n').flatMap((line) => {
    const [, value] = /^\{"sequence":\d+,"digest":"[0-9a-f]{64}","message":(.*)\},?$/.exec(line) ?? []
    return value === undefined ? [] : [Buffer.from(value)]
  })
  return { ...answer.json<FeedAnswer>(), values }
}

/** Resolves with the feed's last sequence, once what is in the history now is on the topic and with the gateway. */
export async function fed(x: TestExchange, participant: string): Promise<number> {
  const { store, references, history } = x
  let end = 0
  for await (const { sequence } of new FeedReader({ store, references, history, participant }).from(1))
    end = sequence
  if (end > 0) await feed(x, participant, `?after=${end - 1}&wait=60`)
  const onTopic = async () => (await x.bus.offsets('nobody', [feedTopic(participant)]))[0]?.latest ?? 0
  while ((await onTopic()) < end) await new Promise((resolve) => setImmediate(resolve))
  return end
}
