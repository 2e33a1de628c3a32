import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopbackHost } from './principal.ts'
import { refusal } from './problems.ts'
import { refuseBecause } from './reasoned.ts'

/**
 * Headers on every answer. The pages are ours and need nothing from elsewhere; nobody frames them, nobody keeps what the
 * API says.
 */
const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

export interface GuardOptions {
  /** The host the gateway listens on. */
  readonly host: string
  readonly mode: 'sandbox' | 'production'
  /** True once the gateway takes no more requests. */
  stopping(): boolean
}

/**
 * What stands before every route: the security headers, the refusal of a foreign host name on loopback (a page elsewhere
 * may point its own name at 127.0.0.1), and of writes that a browser sends on behalf of another site.
 */
export function guard(fastify: FastifyInstance, options: GuardOptions): void {
  const loopback = isLoopbackHost(options.host)
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    if (options.mode === 'sandbox') reply.header('Yibiao-Mode', 'sandbox')
    if (request.url.startsWith('/v1/')) reply.header('Cache-Control', 'no-store')
    if (loopback && !isLoopbackHost(hostName(request))) throw refusal('YB_HOST')
    if (request.method !== 'GET' && request.method !== 'HEAD' && isForeign(request)) throw refusal('YB_HOST')
    if (options.stopping()) throw refuseBecause('YB_BUSY', '', 'The exchange is stopping.', '平台正在停止。')
  })
  fastify.addHook('onSend', async (_request, reply) => {
    // A connection that was kept open would hold up the stop.
    if (options.stopping()) reply.header('Connection', 'close')
  })
}

/** The name in the Host header, without the port and without the brackets of IPv6. */
function hostName(request: FastifyRequest): string {
  const host = request.headers.host ?? ''
  return host.startsWith('[') ? host.slice(1, host.indexOf(']')) : (host.split(':')[0] ?? '').toLowerCase()
}

/** Whether a browser says that the request comes from a page of another origin. */
function isForeign({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers
  if (headers['sec-fetch-site'] === 'cross-site') return true
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
