import type { FastifyInstance } from 'fastify'
import { flag, list, object, text, time } from '../api/schema.ts'
import type { Context } from '../context.ts'
import type { Health } from '../health.ts'

export const partSchema = object({ part: text, ready: flag, since: time, error: text, state: text }, [
  'since',
  'error',
  'state',
])

/** For whoever keeps the exchange running: whether it lives, whether it is ready, and its figures. Nothing personal, no token. */
export function healthRoutes(fastify: FastifyInstance, context: Context, health: Health): void {
  fastify.get(
    '/health/live',
    {
      schema: {
        tags: ['health'],
        summary: 'Whether the process answers 存活',
        response: { 200: { description: 'It does. 正常。', ...object({ live: flag }) } },
      },
    },
    async () => ({ live: true }),
  )

  fastify.get(
    '/health/ready',
    {
      schema: {
        tags: ['health'],
        summary: 'Which part is not ready, and since when 就绪',
        response: {
          200: {
            description: 'Every part is ready. 全部就绪。',
            ...object({ ready: flag, parts: list(partSchema) }),
          },
          503: {
            description: 'Some part is not ready. 有部分未就绪。',
            ...object({ ready: flag, parts: list(partSchema) }),
          },
        },
      },
    },
    async (_request, reply) => {
      const parts = await health.parts()
      const ready = parts.every((one) => one.ready)
      return reply.code(ready ? 200 : 503).send({ ready, parts })
    },
  )

  fastify.get(
    '/metrics',
    {
      schema: {
        tags: ['health'],
        summary: 'Metrics in the text format of Prometheus 指标',
        response: {
          200: { description: 'Metrics. 指标。', content: { 'text/plain': { schema: { type: 'string' } } } },
        },
      },
    },
    async (_request, reply) => {
      const { metrics } = context.options
      return reply
        .type(metrics.contentType)
        .serializer(String)
        .send(await metrics.text())
    },
  )
}
