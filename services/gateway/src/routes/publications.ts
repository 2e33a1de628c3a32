import { type CatalogueItem, catalogueSummary, type PublicationData } from '@yibiao/schemas'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  common,
  count,
  described,
  list,
  object,
  oneOf,
  problems,
  read,
  ref,
  security,
  text,
} from '../api/schema.ts'
import { actingAs, answer, type Context, principalOf } from '../context.ts'
import { idempotencyKeyOf } from '../filings/idempotency.ts'
import { bodyOf } from '../http/body.ts'
import { acts, nameOf } from '../http/principal.ts'
import { refusal } from '../http/problems.ts'
import { type Book, books } from '../publications/books.ts'
import { knownOf, labelOf, latestOf, publicationOf } from '../publications/known.ts'
import { publish } from '../publications/publish.ts'
import { type AsOf, parseAsOf } from '../records/as-of.ts'
import { idempotencyKey, path, query } from './parameters.ts'

interface Asked {
  readonly asOf?: string
  readonly version?: number
}

const asOf = described(
  { type: 'string', minLength: 1, maxLength: 40 },
  'What was in force: a position, an instant with offset, or a date (its end in Asia/Shanghai). 当时有效的内容：位置、时刻或日期（当日结束时，北京时间）。',
)
const version = described(
  { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
  'This version in place of the latest. 指定版本。',
)
const published = { key: text, version: count, digest: text, position: count }

/** Reference data, published and read: the catalogue, the calendar, the processes, the delegations. */
export function publicationRoutes(fastify: FastifyInstance, context: Context): void {
  for (const book of books) {
    readRoutes(fastify, context, book)
    publishRoute(fastify, context, book)
  }
}

function readRoutes(fastify: FastifyInstance, context: Context, book: Book): void {
  const { url, key, keySchema, says } = book
  const [listed, one, versions] = says
  const refused = book.own === true ? [403, 404] : [404]
  const schema = { tags: ['publications'], security }
  const { references, store } = context.options

  fastify.get(
    `/${url}`,
    {
      schema: {
        ...schema,
        summary: listed,
        querystring: query({ asOf }),
        response: {
          200: read(
            'The latest version of each. 各项的最新版本。',
            { publications: list(ref('Publication')), summary: ref('CatalogueSummary') },
            ['summary'],
          ),
          ...common,
          ...(book.own === true ? problems(403) : {}),
        },
      },
    },
    async (request, reply) => {
      mayRead(context, request, book)
      const head = await store.head()
      const latest = latestOf(knownOf<CatalogueItem>(references, book.kind, asOfIn(request, head)))
      const items = latest.map(({ content }) => content)
      return answer(context, reply, head, {
        publications: latest.map(publicationOf),
        ...(book.kind === 'catalogue' ? { summary: catalogueSummary(items) } : {}),
      })
    },
  )

  fastify.get(
    `/${url}/:${key}`,
    {
      schema: {
        ...schema,
        summary: one,
        params: path({ [key]: keySchema }),
        querystring: query({ asOf, version }),
        response: {
          200: read('As it was published. 发布内容。', { publication: ref('Publication') }),
          ...common,
          ...problems(...refused),
        },
      },
    },
    async (request, reply) => {
      const { head, known, named } = await versionsOf(context, request, book)
      const { version: asked } = request.query as Asked
      const found =
        asked === undefined ? known.at(-1) : known.find(({ content }) => content.version === asked)
      if (!found) throw nothingAt(`${url}/${named}${asked === undefined ? '' : ` version ${asked}`}`)
      return answer(context, reply, head, { publication: publicationOf(found) })
    },
  )

  fastify.get(
    `/${url}/:${key}/versions`,
    {
      schema: {
        ...schema,
        summary: versions,
        params: path({ [key]: keySchema }),
        querystring: query({ asOf }),
        response: {
          200: read('The first one first. 自第一版起。', {
            versions: list(object({ ...published, recordedAt: text })),
          }),
          ...common,
          ...problems(...refused),
        },
      },
    },
    async (request, reply) => {
      const { head, known, named } = await versionsOf(context, request, book)
      if (known.length === 0) throw nothingAt(`${url}/${named}`)
      return answer(context, reply, head, { versions: known.map(labelOf) })
    },
  )
}

function publishRoute(fastify: FastifyInstance, context: Context, book: Book): void {
  const { url, key, keySchema, says } = book
  const [, , , summary] = says
  fastify.post(
    `/${url}/:${key}`,
    {
      schema: {
        tags: ['publications'],
        summary,
        description:
          'The body is the content, with the next version. Refused with every reason before it is on record. What has begun keeps the version that it started with.',
        security,
        headers: idempotencyKey,
        params: path({ [key]: keySchema }),
        querystring: query(),
        body: { type: 'object', additionalProperties: true },
        response: {
          201: {
            description: 'In force from this position on. 自该位置起生效。',
            headers: { Location: { type: 'string' } },
            ...object(published),
          },
          202: {
            description:
              'Accepted; the ledger has not answered yet. Look at Location. 已受理，尚未记录，请稍后查看 Location。',
            headers: { Location: { type: 'string' } },
            ...object({ key: text, state: oneOf('ACCEPTED') }),
          },
          ...common,
          ...problems(403, 409, 413, 415, 422),
        },
      },
      // The contract's own schema judges it, and says every problem at once.
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const principal = actingAs(context, request, 'operator')
      const named = keyIn(request, book)
      const event = await publish(context, {
        book,
        key: named,
        idempotencyKey: idempotencyKeyOf(request.headers),
        principal,
        body: bodyOf(request),
        content: request.body,
      })
      reply.header('Location', `/v1/${url}/${named}`)
      if (event === undefined) return reply.code(202).send({ key: named, state: 'ACCEPTED' })
      const { version: given, digest } = event.data as PublicationData
      return reply.code(201).send({ key: named, version: given, digest, position: event.position })
    },
  )
}

const keyIn = (request: FastifyRequest, { key }: Book): string =>
  String((request.params as Readonly<Record<string, string>>)[key])

function asOfIn(request: FastifyRequest, head: number): AsOf | undefined {
  const { asOf: asked } = request.query as Asked
  return asked === undefined ? undefined : parseAsOf(asked, head)
}

/** Every version of what the address names that was known, the first one first. */
async function versionsOf(context: Context, request: FastifyRequest, book: Book) {
  const named = keyIn(request, book)
  mayRead(context, request, book, named)
  const { store, references } = context.options
  const head = await store.head()
  const known = knownOf<{ version: number }>(references, book.kind, asOfIn(request, head))
  return { head, named, known: known.filter((one) => one.key === named) }
}

/** Public facts are everybody's (行政许可法 30); whom a participant has handed what is its own and the operator's business. */
function mayRead({ options }: Context, request: FastifyRequest, { own }: Book, named?: string): void {
  const principal = principalOf(request)
  if (own !== true || principal.kind === 'auditor' || acts(principal, 'operator', options.identity.mode))
    return
  if (named !== undefined && principal.participant === named) return
  throw refusal('YB_FORBIDDEN', '', { principal: nameOf(principal) })
}

const nothingAt = (what: string) => refusal('YB_NOT_FOUND', '', { path: `/v1/${what}` })
