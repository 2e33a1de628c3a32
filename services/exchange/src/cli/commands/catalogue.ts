import { type CatalogueItem, catalogueSummary, instantTarget, speedUpTarget, termText } from '@yibiao/schemas'
import type { Publication } from '../answers.ts'
import { argumentOf, type Call, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { percent, showItem } from '../item-page.ts'
import { exitCodes, type Output } from '../output.ts'
import { publishes, publishFile, publishKeyOption, showChanges } from '../publish.ts'
import { asOfOption, originOf, showOrigin, theOne, versionOption, withInForce } from '../reference-data.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { word } from '../words.ts'

const texts = {
  what: text('事项', 'item'),
  name: text('名称', 'name'),
  department: text('部门', 'department'),
  kind: text('类型', 'kind'),
  gate: text('环节', 'gate'),
  version: text('版本', 'version'),
  type: text('办件类型', 'done'),
  statutory: text('法定', 'by law'),
  promised: text('承诺', 'promised'),
}

export const command: Command = {
  arguments: [
    {
      name: '[item]',
      text: text(
        '只看此事项；或 publish，发布一个版本',
        'only this item; or publish, to put a version in force',
      ),
    },
    {
      name: '[file]',
      text: text('publish 的 JSON 文件，- 为标准输入', 'JSON file for publish, - for standard input'),
    },
  ],
  options: [asOfOption, versionOption, publishKeyOption],
  online: true,
  notes: text(
    '列出平台当前有效的目录；没有平台时为随本版本发布的目录，并予说明。--json：每行一个事项，含“八公开”；可编辑后再发布。发布须由操作员进行，版本为下一版；要素不全、承诺超过法定一半等均不予发布。',
    'What is in force in the exchange; where there is none, what is shipped, and says so. --json: one item on a line with both lists of eight, ready to be edited and published. An operator publishes the next version; a blank, or a promise of more than half the statutory term, is refused.',
  ),
  examples: [
    { line: 'catalogue', text: text('全部事项', 'every item') },
    {
      line: 'catalogue food-business-licence',
      text: text('一个事项，含两个“八公开”', 'one item with both lists of eight'),
    },
    { line: 'catalogue --as-of 2026-11-30', text: text('某日有效的目录', 'what was in force on a day') },
    { line: 'catalogue publish item.json', text: text('发布下一版', 'publish the next version') },
  ],
  run(call) {
    const [first] = call.args
    if (publishes(call, 'publish'))
      return publishFile(call, { kept: 'catalogue', member: 'code', changes: showChanges })
    if (first !== undefined && call.options.version !== undefined) return showVersion(call)
    return withInForce(call, 'catalogue', async (known) => {
      const { output } = call
      const items = known.publications.map(({ content }) => content)
      if (first !== undefined) showOne(output, theOne(known, first, texts.what))
      else if (output.json) for (const item of items) output.data(item)
      else {
        showItems(output, items)
        output.line()
        showSummary(output, items)
      }
      if (!output.json) showOrigin(output, known.origin)
      return exitCodes.done
    })
  },
}

function showVersion(call: Call): Promise<number> {
  const { output } = call
  const asOf = optionOf(call, 'asOf')
  return withExchange(call, async ({ client, asleep }) => {
    const path = `/v1/catalogue/${encodeURIComponent(argumentOf(call, 0))}`
    const { publication, position } = await client.get<{
      readonly publication: Publication<CatalogueItem>
      readonly position: number
    }>(path, { asOf, version: call.options.version as number })
    showOne(output, publication)
    if (!output.json) showOrigin(output, originOf(client.address, asleep, asOf ?? position))
    return exitCodes.done
  })
}

function showOne(output: Output, { version, content, position }: Publication<CatalogueItem>): void {
  if (output.json) {
    output.data(content)
    return
  }
  showItem(output, content)
  const since =
    position === undefined ? '' : output.say(text(`，自位置 ${position} 起`, `, from position ${position}`))
  output.line()
  output.line(`${output.say(texts.version)} ${version}${since}`)
}

function showItems(output: Output, items: readonly CatalogueItem[]): void {
  showTable(output, {
    columns: [
      { title: output.say(texts.what) },
      { title: output.say(texts.name) },
      { title: output.say(texts.department) },
      { title: output.say(texts.kind) },
      { title: output.say(texts.gate) },
      { title: output.say(texts.type) },
      { title: output.say(texts.statutory) },
      { title: output.say(texts.promised) },
      { title: output.say(texts.version), align: 'end' },
    ],
    rows: items.map((item) => [
      item.code,
      item.name[output.lang],
      item.department,
      word(item.kind, output.lang),
      word(item.gate, output.lang),
      word(item.itemType, output.lang),
      output.say(termText(item.disclosure.timeLimit.statutory)),
      output.say(termText(item.disclosure.timeLimit.promised)),
      String(item.version),
    ]),
  })
}

/** The three figures of the programme: instant items, speed-up, completeness, each with its target. */
function showSummary(output: Output, items: readonly CatalogueItem[]): void {
  const { instant, instantShare, promised, speedUp, leastSpeedUp, complete, confirmed, facts } =
    catalogueSummary(items)
  const mark = (met: boolean): string => output.paint(met ? 'green' : 'yellow', met ? '✓' : '✗')
  const all = items.length
  const least = leastSpeedUp ?? 0
  for (const [met, words] of [
    [
      instantShare >= instantTarget,
      text(
        `即办件 ${instant}/${all}（${percent(instantShare)}，目标 ${percent(instantTarget)}）`,
        `instant items ${instant} of ${all} (${percent(instantShare)}; ${percent(instantTarget)} is aimed at)`,
      ),
    ],
    [
      least >= speedUpTarget,
      text(
        `承诺件 ${promised} 项，合计提速 ${percent(speedUp ?? 0)}，最低 ${percent(least)}（要求 ${percent(speedUpTarget)}）`,
        `promised items ${promised}, faster than the law by ${percent(speedUp ?? 0)} together, ${percent(least)} at least (${percent(speedUpTarget)} required)`,
      ),
    ],
    [
      complete === all,
      text(
        `“八公开”完整 ${complete}/${all}；要素经查证 ${confirmed}/${facts}`,
        `both lists of eight complete ${complete} of ${all}; facts read in their source ${confirmed} of ${facts}`,
      ),
    ],
  ] as const)
    output.line(`${mark(met)} ${output.say(words)}`)
}
