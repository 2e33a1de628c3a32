import { keyOption, postAct, tellAct } from '../acts.ts'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { text } from '../text.ts'

const done = text('首问责任已移交：', 'Handed over: ')

export const command: Command = {
  arguments: [{ name: '<filing>', text: text('办件编号', 'id of the filing') }],
  options: [
    { flags: '--from <account>', text: text('现任责任人', 'who answers for it now'), required: true },
    { flags: '--to <account>', text: text('接任者', 'who shall from now on'), required: true },
    { flags: '--window <window>', text: text('接任者的窗口', 'his window') },
    { flags: '--reason <text>', text: text('移交理由', 'why'), required: true },
    keyOption,
  ],
  online: true,
  examples: [
    {
      line: 'handover F2G28T6V4MQTVSJ --from PAB-07 --to PAB-12 --reason 轮岗',
      text: text('移交给另一经办人', 'hand it over to another officer'),
    },
  ],
  run(call) {
    return withExchange(call, async ({ client }) => {
      const path = `/v1/filings/${encodeURIComponent(argumentOf(call, 0))}/handover`
      const [from = '', to = '', window] = ['from', 'to', 'window'].map((name) => optionOf(call, name))
      const body = {
        from,
        to,
        ...(window === undefined ? {} : { window }),
        reason: optionOf(call, 'reason') ?? '',
      }
      const act = await postAct(call, client, path, body)
      return tellAct(call, act, `${call.output.say(done)}${from} → ${to}  ${act.filing}`)
    })
  },
}
