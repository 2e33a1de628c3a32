import { count, described, flag, list, object, oneOf, type Schema, text, time } from './schema.ts'

export const term = object({
  value: described(count, '0 is the same day. 0 为当日。'),
  unit: oneOf('WORKING_HOUR', 'WORKING_DAY', 'CALENDAR_DAY', 'MONTH', 'YEAR'),
})

export const dateRange = object({ from: text, to: text })

export const clockKinds = [
  'NOTICE',
  'PROMISED',
  'STATUTORY',
  'JOINT',
  'CERTIFICATE',
  'FOLLOW_UP',
  'PUBLICITY',
  'SUSPENSION',
] as const

export const cards = ['YELLOW', 'RED', 'OVERDUE', 'RUN_OUT'] as const

/** A clock as it stands; dates are legal dates of Asia/Shanghai. */
export const clock: Schema = object(
  {
    clock: described(text, 'Unique within the filing: `<item>/promised`, `joint`. 办件内唯一。'),
    kind: text,
    approval: text,
    from: described(text, 'The day it begins, not counted (民法典 201). 起算日，不计入。'),
    fromAt: time,
    term,
    excluded: described(list(dateRange), 'Days that do not count (行政许可法 45). 依法扣除的期间。'),
    due: described(text, 'Its last day. 届满日。'),
    dueAt: described(time, 'When it has run out. 届满时刻。'),
    yellowAt: time,
    redAt: time,
    notBefore: described(text, 'Undetermined: it cannot end before. 未定：不早于。'),
    remaining: count,
    missingYear: described(count, 'The year whose holidays are not published. 尚未公布放假安排的年份。'),
    calendar: described(text, 'The calendar that it was computed by. 计算所依日历。'),
    running: flag,
    card: described(oneOf(...cards), 'The card that is out. 已亮牌。'),
    met: described(text, 'When its duty was met. 义务履行日。'),
  },
  [
    'approval',
    'fromAt',
    'excluded',
    'due',
    'dueAt',
    'yellowAt',
    'redAt',
    'notBefore',
    'remaining',
    'missingYear',
    'card',
    'met',
  ],
)

export const contact = described(
  object({ officer: text, window: text }, ['window']),
  'Who answers for the filing to its end (首问负责制). 首问责任人。',
)

export const channel = described(
  object({ basis: text, grantedBy: text, promised: term }),
  'The green channel. 绿色通道。',
)
