import {
  answerDue,
  type DayKind,
  type DueAnswer,
  type DuePart,
  type DueQuestion,
  shippedReference,
  type TermDay,
} from '@yibiao/schemas'
import { argumentOf, type Call, type Command, optionOf } from '../command.ts'
import { withExchange } from '../connect.ts'
import { exitCodes, type Output, type Style } from '../output.ts'
import { originOf } from '../reference-data.ts'
import { showTable } from '../table.ts'
import { type Text, text } from '../text.ts'
import { showTime } from '../times.ts'

const wrong: Readonly<Record<DuePart, Text>> = {
  start: text(
    '起算日应为 YYYY-MM-DD，如 2025-09-26；以 wh 计的为时刻，如 2026-10-08T16:00。',
    'The start is a date, e.g. 2025-09-26; of a term in wh a moment, e.g. 2026-10-08T16:00.',
  ),
  term: text(
    '期限应为数字加 wh（工作小时）、wd（工作日）、d（日历日）、mo（月）或 y（年），如 5wd。',
    'The term is a number with wh (working hours), wd (working days), d (calendar days), mo (months) or y (years), e.g. 5wd.',
  ),
  excluded: text(
    '--excluded 应为 起..止，如 2026-10-12..2026-10-14，且只用于 wh、wd 和 d。',
    '--excluded is from..to, e.g. 2026-10-12..2026-10-14, for wh, wd and d only.',
  ),
}

const kinds: Readonly<Record<DayKind, Text & { readonly style?: Style }>> = {
  start: { ...text('起算日，不计入（民法典 201）', 'the start, not counted (civil code 201)'), style: 'dim' },
  counted: text('计入', 'counted'),
  'made-up': text('调休上班，计入', 'worked in exchange, counted'),
  weekend: { ...text('周末，不计', 'weekend'), style: 'dim' },
  holiday: { ...text('节假日，不计', 'holiday'), style: 'dim' },
  excluded: {
    ...text('依法扣除（行政许可法 45）', 'excluded by notice (administrative licensing law 45)'),
    style: 'dim',
  },
  moved: text('末日逢节假日，顺延（民法典 203）', 'moved past a holiday (civil code 203)'),
  unpublished: {
    ...text('当年放假安排尚未公布', 'the holidays of its year are not published yet'),
    style: 'yellow',
  },
}

const weekdays = {
  zh: ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const

export const command: Command = {
  arguments: [
    {
      name: '<start>',
      text: text(
        '起算日，不计入；以 wh 计的为起算时刻',
        'the day it begins, which is not counted; for wh the moment',
      ),
    },
    { name: '<term>', text: text('期限：4wh、5wd、30d、2mo、1y', 'the term: 4wh, 5wd, 30d, 2mo, 1y') },
  ],
  options: [
    {
      flags: '--excluded <from..to>',
      text: text('依法扣除的期间', 'days that do not count, by written notice'),
    },
    {
      flags: '--weekends',
      text: text(
        '末日逢普通周末也顺延（惯例，非条文）',
        'move past an ordinary weekend too (practice, not in the text)',
      ),
    },
  ],
  online: true,
  notes: text(
    '按平台当前有效的日历计算，没有平台时按随本版本发布的，并予说明；超出已公布年度则不推算，退出码 4，并给出“不早于”的日期。',
    'Counts by the calendars in force in the exchange, or, where there is none, by those shipped, and says which. Beyond the last published year nothing is guessed: exit code 4 and a date that it cannot be before.',
  ),
  examples: [
    {
      line: 'due 2025-09-26 5wd',
      text: text('五个工作日，跨国庆节', 'five working days over the National Day'),
    },
    {
      line: 'due 2026-10-08 10wd --excluded 2026-10-12..2026-10-14',
      text: text('扣除检测期间', 'with testing excluded'),
    },
    {
      line: 'due 2026-09-30T16:00 4wh',
      text: text('四个工作小时，按办公时间', 'four working hours, by the office hours'),
    },
  ],
  async run(call) {
    const { output } = call
    const question: DueQuestion = {
      start: argumentOf(call, 0),
      term: argumentOf(call, 1),
      excluded: optionOf(call, 'excluded'),
      lastDay: call.options.weekends === true ? 'AFTER_HOLIDAY_OR_WEEKEND' : 'AFTER_HOLIDAY',
    }
    const byShipped = answerDue(question, shippedRules())
    if (typeof byShipped === 'string') {
      output.error(output.say(wrong[byShipped]))
      return exitCodes.usage
    }
    return withExchange(
      call,
      async ({ client, asleep }) => {
        const found = await client.get<DueAnswer & { readonly position: number; readonly mode?: string }>(
          '/v1/due',
          { ...question },
        )
        const { position, mode: _mode, ...due } = found
        return show(call, due, 'exchange', originOf(client.address, asleep, position))
      },
      async () => show(call, byShipped, 'shipped', shipped),
    )
  },
}

/** The calendars and office hours that come with this version. */
function shippedRules() {
  const { calendars, processes } = shippedReference()
  return {
    years: calendars.map(({ content }) => content),
    officeHours: processes.find(({ content }) => content.process === 'company-setup')?.content.officeHours,
  }
}

const shipped = text(
  '随本版本发布的日历；此处没有交换平台。',
  'Calendars shipped with this version; there is no exchange here.',
)

function show({ output }: Call, due: DueAnswer, from: 'exchange' | 'shipped', origin: Text): number {
  const code = due.determined ? exitCodes.done : exitCodes.notDetermined
  if (output.json) {
    output.data({ ...due, calendarFrom: from })
    return code
  }
  showDays(output, due.days)
  output.line()
  output.line(
    output.paint(
      'bold',
      due.determined
        ? endText(due)
        : output.say(
            text(
              `未定，不早于 ${due.notBefore}：${due.missingYear} 年放假安排尚未公布，还有 ${due.remaining} 天待计`,
              `undetermined, not before ${due.notBefore}: the notice for ${due.missingYear} is not published, ${due.remaining} days still to count`,
            ),
          ),
    ),
  )
  const zh = output.lang === 'zh'
  output.line(
    output.paint(
      'dim',
      `${zh ? '日历' : 'calendar'} ${due.calendar}${zh ? '，' : '. '}${output.say(origin)}`,
    ),
  )
  return code
}

/** The date; of a term in working hours the moment. */
const endText = (due: DueAnswer & { readonly determined: true }): string =>
  'at' in due ? showTime(due.at).slice(0, 16) : due.date

/** Minutes of a day as `2:30`. */
const hoursText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

function showDays(output: Output, days: readonly TermDay[]): void {
  showTable(output, {
    columns: [{ align: 'end' }, {}, {}, {}],
    rows: days.map(({ date, weekday, kind, count, minutes }) => {
      const about = kinds[kind]
      const cell = (value: string) => ({ text: value, style: about.style })
      return [
        cell(minutes === undefined ? String(count ?? '') : hoursText(minutes)),
        cell(date),
        cell(weekdays[output.lang][weekday] ?? ''),
        cell(output.say(about)),
      ]
    }),
  })
}
