import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refusal } from './problems.ts'
import { refuseBecause } from './reasoned.ts'

/** The body's JSON text as it came. Throws `YB_MESSAGE_JSON` when there is none. */
export function bodyOf({ rawBody }: FastifyRequest): Buffer {
  if (rawBody === null) throw notJson()
  return rawBody
}

const notJson = () => refuseBecause('YB_MESSAGE_JSON', '', 'it cannot be parsed', '无法解析')

/**
 * Takes JSON and nothing else. The text is kept beside the value: what is handed in goes on its way as it came, so that the
 * ledger sees every doubled member and the history holds the founder's own bytes. That it is one JSON value is proved here,
 * for it will stand inside an envelope.
 */
export function takeJson(fastify: FastifyInstance): void {
  fastify.decorateRequest('rawBody', null)
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer
    if (!isUtf8(bytes)) return done(refusal('YB_MESSAGE_ENCODING'))
    try {
      const value = JSON.parse(bytes.toString('utf8')) as unknown
      request.rawBody = bytes
      done(null, value)
    } catch {
      // The engine's own message quotes the text, which may be personal.
      done(notJson())
    }
  })
}
