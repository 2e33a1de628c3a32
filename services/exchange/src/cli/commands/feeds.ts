import type { Answers, Feed } from '../answers.ts'
import type { Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { Names } from '../names.ts'
import { exitCodes } from '../output.ts'
import { type Cell, showTable } from '../table.ts'
import { text } from '../text.ts'
import { showTime } from '../times.ts'

const texts = {
  participant: text('接入单位', 'participant'),
  sent: text('已推送', 'sent'),
  received: text('已接收', 'received'),
  applied: text('已应用', 'applied'),
  rejected: text('退回', 'rejected'),
  last: text('最近推送', 'last sent'),
  diverged: text('分歧', 'diverged'),
  none: text('尚未向任何单位推送。', 'Nothing has been sent to anybody yet.'),
}

export const command: Command = {
  online: true,
  notes: text(
    '有单位的摘要与所推送的不一致时，退出码为 3。',
    'Exit code 3 when a participant holds another digest than was sent.',
  ),
  examples: [
    {
      line: 'feeds',
      text: text('各单位收到第几条、应用到第几条', 'how far each participant has received and applied'),
    },
  ],
  run(call) {
    const { output } = call
    return withExchange(call, async ({ client }) => {
      const { feeds } = await client.get<Answers['status']>('/v1/status')
      if (output.json) output.data({ feeds })
      else if (feeds.length === 0) output.line(output.say(texts.none))
      else {
        const names = new Names(output.lang)
        showTable(output, {
          columns: [
            { title: output.say(texts.participant) },
            { title: output.say(texts.sent), align: 'end' },
            { title: output.say(texts.received), align: 'end' },
            { title: output.say(texts.applied), align: 'end' },
            { title: output.say(texts.rejected), align: 'end' },
            { title: output.say(texts.last) },
            { title: output.say(texts.diverged) },
          ],
          rows: feeds.map((feed) => rowOf(feed, names)),
        })
      }
      return feeds.some((one) => one.diverged !== null) ? exitCodes.differs : exitCodes.done
    })
  },
}

const rowOf = (
  { participant, sent, received, applied, rejections, diverged }: Feed,
  names: Names,
): Cell[] => [
  names.participant(participant),
  String(sent?.sequence ?? 0),
  String(received?.sequence ?? 0),
  { text: String(applied?.sequence ?? 0), style: applied?.sequence === sent?.sequence ? 'green' : 'yellow' },
  rejections === 0 ? '' : { text: String(rejections), style: 'red' },
  showTime(sent?.time),
  diverged === null ? '' : { text: `#${diverged}`, style: 'red' },
]
