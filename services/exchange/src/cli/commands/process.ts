import { type ProcessContent, termText } from '@yibiao/schemas'
import type { Command } from '../command.ts'
import { Names } from '../names.ts'
import { exitCodes, type Output } from '../output.ts'
import { publishes, publishFile, publishKeyOption, showChanges } from '../publish.ts'
import { asOfOption, showOrigin, theOne, withInForce } from '../reference-data.ts'
import { type Cell, showTable } from '../table.ts'
import { type Text, text } from '../text.ts'

const texts = {
  what: text('流程', 'process'),
  name: text('名称', 'name'),
  version: text('版本', 'version'),
  items: text('事项', 'items'),
  form: text('表单', 'form'),
  registration: text('登记事项', 'registration'),
  joint: text('并联总时限', 'joint term'),
  jointExtension: text('总时限可延长', 'its extension'),
  notice: text('一次性告知', 'one-time notice'),
  certificate: text('送达证件', 'certificate'),
  hours: text('办公时间', 'office hours'),
  firstContact: text('首问责任人', 'first contact'),
  duties: text('登记后的法定义务', 'Duties after the registration'),
}

export const command: Command = {
  arguments: [
    {
      name: '[code]',
      text: text(
        '只看此流程；或 publish，发布一个版本',
        'only this process; or publish, to put a version in force',
      ),
    },
    {
      name: '[file]',
      text: text('publish 的 JSON 文件，- 为标准输入', 'JSON file for publish, - for standard input'),
    },
  ],
  options: [asOfOption, publishKeyOption],
  online: true,
  notes: text(
    '列出平台当前有效的流程；没有平台时为随本版本发布的，并予说明。已受理的办件沿用受理时的版本。--json：每行一个流程，可编辑后再发布。',
    'What is in force in the exchange; where there is none, what is shipped, and says so. A filing keeps the version that it began with. --json: one process on a line, ready to be edited and published.',
  ),
  examples: [
    { line: 'process', text: text('全部流程', 'every process') },
    { line: 'process company-setup', text: text('时限、办公时间与事项', 'its terms, hours and items') },
    { line: 'process publish process.json', text: text('发布下一版', 'publish the next version') },
  ],
  run(call) {
    const { output } = call
    const [first] = call.args
    if (publishes(call, 'publish'))
      return publishFile(call, { kept: 'processes', member: 'process', changes: showChanges })
    return withInForce(call, 'processes', async (known) => {
      const all = known.publications.map(({ content }) => content)
      if (first !== undefined) {
        const { content } = theOne(known, first, texts.what)
        if (output.json) output.data(content)
        else showProcess(output, content)
      } else if (output.json) for (const one of all) output.data(one)
      else showProcesses(output, all)
      if (!output.json) showOrigin(output, known.origin)
      return exitCodes.done
    })
  },
}

function showProcesses(output: Output, all: readonly ProcessContent[]): void {
  showTable(output, {
    columns: [
      { title: output.say(texts.what) },
      { title: output.say(texts.name) },
      { title: output.say(texts.registration) },
      { title: output.say(texts.items), align: 'end' },
      { title: output.say(texts.version), align: 'end' },
    ],
    rows: all.map((one) => [
      one.process,
      one[output.lang],
      one.registration,
      String(one.items.length),
      String(one.version),
    ]),
  })
}

function showProcess(output: Output, process: ProcessContent): void {
  const { terms, officeHours = [], firstContact, followUps = [] } = process
  const names = new Names(output.lang)
  const row = (title: Text, value: string): readonly Cell[] => [output.say(title), value]
  const timed = (['joint', 'jointExtension', 'notice', 'certificate'] as const).map((which) =>
    row(texts[which], terms === undefined ? '—' : output.say(termText(terms[which]))),
  )
  output.line(`${process.process}  ${output.paint('bold', process[output.lang])}`)
  showTable(output, {
    columns: [{}, { most: 100 }],
    rows: [
      row(texts.version, String(process.version)),
      row(texts.form, process.form),
      row(texts.registration, `${process.registration}  ${names.item(process.registration)}`),
      ...timed,
      row(texts.hours, officeHours.map(({ from, to }) => `${from}–${to}`).join('  ') || '—'),
      row(texts.firstContact, firstContact ? `${firstContact.officer}  ${firstContact.window}` : '—'),
      row(texts.items, process.items.map((code) => `${code}  ${names.item(code)}`).join('\n')),
    ],
  })
  if (followUps.length === 0) return
  output.line()
  output.line(output.paint('bold', output.say(texts.duties)))
  showTable(output, {
    columns: [{}, { most: 60 }, {}, {}],
    rows: followUps.map((duty) => [
      duty.code,
      duty[output.lang],
      output.say(termText(duty.term)),
      duty.basis,
    ]),
  })
}
