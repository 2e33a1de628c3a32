import {
  answerDue,
  type CalendarYear,
  type DuePart,
  type DueQuestion,
  type ProcessContent,
} from '@yibiao/schemas'
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
  read,
  security,
  text,
} from '../api/schema.ts'
import { answer, type Context, principalOf } from '../context.ts'
import { badRequest } from '../http/problems.ts'
import { knownOf, latestOf } from '../publications/known.ts'
import { parseAsOf } from '../records/as-of.ts'
import { query } from './parameters.ts'

interface Asked extends DueQuestion {
  /** Whose office hours count. */
  readonly process: string
  readonly asOf?: string
}

const short = { type: 'string', minLength: 1, maxLength: 40 } as const

/** The day a term ends, by the calendars in force. */
export function dueRoute(fastify: FastifyInstance, context: Context): void {
  fastify.get(
    '/due',
    {
      schema: {
        tags: ['publications'],
        summary: 'The day a term ends, day by day why 期限届满之日',
        description:
          'Beyond the last published year nothing is guessed: `determined` is false and `notBefore` says what it cannot be before.',
        security,
        querystring: {
          ...query({
            start: described(
              short,
              'The day it begins, not counted (民法典 201); of a term in hours the moment, 2026-10-08T16:00. 起算日，不计入；以小时计的为起算时刻。',
            ),
            term: described(short, '4wh, 5wd, 30d, 2mo or 1y. 期限：工作小时、工作日、日、月、年。'),
            excluded: described(short, 'Days that do not count, from..to (行政许可法 45). 依法扣除的期间。'),
            lastDay: described(
              oneOf('AFTER_HOLIDAY', 'AFTER_HOLIDAY_OR_WEEKEND', 'KEEP'),
              'Where the last day is not worked; AFTER_HOLIDAY when left out (民法典 203). 末日规则。',
            ),
            process: described(
              { type: 'string', minLength: 1, maxLength: 64, default: 'company-setup' },
              'Whose office hours count. 按该流程的办公时间。',
            ),
            asOf: described(short, 'By the calendars in force then. 按当时有效的日历。'),
          }),
          required: ['start', 'term'],
        },
        response: {
          200: read(
            'The day, or that it cannot be said yet. 届满之日，或尚不能确定。',
            {
              start: text,
              term: object({ value: count, unit: text }),
              calendar: described(text, 'The years and their versions. 所用日历及版本。'),
              determined: flag,
              date: text,
              at: described(text, 'The moment, of a term in hours. 届满时刻（以小时计的期限）。'),
              notBefore: text,
              remaining: count,
              missingYear: count,
              days: list(open),
            },
            ['date', 'at', 'notBefore', 'remaining', 'missingYear'],
          ),
          ...common,
        },
      },
    },
    async (request, reply) => {
      principalOf(request)
      const { references, store } = context.options
      const asked = request.query as Asked
      const head = await store.head()
      const asOf = asked.asOf === undefined ? undefined : parseAsOf(asked.asOf, head)
      const years = latestOf(knownOf<CalendarYear>(references, 'calendar', asOf))
      const processes = latestOf(knownOf<ProcessContent>(references, 'process', asOf))
      const found = processes.find(({ key }) => key === asked.process)
      const answered = answerDue(asked, {
        years: years.map(({ content }) => content),
        officeHours: found?.content.officeHours,
      })
      if (typeof answered === 'string') throw unreadable(answered)
      return answer(context, reply, head, { ...answered })
    },
  )
}

const wanted: Readonly<Record<DuePart, readonly [en: string, zh: string]>> = {
  start: [
    'start: a date that exists, YYYY-MM-DD; for wh a moment, YYYY-MM-DDTHH:MM.',
    'start：实际存在的日期 YYYY-MM-DD；wh 为时刻 YYYY-MM-DDTHH:MM。',
  ],
  term: ['term: a number with wh, wd, d, mo or y, e.g. 5wd.', 'term：数字加 wh、wd、d、mo 或 y，如 5wd。'],
  excluded: ['excluded: from..to, for wh, wd and d only.', 'excluded：起..止，仅用于 wh、wd 和 d。'],
}

const unreadable = (part: DuePart) => badRequest(`/query/${part}`, ...wanted[part])
