import { keyOption, postAct, tellAct } from '../acts.ts'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { text } from '../text.ts'

const done = text('已撤回。', 'Withdrawn.')

export const command: Command = {
  arguments: [{ name: '<filing>', text: text('办件编号', 'id of the filing') }],
  options: [{ flags: '--reason <text>', text: text('撤回原因', 'why'), required: true }, keyOption],
  online: true,
  examples: [
    {
      line: 'withdraw F2G28T6V4MQTVSJ --reason 另行选址',
      text: text('撤回尚未登记的办件', 'take back a filing that is not registered yet'),
    },
  ],
  run(call) {
    return withExchange(call, async ({ client }) => {
      const path = `/v1/filings/${encodeURIComponent(argumentOf(call, 0))}/withdrawal`
      const act = await postAct(call, client, path, { reason: optionOf(call, 'reason') ?? '' })
      return tellAct(call, act, `${call.output.say(done)} ${act.filing}`)
    })
  },
}
