import { problemOf, reasonedIssue, YibiaoError } from '@yibiao/schemas'
import { keyOption, postAct, tellAct } from '../acts.ts'
import type { Answers, SeenFiling } from '../answers.ts'
import { argumentOf, type Command, manyOf, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { fileText, readJson } from '../files.ts'
import { followThrough } from '../follow-through.ts'
import { handIn, materialOption } from '../hand-in.ts'
import { text } from '../text.ts'

const done = text('补正已提交。', 'The supplement is on record.')

export const command: Command = {
  arguments: [
    { name: '<filing>', text: text('办件编号', 'id of the filing') },
    { name: '<approval>', text: text('审批编号或事项代码', 'id of the approval, or code of its item') },
    { name: '[fragment]', text: text(`表单片段：${fileText.zh}`, `fragment of the form: ${fileText.en}`) },
  ],
  options: [
    { flags: '--remarks <text>', text: text('说明', 'remarks') },
    { flags: '--wait', text: text('继续观看直到办结', 'go on watching until the filing has ended') },
    materialOption,
    keyOption,
  ],
  online: true,
  examples: [
    {
      line: 'supplement F2G28T6V4MQTVSJ food-business-licence --material premises-plan=plan.pdf',
      text: text('补交所要求的材料', 'hand in the file that was asked for'),
    },
    {
      line: 'supplement F2G28T6V4MQTVSJ tax-information-confirmation fragment.json --wait',
      text: text('补正税务事项所要求的内容', 'supply what the tax service asked for'),
    },
  ],
  async run(call) {
    const file = call.args[2]
    if (file === undefined && manyOf(call, 'material').length === 0) throw nothingGiven()
    const form = file === undefined ? undefined : (await readJson(call, file)).value
    return withExchange(call, async ({ client, asleep }) => {
      const path = `/v1/filings/${encodeURIComponent(argumentOf(call, 0))}`
      const { filing } = await client.get<Answers['filing']>(path)
      const { approval, round } = approvalOf(filing, argumentOf(call, 1))
      const remarks = optionOf(call, 'remarks')
      const materials = await handIn(call, client)
      const body = {
        approval,
        round,
        // What an application asks for is amended; the record itself stays as it is.
        ...(form === undefined ? {} : filing.process === 'company-setup' ? { form } : { amended: form }),
        ...(materials.length === 0 ? {} : { materials }),
        ...(remarks === undefined ? {} : { remarks }),
      }
      const act = await postAct(call, client, `${path}/supplements`, body)
      if (call.options.wait === true && act.position !== undefined && !asleep)
        return followThrough(call, client, act)
      return tellAct(call, act, `${call.output.say(done)} ${approval}`)
    })
  },
}

const nothingGiven = (): YibiaoError =>
  new YibiaoError(
    problemOf([
      reasonedIssue('YB_REQUEST', '', {
        zh: '请给出表单片段，或用 --material 编码=文件 给出材料。',
        en: 'Give a fragment of the form, or a file with --material <code>=<file>.',
      }),
    ]),
  )

/** The approval by its id, or by the code of its item. Throws `YB_REQUEST` naming those that wait for a supplement. */
function approvalOf({ approvals }: SeenFiling, given: string) {
  const found = approvals.find(({ approval, item }) => approval === given || item === given)
  if (found) return found
  const waiting = approvals.filter(({ state }) => state === 'SUPPLEMENT').map(({ item }) => item)
  const zh = `没有审批 ${given}；待补正的有：${waiting.join('、') || '无'}。`
  const en = `There is no approval ${given}; a supplement is asked for by: ${waiting.join(', ') || 'none'}.`
  throw new YibiaoError(problemOf([reasonedIssue('YB_REQUEST', '', { zh, en })]))
}
