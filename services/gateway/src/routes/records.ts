import { type RecordStatus, recordStatuses } from '@yibiao/projections'
import type { FastifyInstance } from 'fastify'
import {
  common,
  count,
  described,
  list,
  object,
  oneOf,
  open,
  orNull,
  problems,
  read,
  ref,
  security,
  text,
} from '../api/schema.ts'
import { answer, type Context, principalOf } from '../context.ts'
import { type RecordQuery, readRecordView } from '../records/read-record.ts'
import { searchRecords } from '../records/search.ts'
import { after, id, limit, path, position, query } from './parameters.ts'

/** Records: found, and looked at as they are, as they were known, as they were in force. */
export function recordRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/records',
    {
      schema: {
        tags: ['records'],
        summary: 'Find records by name, code or id 按名称、统一代码或编号查找档案',
        security,
        querystring: query({
          search: described({ type: 'string', maxLength: 200 }, 'Empty finds everything. 为空则列出全部。'),
          status: oneOf(...recordStatuses),
          after,
          limit,
        }),
        response: {
          200: read(
            'A page. 一页。',
            {
              records: list(
                object({
                  record: text,
                  name: orNull(text),
                  uscc: orNull(text),
                  status: oneOf(...recordStatuses),
                }),
              ),
              next: text,
            },
            ['next'],
          ),
          ...common,
        },
      },
    },
    async (request, reply) => {
      const {
        search = '',
        status,
        ...page
      } = request.query as {
        search?: string
        status?: RecordStatus
        after?: string
        limit?: number
      }
      const found = await searchRecords(context, principalOf(request), { text: search, status, ...page })
      const { position: at, items, next } = found
      return answer(context, reply, at, { records: items, ...(next === undefined ? {} : { next }) })
    },
  )

  fastify.get(
    '/records/:id',
    {
      schema: {
        tags: ['records'],
        summary: 'The one-form view of a record, each value with its provenance 一表视图',
        description:
          '`asOf` asks what the exchange knew: a position, an instant with offset, or a date (its end in Asia/Shanghai). `effectiveAt` asks what was in force on a date. They combine. `after` waits until the view has reached a position.',
        security,
        params: path({ id }),
        querystring: query({
          asOf: { type: 'string', minLength: 1, maxLength: 40 },
          effectiveAt: { type: 'string', minLength: 1, maxLength: 10 },
          after: position,
        }),
        response: {
          200: read(
            'The view. 一表视图。',
            {
              record: text,
              revision: count,
              status: oneOf(...recordStatuses),
              flags: list(text),
              filings: list(text),
              form: described(open, 'As far as you may see it. 您可见的部分。'),
              values: list(ref('Value')),
              asOf: text,
              effectiveAt: text,
            },
            ['asOf', 'effectiveAt'],
          ),
          ...common,
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const { id: typed } = request.params as { id: string }
      const { asOf, effectiveAt, ...rest } = request.query as RecordQuery
      const asked = {
        ...(asOf === undefined ? {} : { asOf }),
        ...(effectiveAt === undefined ? {} : { effectiveAt }),
      }
      const { position: at, seen } = await readRecordView(context, principal, typed, { ...asked, ...rest })
      const paths = seen.values.map((value) => value.path)
      await context.reads.record({ principal, record: seen.record, purpose: '查阅一表 one-form view', paths })
      return answer(context, reply, at, { ...seen, ...asked })
    },
  )
}
