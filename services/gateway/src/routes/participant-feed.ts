import { YibiaoError } from '@yibiao/schemas'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  common,
  count,
  described,
  list,
  object,
  oneOf,
  open,
  problems,
  read,
  ref,
  security,
  text,
} from '../api/schema.ts'
import { answer, type Context } from '../context.ts'
import { relative } from '../filings/submit.ts'
import { languageOf } from '../http/language.ts'
import { refusal, unavailable } from '../http/problems.ts'
import { refuseBecause } from '../http/reasoned.ts'
import { saidBy } from '../inbound/said.ts'
import { type Frame, nextCall } from '../live/line.ts'
import type { ParticipantLine } from '../live/participant-line.ts'
import { defaultFeedPage, encodePage, largestFeedPage, pageOf } from '../participants/feed-page.ts'
import { outcomeOf } from '../participants/outcomes.ts'
import { receiptMessage } from '../participants/receipt.ts'
import { readRecordFor } from '../participants/record.ts'
import { askingAbout, speakingFor } from '../participants/who.ts'
import { code, id, path, position, query, seconds } from './parameters.ts'

const statuses = ['FILED', 'REGISTERED', 'REFUSED', 'WITHDRAWN'] as const

interface FeedQuery {
  readonly after?: number
  readonly limit?: number
  readonly wait?: number
  readonly history?: string
}

/** A participant's feed, page by page; its receipts; the record that a message was about. */
export function participantFeedRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/participants/:participant/feed',
    {
      exposeHeadRoute: false,
      schema: {
        tags: ['participants'],
        summary: 'A participant’s feed behind a sequence; waits where there is nothing yet 推送（长轮询）',
        description:
          'The messages byte for byte as on the feed topic, each on a line of its own, with the running digest. Reading is no receipt. An operator sees them without their data.',
        security,
        params: path({ participant: code }),
        querystring: query({
          after: described(
            { ...position, default: 0 },
            'The last sequence that you have. 已取得的最后序号。',
          ),
          limit: described(
            { type: 'integer', minimum: 1, maximum: largestFeedPage, default: defaultFeedPage },
            'Messages at most. 最多条数。',
          ),
          wait: described(
            { ...seconds, default: 0 },
            'How long to wait for the first message, in seconds. 没有新消息时最长等待秒数。',
          ),
          history: described(
            { type: 'string', minLength: 1, maxLength: 64 },
            'The history that your sequence is of; another one is refused. 序号所属的历史。',
          ),
        }),
        response: {
          200: read('A page; go on with `next` as `after`. 一页；以 next 作为下次的 after。', {
            participant: text,
            history: text,
            next: described(count, 'The last sequence of the page. 本页最后序号。'),
            messages: list(ref('FeedMessage')),
          }),
          ...common,
          ...problems(403, 422),
        },
      },
    },
    async (request, reply) => {
      const { participant, itself } = askingAbout(context, request)
      const { after = 0, limit = defaultFeedPage, wait = 0, history } = request.query as FeedQuery
      const { identity } = context.options
      if (history !== undefined && history !== identity.history)
        throw refuseBecause('YB_CURSOR', '/query/history', 'is of another history', '属于另一历史')
      const poll = context.polls.open(reply, wait * 1_000)
      const { line, release } = context.lines.participant(participant)
      try {
        const reached = await line.end(after)
        if (after > reached)
          throw refusal('YB_POSITION_FUTURE', '/query/after', { position: after, head: reached })
        const { frames, seen } = await nextFrames(context, line, { after, limit, signal: poll.signal })
        const { mode } = identity
        const page = {
          participant,
          history: identity.history,
          mode,
          position: seen,
          after,
          withheld: !itself,
        }
        return reply
          .header('Yibiao-Position', String(seen))
          .type('application/json; charset=utf-8')
          .send(encodePage({ ...page, frames: pageOf(frames, limit) }))
      } finally {
        release()
        poll.close()
      }
    },
  )

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

  fastify.get(
    '/participants/:participant/records/:record',
    {
      schema: {
        tags: ['participants', 'records'],
        summary: 'The record as it is now, cut for the participant 档案现状（按单位权限裁剪）',
        description:
          'For whoever keeps no fold: on a message, fetch the record and put it in the place of the one you have, if its `revision` is higher. Never older than a message that you have read.',
        security,
        params: path({ participant: code, record: id }),
        querystring: query(),
        response: {
          200: read('The record. 档案。', {
            participant: text,
            record: text,
            revision: count,
            status: oneOf(...statuses),
            filings: list(text),
            form: described(open, 'As far as the participant may see it. 该单位可见的部分。'),
            values: list(ref('Value')),
          }),
          ...common,
          ...problems(403, 404, 422),
        },
      },
    },
    async (request, reply) => {
      const asking = askingAbout(context, request)
      const { record } = request.params as { record: string }
      const { position: at, seen } = await readRecordFor(context, asking, record)
      await context.reads.record({
        principal: asking.principal,
        record: seen.record,
        purpose: '查阅档案 record',
        paths: seen.values.map((value) => value.path),
      })
      return answer(context, reply, at, { participant: asking.participant, ...seen })
    },
  )
}

/** The next frames, once there are some or the wait is over, and the position up to which the feed was looked at. */
async function nextFrames(
  { tail }: Context,
  line: ParticipantLine,
  { after, limit, signal }: { readonly after: number; readonly limit: number; readonly signal: AbortSignal },
): Promise<{ readonly frames: readonly Frame[]; readonly seen: number }> {
  for (;;) {
    // Nobody is told that there is nothing while nobody can know.
    if (tail.fault) throw unavailable('The event store does not answer now.', '事件库暂不可用。')
    const seen = tail.position
    const frames = await line.read(after, limit)
    if (frames.length > 0 || signal.aborted) return { frames, seen }
    if (tail.position === seen) await nextCall((callback) => tail.onMore(callback), signal)
  }
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
