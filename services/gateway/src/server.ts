import { issue, problemOf } from '@yibiao/schemas'
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
} from 'fastify'
import { describeApi } from './api/openapi.ts'
import type { Context } from './context.ts'
import type { Health } from './health.ts'
import { takeJson } from './http/body.ts'
import { guard } from './http/guard.ts'
import { authenticator } from './http/principal.ts'
import { badRequest, problemFrom, refusal, sendProblem } from './http/problems.ts'
import { applicationRoutes } from './routes/applications.ts'
import { counterRoutes } from './routes/counter.ts'
import { documentRoutes } from './routes/documents.ts'
import { dueRoute } from './routes/due.ts'
import { explanationRoutes } from './routes/explanation.ts'
import { filingRoutes } from './routes/filings.ts'
import { healthRoutes } from './routes/health.ts'
import { homeRoute } from './routes/home.ts'
import { kpiRoutes } from './routes/kpi.ts'
import { liveRoutes } from './routes/live.ts'
import { materialRoutes } from './routes/materials.ts'
import { operationRoutes } from './routes/operations.ts'
import { participantRoutes } from './routes/participants.ts'
import { publicationRoutes } from './routes/publications.ts'
import { recordRoutes } from './routes/records.ts'
import { statusRoutes } from './routes/status.ts'
import { supervisionRoutes } from './routes/supervision.ts'
import { traceRoutes } from './routes/trace.ts'
import { validationRoutes } from './routes/validations.ts'

/** The HTTP server with everything but a socket. */
export async function buildServer(context: Context, health: Health): Promise<FastifyInstance> {
  const { limits, ids, identity, host, tokens, admitLoopback } = context.options
  const server = fastify({
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestTimeout,
    connectionTimeout: limits.connectionTimeout,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: () => ids.uuid(),
    // What the router cannot even read, such as a path with a broken escape, is a problem like every other.
    frameworkErrors: (_error, request, reply) => {
      sendProblem(request, reply, badRequest('', 'The address cannot be read.', '地址无法读取。').problem)
    },
    routerOptions: { maxParamLength: 200 },
    // Unknown members are refused, not dropped: whoever sends one means something by it.
    ajv: { customOptions: { removeAdditional: false, allErrors: true, strict: false } },
  })
  // Answers are what the handlers made, whole; the schemas describe them, and the tests hold them to it.
  server.setSerializerCompiler(() => (data) => JSON.stringify(data))
  server.decorateRequest('principal', null)
  takeJson(server)
  guard(server, { host, mode: identity.mode, stopping: () => health.stopping })
  observe(server, context)
  answerErrors(server, context)
  await describeApi(server, identity.mode)

  const authenticate = authenticator({ grants: tokens, admitLoopback })
  await server.register(
    async (v1) => {
      v1.addHook('onRequest', async (request) => {
        request.principal = authenticate(request)
      })
      filingRoutes(v1, context)
      counterRoutes(v1, context)
      explanationRoutes(v1, context)
      applicationRoutes(v1, context)
      traceRoutes(v1, context)
      supervisionRoutes(v1, context)
      kpiRoutes(v1, context)
      recordRoutes(v1, context)
      liveRoutes(v1, context)
      await participantRoutes(v1, context)
      // Only here is a body taken as a stream.
      await v1.register(async (scope) => materialRoutes(scope, context))
      operationRoutes(v1, context)
      publicationRoutes(v1, context)
      dueRoute(v1, context)
      validationRoutes(v1, context)
      statusRoutes(v1, context, health)
    },
    { prefix: '/v1' },
  )
  await server.register(async (open) => {
    documentRoutes(open, context)
    healthRoutes(open, context, health)
    homeRoute(open, context)
  })
  return server
}

/** Every error is a problem; of a fault inside nobody outside learns more than a reference to the log. */
function answerErrors(server: FastifyInstance, { options }: Context): void {
  server.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const found = problemFrom(error, request)
    if (found) return sendProblem(request, reply, found)
    options.logger.error(
      { err: error, reference: request.id, route: routeOf(request) },
      'gateway: a request failed',
    )
    return sendProblem(request, reply, problemOf([issue('YB_INTERNAL', '', { reference: request.id })]))
  })
  server.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, refusal('YB_NOT_FOUND', '', { path: pathOf(request) }).problem),
  )
}

/** One line and one measurement a request: the route, never the URL, for that may hold what somebody searched for. */
function observe(server: FastifyInstance, { options }: Context): void {
  const seconds = options.metrics.histogram('yibiao_gateway_request_seconds')
  server.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request)
    const status = String(reply.statusCode)
    seconds.observe({ route, status }, reply.elapsedTime / 1_000)
    const by = request.principal?.kind ?? 'nobody'
    options.logger.debug(
      { route, status, by, request: request.id, ms: Math.round(reply.elapsedTime) },
      'gateway: answered',
    )
  })
}

const routeOf = (request: FastifyRequest): string =>
  request.routeOptions.url === undefined ? 'unknown' : `${request.method} ${request.routeOptions.url}`

const pathOf = (request: FastifyRequest): string => (request.url.split('?')[0] ?? '').slice(0, 200)
