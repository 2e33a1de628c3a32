import { kpiIds } from '@yibiao/projections'
import type { FastifyInstance } from 'fastify'
import { words } from '../api/explanation-components.ts'
import {
  common,
  count,
  described,
  list,
  object,
  oneOf,
  problems,
  read,
  security,
  text,
} from '../api/schema.ts'
import { actingAs, answer, type Context } from '../context.ts'
import { measureKpis } from '../supervision/kpi.ts'
import { periodOf } from '../supervision/period.ts'
import { code, query } from './parameters.ts'
import { dateQuery } from './supervision.ts'

const numberOrNull = { type: ['number', 'null'] }
const ids = object({ count, ids: described(list(text), 'The first hundred. 前一百个。') })

const kpi = object(
  {
    id: oneOf(...kpiIds),
    name: words,
    value: described(numberOrNull, 'Null: not measured, with the reason. null 表示未测，附原因。'),
    unit: oneOf('RATIO', 'COUNT', 'WORKING_DAYS', 'DAYS', 'MILLISECONDS'),
    numerator: numberOrNull,
    denominator: numberOrNull,
    target: {
      anyOf: [
        object({ atLeast: { type: 'number' } }),
        object({ atMost: { type: 'number' } }),
        { type: 'null' },
      ],
    },
    met: { type: ['boolean', 'null'] },
    definition: described(words, 'What is counted, with the phrase or law. 定义与依据。'),
    reason: words,
    of: oneOf('FILING', 'APPROVAL', 'EVENT', 'ITEM', 'PARTICIPANT', 'RECORD'),
    behind: described(ids, 'What was counted. 计入者。'),
    against: described(ids, 'What of it speaks against. 其中不达标者。'),
  },
  ['reason'],
)

/** The indicators by which parallel approval is judged, each with its definition and with what is behind it. */
export function kpiRoutes(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/kpi',
    {
      schema: {
        tags: ['supervision'],
        summary: 'The indicators, each with its definition and what is behind it 考核指标',
        description:
          'Over the filings submitted in the period (legal dates, both included); without one over all. Catalogue, feeds and disputes are as of now. For operators and auditors. 按期间内提交的办件计算；目录、推送与异议为当前值。',
        security,
        querystring: query({ from: dateQuery, to: dateQuery, department: code }),
        response: {
          200: read('The indicators. 指标。', { kpis: list(kpi) }),
          ...common,
          ...problems(403),
        },
      },
    },
    async (request, reply) => {
      actingAs(context, request, 'operator', 'auditor')
      const { department, ...dates } = request.query as { department?: string; from?: string; to?: string }
      const { position, kpis } = await measureKpis(context, { department, period: periodOf(dates) })
      return answer(context, reply, position, { kpis })
    },
  )
}
