import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LedgerAnswers } from './filings/ledger-answer.ts'
import type { Publisher } from './filings/publisher.ts'
import { acts, type Capacity, nameOf, type Principal } from './http/principal.ts'
import { refusal } from './http/problems.ts'
import type { Decisions } from './inbound/decisions.ts'
import type { CursorCodec } from './live/cursor.ts'
import type { Lines } from './live/lines.ts'
import type { Polls } from './live/polls.ts'
import type { Streams } from './live/streams.ts'
import type { Tail } from './live/tail.ts'
import type { Checks } from './operations/checks.ts'
import type { Jobs } from './operations/jobs.ts'
import type { Operations } from './operations/operations.ts'
import type { ReplayPlans } from './operations/replay-plan.ts'
import type { ResolvedOptions } from './options.ts'
import type { Reads } from './records/reads.ts'
import type { Validator } from './validation/validate.ts'

/** What the routes work with. */
export interface Context {
  readonly options: ResolvedOptions
  readonly tail: Tail
  readonly publisher: Publisher
  readonly decisions: Decisions
  readonly answers: LedgerAnswers
  readonly reads: Reads
  readonly cursors: CursorCodec
  readonly lines: Lines
  readonly streams: Streams
  readonly polls: Polls
  readonly operations: Operations
  readonly plans: ReplayPlans
  readonly jobs: Jobs
  readonly checks: Checks
  readonly validator: Validator
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null outside /v1. */
    principal: Principal | null
    /** The body as it came. */
    rawBody: Buffer | null
  }
}

/** Who asks. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw refusal('YB_UNAUTHENTICATED')
  return request.principal
}

/** Who asks, being allowed to act in one of these capacities. Throws `YB_FORBIDDEN`. */
export function actingAs(
  { options }: Context,
  request: FastifyRequest,
  ...capacities: readonly Capacity[]
): Principal {
  const principal = principalOf(request)
  if (capacities.some((one) => acts(principal, one, options.identity.mode))) return principal
  throw refusal('YB_FORBIDDEN', '', { principal: nameOf(principal) })
}

/** The answer of a read: with the position it is true as of, in the header and the body, and the mode of a sandbox. */
export function answer(
  { options }: Context,
  reply: FastifyReply,
  position: number,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  reply.header('Yibiao-Position', String(position))
  return { position, ...(options.identity.mode === 'sandbox' ? { mode: 'sandbox' } : {}), ...body }
}
