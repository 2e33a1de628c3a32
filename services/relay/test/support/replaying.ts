import type { BusMessage } from '@yibiao/message-bus'
import type { FeedMessage } from '@yibiao/projections'
import { contentDigest, inboundTopic, type Message, replayTopic, shippedReference } from '@yibiao/schemas'
import { feedsOf } from './feeds-of.ts'
import { richLife } from './rich-life.ts'
import { type Relaying, Town } from './town.ts'

export interface Replayed {
  readonly feedsequence: number
  readonly replayid?: string
  readonly id: string
  readonly subject: string
  readonly data: { readonly changes?: readonly { readonly path: string }[]; readonly form?: object }
}

export const read = ({ value }: Pick<BusMessage, 'value'>): Replayed => JSON.parse(value.toString('utf8'))
export const replayed = async (town: Town, code: string): Promise<readonly BusMessage[]> =>
  town.bus.read(replayTopic(code), 0, 0, 10_000)

/** The answers that relays gave, and the ledger has yet to record. */
export async function answers(
  town: Town,
): Promise<Message<{ operation: string; outcome: string; result: object }>[]> {
  const messages = await town.bus.read(inboundTopic('OPERATOR'), 0, 0, 10_000)
  return messages
    .map(({ value }) => JSON.parse(value.toString('utf8')))
    .filter(({ type }) => type === 'yibiao.operation.completed.v1')
}

export async function ask(town: Town, operation: string, plan: object): Promise<void> {
  const data = { operation, kind: 'replay', reason: 'test', plan }
  await town.say('OPERATOR', 'operation.requested', data, { subject: operation })
  await town.settle()
}

/** A town with a past, and a relay that runs. */
export async function withPast(
  t: Parameters<typeof Town.open>[0],
): Promise<{ town: Town; relaying: Relaying; feed: readonly FeedMessage[] }> {
  const town = await Town.open(t)
  await richLife(town, [1, 2])
  const relaying = await town.relay()
  await relaying.relay.start()
  await relaying.caughtUp()
  return { town, relaying, feed: (await feedsOf(town)).get('TAX') ?? [] }
}

/** The shipped matrix with nothing for TAX in some groups. */
export function narrower(groups: (id: string) => boolean): {
  version: number
  digest: string
  content: unknown
} {
  const { content } = shippedReference().matrix
  const matrix = structuredClone(content) as unknown as {
    version: number
    groups: { id: string; access: Record<string, string> }[]
  }
  matrix.version += 1
  for (const { id, access } of matrix.groups) if (groups(id) && access.TAX !== 'W') access.TAX = '-'
  return { version: matrix.version, digest: contentDigest(matrix), content: matrix }
}
