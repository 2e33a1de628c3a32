import {
  type CalendarYear,
  type DateRange,
  explainTerm,
  isDate,
  type LastDayRule,
  parseTerm,
  type Term,
  WorkingCalendar,
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

interface Asked {
  readonly start: string
  readonly term: string
  readonly excluded?: string
  readonly lastDay?: LastDayRule
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
            start: described(short, 'The day it begins, not counted (民法典 201). 起算日，不计入。'),
            term: described(short, '5wd, 30d, 2mo or 1y. 期限：工作日、日、月、年。'),
            excluded: described(short, 'Days that do not count, from..to (行政许可法 45). 依法扣除的期间。'),
            lastDay: described(
              oneOf('AFTER_HOLIDAY', 'AFTER_HOLIDAY_OR_WEEKEND', 'KEEP'),
              'Where the last day is not worked; AFTER_HOLIDAY when left out (民法典 203). 末日规则。',
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
              notBefore: text,
              remaining: count,
              missingYear: count,
              days: list(open),
            },
            ['date', 'notBefore', 'remaining', 'missingYear'],
          ),
          ...common,
        },
      },
    },
    async (request, reply) => {
      principalOf(request)
      const { references, store } = context.options
      const asked = request.query as Asked
      const { start, term, excluded } = termIn(asked)
      const head = await store.head()
      const asOf = asked.asOf === undefined ? undefined : parseAsOf(asked.asOf, head)
      const years = latestOf(knownOf<CalendarYear>(references, 'calendar', asOf))
      const calendar = new WorkingCalendar(years.map(({ content }) => content))
      const { end, days } = explainTerm(calendar, start, term, {
        excluded,
        ...(asked.lastDay === undefined ? {} : { lastDay: asked.lastDay }),
      })
      return answer(context, reply, head, { start, term, calendar: calendar.version, ...end, days })
    },
  )
}

/** Throws `YB_REQUEST` with the parameter that cannot be read. */
function termIn({ start, term: typed, excluded: range }: Asked): {
  readonly start: string
  readonly term: Term
  readonly excluded: readonly DateRange[]
} {
  if (!isDate(start))
    throw badRequest(
      '/query/start',
      'start: a date that exists, YYYY-MM-DD.',
      'start：实际存在的日期 YYYY-MM-DD。',
    )
  const term = parseTerm(typed)
  if (term === undefined)
    throw badRequest(
      '/query/term',
      'term: a number with wd, d, mo or y, e.g. 5wd.',
      'term：数字加 wd、d、mo 或 y，如 5wd。',
    )
  const [from = '', to = '', more] = range?.split('..') ?? []
  const inDays = term.unit === 'WORKING_DAY' || term.unit === 'CALENDAR_DAY'
  const isRange = isDate(from) && isDate(to) && from <= to && more === undefined && inDays
  if (range !== undefined && !isRange)
    throw badRequest(
      '/query/excluded',
      'excluded: from..to, for wd and d only.',
      'excluded：起..止，仅用于 wd 和 d。',
    )
  return { start, term, excluded: range === undefined ? [] : [{ from, to }] }
}
