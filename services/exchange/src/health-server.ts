import { type RoleHealth, roleFault } from '@yibiao/gateway'
import type { Clock, Metrics } from '@yibiao/telemetry'
import fastify from 'fastify'

export interface HealthServerOptions {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** Which role it speaks for. */
  readonly role: string
  readonly metrics: Metrics
  readonly clock: Clock
  /** `starting` until the role is at work. */
  readonly health: () => RoleHealth
}

/**
 * The health of a role that runs alone, for whoever watches over processes: `/health/live` while the process answers,
 * `/health/ready` 200 or 503 with what is wrong and since when, `/metrics`. The gateway answers the same by itself.
 */
export async function startHealthServer(options: HealthServerOptions) {
  const { host, port, role, metrics, health, clock } = options
  /** Since when a role that gives no time has not been well, as far as somebody has asked. */
  let unwell: number | undefined
  const server = fastify({ logger: false })
  server.get('/health/live', async () => ({ live: true }))
  server.get('/health/ready', async (_request, reply) => {
    const fault = roleFault(health())
    unwell = fault === undefined ? undefined : (fault.since ?? unwell ?? clock.now())
    const since = unwell === undefined ? {} : { since: new Date(unwell).toISOString() }
    const part = { part: role, ready: fault === undefined, ...fault, ...since }
    return reply.code(fault === undefined ? 200 : 503).send({ ready: part.ready, parts: [part] })
  })
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  )
  const address = await server.listen({ host, port })
  return { address, stop: () => server.close() }
}
