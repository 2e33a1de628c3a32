import type { FastifyInstance } from 'fastify'
import { common, count, described, list, problems, read, ref, security, text } from '../api/schema.ts'
import type { Context } from '../context.ts'
import { refusal, unavailable } from '../http/problems.ts'
import { refuseBecause } from '../http/reasoned.ts'
import { type Frame, nextCall } from '../live/line.ts'
import type { ParticipantLine } from '../live/participant-line.ts'
import { defaultFeedPage, encodePage, largestFeedPage, pageOf } from '../participants/feed-page.ts'
import { askingAbout } from '../participants/who.ts'
import { code, path, position, query, seconds } from './parameters.ts'

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
