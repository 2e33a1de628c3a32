import { keyOption, postAct, tellAct } from '../acts.ts'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { showTerm, termOf } from '../terms.ts'
import { text } from '../text.ts'

const done = text('并联总时限已延长：', 'The time of the filing as a whole is extended by ')

export const command: Command = {
  arguments: [{ name: '<filing>', text: text('办件编号', 'id of the filing') }],
  options: [
    { flags: '--by <term>', text: text('延长，如 15wd', 'by how much, e.g. 15wd'), required: true },
    {
      flags: '--approver <account>',
      text: text('批准人（本级政府负责人）账号', 'account of the head of the government, who approved it'),
      required: true,
    },
    {
      flags: '--reason <text>',
      text: text('理由，须告知申请人', 'why; the applicant is told'),
      required: true,
    },
    keyOption,
  ],
  online: true,
  notes: text(
    '行政许可法第四十二条第二款：并联办理四十五日内不能办结的，经本级人民政府负责人批准，可以延长十五日。各部门自己的时限由该部门延长。',
    'Administrative licensing law 42(2): 45 working days, 15 more if the head of the government approves. A department extends its own term itself.',
  ),
  examples: [
    {
      line: 'extend F2G28T6V4MQTVSJ --by 15wd --approver GOV-01 --reason 现场核查复杂',
      text: text('延长十五个工作日', 'fifteen working days more'),
    },
  ],
  run(call) {
    const by = termOf(optionOf(call, 'by') ?? '')
    return withExchange(call, async ({ client }) => {
      const path = `/v1/filings/${encodeURIComponent(argumentOf(call, 0))}/extension`
      const act = await postAct(call, client, path, {
        by,
        approver: optionOf(call, 'approver') ?? '',
        reason: optionOf(call, 'reason') ?? '',
      })
      return tellAct(call, act, `${call.output.say(done)}${showTerm(by, call.output.lang)}  ${act.filing}`)
    })
  },
}
