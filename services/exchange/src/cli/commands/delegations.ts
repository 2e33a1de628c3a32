import type { Command } from '../command.ts'
import { Names } from '../names.ts'
import { exitCodes } from '../output.ts'
import { publishes, publishFile, publishKeyOption, showChanges } from '../publish.ts'
import { asOfOption, showOrigin, theOne, withInForce } from '../reference-data.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'

const texts = {
  participant: text('接入单位', 'participant'),
  officer: text('经办人', 'officer'),
  window: text('窗口', 'window'),
  from: text('起', 'from'),
  to: text('止', 'to'),
  items: text('事项', 'items'),
  none: text(
    '没有授权清单：各单位的经办人均可办理本单位事项。',
    'No delegations are published: every officer decides what is with the own participant.',
  ),
}

export const command: Command = {
  arguments: [
    {
      name: '[participant]',
      text: text(
        '只看此接入单位；或 publish，发布一个版本',
        'only this participant; or publish, to put a version in force',
      ),
    },
    {
      name: '[file]',
      text: text('publish 的 JSON 文件，- 为标准输入', 'JSON file for publish, - for standard input'),
    },
  ],
  options: [asOfOption, publishKeyOption],
  online: true,
  notes: text(
    '授权清单（充分授权）：一经发布，该单位的经办人只能办理清单授予的事项，以收到消息之日为准；未发布的单位不受影响。--json：每行一份，可编辑后再发布。',
    'Once a participant’s list is published, its officers decide only the items that it hands on, by the day that the message is received; a participant without one is not affected. --json: one list on a line, ready to be edited and published.',
  ),
  examples: [
    { line: 'delegations', text: text('全部授权', 'every delegation') },
    { line: 'delegations TAX --as-of 2026-11-30', text: text('某日有效的授权', 'those in force on a day') },
    { line: 'delegations publish tax.json', text: text('发布下一版', 'publish the next version') },
  ],
  run(call) {
    const { output } = call
    const [first] = call.args
    if (publishes(call, 'publish'))
      return publishFile(call, { kept: 'delegations', member: 'participant', changes: showChanges })
    return withInForce(call, 'delegations', async (known) => {
      const lists = (
        first === undefined || known.publications.length === 0
          ? known.publications
          : [theOne(known, first, texts.participant)]
      ).map(({ content }) => content)
      const names = new Names(output.lang)
      if (output.json) for (const list of lists) output.data(list)
      else if (lists.length === 0) output.line(output.say(texts.none))
      else
        showTable(output, {
          columns: (['participant', 'officer', 'window', 'from', 'to', 'items'] as const).map((column) => ({
            title: output.say(texts[column]),
          })),
          rows: lists.flatMap(({ participant, officers }) =>
            officers.map(({ officer, window = '—', from, to = '—', items }) => [
              names.participant(participant),
              officer,
              window,
              from,
              to,
              items.map((code) => names.item(code)).join('\n'),
            ]),
          ),
        })
      if (!output.json) showOrigin(output, known.origin)
      return exitCodes.done
    })
  },
}
