import { hash } from 'node:crypto'
import type { HandedIn } from '@yibiao/schemas'
import type { LightMyRequestResponse } from 'fastify'
import { type TestExchange, token } from './exchange.ts'

export const digestOf = (bytes: Buffer): string => hash('sha256', bytes, 'hex')

/** A PDF as far as its head tells. */
export const pdf = (text: string, size = 200): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(text), Buffer.alloc(size, '.')])

export interface Piece {
  readonly as?: string
  readonly digest: string
  readonly offset?: number
  readonly complete?: boolean
  readonly bytes: Buffer
  readonly type?: string
}

/** Appends a piece of a file. */
export const append = (x: TestExchange, piece: Piece): Promise<LightMyRequestResponse> =>
  x.gateway.fastify.inject({
    method: 'PATCH',
    url: `/v1/materials/${piece.digest}`,
    headers: {
      host: '127.0.0.1',
      authorization: `Bearer ${token(piece.as ?? 'founder')}`,
      'content-type': piece.type ?? 'application/partial-upload',
      'upload-offset': String(piece.offset ?? 0),
      'upload-complete': piece.complete === false ? '?0' : '?1',
    },
    payload: piece.bytes,
  })

export const standing = (x: TestExchange, digest: string, as = 'founder'): Promise<LightMyRequestResponse> =>
  x.gateway.fastify.inject({
    method: 'HEAD',
    url: `/v1/materials/${digest}`,
    headers: { host: '127.0.0.1', authorization: `Bearer ${token(as)}` },
  })

/** Hands a whole file in; gives how a filing names it. */
export async function handIn(
  x: TestExchange,
  code: string,
  bytes: Buffer,
  as = 'founder',
): Promise<HandedIn> {
  const digest = digestOf(bytes)
  const answer = await append(x, { digest, bytes, as })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  const { mediaType, size } = answer.json<{ mediaType: string; size: number }>()
  return { code, digest, mediaType, size, title: `${code}.pdf` }
}
