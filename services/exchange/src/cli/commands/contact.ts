import { keyOption, postAct, tellAct } from '../acts.ts'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { text } from '../text.ts'

const done = text('首问责任人已确定：', 'Answers for it to its end: ')

export const command: Command = {
  arguments: [{ name: '<filing>', text: text('办件编号', 'id of the filing') }],
  options: [
    { flags: '--officer <account>', text: text('经办人账号', 'account of the officer'), required: true },
    { flags: '--window <window>', text: text('窗口', 'the window'), required: true },
    keyOption,
  ],
  online: true,
  notes: text(
    '首问负责制：首问责任人负责到底。',
    'Whoever is asked first answers for the filing to its end.',
  ),
  examples: [
    {
      line: 'contact F2G28T6V4MQTVSJ --officer PAB-07 --window W03',
      text: text('由三号窗口的经办人负责到底', 'the officer at window 3 answers for it'),
    },
  ],
  run(call) {
    return withExchange(call, async ({ client }) => {
      const path = `/v1/filings/${encodeURIComponent(argumentOf(call, 0))}/contact`
      const officer = optionOf(call, 'officer') ?? ''
      const act = await postAct(call, client, path, { officer, window: optionOf(call, 'window') ?? '' })
      return tellAct(call, act, `${call.output.say(done)}${officer}  ${act.filing}`)
    })
  },
}
