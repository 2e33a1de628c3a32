import type { Answers } from '../answers.ts'
import { type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { exitCodes } from '../output.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { showTime } from '../times.ts'
import { styles, word } from '../words.ts'

const states = ['SUBMITTED', 'IN_PARALLEL', 'SUPPLEMENT', 'COMPLETED', 'REFUSED', 'WITHDRAWN'] as const

const texts = {
  filing: text('办件', 'filing'),
  name: text('名称', 'name'),
  state: text('状态', 'state'),
  submitted: text('提交', 'submitted'),
  outstanding: text('未办结', 'outstanding'),
  none: text('没有办件。', 'There are no filings.'),
  more: text('还有更多，续：', 'There are more; go on with:'),
}

export const command: Command = {
  options: [
    { flags: '--state <state>', text: text('只列此状态', 'only in this state'), choices: states },
    {
      flags: '--participant <code>',
      text: text('只列该接入单位尚待办理的', 'only what is outstanding with this participant'),
    },
    { flags: '--limit <n>', text: text('最多条数（1 至 200）', 'entries at most (1 to 200)'), number: true },
    { flags: '--after <next>', text: text('上一页末尾给出的游标', 'the cursor that the page before gave') },
  ],
  online: true,
  examples: [
    { line: 'filings', text: text('最近的办件', 'the latest filings') },
    {
      line: 'filings --state IN_PARALLEL --participant TAX',
      text: text('税务局尚待办理的办件', 'what is outstanding with the tax service'),
    },
  ],
  run(call) {
    const { output, options } = call
    return withExchange(call, async ({ client }) => {
      const query = {
        state: optionOf(call, 'state'),
        participant: optionOf(call, 'participant'),
        limit: options.limit as number | undefined,
        after: optionOf(call, 'after'),
      }
      const body = await client.get<Answers['filings']>('/v1/filings', query)
      if (output.json) {
        output.data(body)
        return exitCodes.done
      }
      if (body.filings.length === 0) output.line(output.say(texts.none))
      else
        showTable(output, {
          columns: [
            { title: output.say(texts.filing) },
            { title: output.say(texts.name), most: 44 },
            { title: output.say(texts.state) },
            { title: output.say(texts.submitted) },
            { title: output.say(texts.outstanding), most: 40 },
          ],
          rows: body.filings.map((one) => [
            one.filing,
            one.name ?? '—',
            { text: word(one.state, output.lang), style: styles[one.state] },
            showTime(one.submittedAt),
            [...new Set(one.outstanding.map((open) => word(open.with, output.lang)))].join(' '),
          ]),
        })
      if (body.next !== undefined) output.line(`${output.say(texts.more)} --after ${body.next}`)
      return exitCodes.done
    })
  },
}
