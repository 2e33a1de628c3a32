import type { FastifyInstance } from 'fastify'
import { common, described, list, oneOf, problems, read, ref, security, text, time } from '../api/schema.ts'
import { channel, contact } from '../api/time-components.ts'
import { answer, type Context, principalOf } from '../context.ts'
import { explained } from '../filings/explanation.ts'
import { locateFiling } from '../filings/locate.ts'
import { id, path, query } from './parameters.ts'

/** Why a filing is where it is: for whoever waits for it, and whoever must answer for it. */
export function explanationRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/filings/:id/explanation',
    {
      schema: {
        tags: ['filings'],
        summary:
          'Why the filing is where it is: who acts next, since when, by which rule, what happens then 办件为何在此',
        description:
          'For every approval that has not ended exactly one next actor, or the reason why there is none; allowed and elapsed working time by the clock’s own calendar; what its clocks bring next and when; whether the participant has received and applied what it must act upon. `told` is the same in words. 每项未结审批有且只有一个下一办理者，或说明原因。',
        security,
        params: path({ id }),
        querystring: query(),
        response: {
          200: read(
            'The explanation. 说明。',
            {
              filing: text,
              record: text,
              name: { type: ['string', 'null'] },
              state: oneOf('SUBMITTED', 'IN_PARALLEL', 'SUPPLEMENT', 'COMPLETED', 'REFUSED', 'WITHDRAWN'),
              submittedAt: time,
              endedAt: time,
              at: described(time, 'The instant that elapsed times are told for. 计时所至时刻。'),
              contact,
              handovers: { type: 'integer' },
              channel,
              approvals: list(ref('ExplainedApproval')),
              joint: ref('ExplainedClock'),
              duties: list(ref('Duty')),
              nothingOpen: oneOf('NOT_ROUTED', 'COMPLETED', 'REFUSED', 'WITHDRAWN'),
            },
            ['endedAt', 'contact', 'handovers', 'channel', 'joint', 'nothingOpen'],
          ),
          ...common,
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const { id: typed } = request.params as { id: string }
      const located = await locateFiling(context, principalOf(request), typed)
      return answer(context, reply, located.position, await explained(context, located))
    },
  )
}
