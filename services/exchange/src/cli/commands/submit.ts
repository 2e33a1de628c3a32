import { applicantAct, keyOption, tellAct } from '../acts.ts'
import { argumentOf, type Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { fileText, readJson } from '../files.ts'
import { followThrough } from '../follow-through.ts'
import { handIn, materialOption } from '../hand-in.ts'
import { exitCodes } from '../output.ts'
import { text } from '../text.ts'

const texts = {
  noDepartments: text(
    '没有运行中的交换平台，各部门未在办理；已记录，启动后继续：npm start',
    'No exchange is running, so no department acts; it is on record and goes on after: npm start',
  ),
}

export const command: Command = {
  arguments: [{ name: '<form>', text: fileText }],
  options: [
    {
      flags: '--wait',
      text: text('观看并联审批直到办结', 'watch the parallel approvals until the filing has ended'),
    },
    materialOption,
    keyOption,
  ],
  online: true,
  notes: text(
    '退出码：0 已受理或已办结；1 不予受理或不予办理；4 尚无结果。--wait --json：结束后输出一个文档 {filing, record, milliseconds}。',
    'Exit codes: 0 recorded or completed; 1 refused; 4 no outcome yet. --wait --json: one document {filing, record, milliseconds} at the end.',
  ),
  examples: [
    {
      line: 'submit examples/restaurant.json --wait',
      text: text('提交并观看', 'submit and watch'),
    },
    {
      line: 'submit examples/restaurant.json --material premises-plan=plan.pdf --material food-safety-rules=rules.pdf',
      text: text('连同材料提交', 'with the files that go with it'),
    },
    {
      line: 'submit - --key 2026-09-24-001 < form.json',
      text: text('由标准输入提交，可安全重发', 'from standard input, safe to repeat'),
    },
  ],
  async run(call) {
    const { text: body } = await readJson(call, argumentOf(call, 0))
    return withExchange(call, async ({ client, asleep }) => {
      const materials = await handIn(call, client)
      const whole =
        materials.length === 0 ? body : `{"form":${body},"materials":${JSON.stringify(materials)}}`
      const act = await applicantAct(call, client, '/v1/filings', whole)
      const zh = call.output.lang === 'zh'
      const done = zh
        ? `办件 ${act.filing}  档案 ${act.record}`
        : `filing ${act.filing}  record ${act.record}`
      if (call.options.wait !== true) return tellAct(call, act, done)
      if (!call.output.json) call.output.line(done)
      if (asleep) {
        call.output.error(call.output.say(texts.noDepartments))
        return exitCodes.notDetermined
      }
      return followThrough(call, client, act)
    })
  },
}
