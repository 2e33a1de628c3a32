import { argumentOf, type Command } from '../command.ts'
import { fileText, readJson } from '../files.ts'
import { Names } from '../names.ts'
import { exitCodes, type Output } from '../output.ts'
import { issueText } from '../show-error.ts'
import { showTable } from '../table.ts'
import { text } from '../text.ts'
import { judge, type Verdict } from '../verdict.ts'
import { word } from '../words.ts'

const texts = {
  form: text('一表', 'one form'),
  message: text('消息', 'message'),
  acceptable: text('可以接受', 'would be taken'),
  refused: text('不会被接受', 'would be refused'),
  items: text('适用事项及承办单位：', 'Items that apply, and who would serve them:'),
  rest: text(
    '与档案现状有关的条件由平台判定。',
    'What depends on the state of the record is for the exchange to say.',
  ),
}

export const command: Command = {
  arguments: [
    { name: '<file>', text: text(`一表或消息：${fileText.zh}`, `a form or a message: ${fileText.en}`) },
  ],
  options: [
    {
      flags: '--division <code>',
      text: text('登记机关行政区划（缺省 220200）', 'division of the registry (default 220200)'),
    },
  ],
  notes: text(
    '按形状识别一表或消息；无需平台运行，不发送任何内容。退出码：0 可以接受，1 不会被接受。--json：一个文档 {kind, acceptable, issues, approvals}。',
    'A form or a message, told by its shape; needs no exchange and sends nothing. Exit code 0 when it would be taken, 1 when not. --json: one document {kind, acceptable, issues, approvals}.',
  ),
  examples: [
    { line: 'validate examples/restaurant.json', text: text('提交前校验', 'before submitting') },
    { line: 'validate - < message.json', text: text('由标准输入校验消息', 'a message from standard input') },
  ],
  async run(call) {
    const { output, options } = call
    const { text: content, value } = await readJson(call, argumentOf(call, 0))
    const verdict = judge(content, value, {
      now: Date.now(),
      division: typeof options.division === 'string' ? options.division : '220200',
    })
    if (output.json) output.data(verdict)
    else show(output, verdict)
    return verdict.acceptable ? exitCodes.done : exitCodes.refused
  },
}

function show(output: Output, { kind, acceptable, issues, approvals }: Verdict): void {
  const what = output.say(kind === 'form' ? texts.form : texts.message)
  output.line(
    acceptable
      ? output.paint('green', `✓ ${what}  ${output.say(texts.acceptable)}`)
      : output.paint('red', `✗ ${what}  ${output.say(texts.refused)}`),
  )
  for (const one of issues) output.line(`  ${issueText(one, output.lang)}  [${one.code}]`)
  if (approvals.length > 0) {
    const names = new Names(output.lang)
    output.line()
    output.line(output.say(texts.items))
    showTable(output, {
      columns: [{}, { most: 44 }, {}, {}],
      rows: approvals.map(({ item, participant, gate, itemKind, department }) => [
        item,
        names.item(item),
        participant === null ? { text: department, style: 'red' as const } : names.participant(participant),
        `${word(itemKind, output.lang)} ${gate === 'NONE' ? '' : word(gate, output.lang)}`,
      ]),
    })
  }
  if (acceptable && kind === 'message') output.line(`  ${output.say(texts.rest)}`)
}
