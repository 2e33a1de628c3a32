import { readFileSync } from 'node:fs'
import type { Message, OneForm } from '@yibiao/schemas'
import { legalDateOf, shippedReference, WorkingCalendar } from '@yibiao/schemas'
import fc from 'fast-check'
import t from 'tap'
import { verifyRecord } from '../src/verify-record.ts'
import { filing, inForce, Life, message, record, references, submitted, yes } from './specification.ts'

const restaurant = JSON.parse(
  readFileSync(new URL('../../../examples/restaurant.json', import.meta.url), 'utf8'),
) as OneForm
const begin = Date.parse('2026-09-24T02:00:00.000Z')
const hour = 3_600_000
const iso = (at: number) => new Date(at).toISOString()

/** What somebody does, so many hours after the act before. */
interface Act {
  readonly after: number
  readonly what: 'decide' | 'ask' | 'answer' | 'accept' | 'exclude' | 'extend' | 'channel'
  readonly which: number
}

const acts = fc.array(
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
function live(all: readonly Act[], alarms: readonly number[]): Life {
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

const whatHappened = (life: Life) => life.events.map(({ id, type, time, data }) => ({ id, type, time, data }))

t.test('the history is the same whether alarms came on time, late, twice or never', async (t) => {
  fc.assert(
    fc.property(acts, fc.array(fc.integer({ min: 0, max: 2_400 }), { maxLength: 60 }), (all, hours) => {
      const never = whatHappened(live(all, []))
      const often = whatHappened(
        live(
          all,
          [...hours, ...hours].map((one) => begin + one * hour),
        ),
      )
      t.strictSame(often, never)
    }),
    { numRuns: 60 },
  )
})

t.test(
  'fsck computes every date again and finds nothing wrong, and what was left out or moved',
  async (t) => {
    const options = { references: references(), mode: 'sandbox', registry: '2202' } as const
    const problems = (events: Life['events']) =>
      verifyRecord(
        record,
        events.map((event, index) => ({ ...event, position: 100 + index, revision: index + 1 })),
        options,
      )
    fc.assert(
      fc.property(acts, fc.nat(1_000), (all, pick) => {
        const { events } = live(all, [])
        t.strictSame(problems(events), [])
        const facts = events.filter((event) => event.authtype === 'timer')
        const chosen = facts[pick % Math.max(1, facts.length)]
        if (chosen === undefined) return
        const later = events.slice(events.indexOf(chosen) + 1)
        if (later.length > 0) t.not(problems(events.filter((event) => event !== chosen)).length, 0)
        const moved = {
          ...chosen,
          data: { ...(chosen.data as object), calendar: '2024.1', due: '2026-01-01' },
        }
        t.not(problems(events.map((event) => (event === chosen ? moved : event))).length, 0)
      }),
      { numRuns: 60 },
    )
  },
)

t.test('a clock moves only by an event that says so, and each mark comes once, in order', async (t) => {
  fc.assert(
    fc.property(acts, (all) => {
      const { events } = live(all, [])
      const last = new Map<string, string>()
      const order = ['YELLOW', 'RED', 'OVERDUE']
      for (const event of events) {
        const data = event.data as { clocks?: { clock: string }[]; clock?: string; card?: string }
        if (event.type === 'yibiao.clocks.started.v1')
          for (const { clock } of data.clocks ?? []) last.delete(clock)
        if (event.type !== 'yibiao.card.raised.v1') continue
        const before = last.get(data.clock ?? '')
        t.ok(order.indexOf(data.card ?? '') > order.indexOf(before ?? ''), `${before} then ${data.card}`)
        last.set(data.clock ?? '', data.card ?? '')
      }
    }),
    { numRuns: 60 },
  )
})

t.test(
  'a calendar that is published in between changes what comes after it and nothing before',
  async (t) => {
    // 2026 once more, with one day less to work in the middle of the term.
    const years = shippedReference().calendars.map(({ content }) => content)
    const corrected = years.map((year) =>
      year.year === 2026 ? { ...year, version: 2, off: [...year.off, '2026-09-28'] } : year,
    )
    const calendar = new WorkingCalendar(corrected)
    const moved = new Life()
    moved.now = begin
    moved.tell(submitted(restaurant))
    const since = begin + 2 * hour
    moved.references = { ...inForce, calendar, calendars: [...inForce.calendars, { calendar, since }] }
    t.strictSame(moved.pass(iso(since - 1)), [], 'not before it is published')
    t.strictSame(moved.pass(iso(since)), ['clocks.recalculated'])
    t.match(moved.last('yibiao.clocks.recalculated.v1'), { because: 'CALENDAR', calendar: '2025.1+2026.2' })
    t.equal(moved.clock('company-setup-registration/statutory').due, '2026-10-08')
    t.strictSame(moved.pass(iso(since)), [], 'once')
  },
)
