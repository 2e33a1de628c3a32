import { shippedReference } from '@yibiao/schemas'
import { keyOption, postAct, tellAct } from '../acts.ts'
import { argumentOf, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { fileText, readJson } from '../files.ts'
import { followThrough } from '../follow-through.ts'
import { handIn, materialOption } from '../hand-in.ts'
import { exitCodes } from '../output.ts'
import { text } from '../text.ts'

/** What this version ships; a history may know more. */
const known = (lang: 'zh' | 'en'): string =>
  shippedReference()
    .processes.map(({ content }) => content)
    .filter(({ kind, begunBy }) => kind === 'LIFE' && begunBy !== 'REGISTRAR')
    .map((content) => (lang === 'zh' ? `${content.process}（${content.zh}）` : content.process))
    .join(lang === 'zh' ? '、' : ', ')

export const command: Command = {
  arguments: [
    { name: '<process>', text: text(`流程：${known('zh')}`, `process: ${known('en')}`) },
    {
      name: '<application>',
      text: text(
        `申请内容（form、removed、from、to 等）：${fileText.zh}`,
        `what is asked for (form, removed, from, to …): ${fileText.en}`,
      ),
    },
  ],
  options: [
    { flags: '--record <id>', text: text('企业档案编号', 'id of the record'), required: true },
    { flags: '--wait', text: text('观看办理直到办结', 'watch until the filing has ended') },
    materialOption,
    keyOption,
  ],
  online: true,
  notes: text(
    '退出码：0 已受理或已办结；1 不予受理或不予办理；4 尚无结果。',
    'Exit codes: 0 recorded or completed; 1 refused; 4 no outcome yet.',
  ),
  examples: [
    {
      line: 'apply change examples/applications/change-of-address.json --record RT3D3GPSP7EQ0KY --wait',
      text: text('申请住所变更并观看', 'apply for a change of address and watch'),
    },
    {
      line: 'apply change change.json --record RT3D3GPSP7EQ0KY --material change-resolution=resolution.pdf',
      text: text('连同变更决议申请', 'with the resolution that goes with it'),
    },
    {
      line: 'apply simple-deregistration-publicity examples/applications/simple-deregistration.json --record RT3D3GPSP7EQ0KY',
      text: text('申请简易注销公示', 'have a simple deregistration publicised'),
    },
  ],
  async run(call) {
    const { value } = await readJson(call, argumentOf(call, 1))
    const record = optionOf(call, 'record') ?? ''
    return withExchange(call, async ({ client, asleep }) => {
      const path = `/v1/records/${encodeURIComponent(record)}/applications`
      const materials = await handIn(call, client)
      const act = await postAct(call, client, path, {
        process: argumentOf(call, 0),
        ...(value as object),
        ...(materials.length === 0 ? {} : { materials }),
      })
      const done =
        call.output.lang === 'zh'
          ? `办件 ${act.filing}  档案 ${act.record}`
          : `filing ${act.filing}  record ${act.record}`
      if (call.options.wait !== true) return tellAct(call, act, done)
      if (!call.output.json) call.output.line(done)
      return asleep ? exitCodes.notDetermined : followThrough(call, client, act)
    })
  },
}
