import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { common, described, list, object, oneOf, problems, read, ref, security, text } from '../api/schema.ts'
import { actingAs, answer, type Context } from '../context.ts'
import { idempotencyKeyOf } from '../filings/idempotency.ts'
import { badRequest, refusal } from '../http/problems.ts'
import type { OperationDraft } from '../operations/operations.ts'
import type { ReplayRequest } from '../operations/replay-plan.ts'
import { code, id, optionalKey, path, position, query, reason } from './parameters.ts'

const projection = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' } as const
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const

const accepted = {
  description: 'Requested; look at Location. 已申请，进度见 Location。',
  headers: { Location: { type: 'string' } },
  ...object({ job: text, kind: text, state: oneOf('requested', 'running') }),
}
const jobOf = { description: 'The job. 任务。', ...read('', { job: ref('Job') }) }

/** The operator's acts: rebuilding and replacing views, sending feeds again, proving everything. Each is on record with its reason. */
export function operationRoutes(fastify: FastifyInstance, context: Context): void {
  viewRoutes(fastify, context)
  jobRoutes(fastify, context)

  fastify.post(
    '/replays',
    {
      schema: {
        tags: ['operations'],
        summary: 'Send a participant its past again 重放',
        description:
          'Without `confirm` the plan and nothing else; with the plan’s digest as `confirm` the replay is requested. `from` and `to` are positions. A plan that no longer fits is refused.',
        security,
        headers: optionalKey,
        querystring: query(),
        body: object(
          {
            participant: code,
            department: code,
            record: id,
            from: position,
            to: position,
            reason,
            confirm: digest,
          },
          ['participant', 'department', 'record', 'from', 'to', 'reason', 'confirm'],
        ),
        response: {
          200: read('The plan. 方案。', { plan: ref('ReplayPlan') }),
          202: accepted,
          ...common,
          ...problems(403, 404, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const principal = actingAs(context, request, 'operator')
      const {
        confirm,
        reason: why,
        ...asked
      } = request.body as ReplayRequest & { confirm?: string; reason?: string }
      const plan = await context.plans.make(asked)
      if (confirm === undefined) return answer(context, reply, await context.options.store.head(), { plan })
      if (confirm !== plan.plan) throw refusal('YB_PLAN_STALE', '/confirm', { plan: confirm.slice(0, 12) })
      if (why === undefined)
        throw badRequest('/reason', 'reason: is required to confirm.', 'reason：确认时必须说明原因。')
      const { plan: digested, acknowledged: _now, ...rest } = plan
      return requestOperation(context, request, reply, {
        kind: 'replay',
        principal,
        reason: why,
        plan: { digest: digested, ...rest },
      })
    },
  )

  fastify.post(
    '/checks',
    {
      schema: {
        tags: ['operations'],
        summary: 'Prove the whole exchange consistent 一致性检查',
        description:
          'Re-reads everything: the store, every event, every decision, claim, feed and view. Changes nothing.',
        security,
        querystring: query(),
        response: { 202: accepted, ...common, ...problems(403) },
      },
    },
    async (request, reply) => {
      const principal = actingAs(context, request, 'operator', 'auditor')
      const { job, kind } = context.checks.start(principal.id)
      return reply.code(202).header('Location', `/v1/jobs/${job}`).send({ job, kind, state: 'running' })
    },
  )
}

function viewRoutes(fastify: FastifyInstance, context: Context): void {
  const response = { 202: accepted, ...common, ...problems(403, 404, 409, 413, 415, 422) }
  const schema = { tags: ['operations'], security, headers: optionalKey, querystring: query(), response }

  fastify.post(
    '/rebuilds',
    {
      schema: {
        ...schema,
        summary: 'Build a view anew from the history, beside the live one 重建视图',
        body: object(
          {
            projection,
            accept: described(digest, 'Digest of a differing copy to be accepted. 接受的副本摘要。'),
            reason,
          },
          ['accept', 'reason'],
        ),
      },
    },
    async (request, reply) => {
      const principal = actingAs(context, request, 'operator')
      const { reason: why = 'rebuild 重建', ...plan } = request.body as {
        projection: string
        reason?: string
      }
      await requireProjection(context, plan.projection)
      return requestOperation(context, request, reply, { kind: 'rebuild', principal, reason: why, plan })
    },
  )

  fastify.post(
    '/projections/:name/switch',
    {
      schema: {
        ...schema,
        summary: 'Put a rebuilt copy that stands ready in place 启用重建副本',
        params: path({ name: projection }),
        body: object({ accept: digest, reason }, ['reason']),
      },
    },
    async (request, reply) => {
      const principal = actingAs(context, request, 'operator')
      const { name } = request.params as { name: string }
      const { accept, reason: why = 'switch 启用' } = request.body as { accept: string; reason?: string }
      await requireProjection(context, name)
      return requestOperation(context, request, reply, {
        kind: 'switch',
        principal,
        reason: why,
        plan: { projection: name, accept },
      })
    },
  )

  fastify.post(
    '/projections/:name/rollback',
    {
      schema: {
        ...schema,
        summary: 'Put the copy before the live one back in place 回退视图',
        params: path({ name: projection }),
        body: object({ reason }, ['reason']),
      },
    },
    async (request, reply) => {
      const { name } = request.params as { name: string }
      return rollBack(context, request, reply, name)
    },
  )

  fastify.post(
    '/rebuilds/:id/rollback',
    {
      schema: {
        ...schema,
        summary: 'Roll back the view that a rebuild replaced 回退某次重建',
        params: path({ id }),
        body: object({ reason }, ['reason']),
      },
    },
    async (request, reply) => {
      actingAs(context, request, 'operator')
      const { id: job } = request.params as { id: string }
      const { value } = await context.jobs.find(job)
      if (value.kind !== 'rebuild') throw refusal('YB_JOB_UNKNOWN', '/path/id', { job })
      return rollBack(context, request, reply, String(value.plan.projection))
    },
  )
}

function jobRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/jobs',
    {
      schema: {
        tags: ['operations'],
        summary: 'All jobs, the latest first 任务列表',
        security,
        querystring: query(),
        response: { 200: read('The jobs. 任务。', { jobs: list(ref('Job')) }), ...common, ...problems(403) },
      },
    },
    async (request, reply) => {
      actingAs(context, request, 'operator', 'auditor')
      const { position: at, value } = await context.jobs.list()
      return answer(context, reply, at, { jobs: value })
    },
  )
  for (const [url, kind, summary] of [
    ['/jobs/:id', undefined, 'A job, with how far it has come 任务进度'],
    ['/rebuilds/:id', 'rebuild', 'A rebuild, with how far it has come 重建进度'],
  ] as const)
    fastify.get(
      url,
      {
        schema: {
          tags: ['operations'],
          summary,
          security,
          params: path({ id }),
          querystring: query(),
          response: { 200: jobOf, ...common, ...problems(403, 404) },
        },
      },
      async (request, reply) => {
        actingAs(context, request, 'operator', 'auditor')
        const { id: job } = request.params as { id: string }
        const { position: at, value } = await context.jobs.find(job)
        if (kind !== undefined && value.kind !== kind) throw refusal('YB_JOB_UNKNOWN', '/path/id', { job })
        return answer(context, reply, at, { job: value })
      },
    )
}

async function rollBack(context: Context, request: FastifyRequest, reply: FastifyReply, name: string) {
  const principal = actingAs(context, request, 'operator')
  const { reason: why = 'rollback 回退' } = (request.body ?? {}) as { reason?: string }
  await requireProjection(context, name)
  return requestOperation(context, request, reply, {
    kind: 'rollback',
    principal,
    reason: why,
    plan: { projection: name },
  })
}

async function requireProjection({ options }: Context, name: string): Promise<void> {
  const builds = await options.readModel.builds()
  if (!builds.some((build) => build.name === name))
    throw refusal('YB_NOT_FOUND', '', { path: `projection ${name}` })
}

async function requestOperation(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Omit<OperationDraft, 'key'>,
) {
  const key = request.headers['idempotency-key'] === undefined ? undefined : idempotencyKeyOf(request.headers)
  const job = await context.operations.request({ ...draft, key })
  return reply
    .code(202)
    .header('Location', `/v1/jobs/${job}`)
    .send({ job, kind: draft.kind, state: 'requested' })
}
