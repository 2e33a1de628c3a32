import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  common,
  count,
  described,
  object,
  oneOf,
  problems,
  type Schema,
  security,
  text,
} from '../api/schema.ts'
import type { Context } from '../context.ts'
import { actAtCounter, atCounter, type CounterAct, locateAtCounter } from '../filings/counter.ts'
import { idempotencyKeyOf } from '../filings/idempotency.ts'
import { bodyOf } from '../http/body.ts'
import { id, idempotencyKey, path, query } from './parameters.ts'

/** What an act of an officer or operator is answered with. */
export const counterAnswers = {
  200: {
    description: 'Recorded. 已记录。',
    ...object({ filing: text, record: text, position: count, revision: count }),
  },
  202: {
    description:
      'Accepted; the ledger has not answered yet. Look at Location. 已受理，尚未记录，请稍后查看 Location。',
    ...object({ filing: text, record: text, state: oneOf('ACCEPTED') }),
  },
  ...common,
  ...problems(403, 404, 409, 413, 415, 422),
}

const officer = described(text, 'An account, never a name. 经办人账号，不得为姓名。')
const words = { type: 'string', minLength: 1, maxLength: 1_000 } as const
const term = object({
  value: { type: 'integer', minimum: 0, maximum: 1_000 },
  unit: oneOf('WORKING_HOUR', 'WORKING_DAY', 'CALENDAR_DAY', 'MONTH', 'YEAR'),
})

const acts: readonly {
  readonly act: CounterAct
  readonly summary: string
  readonly description: string
  readonly body: Schema
}[] = [
  {
    act: 'contact',
    summary: 'Say who answers for the filing to its end 确定首问责任人',
    description: '首问负责制. By officers of the counter and operators. 由窗口经办人或操作员执行。',
    body: object({ officer, window: text }),
  },
  {
    act: 'handover',
    summary: 'Hand a filing over to another officer 移交首问责任',
    description: '`from` must be who answers for it now: `YB_NOT_RESPONSIBLE`. from 须为现任责任人。',
    body: object({ from: officer, to: officer, window: text, reason: words }, ['window']),
  },
  {
    act: 'green-channel',
    summary: 'Open the green channel: another promise for what is open and opens later 开通绿色通道',
    description: '绿色通道制度. The basis and who granted it are on record. 依据与授权人记录在案。',
    body: object({ basis: words, grantedBy: officer, promised: term }),
  },
  {
    act: 'extension',
    summary: 'Extend the time of the filing as a whole, once 延长并联总时限',
    description:
      '行政许可法 42(2): by the head of the government, before it has run out, with the reason told. By operators. 由操作员执行。',
    body: object({ by: term, approver: officer, reason: words }),
  },
]

/** Acts at the counter, in the name of the counter (`PAB`) or of the operator. */
export function counterRoutes(fastify: FastifyInstance, context: Context): void {
  for (const { act, summary, description, body } of acts)
    fastify.post(
      `/filings/:id/${act}`,
      {
        schema: {
          tags: ['counter'],
          summary,
          description,
          security,
          headers: idempotencyKey,
          params: path({ id }),
          querystring: query(),
          body,
          response: counterAnswers,
        },
      },
      async (request, reply) => {
        const { id: typed } = request.params as { id: string }
        return sayAtCounter(context, request, reply, { act, typed, data: bodyOf(request).toString('utf8') })
      },
    )
}

/** Does an act and answers with its place, or that it is accepted. `data` may need the filing's id as it is. */
export async function sayAtCounter(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  given: {
    readonly act: CounterAct
    readonly typed: string
    readonly data: string | ((filing: string) => string)
  },
) {
  const { act, typed } = given
  const principal = atCounter(context, request, act)
  const key = idempotencyKeyOf(request.headers)
  const located = await locateAtCounter(context, principal, typed)
  const data = typeof given.data === 'string' ? given.data : given.data(located.view.filing)
  const { filing, record, event } = await actAtCounter(context, principal, { located, key, act, data })
  reply.header('Location', `/v1/filings/${filing}`)
  if (event === undefined) return reply.code(202).send({ filing, record, state: 'ACCEPTED' })
  const { position, revision } = event
  return reply.code(200).send({ filing, record, position, revision })
}
