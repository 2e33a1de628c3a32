import {
  type CalendarYear,
  type CatalogueItem,
  contentDigest,
  type DelegationsContent,
  issue,
  type ProcessContent,
  problemOf,
  reasonedIssue,
  type ShippedReference,
  shippedReference,
  YibiaoError,
} from '@yibiao/schemas'
import type { Publication } from './answers.ts'
import { type Call, type OptionSpec, optionOf } from './command.ts'
import { withExchange } from './connect.ts'
import type { Output } from './output.ts'
import { type Text, text } from './text.ts'

/** Reference data by the address that it has under `/v1`. */
export interface ReferenceData {
  readonly catalogue: CatalogueItem
  readonly calendars: CalendarYear
  readonly processes: ProcessContent
  readonly delegations: DelegationsContent
}
export type Kept = keyof ReferenceData

/** What is in force, and where it comes from. */
export interface InForce<Content> {
  /** Each once, by key. */
  readonly publications: readonly Publication<Content>[]
  /** Said below everything that is shown: whose it is and as of when. */
  readonly origin: Text
  readonly from: 'exchange' | 'shipped'
}

export const asOfOption: OptionSpec = {
  flags: '--as-of <when>',
  text: text(
    '按当时有效的内容：日期（当日结束时）、时刻或位置',
    'as it was in force: a date (its end), an instant, or a position',
  ),
}

export const versionOption: OptionSpec = {
  flags: '--version <n>',
  text: text('指定版本（缺省最新）', 'this version (default the latest)'),
  number: true,
}

const shippedOf = (kept: Kept): readonly { readonly version: number; readonly content: object }[] => {
  const shipped: ShippedReference = shippedReference()
  const { catalogue, calendars, processes } = shipped
  return { catalogue, calendars, processes, delegations: [] }[kept]
}

const keyOf = (content: object): string => {
  const { code, year, process, participant } = content as Readonly<Record<string, unknown>>
  return String(code ?? year ?? process ?? participant)
}

const fromShipped = text(
  '随本版本发布的内容；此处没有交换平台。',
  'Shipped with this version; there is no exchange here.',
)

/** Shows what is in force in the exchange that the command line means, or, where there is none, what is shipped. */
export function withInForce<K extends Kept>(
  call: Call,
  kept: K,
  show: (known: InForce<ReferenceData[K]>) => Promise<number>,
): Promise<number> {
  const asOf = optionOf(call, 'asOf')
  return withExchange(
    call,
    async ({ client, asleep }) => {
      const { publications, position } = await client.get<{
        readonly publications: readonly Publication<ReferenceData[K]>[]
        readonly position: number
      }>(`/v1/${kept}`, { asOf })
      return show({
        publications,
        from: 'exchange',
        origin: originOf(client.address, asleep, asOf ?? position),
      })
    },
    async () => {
      if (asOf !== undefined) throw noHistory()
      const publications = shippedOf(kept).map(({ version, content }) => ({
        key: keyOf(content),
        version,
        digest: contentDigest(content),
        content: content as ReferenceData[K],
      }))
      return show({ publications, from: 'shipped', origin: fromShipped })
    },
  )
}

/** Where something is in force: at an address, or in a data folder that nobody runs on. */
export function originOf(address: string, asleep: boolean, asOf: string | number): Text {
  const [zh, en] = asleep
    ? ['数据目录（未运行）', 'the data folder, which nobody runs on']
    : [address, address]
  const when =
    typeof asOf === 'number' ? { zh: `位置 ${asOf}`, en: `position ${asOf}` } : { zh: ` ${asOf}`, en: asOf }
  return text(`${zh} 有效的内容，截至${when.zh}。`, `In force at ${en}, as of ${when.en}.`)
}

const noHistory = (): YibiaoError =>
  new YibiaoError(
    problemOf([
      reasonedIssue('YB_REQUEST', '/query/asOf', {
        zh: '--as-of 需要交换平台：随本版本发布的内容没有历史。请先 npm start，或以 --data、--gateway 指明。',
        en: '--as-of needs an exchange: what is shipped has no history. Start one with npm start, or name one by --data or --gateway.',
      }),
    ]),
  )

export const showOrigin = (output: Output, origin: Text): void => {
  output.line()
  output.line(output.paint('dim', output.say(origin)))
}

/** The one with this key. Throws `YB_NOT_FOUND` that names those there are. */
export function theOne<Content>(
  { publications }: InForce<Content>,
  key: string,
  what: Text,
): Publication<Content> {
  const found = publications.find((one) => one.key === key)
  if (found) return found
  const there = publications.map((one) => one.key).join(', ') || '—'
  const { zh, en } = issue('YB_NOT_FOUND', '', { path: `${what.en} ${key}` })
  throw new YibiaoError(
    problemOf([
      {
        code: 'YB_NOT_FOUND',
        pointer: '',
        zh: `${zh}已有${what.zh}：${there}`,
        en: `${en} There are: ${there}`,
      },
    ]),
  )
}
