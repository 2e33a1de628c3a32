import { asyncApiDocument, schemaCatalogue } from '@yibiao/schemas'
import type { FastifyInstance } from 'fastify'
import { list, object, open, orNull, problems, text } from '../api/schema.ts'
import type { Context } from '../context.ts'
import { refusal } from '../http/problems.ts'
import { path } from './parameters.ts'

/** The contracts, for everybody: every schema by its URN, and the descriptions of both interfaces. */
export function documentRoutes(fastify: FastifyInstance, context: Context): void {
  const document = { type: 'object', additionalProperties: true, description: 'The document. 文档。' }

  fastify.get(
    '/schemas',
    {
      schema: {
        tags: ['documents'],
        summary: 'Every schema of the contracts 数据结构目录',
        response: {
          200: {
            description: 'The index. 目录。',
            ...object({
              schemas: list(object({ urn: text, title: orNull(text), titleZh: orNull(text), url: text })),
            }),
          },
        },
      },
    },
    async () => ({
      schemas: [...schemaCatalogue()].map(([urn, schema]) => ({
        urn,
        title: schema.title ?? null,
        titleZh: schema['x-title-zh'] ?? null,
        url: `/schemas/${urn}`,
      })),
    }),
  )

  fastify.get(
    '/schemas/:urn',
    {
      schema: {
        tags: ['documents'],
        summary: 'A schema by its URN 数据结构',
        params: path({ urn: { type: 'string', minLength: 1, maxLength: 200 } }),
        response: {
          200: {
            description: 'JSON Schema, draft-07.',
            content: { 'application/schema+json': { schema: open } },
          },
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const { urn } = request.params as { urn: string }
      const schema = schemaCatalogue().get(urn)
      if (schema === undefined)
        throw refusal('YB_NOT_FOUND', '/path/urn', { path: `/schemas/${urn.slice(0, 100)}` })
      return reply.type('application/schema+json').serializer(JSON.stringify).send(schema)
    },
  )

  fastify.get(
    '/openapi.json',
    {
      schema: {
        tags: ['documents'],
        summary: 'This interface (OpenAPI 3.1) 接口说明',
        response: { 200: document },
      },
    },
    async () => fastify.swagger(),
  )

  fastify.get(
    '/asyncapi.json',
    {
      schema: {
        tags: ['documents'],
        summary: 'The messages (AsyncAPI 3.0) 消息接口说明',
        response: { 200: document },
      },
    },
    async () =>
      asyncApiDocument({
        participants: [...context.options.references.current().participants.byCode.values()],
      }),
  )
}
