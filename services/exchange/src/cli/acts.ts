import { randomUUID } from 'node:crypto'
import type { Answers } from './answers.ts'
import type { Client } from './client.ts'
import { type Call, optionOf } from './command.ts'
import { exitCodes } from './output.ts'
import { text } from './text.ts'

/** The option by which an act can be repeated safely. */
export const keyOption = {
  flags: '--key <idempotency-key>',
  text: text(
    '幂等键：以相同的键与内容重发，结果同首次（缺省随机）',
    'idempotency key: the same key and body give the first outcome again (default random)',
  ),
} as const

const notYet = text(
  '已受理，账本尚未作答。稍后查看：npx yibiao status',
  'Accepted; the ledger has not answered yet. Look later with: npx yibiao status',
)

/** Says something in a filing, under the key given or a new one. */
export async function postAct(
  call: Call,
  client: Client,
  path: string,
  body: string | object,
): Promise<Answers['act']> {
  const answer = await client.post<Answers['act']>(path, body, {
    'Idempotency-Key': optionOf(call, 'key') ?? randomUUID(),
  })
  return answer.body
}

/** Tells what came of an act, in one line. */
export function tellAct({ output }: Call, act: Answers['act'], done: string): number {
  const recorded = act.position !== undefined
  if (output.json) output.data(act)
  else output.line(recorded ? done : `${output.say(notYet)} ${act.filing}`)
  return recorded ? exitCodes.done : exitCodes.notDetermined
}
