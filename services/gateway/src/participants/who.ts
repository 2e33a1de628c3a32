import type { FastifyRequest } from 'fastify'
import { type Context, principalOf } from '../context.ts'
import { acts, nameOf, type Principal } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'

/** A participant's matters with whoever asks about them. */
export interface Asking {
  readonly participant: string
  readonly principal: Principal
  /** The participant itself; else an operator, who may see how it goes and no values. */
  readonly itself: boolean
}

/**
 * Who speaks for the participant of the path: nobody but itself. Throws `YB_FORBIDDEN`, and `YB_PARTICIPANT_UNKNOWN` for
 * one that is no participant any more.
 */
export function speakingFor(context: Context, request: FastifyRequest): Asking {
  const asking = askingAbout(context, request)
  if (!asking.itself)
    throw refusal('YB_FORBIDDEN', '/path/participant', { principal: nameOf(asking.principal) })
  return asking
}

/** Who looks at the participant's matters: itself, or an operator. Throws like `speakingFor`. */
export function askingAbout({ options }: Context, request: FastifyRequest): Asking {
  const principal = principalOf(request)
  const { participant } = request.params as { participant: string }
  const itself = principal.kind === 'participant' && principal.participant === participant
  if (!itself && !acts(principal, 'operator', options.identity.mode))
    throw refusal('YB_FORBIDDEN', '/path/participant', { principal: nameOf(principal) })
  const known = options.references.current().participants.byCode.get(participant)
  if (!known || known.ours === true)
    throw refusal('YB_PARTICIPANT_UNKNOWN', '/path/participant', { participant })
  return { participant, principal, itself }
}
