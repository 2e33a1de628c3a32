import type { FeedStateView } from '@yibiao/projections'
import type { FastifyInstance } from 'fastify'
import { common, count, list, object, oneOf, orNull, read, security, text, time } from '../api/schema.ts'
import { answer, type Context, principalOf } from '../context.ts'
import type { Health } from '../health.ts'
import { acts, type Principal } from '../http/principal.ts'
import { partSchema } from './health.ts'
import { query } from './parameters.ts'

const point = { anyOf: [object({ sequence: count, time }), { type: 'null' }] }

/** How the exchange stands. Feeds are shown to operators and auditors, and to each participant its own. */
export function statusRoutes(fastify: FastifyInstance, context: Context, health: Health): void {
  fastify.get(
    '/status',
    {
      schema: {
        tags: ['health'],
        summary: 'The history, its head, the roles, the views and the feeds 平台状态',
        security,
        querystring: query(),
        response: {
          200: read('The status. 状态。', {
            history: object({
              history: text,
              mode: oneOf('sandbox', 'production'),
              division: text,
              epoch: count,
            }),
            head: count,
            roles: list(partSchema),
            projections: list(
              object({ name: text, version: count, build: count, state: text, position: count }),
            ),
            feeds: list(
              object({
                participant: text,
                sent: point,
                received: point,
                applied: point,
                rejections: count,
                diverged: orNull(count),
              }),
            ),
            streams: count,
          }),
          ...common,
        },
      },
    },
    async (request, reply) => {
      const { store, readModel, identity } = context.options
      const principal = principalOf(request)
      const head = await store.head()
      const builds = await readModel.builds()
      const { history, mode, division, epoch } = identity
      return answer(context, reply, head, {
        history: { history, mode, division, epoch },
        head,
        roles: await health.parts(),
        projections: builds.map(({ name, version, build, state, position }) => ({
          name,
          version,
          build,
          state,
          position,
        })),
        feeds: await feedsFor(context, principal),
        streams: context.streams.count,
      })
    },
  )
}

async function feedsFor({ options }: Context, principal: Principal) {
  const all = principal.kind === 'auditor' || acts(principal, 'operator', options.identity.mode)
  if (!all && principal.participant === undefined) return []
  const { value } = await options.readModel.feedStates()
  return value.filter((one) => all || one.participant === principal.participant).map(feedOf)
}

const feedOf = ({ participant, sent, received, applied, rejections, diverged }: FeedStateView) => ({
  participant,
  sent: sent && { sequence: sent.sequence, time: sent.time },
  received: received && { sequence: received.sequence, time: received.time },
  applied: applied && { sequence: applied.sequence, time: applied.time },
  rejections,
  diverged: diverged?.sequence ?? null,
})
