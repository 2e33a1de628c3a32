import type { Answers } from '../answers.ts'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { Names } from '../names.ts'
import { oneFormLines } from '../one-form-page.ts'
import { exitCodes } from '../output.ts'
import { text } from '../text.ts'
import { word } from '../words.ts'

export const command: Command = {
  arguments: [{ name: '<record>', text: text('企业档案编号', 'id of the record') }],
  options: [
    {
      flags: '--as-of <position|time>',
      text: text(
        '平台当时所知：位置、带时区的时刻或日期',
        'what the exchange knew then: a position, an instant with offset, or a date',
      ),
    },
    {
      flags: '--effective-at <date>',
      text: text('该日生效的内容（YYYY-MM-DD）', 'what was in force on this date (YYYY-MM-DD)'),
    },
  ],
  online: true,
  notes: text(
    '查阅个人信息会被记录（个人信息保护法）。',
    'Reading personal values is recorded (个人信息保护法 51, 54).',
  ),
  examples: [
    {
      line: 'show RT3D3GPSP7EQ0KY',
      text: text(
        '一表全部内容、状态及来源',
        'the one form: every value, its standing and where it came from',
      ),
    },
    {
      line: 'show RT3D3GPSP7EQ0KY --as-of 2026-09-28 --effective-at 2026-09-30',
      text: text('9 月 28 日所知、9 月 30 日生效的内容', 'as known on 28 and in force on 30 September'),
    },
  ],
  run(call) {
    const { output } = call
    return withExchange(call, async ({ client }) => {
      const body = await client.get<Answers['record']>(
        `/v1/records/${encodeURIComponent(argumentOf(call, 0))}`,
        {
          asOf: optionOf(call, 'asOf'),
          effectiveAt: optionOf(call, 'effectiveAt'),
        },
      )
      if (output.json) {
        output.data(body)
        return exitCodes.done
      }
      const zh = output.lang === 'zh'
      const at = [
        ...(body.asOf === undefined ? [] : [zh ? `所知截至 ${body.asOf}` : `as known at ${body.asOf}`]),
        ...(body.effectiveAt === undefined
          ? []
          : [zh ? `生效于 ${body.effectiveAt}` : `in force on ${body.effectiveAt}`]),
      ]
      const revision = zh ? `第 ${body.revision} 版` : `revision ${body.revision}`
      output.line(
        [
          output.paint('bold', body.record),
          word(body.status, output.lang),
          ...body.flags.map((flag) => word(flag, output.lang)),
          revision,
          ...at,
          body.filings.join(' '),
        ].join('  '),
      )
      for (const line of oneFormLines(body, output, new Names(output.lang))) output.line(line)
      return exitCodes.done
    })
  },
}
