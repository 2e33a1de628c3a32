import { recordStatuses } from '@yibiao/projections'
import type { Answers } from '../answers.ts'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { exitCodes } from '../output.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { styles, word } from '../words.ts'

const texts = {
  record: text('档案', 'record'),
  name: text('名称', 'name'),
  uscc: text('统一社会信用代码', 'USCC'),
  status: text('状态', 'status'),
  none: text('没有符合的企业档案。', 'No record fits.'),
  more: text('还有更多，续：', 'There are more; go on with:'),
}

export const command: Command = {
  arguments: [
    {
      name: '<text>',
      text: text(
        '名称中的一个字起，或统一代码、档案编号的开头',
        'a character or more of the name, or the beginning of a code or record id',
      ),
    },
  ],
  options: [
    {
      flags: '--status <status>',
      text: text('只列此状态', 'only of this status'),
      choices: [...recordStatuses],
    },
    { flags: '--limit <n>', text: text('最多条数（1 至 200）', 'entries at most (1 to 200)'), number: true },
    { flags: '--after <next>', text: text('上一页末尾给出的游标', 'the cursor that the page before gave') },
  ],
  online: true,
  examples: [
    { line: 'search 松江', text: text('名称中有“松江”的企业', 'companies with 松江 in the name') },
    { line: 'search 91220 --json', text: text('统一代码以 91220 开头的企业', 'codes that begin with 91220') },
  ],
  run(call) {
    const { output, options } = call
    return withExchange(call, async ({ client }) => {
      const body = await client.get<Answers['records']>('/v1/records', {
        search: argumentOf(call, 0),
        status: optionOf(call, 'status'),
        limit: options.limit as number | undefined,
        after: optionOf(call, 'after'),
      })
      if (output.json) {
        output.data(body)
        return exitCodes.done
      }
      if (body.records.length === 0) output.line(output.say(texts.none))
      else
        showTable(output, {
          columns: [
            { title: output.say(texts.record) },
            { title: output.say(texts.uscc) },
            { title: output.say(texts.status) },
            { title: output.say(texts.name) },
          ],
          rows: body.records.map((one) => [
            one.record,
            one.uscc ?? '—',
            { text: word(one.status, output.lang), style: styles[one.status] },
            one.name ?? '—',
          ]),
        })
      if (body.next !== undefined) output.line(`${output.say(texts.more)} --after ${body.next}`)
      return exitCodes.done
    })
  },
}
