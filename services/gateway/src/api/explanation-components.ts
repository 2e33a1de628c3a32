import { count, described, flag, list, object, oneOf, orNull, type Schema, text, time } from './schema.ts'
import { cards, dateRange, term } from './time-components.ts'

export const words = object({ zh: text, en: text })

const coming = object({
  clock: text,
  fact: oneOf('YELLOW', 'RED', 'OVERDUE', 'DEEMED_ACCEPTANCE', 'DEEMED_GRANT', 'BREACH'),
  at: time,
})

const clockProperties = {
  clock: text,
  kind: text,
  from: text,
  term,
  due: text,
  dueAt: time,
  notBefore: text,
  remaining: count,
  missingYear: count,
  calendar: text,
  running: flag,
  card: oneOf(...cards),
  excluded: list(dateRange),
  extendedBy: term,
  rules: described(list(words), 'What it rests on. 依据。'),
  next: coming,
  measure: oneOf('WORKING_TIME', 'CALENDAR_DAYS'),
  allowed: described(
    { type: ['number', 'null'] },
    'Milliseconds of working time, or days. 工作时间毫秒数，或天数。',
  ),
  elapsed: { type: ['number', 'null'] },
  told: words,
} as const

const clock: Schema = object(clockProperties, [
  'due',
  'dueAt',
  'notBefore',
  'remaining',
  'missingYear',
  'card',
  'extendedBy',
  'next',
  'told',
])

const awaited = object({
  approval: text,
  item: text,
  department: text,
  participant: orNull(text),
  state: text,
})

const next = described(
  object(
    {
      who: oneOf('PARTICIPANT', 'APPLICANT', 'ITEM', 'NOBODY'),
      participant: described(
        orNull(text),
        'Null where that is none of your business. 不属您可知范围时为 null。',
      ),
      act: oneOf('DECIDE', 'RECORD'),
      asked: described(count, 'Things to be supplied. 待补正项数。'),
      items: described(list(awaited), 'What comes first. 所等待的事项。'),
      reason: oneOf('PARTICIPANT_GONE', 'NOT_OPENED', 'CANNOT_BE_MET', 'PERIOD_RUNS'),
    },
    ['participant', 'act', 'asked', 'items', 'reason'],
  ),
  'Who has to act next: exactly one, or nobody for a reason. 下一办理者。',
)

const delivery = object({
  sequence: orNull(count),
  published: orNull(time),
  received: orNull(time),
  applied: orNull(time),
  rejected: { anyOf: [object({ time, reason: text }), { type: 'null' }] },
})

const refused = object({
  refusal: text,
  participant: text,
  type: orNull(text),
  code: text,
  title: words,
  at: time,
})

const approval = object(
  {
    approval: text,
    item: text,
    itemVersion: count,
    itemName: words,
    kind: text,
    department: text,
    participant: orNull(text),
    state: oneOf('OPEN', 'WAITING', 'SUPPLEMENT'),
    round: count,
    since: time,
    acceptedOn: text,
    next,
    clocks: list(clock),
    coming: described(coming, 'The first fact that its clocks bring. 时限将带来的下一事实。'),
    delivery: { anyOf: [delivery, { type: 'null' }] },
    refused: { anyOf: [refused, { type: 'null' }] },
    told: described(list(words), 'The same in words. 文字说明。'),
  },
  ['acceptedOn', 'coming'],
)

const duty = object(
  {
    duty: oneOf('CERTIFICATE', 'FOLLOW_UP', 'COMPENSATION'),
    approval: orNull(text),
    with: text,
    name: words,
    clock,
    told: words,
  },
  ['clock', 'told'],
)

export const explanationComponents: Readonly<Record<string, Schema>> = {
  ExplainedClock: clock,
  ExplainedApproval: approval,
  Duty: duty,
}
