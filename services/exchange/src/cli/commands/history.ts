import type { Answers } from '../answers.ts'
import { argumentOf, type Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { Names } from '../names.ts'
import { exitCodes } from '../output.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { showTime } from '../times.ts'

const texts = {
  revision: text('版次', 'rev.'),
  position: text('位置', 'position'),
  recorded: text('记录时间', 'recorded'),
  by: text('来源', 'by'),
  event: text('事件', 'event'),
  changes: text('变更', 'changes'),
}

export const command: Command = {
  arguments: [{ name: '<record>', text: text('企业档案编号', 'id of the record') }],
  options: [{ flags: '--raw', text: text('原始事件（JSON）', 'the raw events (JSON)') }],
  online: true,
  notes: text(
    '--json：每行一个事件，含其变更；--raw：同样内容，分行排版。',
    '--json: one event on a line, with what it changed; --raw: the same, laid out.',
  ),
  examples: [
    { line: 'history RT3D3GPSP7EQ0KY', text: text('事件列表', 'the events, one on a line') },
    {
      line: 'history RT3D3GPSP7EQ0KY --json',
      text: text('每行一个 JSON 事件', 'one event in JSON on a line'),
    },
  ],
  run(call) {
    const { output, options } = call
    return withExchange(call, async ({ client }) => {
      const { events } = await client.get<Answers['events']>(
        `/v1/records/${encodeURIComponent(argumentOf(call, 0))}/events`,
      )
      if (output.json) for (const event of events) output.data(event)
      else if (options.raw === true)
        for (const event of events) output.line(JSON.stringify(event, undefined, 2))
      else {
        const names = new Names(output.lang)
        showTable(output, {
          columns: [
            { title: output.say(texts.revision), align: 'end' },
            { title: output.say(texts.position), align: 'end' },
            { title: output.say(texts.recorded) },
            { title: output.say(texts.by) },
            { title: output.say(texts.event) },
            { title: output.say(texts.changes), align: 'end' },
          ],
          rows: events.map((one) => [
            String(one.revision),
            String(one.position),
            showTime(one.recordedtime),
            names.source(one.source),
            names.type(one.type),
            one.changes.length === 0 ? '' : String(one.changes.length),
          ]),
        })
      }
      return exitCodes.done
    })
  },
}
