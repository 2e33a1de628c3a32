import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { common, count, described, object, problems, type Schema, security, text } from '../api/schema.ts'
import { actingAs, type Context, principalOf } from '../context.ts'
import { badRequest, refusal } from '../http/problems.ts'
import { locateMaterial } from '../materials/access.ts'
import { offsetRefused, refusalOf, tooLarge } from '../materials/refusals.ts'
import { materialsOf, uploadOf } from '../materials/store.ts'
import { materialPath } from '../records/personal.ts'
import { path, query } from './parameters.ts'

/** Of the resumable uploads for HTTP (draft-ietf-httpbis-resumable-upload); the second for whoever knows only that one. */
const uploadTypes = ['application/partial-upload', 'application/octet-stream']

const digest = described(
  { type: 'string', pattern: '^[0-9a-f]{64}$' },
  'SHA-256 of the file, lower-case hex. 文件的 SHA-256 摘要，小写十六进制。',
)
const header = (description: string): Schema => ({ type: 'string', description })
const standing = {
  'Upload-Offset': header('Bytes that are here. 已收到的字节数。'),
  'Upload-Complete': header('?1 once the file is whole and verified, else ?0. 完整并核验后为 ?1。'),
}

/**
 * The files of filings (申请材料): handed in before the filing or supplement that names them, in as many pieces and tries as
 * it takes. The address follows from the digest, so nothing is created first. MUST be registered in a scope of its own:
 * bodies are streams here.
 */
export function materialRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser(uploadTypes, (_request, payload, done) => done(null, payload))
  fastify.addContentTypeParser('*', (_request, _payload, done) =>
    done(
      badRequest(
        '/header/Content-Type',
        `Content-Type: ${uploadTypes[0]}.`,
        `Content-Type：应为 ${uploadTypes[0]}。`,
      ),
    ),
  )
  standingRoute(fastify, context)
  appendRoute(fastify, context)
  contentRoute(fastify, context)
}

function standingRoute(fastify: FastifyInstance, context: Context): void {
  fastify.head(
    '/materials/:digest',
    {
      // Described like every other route, for it is no mere GET without a body.
      config: { swagger: { exposeHeadRoute: true } },
      schema: {
        tags: ['materials'],
        summary: 'How much of your upload is here 查询上传进度',
        security,
        params: path({ digest }),
        querystring: query(),
        response: {
          204: {
            description: 'It stands at Upload-Offset. 已上传至 Upload-Offset。',
            headers: standing,
            type: 'null',
          },
          ...common,
          ...problems(403),
        },
      },
    },
    async (request, reply) => {
      const principal = actingAs(context, request, 'applicant')
      const store = materialsOf(context)
      const { offset, kept } = await store.stat(uploadOf(principal, digestOf(request)))
      tell(reply, offset, kept !== undefined)
      reply.header('Upload-Limit', `max-size=${store.limits.maxBytes}`)
      return reply.code(204).send()
    },
  )
}

