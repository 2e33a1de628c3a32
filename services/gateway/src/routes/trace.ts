import type { FastifyInstance } from 'fastify'
import {
  common,
  count,
  list,
  object,
  oneOf,
  orNull,
  problems,
  read,
  ref,
  security,
  text,
  time,
} from '../api/schema.ts'
import { answer, type Context, principalOf } from '../context.ts'
import { locateFiling } from '../filings/locate.ts'
import { pathsShown } from '../records/event-body.ts'
import { traceFiling } from '../trace/trace.ts'
import { id, path, query } from './parameters.ts'

const operation = object({
  operation: text,
  kind: text,
  actor: text,
  reason: text,
  requestedAt: time,
  state: text,
  completedAt: orNull(time),
})

const refused = object({
  refusal: text,
  position: count,
  recordedAt: time,
  participant: text,
  record: orNull(text),
  filing: orNull(text),
  type: orNull(text),
  message: orNull(text),
  code: text,
  digest: text,
})

/** The whole way of a filing, for whoever must answer for it. */
export function traceRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/filings/:id/trace',
    {
      schema: {
        tags: ['filings'],
        summary: 'Everything that happened in a filing 办件全程追溯',
        description:
          'In order: who acted, when it happened, was received and recorded, what it changed, what caused it, and for every participant it went to whether it was published, received, applied or rejected.',
        security,
        params: path({ id }),
        querystring: query(),
        response: {
          200: read('The trace. 追溯结果。', {
            filing: text,
            record: text,
            state: oneOf('SUBMITTED', 'IN_PARALLEL', 'SUPPLEMENT', 'COMPLETED', 'REFUSED', 'WITHDRAWN'),
            entries: list(ref('TraceEntry')),
            refused: list(refused),
            operations: list(operation),
            reads: list(object({ time, reader: text, purpose: text, paths: count })),
          }),
          ...common,
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const { id: typed } = request.params as { id: string }
      const position = await context.options.store.head()
      const { view, viewer, stored: all } = await locateFiling(context, principal, typed)
      const { filing, record, state } = view
      const stored = all.filter((one) => one.position <= position)
      const trace = await traceFiling(context.options, { record, filing, stored, viewer })
      const paths = trace.entries.flatMap(pathsShown)
      await context.reads.record({ principal, record, purpose: '追溯 trace', paths })
      return answer(context, reply, position, { filing, record, state, ...trace })
    },
  )
}
