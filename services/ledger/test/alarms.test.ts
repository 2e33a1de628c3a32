import { shippedReference, WorkingCalendar } from '@yibiao/schemas'
import fc from 'fast-check'
import t from 'tap'
import { verifyRecord } from '../src/verify-record.ts'
import { inForce, Life, record, references, submitted } from './specification.ts'
import { acts, begin, hour, iso, live, restaurant } from './timed-lives.ts'

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
