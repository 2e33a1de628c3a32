import type { Answers, ExplainedForUs } from '../answers.ts'
import { argumentOf, type Command } from '../command.ts'
import { withExchange } from '../connect.ts'
import { exitCodes, type Output } from '../output.ts'
import { type Text, text } from '../text.ts'
import { showTime } from '../times.ts'
import { printable, wrap } from '../width.ts'
import { marks, styles, word } from '../words.ts'

const texts = {
  responsible: text('首问责任人', 'First contact'),
  nobody: text('未确定', 'nobody yet'),
  duties: text('后续：', 'Still to come:'),
  channel: text('绿色通道：', 'Green channel: '),
}

const nothing: Readonly<Record<string, Text>> = {
  NOT_ROUTED: text('平台尚未分送，暂无可办审批。', 'The exchange has not sent it out yet; nothing is open.'),
  COMPLETED: text('全部审批已办结。', 'Every approval has ended.'),
  REFUSED: text('不予办理，无待办审批。', 'It was refused; nothing is open.'),
  WITHDRAWN: text('已撤回，无待办审批。', 'It was withdrawn; nothing is open.'),
}

export const command: Command = {
  arguments: [{ name: '<filing>', text: text('办件编号', 'id of the filing') }],
  online: true,
  notes: text(
    '每项未结审批：下一办理者、自何时起、已用与允许的工作时间、依据、下一步何时发生、其系统是否已接收并生效。',
    'Of every approval that has not ended: who acts next, since when, the working time allowed and used, by which rule, what happens next and when, and whether its system has received and applied.',
  ),
  examples: [
    { line: 'explain F2G28T6V4MQTVSJ', text: text('办件为何在此', 'why the filing is where it is') },
    { line: 'explain F2G28T6V4MQTVSJ --json', text: text('JSON', 'in JSON') },
  ],
  run(call) {
    const { output } = call
    return withExchange(call, async ({ client }) => {
      const path = `/v1/filings/${encodeURIComponent(argumentOf(call, 0))}/explanation`
      const body = await client.get<Answers['explanation']>(path)
      if (output.json) output.data(body)
      else show(output, body)
      return exitCodes.done
    })
  },
}

function show(output: Output, body: ExplainedForUs): void {
  const { lang } = output
  const style = styles[body.state]
  const state = style === undefined ? word(body.state, lang) : output.paint(style, word(body.state, lang))
  output.line(
    `${output.paint('bold', body.filing)}  ${body.name === null ? '' : `${printable(body.name)}  `}${state}`,
  )
  const who = [body.contact?.officer, body.contact?.window].filter((one) => one !== undefined && one !== '')
  output.line(
    `${showTime(body.at)}  ${output.say(texts.responsible)} ${who.length === 0 ? output.say(texts.nobody) : printable(who.join('  '))}`,
  )
  if (body.channel !== undefined)
    output.line(
      `${output.say(texts.channel)}${printable(body.channel.basis)}  ${printable(body.channel.grantedBy)}`,
    )
  if (body.joint?.running === true) lines(output, body.joint.told[lang], 0)
  if (body.nothingOpen !== undefined) output.line(output.say(nothing[body.nothingOpen] ?? text('', '')))
  for (const one of body.approvals) {
    output.line()
    const card = one.clocks.find((clock) => clock.kind === 'PROMISED')?.card
    const cardStyle = card && styles[card]
    const shown =
      card === undefined
        ? ''
        : `  ${cardStyle ? output.paint(cardStyle, word(card, lang)) : word(card, lang)}`
    output.line(
      `${marks[one.state] ?? ''} ${output.paint('bold', one.itemName[lang])}  ${word(one.state, lang)}${shown}`,
    )
    for (const line of one.told) lines(output, line[lang], 2)
  }
  if (body.duties.length === 0) return
  output.line()
  output.line(output.say(texts.duties))
  for (const { name, told, with: whose } of body.duties)
    lines(output, `${word(whose, lang)}  ${name[lang]}${told === undefined ? '' : `  ${told[lang]}`}`, 2)
}

function lines(output: Output, line: string, indent: number): void {
  const before = ' '.repeat(indent)
  for (const [index, part] of wrap(printable(line), Math.max(40, output.columns - indent - 2)).entries())
    output.line(`${before}${index === 0 ? '' : '  '}${part}`)
}
