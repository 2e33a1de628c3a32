/** Lives with clocks: acts hours and weeks apart, and alarms at any moment. */
import { readFileSync } from 'node:fs'
import { legalDateOf, type Message, type OneForm } from '@yibiao/schemas'
import fc from 'fast-check'
import { filing, Life, message, submitted, yes } from './specification.ts'

/** 餐饮: its food licence is a POST item. */
export const restaurant = JSON.parse(
  readFileSync(new URL('../../../examples/restaurant.json', import.meta.url), 'utf8'),
) as OneForm
/** When every life begins, epoch milliseconds. */
export const begin = Date.parse('2026-09-24T02:00:00.000Z')
export const hour = 3_600_000
export const iso = (at: number) => new Date(at).toISOString()

/** What somebody does, so many hours after the act before. */
export interface Act {
  readonly after: number
  readonly what: 'decide' | 'ask' | 'answer' | 'accept' | 'exclude' | 'extend' | 'channel'
  readonly which: number
}

/** Acts of a life, in their order. */
export const acts = fc.array(
  fc.record<Act>({
    after: fc.integer({ min: 0, max: 400 }),
    what: fc.constantFrom('decide', 'ask', 'answer', 'accept', 'exclude', 'extend', 'channel'),
    which: fc.nat(40),
  }),
  { maxLength: 25 },
)

/** A message that may well be accepted in the life as it stands. */
function messageOf(life: Life, { what, which }: Act, id: string): Message | undefined {
  const approvals = [...(life.state.filings.get(filing)?.approvals.values() ?? [])]
  const open = approvals.filter((one) => one.state === (what === 'answer' ? 'SUPPLEMENT' : 'OPEN'))
  const one = open[which % Math.max(1, open.length)]
  if (what === 'channel') {
    const promised = { value: 1 + (which % 5), unit: 'WORKING_DAY' }
    return message('PAB', 'channel.granted', { basis: '重点', grantedBy: 'M1', promised }, { id })
  }
  if (one === undefined) return undefined
  const about = { approval: one.approval, round: one.round }
  const from = legalDateOf(life.now + 24 * hour)
  switch (what) {
    case 'decide':
      return { ...yes(life, one.item), id }
    case 'ask': {
      const defects = [{ code: `D${which % 3}`, path: '/domicile/text', zh: '有误', en: 'is wrong' }]
      return message(one.participant, 'supplement.requested', { ...about, defects }, { id })
    }
    case 'answer':
      return message('PAB', 'supplement.provided', about, { id })
    case 'accept':
      return message(one.participant, 'approval.accepted', about, { id })
    case 'exclude': {
      const data = { ...about, ground: 'TESTING', from, to: from, noticeNo: `N${id}` }
      return message(one.participant, 'time.excluded', data, { id })
    }
    case 'extend': {
      const by = { value: 1, unit: 'WORKING_DAY' }
      return message(
        one.participant,
        'deadline.extended',
        { ...about, by, approver: 'H1', reason: '复杂' },
        { id },
      )
    }
  }
}

/** Lives the acts; alarms come at these further moments. The end is long after everything has fallen due. */
export function live(all: readonly Act[], alarms: readonly number[]): Life {
  const life = new Life()
  life.now = begin
  life.tell({ ...submitted(restaurant), id: 'submitted' })
  let now = begin
  const rings = [...alarms].sort((a, b) => a - b)
  const ring = (until: number) => {
    while (rings.length > 0 && (rings[0] as number) <= until) life.pass(iso(rings.shift() as number))
  }
  for (const [index, act] of all.entries()) {
    now += act.after * hour
    ring(now)
    life.pass(iso(now))
    const one = messageOf(life, act, `act-${index}`)
    if (one !== undefined && life.decide(one).accepted) life.tell(one)
  }
  const end = Date.parse('2026-12-31T00:00:00.000Z')
  ring(end)
  life.pass(iso(Math.max(end, now)))
  return life
}
