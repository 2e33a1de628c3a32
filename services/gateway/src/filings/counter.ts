import { YibiaoError } from '@yibiao/schemas'
import { actingAs, type Context, principalOf } from '../context.ts'
import { nameOf, type Principal } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import { messageIdOf } from './idempotency.ts'
import { type LocatedFiling, locateFiling } from './locate.ts'
import { type ActOutcome, relative } from './submit.ts'

/** What officers and operators do about a filing, by the path that it is done under. */
export const counterActs = {
  contact: { type: 'yibiao.contact.assigned.v1', speaker: 'PAB' },
  handover: { type: 'yibiao.responsibility.transferred.v1', speaker: 'PAB' },
  'green-channel': { type: 'yibiao.channel.granted.v1', speaker: 'PAB' },
  extension: { type: 'yibiao.joint.extended.v1', speaker: 'OPERATOR' },
  conclusion: { type: 'yibiao.accountability.concluded.v1', speaker: 'OPERATOR' },
} as const

export type CounterAct = keyof typeof counterActs

const counter = 'PAB'

/**
 * Who acts at the counter: its own officers, and operators. Never whoever filed, nor anybody without a token, for these
 * acts are recorded with the account that answers for them. What the exchange itself is responsible for is the operators'
 * alone. Throws `YB_FORBIDDEN`.
 */
export function atCounter(
  context: Context,
  request: Parameters<typeof principalOf>[0],
  act: CounterAct,
): Principal {
  const principal = principalOf(request)
  if (counterActs[act].speaker === counter && principal.participant === counter) return principal
  if (principal.kind === 'operator') return actingAs(context, request, 'operator')
  throw refusal('YB_FORBIDDEN', '', { principal: nameOf(principal) })
}

/** The filing of an act at the counter: an officer there may act in every filing, as it came in through the counter. */
export const locateAtCounter = (
  context: Context,
  principal: Principal,
  typed: string,
): Promise<LocatedFiling> =>
  locateFiling(
    context,
    principal.participant === counter ? { kind: 'operator', id: principal.id } : principal,
    typed,
  )

/** Says it and waits for what the ledger makes of it. `data` is JSON text. */
export async function actAtCounter(
  { publisher, answers }: Context,
  principal: Principal,
  {
    located,
    key,
    act,
    data,
  }: {
    readonly located: LocatedFiling
    readonly key: string
    readonly act: CounterAct
    readonly data: string
  },
): Promise<ActOutcome> {
  const { filing, record } = located.view
  const { type, speaker } = counterActs[act]
  const outgoing = publisher.make({
    speaker,
    id: messageIdOf(act, principal.id, `${filing}\n${key}`),
    type,
    subject: record,
    filing,
    principal,
    data: [data],
  })
  const answer = await answers.ask(outgoing)
  if (answer.kind === 'refused') throw new YibiaoError(relative(answer.problem, '/data'))
  return { filing, record, event: answer.kind === 'recorded' ? answer.event : undefined }
}
