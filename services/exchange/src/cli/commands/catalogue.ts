import { shippedReference } from '@yibiao/schemas'
import type { Command } from '../command.ts'
import { exitCodes } from '../output.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { word } from '../words.ts'

const texts = {
  item: text('事项', 'item'),
  name: text('名称', 'name'),
  department: text('部门', 'department'),
  kind: text('类型', 'kind'),
  gate: text('环节', 'gate'),
  version: text('版本', 'version'),
  type: text('办件类型', 'time limit'),
}

export const command: Command = {
  notes: text(
    '随本版本发布的目录；无需平台运行。--json：每行一个事项，含“八公开”。',
    'The catalogue that comes with this version; needs no exchange. --json: one item on a line, with its disclosures.',
  ),
  examples: [{ line: 'catalogue', text: text('全部事项', 'every item') }],
  async run({ output }) {
    const items = shippedReference().catalogue.map(({ content }) => content)
    if (output.json) for (const item of items) output.data(item)
    else
      showTable(output, {
        columns: [
          { title: output.say(texts.item) },
          { title: output.say(texts.name) },
          { title: output.say(texts.department) },
          { title: output.say(texts.kind) },
          { title: output.say(texts.gate) },
          { title: output.say(texts.type) },
          { title: output.say(texts.version), align: 'end' },
        ],
        rows: items.map((item) => [
          item.code,
          item.name[output.lang],
          item.department,
          word(item.kind, output.lang),
          word(item.gate, output.lang),
          word(item.itemType, output.lang),
          String(item.version),
        ]),
      })
    return exitCodes.done
  },
}