function appendRoute(fastify: FastifyInstance, context: Context): void {
  const { maxBytes } = context.options.materials?.limits ?? { maxBytes: 0 }
  fastify.patch(
    '/materials/:digest',
    {
      // Bytes are counted as they come; the file as a whole is limited, not the piece.
      bodyLimit: Math.max(1, maxBytes),
      schema: {
        tags: ['materials'],
        summary: 'Hand in a file, or the rest of one 上传材料或续传',
        description:
          'Resumable uploads for HTTP (draft-ietf-httpbis-resumable-upload): append at `Upload-Offset`, with `Upload-Complete: ?1` when the body ends the file. What came before a connection broke is kept: ask with HEAD where to go on. The end verifies digest and type; what is wrong is dropped.',
        security,
        params: path({ digest }),
        querystring: query(),
        headers: {
          type: 'object',
          required: ['upload-offset', 'upload-complete'],
          properties: {
            'upload-offset': described(
              { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
              'Where the body begins in the file; 0 at first. 请求体在文件中的起始位置，首次为 0。',
            ),
            'upload-complete': described(
              { type: 'string', enum: ['?0', '?1'] },
              '?1 when the file ends with the body. 请求体为文件末尾时为 ?1。',
            ),
          },
        },
        response: {
          200: {
            description: 'Whole, verified and kept. 已完整接收、核验并保存。',
            headers: standing,
            ...object({ digest: text, size: count, mediaType: text }),
          },
          204: { description: 'So far so good. 已接收此部分。', headers: standing, type: 'null' },
          ...common,
          ...problems(403, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => append(context, request, reply),
  )
}

async function append(context: Context, request: FastifyRequest, reply: FastifyReply) {
  const principal = actingAs(context, request, 'applicant')
  const store = materialsOf(context)
  const { limits } = store
  const sha = digestOf(request)
  const upload = uploadOf(principal, sha)
  const { 'upload-offset': offset, 'upload-complete': complete } = request.headers as unknown as Appending
  const length = Number(request.headers['content-length'] ?? 0)
  if (offset + length > limits.maxBytes) {
    reply.header('Upload-Limit', `max-size=${limits.maxBytes}`)
    throw tooLarge(limits.maxBytes)
  }
  try {
    const reached = await store.put(upload, offset, chunksOf(request))
    if (complete === '?0') {
      tell(reply, reached, false)
      return await reply.code(204).send()
    }
    const kept = await store.complete(upload)
    tell(reply, kept.size, true)
    return kept
  } catch (error) {
    // Nobody is there to be told; what came is kept.
    if (request.raw.destroyed && !request.raw.complete) throw offsetRefused(offset, undefined)
    const { offset: actual } = error as { readonly offset?: number }
    if (actual !== undefined) tell(reply, actual, false)
    throw refusalOf(error, { digest: sha, offset, limits })
  }
}

interface Appending {
  readonly 'upload-offset': number
  readonly 'upload-complete': '?0' | '?1'
}

/** The body as it comes. A request that is refused half-way is left as it is, so that the answer can still be sent. */
const chunksOf = ({ body }: FastifyRequest): AsyncIterable<Uint8Array> =>
  body === undefined || body === null ? nothing : { [Symbol.asyncIterator]: () => iterated(body as Readable) }

const iterated = (stream: Readable): AsyncIterator<Uint8Array> => stream.iterator({ destroyOnReturn: false })

const nothing: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
}

function contentRoute(fastify: FastifyInstance, context: Context): void {
  const { mediaTypes } = context.options.materials?.limits ?? { mediaTypes: ['application/octet-stream'] }
  fastify.get(
    '/materials/:digest',
    {
      // What HEAD tells is how an upload stands.
      exposeHeadRoute: false,
      schema: {
        tags: ['materials'],
        summary: 'A file that was handed in 读取材料',
        description:
          'For the applicant of a filing that names it, participants with an approval there whose item takes it, and auditors. Every reading is recorded before the first byte goes out.',
        security,
        params: path({ digest }),
        querystring: query(),
        response: {
          200: {
            description: 'The file, in its own media type. 文件内容。',
            headers: {
              'Repr-Digest': header('SHA-256 of the content (RFC 9530). 内容的 SHA-256 摘要。'),
              'Content-Disposition': header('Always an attachment. 始终作为附件。'),
            },
            content: Object.fromEntries(
              mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
            ),
          },
          ...common,
          ...problems(403, 404),
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const store = materialsOf(context)
      const sha = digestOf(request)
      const { record, material } = await locateMaterial(context, principal, sha)
      const { code, mediaType } = material
      await context.reads.record({
        principal,
        record,
        purpose: `查阅材料 material ${sha}`,
        paths: [materialPath(code)],
      })
      const opened = await store.open(sha)
      if (opened === undefined) throw refusal('YB_MATERIAL_UNKNOWN', '/path/digest', { digest: sha })
      return reply
        .headers({
          'Content-Length': opened.size,
          'Content-Disposition': `attachment; filename="${sha.slice(0, 12)}.${endings[mediaType] ?? 'bin'}"`,
          'Repr-Digest': `sha-256=:${Buffer.from(sha, 'hex').toString('base64')}:`,
        })
        .type(mediaType)
        .send(opened.stream)
    },
  )
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/ofd': 'ofd',
}

const digestOf = ({ params }: FastifyRequest): string => (params as { digest: string }).digest

function tell(reply: FastifyReply, offset: number, isComplete: boolean): void {
  reply.headers({ 'Upload-Offset': offset, 'Upload-Complete': isComplete ? '?1' : '?0' })
}
