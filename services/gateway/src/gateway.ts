import type { AddressInfo } from 'node:net'
import { eventTypes } from '@yibiao/schemas'
import type { FastifyInstance } from 'fastify'
import type { Context } from './context.ts'
import { LedgerAnswers } from './filings/ledger-answer.ts'
import { Publisher } from './filings/publisher.ts'
import { Health } from './health.ts'
import { SilentConnections } from './http/silent-connections.ts'
import { Decisions } from './inbound/decisions.ts'
import { CursorCodec } from './live/cursor.ts'
import { Lines } from './live/lines.ts'
import { Polls } from './live/polls.ts'
import { Streams } from './live/streams.ts'
import { Tail } from './live/tail.ts'
import { Checks } from './operations/checks.ts'
import { Jobs } from './operations/jobs.ts'
import { Operations } from './operations/operations.ts'
import { ReplayPlans } from './operations/replay-plan.ts'
import { type GatewayOptions, type ResolvedOptions, resolveOptions } from './options.ts'
import { Reads } from './records/reads.ts'
import { buildServer } from './server.ts'
import { Validator } from './validation/validate.ts'

export interface Gateway {
  /** Base address, e.g. `http://127.0.0.1:8080`; the port is known after `start`. */
  readonly address: string
  readonly fastify: FastifyInstance
  /** Resolves when requests are answered. Throws what listening throws, e.g. `EADDRINUSE`. */
  start(): Promise<void>
  /** Takes no more requests, ends the live streams, finishes what is under way until the deadline. May be repeated. */
  stop(): Promise<void>
}

/**
 * The gateway: the founder's hand and everybody's window. It publishes to the bus like every participant, in the name of
 * `PAB` or `OPERATOR`, and reads the history and the read database; it writes neither. Throws `YB_CONFIGURATION`.
 */
export async function createGateway(given: GatewayOptions): Promise<Gateway> {
  const options = resolveOptions(given)
  const context = contextOf(options)
  const health = new Health(context)
  const fastify = await buildServer(context, health)
  const silent = new SilentConnections(fastify.server)
  let stopped: Promise<void> | undefined
  return {
    get address() {
      return addressOf(options, fastify)
    },
    fastify,
    async start() {
      await context.tail.start()
      health.started = true
      try {
        await fastify.listen({ host: options.host, port: options.port })
      } catch (error) {
        health.started = false
        await context.tail.stop()
        throw error
      }
      options.logger.info(
        { address: addressOf(options, fastify), types: eventTypes.size },
        'gateway: listening',
      )
    },
    stop() {
      stopped ??= stop(context, health, fastify, silent)
      return stopped
    },
  }
}

function contextOf(options: ResolvedOptions): Context {
  const { store, bus, references, readModel, identity, logger, clock, ids, limits, metrics } = options
  const { history, epoch, division } = identity
  const tail = new Tail({ store, logger, clock })
  const publisher = new Publisher({ bus, clock, timeout: limits.publishTimeout })
  const decisions = new Decisions({ store, bus, tail, publisher, logger })
  const cursors = new CursorCodec(history, epoch)
  const checks = new Checks({ fsck: options.fsck, clock, ids, logger })
  return {
    options,
    tail,
    publisher,
    cursors,
    checks,
    decisions,
    answers: new LedgerAnswers({ decisions, wait: limits.answerWait }),
    reads: new Reads({ publisher, clock, ids, repeat: limits.readRepeat }),
    lines: new Lines({ store, references, history, tail, cursors, kept: limits.lineKept }),
    streams: new Streams({ limits, logger, gauge: metrics.gauge('yibiao_gateway_streams') }),
    polls: new Polls(limits),
    operations: new Operations({ publisher, tail, ids, readModel, wait: limits.answerWait }),
    plans: new ReplayPlans({ store, references, readModel, history, counted: limits.planCounted }),
    jobs: new Jobs({ store, readModel, checks, wait: limits.viewWait }),
    validator: new Validator({ store, references, clock, division }),
  }
}

function addressOf({ host, port }: ResolvedOptions, fastify: FastifyInstance): string {
  const bound = fastify.server.address() as AddressInfo | null
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${name}:${bound?.port ?? port}`
}

async function stop(
  context: Context,
  health: Health,
  fastify: FastifyInstance,
  silent: SilentConnections,
): Promise<void> {
  health.stopping = true
  // What has not ended by the deadline is cut off: everything that was accepted is durable on the bus.
  const deadline = setTimeout(() => fastify.server.closeAllConnections(), context.options.limits.stopDeadline)
  try {
    context.polls.stop()
    await context.streams.stop()
    silent.end()
    await fastify.close()
    await context.tail.stop()
  } finally {
    clearTimeout(deadline)
  }
}
