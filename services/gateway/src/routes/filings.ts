import type { FastifyInstance, FastifyReply } from 'fastify'
import { common, count, list, object, oneOf, problems, ref, security, text } from '../api/schema.ts'
import { actingAs, answer, type Context, principalOf } from '../context.ts'
import { seenFiling } from '../filings/board.ts'
import { idempotencyKeyOf } from '../filings/idempotency.ts'
import { listFilings } from '../filings/list.ts'
import { locateFiling } from '../filings/locate.ts'
import {
  type ActOutcome,
  actInFiling,
  isWholeSubmission,
  routingOf,
  submitFiling,
} from '../filings/submit.ts'
import { bodyOf } from '../http/body.ts'
import { nameOf } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import { proveDeclared } from '../materials/declared.ts'
import { after, code, id, idempotencyKey, limit, path, query, reason } from './parameters.ts'

const pending = {
  description:
    'Accepted; the ledger has not answered yet. Look at Location. 已受理，尚未记录，请稍后查看 Location。',
  ...object({ filing: text, record: text, state: oneOf('ACCEPTED') }),
}
const recorded = { filing: text, record: text, position: count, revision: count }
const act = {
  200: { description: 'Recorded. 已记录。', ...object(recorded) },
  202: pending,
  ...common,
  ...problems(403, 404, 409, 413, 415, 422),
}
const states = ['SUBMITTED', 'IN_PARALLEL', 'SUPPLEMENT', 'COMPLETED', 'REFUSED', 'WITHDRAWN']

/** Filings: handed in, supplemented, taken back, looked at. */
export function filingRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.post(
    '/filings',
    {
      schema: {
        tags: ['filings'],
        summary: 'Submit the one form 提交一表',
        description:
          'The body is the form (`/schemas/urn:yibiao:form:company-setup:v1`), or `{form, materials}` with the files that were handed in for it. The ids follow from account and key: a retry is safe.',
        security,
        headers: idempotencyKey,
        querystring: query(),
        body: {
          anyOf: [
            { $ref: 'OneForm#' },
            object({ form: ref('OneForm'), materials: list(ref('HandedIn')) }, ['materials']),
          ],
        },
        response: {
          201: {
            description: 'Recorded and sent out to every department at once. 已记录并同时分送各部门。',
            headers: { Location: { type: 'string' } },
            ...object({ ...recorded, approvals: list(ref('Routed')) }),
          },
          202: pending,
          ...common,
          ...problems(403, 409, 413, 415, 422),
        },
      },
      // The ledger validates what it gets, and says every problem at once.
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const principal = actingAs(context, request, 'applicant')
      const key = idempotencyKeyOf(request.headers)
      const body = bodyOf(request)
      const isWhole = isWholeSubmission(request.body)
      if (isWhole) await proveDeclared(context, principal, request.body)
      const outcome = await submitFiling(context, principal, key, { body, isWhole })
      reply.header('Location', `/v1/filings/${outcome.filing}`)
      if (outcome.event === undefined) return accepted(reply, outcome)
      const { event, approvals } = await routingOf(context, outcome.event)
      return reply.code(201).send({ ...placeOf(outcome, event), approvals })
    },
  )

  fastify.post(
    '/filings/:id/withdrawal',
    {
      schema: {
        tags: ['filings'],
        summary: 'Take a filing back 撤回办件',
        security,
        headers: idempotencyKey,
        params: path({ id }),
        querystring: query(),
        body: object({ reason }),
        response: act,
      },
    },
    async (request, reply) => actIn(context, request, reply, 'yibiao.filing.withdrawn.v1'),
  )

  fastify.post(
    '/filings/:id/supplements',
    {
      schema: {
        tags: ['filings'],
        summary: 'Supply what was asked for 补正',
        description: '`form` is a fragment (`/schemas/urn:yibiao:form:company-setup:fragment:v1`).',
        security,
        headers: idempotencyKey,
        params: path({ id }),
        querystring: query(),
        body: {
          type: 'object',
          required: ['approval', 'round'],
          properties: {
            approval: text,
            round: { type: 'integer' },
            form: { type: 'object' },
            materials: list(ref('HandedIn')),
            remarks: reason,
          },
        },
        response: act,
      },
      validatorCompiler: () => () => true,
    },
    async (request, reply) => actIn(context, request, reply, 'yibiao.supplement.provided.v1'),
  )

  fastify.get(
    '/filings/:id',
    {
      schema: {
        tags: ['filings'],
        summary: 'A filing on the board: every approval, what is outstanding and with whom 办件进度',
        security,
        params: path({ id }),
        querystring: query(),
        response: {
          200: { description: 'The filing. 办件。', ...readOf(ref('Filing')) },
          ...common,
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const { id: typed } = request.params as { id: string }
      const { view, position, viewer, form } = await locateFiling(context, principalOf(request), typed)
      return answer(context, reply, position, {
        filing: seenFiling(view, viewer, context, form),
      })
    },
  )

  fastify.get(
    '/filings',
    {
      schema: {
        tags: ['filings'],
        summary: 'Filings, the newest first 办件列表',
        description:
          'Only those you may see; for a participant, those that are open with it. Follow `next` until it is gone.',
        security,
        querystring: query({ state: oneOf(...states), participant: code, after, limit }),
        response: {
          200: {
            description: 'A page. 一页。',
            ...object({ position: count, mode: oneOf('sandbox'), filings: list(ref('Filing')), next: text }, [
              'mode',
              'next',
            ]),
          },
          ...common,
          ...problems(403),
        },
      },
    },
    async (request, reply) => {
      const { position, items, next } = await listFilings(
        context,
        principalOf(request),
        request.query as object,
      )
      return answer(context, reply, position, { filings: items, ...(next === undefined ? {} : { next }) })
    },
  )
}

const readOf = (filing: object) =>
  object({ position: count, mode: oneOf('sandbox'), filing: filing as never }, ['mode'])

const placeOf = (
  { filing, record }: ActOutcome,
  { position, revision }: { position: number; revision: number },
) => ({
  filing,
  record,
  position,
  revision,
})

const accepted = (reply: FastifyReply, { filing, record }: ActOutcome) =>
  reply.code(202).send({ filing, record, state: 'ACCEPTED' })

async function actIn(
  context: Context,
  request: Parameters<typeof principalOf>[0],
  reply: FastifyReply,
  type: 'yibiao.filing.withdrawn.v1' | 'yibiao.supplement.provided.v1',
) {
  const principal = actingAs(context, request, 'applicant')
  const key = idempotencyKeyOf(request.headers)
  const { id: typed } = request.params as { id: string }
  const located = await locateFiling(context, principal, typed)
  if (located.viewer.kind !== 'own') throw refusal('YB_FORBIDDEN', '', { principal: nameOf(principal) })
  if (type === 'yibiao.supplement.provided.v1') await proveDeclared(context, principal, request.body)
  const outcome = await actInFiling(context, principal, { located, key, type, data: bodyOf(request) })
  reply.header('Location', `/v1/filings/${outcome.filing}`)
  if (outcome.event === undefined) return accepted(reply, outcome)
  return reply.code(200).send(placeOf(outcome, outcome.event))
}
