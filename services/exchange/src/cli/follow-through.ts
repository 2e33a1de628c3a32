import type { Answers } from './answers.ts'
import type { Client } from './client.ts'
import type { Call } from './command.ts'
import { Names } from './names.ts'
import { compactOneFormLines } from './one-form-page.ts'
import { exitCodes } from './output.ts'
import { text } from './text.ts'
import { showSpan } from './times.ts'
import { type Watched, watchFiling } from './watch.ts'
import { printable } from './width.ts'
import { styles, word } from './words.ts'

const texts = {
  supply: text('待申请人补正：', 'waits for the applicant to supply:'),
  refused: text('不予办理：', 'refused:'),
}

/** Shows a filing live after an act until it stands still, then how it ended: with the whole record when it is completed. */
export async function followThrough(call: Call, client: Client, act: Answers['act']): Promise<number> {
  const { output, io } = call
  const names = new Names(output.lang)
  const watched = await watchFiling(client, act, output, names, io.signal)
  const { state, endedAt } = watched.view
  if (output.json || state === 'COMPLETED') await showRecord(call, client, act, watched)
  if (!output.json) conclude(call, watched, names)
  if (endedAt === undefined) return exitCodes.notDetermined
  return state === 'COMPLETED' ? exitCodes.done : exitCodes.refused
}

async function showRecord(
  { output }: Call,
  client: Client,
  act: Answers['act'],
  watched: Watched,
): Promise<void> {
  const record = await client.get<Answers['record']>(`/v1/records/${act.record}`, { after: watched.position })
  if (output.json) {
    const { filing } = await client.get<Answers['filing']>(`/v1/filings/${act.filing}`)
    output.data({ filing, record, milliseconds: millisecondsOf(watched) ?? null })
  } else for (const line of compactOneFormLines(record, output)) output.line(line)
}

/** What answers a notice: a fragment for the values that it asks for, a file for each material. */
function argumentsFor(defects: readonly { readonly material?: string }[]): string {
  const materials = defects.flatMap(({ material }) => (material === undefined ? [] : [material]))
  const fragment = materials.length < defects.length ? ' <fragment.json>' : ''
  return fragment + materials.map((code) => ` --material ${code}=<file>`).join('')
}

/** From the receipt to the end; undefined while there is none. */
const millisecondsOf = ({ view }: Watched): number | undefined =>
  view.endedAt === undefined ? undefined : Date.parse(view.endedAt) - Date.parse(view.submittedAt)

/** What is asked of the applicant, what was refused and why, how it ended and after how long. */
function conclude({ output }: Call, watched: Watched, names: Names): void {
  const { view } = watched
  const { lang } = output
  output.line()
  for (const { item, defects = [], reasons = [] } of view.approvals) {
    if (defects.length > 0) output.line(`${names.item(item)}  ${output.say(texts.supply)}`)
    for (const one of defects)
      output.line(`  ${printable(`${one.path ?? one.material ?? ''}  ${one[lang] ?? one.code}`)}`)
    if (defects.length > 0)
      output.line(`  npx yibiao supplement ${view.filing} ${item}${argumentsFor(defects)}`)
    if (reasons.length > 0) output.line(`${names.item(item)}  ${output.say(texts.refused)}`)
    for (const one of reasons) output.line(`  ${printable(`${one[lang] ?? one.code}  ${one.rule}`)}`)
  }
  const state = word(view.state, lang)
  const style = styles[view.state]
  const took = millisecondsOf(watched)
  const zh = lang === 'zh'
  const time =
    took === undefined ? '' : zh ? `，自受理起 ${showSpan(took)}` : `, ${showSpan(took)} from receipt to end`
  output.line(
    `${zh ? '办件' : 'filing'} ${view.filing} ${style === undefined ? state : output.paint(style, state)}${time}`,
  )
}
