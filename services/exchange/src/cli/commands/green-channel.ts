import { keyOption, postAct, tellAct } from '../acts.ts'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { showTerm, termOf } from '../terms.ts'
import { text } from '../text.ts'

const done = text('绿色通道已开通，承诺：', 'The green channel is open; promised: ')

export const command: Command = {
  arguments: [{ name: '<filing>', text: text('办件编号', 'id of the filing') }],
  options: [
    { flags: '--basis <text>', text: text('依据', 'on which basis'), required: true },
    {
      flags: '--granted-by <account>',
      text: text('授权人账号', 'account of who granted it'),
      required: true,
    },
    {
      flags: '--promised <term>',
      text: text(
        '承诺时限，如 4wh（工作小时）、3wd（工作日）',
        'the promise: 4wh (working hours), 3wd (working days)',
      ),
      required: true,
    },
    keyOption,
  ],
  online: true,
  notes: text(
    '未结的审批及此后开始的审批均按此承诺计时。',
    'Holds for the approvals that are open and those that open later.',
  ),
  examples: [
    {
      line: 'green-channel F2G28T6V4MQTVSJ --basis 市重点项目 --granted-by PAB-CHIEF --promised 3wd',
      text: text('重点项目三个工作日办结', 'a key project within three working days'),
    },
  ],
  run(call) {
    const promised = termOf(optionOf(call, 'promised') ?? '')
    return withExchange(call, async ({ client }) => {
      const path = `/v1/filings/${encodeURIComponent(argumentOf(call, 0))}/green-channel`
      const act = await postAct(call, client, path, {
        basis: optionOf(call, 'basis') ?? '',
        grantedBy: optionOf(call, 'grantedBy') ?? '',
        promised,
      })
      return tellAct(
        call,
        act,
        `${call.output.say(done)}${showTerm(promised, call.output.lang)}  ${act.filing}`,
      )
    })
  },
}
