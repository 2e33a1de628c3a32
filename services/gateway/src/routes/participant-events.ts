import { cloudEventsMediaType } from '@yibiao/schemas'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  common,
  list,
  object,
  oneOf,
  open,
  problems,
  ref,
  type Schema,
  security,
  text,
} from '../api/schema.ts'
import type { Context } from '../context.ts'
import { languageOf } from '../http/language.ts'
import { badRequest } from '../http/problems.ts'
import { type Said, saidBy } from '../inbound/said.ts'
import { outcomeOf } from '../participants/outcomes.ts'
import { type BatchKind, largestBatch, splitBatch } from '../participants/split-batch.ts'
import { speakingFor } from '../participants/who.ts'
import { code, longestWait, path, query, seconds } from './parameters.ts'

/** CloudEvents' batched mode (JSON event format 1.0, 4). */
const batchMediaType = 'application/cloudevents-batch+json'

const kinds: Readonly<Record<string, BatchKind>> = {
  'application/json': 'either',
  [cloudEventsMediaType]: 'one',
  [batchMediaType]: 'batch',
}

const one: Schema = { ...open, description: 'A CloudEvent, as on the inbound topic. 一条 CloudEvents 消息。' }
const batch: Schema = { type: 'array', minItems: 1, maxItems: largestBatch, items: one }

const answers = (description: string): Schema => ({
  description,
  ...object({ mode: oneOf('sandbox'), participant: text, outcomes: list(ref('Outcome')) }, ['mode']),
})

/** What a participant says. MUST be registered in a scope of its own: bodies are bytes here. */
export function participantEventRoutes(fastify: FastifyInstance, context: Context): void {
  const { limits, identity } = context.options
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser(Object.keys(kinds), { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  fastify.post(
    '/participants/:participant/events',
    {
      bodyLimit: limits.batchBytes,
      schema: {
        tags: ['participants'],
        summary: 'Say something in the exchange: a message, or a batch in its order 提交消息（单条或一批）',
        description: `The messages of the inbound topic, as they are, 1 to ${largestBatch}: the same fate and the same record as over the bus. The whole batch is durable before the answer; send it again whenever you are not sure. \`wait\` is the longest wait for the ledger.`,
        security,
        params: path({ participant: code }),
        querystring: query({ wait: seconds }),
        body: {
          content: {
            'application/json': { schema: { anyOf: [one, batch] } },
            [cloudEventsMediaType]: { schema: one },
            [batchMediaType]: { schema: batch },
          },
        },
        response: {
          200: answers('Decided, one outcome each, in the order of the batch. 已逐条裁定，顺序与提交一致。'),
          202: answers('The same, and some are not decided yet: `accepted`. 部分尚未裁定（accepted）。'),
          ...common,
          ...problems(403, 413, 415, 422),
        },
      },
      // The ledger validates what it gets; here only the number and the size count.
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const { participant } = speakingFor(context, request)
      const wait = waitOf(request) ?? limits.answerWait
      const said = splitBatch(bodyOf(request), kindOf(request)).map((bytes) => saidBy(participant, bytes))
      const decisions = await decide(context, reply, said, wait)
      const language = languageOf(request.query, request.headers['accept-language'])
      const outcomes = decisions.map((decision, index) => outcomeOf(said[index] ?? {}, decision, language))
      return reply.code(outcomes.some(({ outcome }) => outcome === 'accepted') ? 202 : 200).send({
        ...(identity.mode === 'sandbox' ? { mode: 'sandbox' } : {}),
        participant,
        outcomes,
      })
    },
  )
}

/** A request that waits for the ledger is one of those that wait: their number is bounded, and a stop ends the wait. */
async function decide(context: Context, reply: FastifyReply, said: readonly Said[], wait: number) {
  const poll = context.polls.open(reply, wait)
  try {
    return await context.decisions.offer(said, wait, poll.signal)
  } finally {
    poll.close()
  }
}

const bodyOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))

const kindOf = ({ headers }: FastifyRequest): BatchKind =>
  kinds[(headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''] ?? 'either'

/** The longest wait for the ledger that was asked for, in milliseconds. Throws `YB_REQUEST`. */
function waitOf({ query: asked }: FastifyRequest): number | undefined {
  const { wait } = asked as { readonly wait?: unknown }
  if (wait === undefined) return undefined
  if (typeof wait === 'string' && /^\d{1,2}$/.test(wait) && Number(wait) <= longestWait)
    return Number(wait) * 1_000
  throw badRequest('/query/wait', `wait: 0 to ${longestWait} seconds.`, `wait：0 至 ${longestWait} 秒。`)
}
