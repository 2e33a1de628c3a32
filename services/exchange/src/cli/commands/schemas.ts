import { problem, schemaCatalogue, YibiaoError } from '@yibiao/schemas'
import type { Command } from '../command.ts'
import { exitCodes } from '../output.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'

const texts = { urn: text('URN', 'URN'), title: text('名称', 'title') }

export const command: Command = {
  arguments: [{ name: '[urn]', text: text('只看这一个', 'only this one') }],
  notes: text(
    '无需平台运行。--json：列表每行一个 {urn, title, titleZh}。',
    'Needs no exchange. --json: the list with one {urn, title, titleZh} on a line.',
  ),
  examples: [
    { line: 'schemas', text: text('全部数据结构', 'every schema') },
    {
      line: 'schemas urn:yibiao:form:company-setup:v1',
      text: text('一表的 JSON Schema', 'the JSON Schema of the one form'),
    },
  ],
  async run({ args, output }) {
    const [urn] = args
    const all = schemaCatalogue()
    if (urn !== undefined) {
      const schema = all.get(urn)
      if (schema === undefined) throw new YibiaoError(problem('YB_NOT_FOUND', '', { path: urn }))
      if (output.json) output.data(schema)
      else output.line(JSON.stringify(schema, undefined, 2))
      return exitCodes.done
    }
    const rows = [...all].map(([id, schema]) => ({
      urn: id,
      title: schema.title ?? null,
      titleZh: schema['x-title-zh'] ?? null,
    }))
    if (output.json) for (const row of rows) output.data(row)
    else
      showTable(output, {
        columns: [{ title: output.say(texts.urn) }, { title: output.say(texts.title) }],
        rows: rows.map((row) => [row.urn, (output.lang === 'zh' ? row.titleZh : row.title) ?? '']),
      })
    return exitCodes.done
  },
}
