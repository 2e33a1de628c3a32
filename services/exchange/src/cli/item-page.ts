import { type CatalogueItem, defaultCards, lengthOf, schemaCatalogue, termText } from '@yibiao/schemas'
import type { Output } from './output.ts'
import { type Cell, showTable } from './table.ts'
import { type Lang, type Text, text } from './text.ts'
import { word } from './words.ts'

const texts = {
  facts: text('事项八公开', 'The eight facts of the item'),
  fee: text('收费八公开', 'The eight facts of the fee'),
  terms: text('时限', 'Time'),
  statutory: text('法定', 'by law'),
  promised: text('承诺', 'promised'),
  speedUp: text('提速', 'faster by'),
  cards: text('亮牌', 'cards'),
  extension: text('可延长', 'extension'),
  exclusions: text('可扣除', 'excluded time'),
  dependsOn: text('前置事项', 'waits for'),
  issues: text('产出字段', 'issues'),
  none: text('无', 'none'),
  unread: text('（样例，未经查证）', '(sample, not read in its source)'),
}

interface Titled {
  readonly title?: string
  readonly 'x-title-zh'?: string
}

type Definition = { readonly properties?: Readonly<Record<string, Titled & Definition>> }

/** The numbered titles of the facts, from the contract: `1 Name`, `一、名称`. */
function titlesOf(lang: Lang): {
  readonly item: (fact: string) => string
  readonly fee: (fact: string) => string
} {
  const schema = schemaCatalogue().get('urn:yibiao:reference:catalogue-item:v1') as Definition & {
    readonly definitions: Readonly<Record<string, Definition>>
  }
  const title = (of: Definition | undefined, fact: string): string => {
    const found = of?.properties?.[fact]
    return (lang === 'zh' ? found?.['x-title-zh'] : found?.title) ?? fact
  }
  return {
    item: (fact) => title(schema.properties?.disclosure, fact),
    fee: (fact) => title(schema.definitions.fee, fact),
  }
}

type Fact = Text & { readonly confirmed?: boolean; readonly from?: string }

/** The eight facts of an item in their order (事项八公开). */
const facts = [
  'name',
  'legalBasis',
  'conditions',
  'procedure',
  'quota',
  'timeLimit',
  'materials',
  'feeBasisAndStandard',
] as const satisfies readonly (keyof CatalogueItem['disclosure'])[]

/** One item whole: its times, both lists of eight, what it waits for and what it issues. */
export function showItem(output: Output, item: CatalogueItem): void {
  const { lang } = output
  const { disclosure, fees } = item
  const titles = titlesOf(lang)
  output.line(`${item.code}  ${output.paint('bold', item.name[lang])}`)
  output.line(
    [item.department, word(item.kind, lang), word(item.gate, lang), word(item.itemType, lang)].join(' · '),
  )
  section(output, output.say(texts.terms), termRows(output, item))
  section(
    output,
    output.say(texts.facts),
    facts.map((fact) => [
      titles.item(fact),
      fact === 'timeLimit'
        ? limitLines(output, disclosure.timeLimit)
        : [disclosure[fact]]
            .flat()
            .map((one) => said(output, one as Fact))
            .join('\n'),
    ]),
  )
  for (const { confirmed, ...fee } of fees)
    section(
      output,
      output.say(texts.fee) + unread(output, confirmed),
      Object.entries(fee).map(([fact, value]) => [titles.fee(fact), output.say(value as Text)]),
    )
}

const unread = (output: Output, confirmed: boolean | undefined): string =>
  confirmed === false ? ` ${output.say(texts.unread)}` : ''

/** A fact, where a material comes from, and that it was not read in its source. */
function said(output: Output, { confirmed, from, ...words }: Fact): string {
  const colon = output.lang === 'zh' ? '：' : ': '
  const where = from === undefined ? '' : word(from, output.lang) + colon
  return where + output.say(words) + unread(output, confirmed)
}

const limitLines = (output: Output, limits: CatalogueItem['disclosure']['timeLimit']): string =>
  (['statutory', 'promised'] as const)
    .map((which) => {
      const { basis, confirmed, ...term } = limits[which]
      const length = output.say(termText(term))
      return `${output.say(texts[which])} ${length}  ${said(output, { ...basis, confirmed })}`
    })
    .join('\n')

/** The law by which a term may be extended. */
const extensionBasis = (kind: CatalogueItem['kind']): string =>
  kind === 'REGISTRATION' ? '市场主体登记管理条例 19' : '行政许可法 42'

function termRows(output: Output, item: CatalogueItem): (readonly Cell[])[] {
  const { statutory, promised } = item.disclosure.timeLimit
  const { warning, red } = item.cards ?? defaultCards
  const share = lengthOf(statutory) > 0 ? 1 - lengthOf(promised) / lengthOf(statutory) : undefined
  const zh = output.lang === 'zh'
  const yellowRed = zh
    ? `黄 ${warning} %，红 ${red} %（承诺时限）`
    : `yellow at ${warning} %, red at ${red} % of the promise`
  const none = output.say(texts.none)
  const list = (codes: readonly string[] | undefined): string =>
    codes === undefined || codes.length === 0 ? none : codes.join(zh ? '、' : ', ')
  return [
    [output.say(texts.statutory), output.say(termText(statutory))],
    [output.say(texts.promised), output.say(termText(promised))],
    [output.say(texts.speedUp), share === undefined ? '—' : percent(share)],
    [output.say(texts.cards), yellowRed],
    [
      output.say(texts.extension),
      item.extension ? `${output.say(termText(item.extension))}  ${extensionBasis(item.kind)}` : none,
    ],
    [
      output.say(texts.exclusions),
      item.exclusions
        ? list(item.exclusions)
        : zh
          ? '行政许可法第四十五条全部事由'
          : 'every ground of 行政许可法 45',
    ],
    [output.say(texts.dependsOn), list(item.dependsOn)],
    [output.say(texts.issues), list(item.issues)],
  ]
}

/** A share in percent, cut off rather than rounded up to a target that is not met. */
export const percent = (share: number): string => `${Math.floor(share * 1_000 + 1e-9) / 10} %`

function section(output: Output, title: string, rows: readonly (readonly Cell[])[]): void {
  output.line()
  output.line(output.paint('bold', title))
  showTable(output, { columns: [{}, { most: 100 }], rows })
}
