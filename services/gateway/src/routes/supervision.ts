import { type SupervisedKind, supervisedKinds } from '@yibiao/projections'
import type { FastifyInstance } from 'fastify'
import {
  common,
  count,
  described,
  flag,
  list,
  object,
  oneOf,
  open,
  orNull,
  problems,
  read,
  security,
  text,
  time,
} from '../api/schema.ts'
import { actingAs, answer, type Context, principalOf } from '../context.ts'
import { badRequest } from '../http/problems.ts'
import { periodOf } from '../supervision/period.ts'
import { supervise } from '../supervision/supervision.ts'
import { counterAnswers, sayAtCounter } from './counter.ts'
import { code, idempotencyKey, path, query } from './parameters.ts'

const entry = object({
  id: described(text, 'Id of the event, or number of the case. 事件编号或案号。'),
  kind: oneOf(...supervisedKinds),
  state: described(
    oneOf('OPEN', 'REVERSED', 'CONCLUDED'),
    'REVERSED: the act had arrived in time and was recorded late. REVERSED 表示行为按时到达、迟后记录。',
  ),
  filing: text,
  record: text,
  approval: orNull(text),
  item: orNull(text),
  department: orNull(text),
  participant: orNull(text),
  officer: orNull(text),
  clock: orNull(text),
  at: time,
  recordedAt: time,
  standing: described(flag, 'Whether what it is about has not ended. 所涉事项是否尚未办结。'),
  detail: open,
  outcome: orNull(text),
})

const group = object({
  department: orNull(text),
  officer: orNull(text),
  counts: described(open, 'By kind, without what was reversed. 按种类计数，不含已撤销。'),
  reversed: count,
  entries: list(entry),
})

export const dateQuery = described(text, 'Legal date, included. 日期（含）。')

interface Query {
  readonly department?: string
  readonly officer?: string
  readonly kind?: string
  readonly from?: string
  readonly to?: string
  readonly limit?: number
}

/** Cards, breaches, cases and the like, for those who supervise; each participant sees its own approvals. */
export function supervisionRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/supervision',
    {
      schema: {
        tags: ['supervision'],
        summary:
          'Cards, breaches, deemed acceptances, cases, by department and officer 监察：亮牌、逾期、问责',
        description: `Kinds, with commas between them: ${supervisedKinds.join(', ')}. For operators and auditors; a participant sees what is of its own approvals. 接入单位仅见其自身审批。`,
        security,
        querystring: query({
          department: code,
          officer: { type: 'string', minLength: 1, maxLength: 64 },
          kind: { type: 'string', pattern: '^[A-Z_]+(,[A-Z_]+)*$', maxLength: 200 },
          from: dateQuery,
          to: dateQuery,
          limit: { type: 'integer', minimum: 1, maximum: 1_000, default: 200 },
        }),
        response: {
          200: read('What is to be looked at. 监察清单。', {
            groups: list(group),
            total: count,
            truncated: described(flag, 'More than one answer reads: ask for a shorter period. 请缩短期间。'),
          }),
          ...common,
          ...problems(403),
        },
      },
    },
    async (request, reply) => {
      const { department, officer, kind, limit = 200, ...dates } = request.query as Query
      const { participant } = principalOf(request)
      if (participant === undefined) actingAs(context, request, 'operator', 'auditor')
      const { position, ...found } = await supervise(context, {
        department,
        officer,
        participant,
        kinds: kindsOf(kind),
        period: periodOf(dates),
        limit,
      })
      return answer(context, reply, position, found)
    },
  )

  fastify.post(
    '/supervision/cases/:filing/:item/:round/conclusion',
    {
      schema: {
        tags: ['supervision'],
        summary: 'Say what came of an accountability case 问责案结论',
        description:
          'The path is the number of the case. 追究问责制. Once; afterwards it is `YB_CASE_UNKNOWN`. 案号即路径；只能结论一次。',
        security,
        headers: idempotencyKey,
        params: path({
          filing: { type: 'string', minLength: 1, maxLength: 64 },
          item: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' },
          round: { type: 'string', pattern: '^[0-9]{1,2}$' },
        }),
        querystring: query(),
        body: object({
          outcome: oneOf('JUSTIFIED', 'ADMONISHED', 'SANCTIONED'),
          reason: { type: 'string', minLength: 1, maxLength: 1_000 },
        }),
        response: counterAnswers,
      },
    },
    async (request, reply) => {
      const { filing, item, round } = request.params as Readonly<Record<string, string>>
      const { outcome, reason } = request.body as { readonly outcome: string; readonly reason: string }
      return sayAtCounter(context, request, reply, {
        act: 'conclusion',
        typed: filing ?? '',
        data: (id) => JSON.stringify({ case: `${id}/${item}/${round}`, outcome, reason }),
      })
    },
  )
}

function kindsOf(given: string | undefined): readonly SupervisedKind[] {
  if (given === undefined) return supervisedKinds
  const kinds = given.split(',')
  const isKind = (kind: string): kind is SupervisedKind =>
    (supervisedKinds as readonly string[]).includes(kind)
  const unknown = kinds.find((kind) => !isKind(kind))
  if (unknown !== undefined)
    throw badRequest(
      '/query/kind',
      `kind: ${supervisedKinds.join(', ')}.`,
      `kind：${supervisedKinds.join('、')}。`,
    )
  return kinds.filter(isKind)
}
