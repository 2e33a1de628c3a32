import { hash, timingSafeEqual } from 'node:crypto'
import type { AuthType } from '@yibiao/schemas'
import type { FastifyRequest } from 'fastify'
import { refusal } from './problems.ts'

export const principalKinds = ['applicant', 'participant', 'operator', 'auditor', 'unauthenticated'] as const
/** Users, operators and auditors are not one person (GB/T 22239); `unauthenticated` is whoever has no token. */
export type PrincipalKind = (typeof principalKinds)[number]

/** Who asks. Every handler, event and log line takes it. */
export interface Principal {
  readonly kind: PrincipalKind
  /** Opaque account, 1 … 128 visible characters of ASCII; never a name or an identity number. */
  readonly id: string
  /** The code of the participant, for the kind `participant`. */
  readonly participant?: string
}

/** A bearer token and whose it is. */
export interface TokenGrant {
  /** 16 … 512 visible characters of ASCII. */
  readonly token: string
  readonly principal: Principal
}

/** Whoever has no token, where that is admitted: on loopback, in a sandbox. */
export const unauthenticated: Principal = { kind: 'unauthenticated', id: 'unauthenticated' }

/** How an account's acts are recorded. */
export const authTypeOf: Readonly<Record<PrincipalKind, AuthType>> = {
  applicant: 'applicant',
  participant: 'officer',
  operator: 'operator',
  auditor: 'auditor',
  unauthenticated: 'unauthenticated',
}

/** In what capacity somebody acts. */
export type Capacity = 'applicant' | 'participant' | 'operator' | 'auditor'

/** Whoever has no token may do what a founder and an operator may, and an operator of a sandbox no less. */
export function acts(principal: Principal, capacity: Capacity, mode: 'sandbox' | 'production'): boolean {
  if (principal.kind === capacity) return true
  if (principal.kind === 'unauthenticated') return capacity === 'applicant' || capacity === 'operator'
  return principal.kind === 'operator' && mode === 'sandbox' && capacity === 'applicant'
}

/** A principal as a problem names it. */
export const nameOf = ({ kind, id }: Principal): string => (kind === id ? kind : `${kind} ${id}`)

export interface AuthenticationOptions {
  readonly grants: readonly TokenGrant[]
  /** Admits callers without a token that come over loopback and through no proxy. */
  readonly admitLoopback: boolean
}

const digest = (text: string): Buffer => hash('sha256', text, 'buffer')

/** Tells who asks, or throws `YB_UNAUTHENTICATED`. Tokens are compared in constant time, all of them, by digest. */
export function authenticator(options: AuthenticationOptions): (request: FastifyRequest) => Principal {
  const known = options.grants.map(({ token, principal }) => ({ digest: digest(token), principal }))
  return (request) => {
    const header = request.headers.authorization
    if (header === undefined) {
      if (options.admitLoopback && isLocal(request)) return unauthenticated
      throw refusal('YB_UNAUTHENTICATED')
    }
    const token = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(header)?.[1] ?? ''
    const given = digest(token)
    let found: Principal | undefined
    for (const one of known) if (timingSafeEqual(one.digest, given)) found = one.principal
    if (found === undefined) throw refusal('YB_UNAUTHENTICATED')
    return found
  }
}

/** Over loopback, and not handed on by a proxy that would make everybody look local. */
function isLocal({ socket, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false
  return isLoopbackAddress(socket.remoteAddress ?? '')
}

export const isLoopbackAddress = (address: string): boolean =>
  address === '::1' || /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address)

export const isLoopbackHost = (host: string): boolean => host === 'localhost' || isLoopbackAddress(host)
