import { YibiaoError } from '@yibiao/schemas'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { common, described, object, oneOf, problems, ref, security, text } from '../api/schema.ts'
import type { Context } from '../context.ts'
import { relative } from '../filings/submit.ts'
import { languageOf } from '../http/language.ts'
import { saidBy } from '../inbound/said.ts'
import { outcomeOf } from '../participants/outcomes.ts'
import { receiptMessage } from '../participants/receipt.ts'
import { speakingFor } from '../participants/who.ts'
import { code, path, query } from './parameters.ts'

/** How far a participant is through its feed, in its own words. */
export function participantReceiptRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.post(
    '/participants/:participant/receipts',
    {
      schema: {
        tags: ['participants'],
        summary: 'Acknowledge the feed up to a sequence, or reject one message 签收或退回推送',
        description:
          'With `digest` and `stage` everything up to the sequence was received or applied; with `reason` this one message can never be applied. Said in the participant’s name, under an id that follows from stage and sequence: send it again whenever you are not sure.',
        security,
        params: path({ participant: code }),
        querystring: query(),
        body: {
          ...object(
            {
              sequence: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
              digest: described(text, 'The running digest there. 该序号处的累计摘要。'),
              stage: oneOf('received', 'applied'),
              reason: described(text, 'Without personal values. 不得含个人信息。'),
            },
            ['digest', 'stage', 'reason'],
          ),
        },
        response: {
          200: { ...ref('Outcome'), description: 'On record, now or before. 已记录。' },
          202: { ...ref('Outcome'), description: 'Durable, not decided yet. 已持久保存，尚未裁定。' },
          ...common,
          ...problems(403, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => takeReceipt(context, request, reply),
  )
}

async function takeReceipt(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { participant, principal } = speakingFor(context, request)
  const message = receiptMessage(request.body as object)
  const { bytes } = context.publisher.make({
    ...message,
    data: [message.data],
    speaker: participant,
    subject: participant,
    principal,
  })
  const said = saidBy(participant, bytes)
  const [decision = { kind: 'pending' as const }] = await context.decisions.offer(
    [said],
    context.options.limits.answerWait,
  )
  if (decision.kind === 'refused') throw new YibiaoError(relative(decision.problem, '/data'))
  const language = languageOf(request.query, request.headers['accept-language'])
  return reply.code(decision.kind === 'pending' ? 202 : 200).send(outcomeOf(said, decision, language))
}
