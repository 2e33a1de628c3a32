import type { FastifyInstance } from 'fastify'
import { common, count, list, object, oneOf, problems, ref, security, text } from '../api/schema.ts'
import { actingAs, type Context } from '../context.ts'
import { idempotencyKeyOf } from '../filings/idempotency.ts'
import { applyFor, routingOf } from '../filings/submit.ts'
import { bodyOf } from '../http/body.ts'
import { nameOf } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import { proveDeclared } from '../materials/declared.ts'
import { locateRecord } from '../records/read-record.ts'
import { id, idempotencyKey, path, query } from './parameters.ts'

/** What comes after the set-up: applied for under a process definition that is in force. */
export function applicationRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.post(
    '/records/:id/applications',
    {
      schema: {
        tags: ['filings'],
        summary:
          'Apply for something after the set-up: a change, a suspension, a deregistration 设立后的申请',
        description:
          'The body is the data of `application.submitted` (`/schemas/urn:yibiao:event:application.submitted:v1`): the process, what it asks for, and the files that were handed in for it. The filing’s id follows from account, record and key: a retry is safe.',
        security,
        headers: idempotencyKey,
        params: path({ id }),
        querystring: query(),
        body: {
          type: 'object',
          required: ['process'],
          properties: {
            process: text,
            form: { type: 'object' },
            removed: { type: 'array', items: { type: 'string' } },
            from: text,
            to: text,
            registry: { type: 'object' },
            materials: list(ref('HandedIn')),
            reason: text,
          },
        },
        response: {
          201: {
            description: 'Recorded and sent out to every department at once. 已记录并同时分送各部门。',
            headers: { Location: { type: 'string' } },
            ...object({
              filing: text,
              record: text,
              position: count,
              revision: count,
              approvals: list(ref('Routed')),
            }),
          },
          202: {
            description:
              'Accepted; the ledger has not answered yet. Look at Location. 已受理，尚未记录，请稍后查看 Location。',
            ...object({ filing: text, record: text, state: oneOf('ACCEPTED') }),
          },
          ...common,
          ...problems(403, 404, 409, 413, 415, 422),
        },
      },
      // The ledger validates what it gets, and says every problem at once.
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const principal = actingAs(context, request, 'applicant')
      const key = idempotencyKeyOf(request.headers)
      const { record, viewer } = await locateRecord(context, principal, (request.params as { id: string }).id)
      if (viewer.kind !== 'own') throw refusal('YB_FORBIDDEN', '', { principal: nameOf(principal) })
      await proveDeclared(context, principal, request.body)
      const outcome = await applyFor(context, principal, { record, key, data: bodyOf(request) })
      const { filing } = outcome
      reply.header('Location', `/v1/filings/${filing}`)
      if (outcome.event === undefined) return reply.code(202).send({ filing, record, state: 'ACCEPTED' })
      const { event, approvals } = await routingOf(context, outcome.event)
      const { position, revision } = event
      return reply.code(201).send({ filing, record, position, revision, approvals })
    },
  )
}
