import type { RecordedEvent } from '@yibiao/schemas'
import fc from 'fast-check'
import t from 'tap'
import { verifyRecord } from '../src/verify-record.ts'
import { record, references } from './specification.ts'
import { acts, begin, hour, live } from './timed-lives.ts'

/** When a thing happened by the law: a timer when it fell due, an act when it arrived. */
const legalInstant = ({ authtype, time, receivedtime, recordedtime }: RecordedEvent): number =>
  Date.parse(authtype === 'timer' ? time : (receivedtime ?? recordedtime))

/**
 * Two kinds of clock may have run out when they start, because they count from a day before: a green channel's promise from the
 * receipt, a duty from the day of establishment that the registrar writes.
 */
const mayStartLate = (event: RecordedEvent): boolean =>
  (event.data as { readonly kind?: string }).kind === 'FOLLOW_UP'
const withoutChannel = acts.map((all) => all.filter(({ what }) => what !== 'channel'))

t.test(
  'in a record’s history time never goes back: what fell due stands before what arrived later',
  async (t) => {
    fc.assert(
      fc.property(withoutChannel, fc.array(fc.nat(2_400), { maxLength: 20 }), (all, hours) => {
        const alarms = hours.map((one) => begin + one * hour)
        let before = 0
        for (const event of live(all, alarms).events.filter((one) => !mayStartLate(one))) {
          const at = legalInstant(event)
          t.ok(at >= before, `${event.type} of ${event.time}`)
          before = at
        }
      }),
      { numRuns: 100 },
    )
  },
)

t.test('a clock that runs gets another end only by an event that names it', async (t) => {
  fc.assert(
    fc.property(acts, (all) => {
      const { events, state } = live(all, [])
      const named = new Map<string, unknown>()
      for (const { type, data } of events)
        if (/clocks\.(started|recalculated)/.test(type))
          for (const clock of (data as { clocks: { clock: string; dueAt?: string }[] }).clocks)
            named.set(clock.clock, clock.dueAt)
      const [filing] = state.filings.values()
      for (const { clock, dueAt } of filing?.clocks.values() ?? []) t.equal(dueAt, named.get(clock), clock)
    }),
    { numRuns: 60 },
  )
})

/** A machine without a clock: whoever asks it for the time fails. */
class NoClock extends Date {
  constructor(...given: readonly [value?: number | string]) {
    if (given.length === 0) throw new Error('asked the machine for the time')
    super(given[0] as number)
  }
  static override now(): number {
    throw new Error('asked the machine for the time')
  }
}

function withoutClock<T>(work: () => T): T {
  const machine = globalThis.Date
  globalThis.Date = NoClock as DateConstructor
  try {
    return work()
  } finally {
    globalThis.Date = machine
  }
}

t.test(
  'a history is decided and proved without the machine’s clock, so on any day with the same dates',
  async (t) => {
    t.throws(() => withoutClock(() => Date.now()), 'the test would notice')
    t.throws(() => withoutClock(() => new Date()), 'in either way')
    const options = { references: references(), mode: 'sandbox', registry: '2202' } as const
    fc.assert(
      fc.property(acts, (all) => {
        const { events } = withoutClock(() => live(all, []))
        const placed = events.map((event, index) => ({
          ...event,
          position: 100 + index,
          revision: index + 1,
        }))
        t.strictSame(
          withoutClock(() => verifyRecord(record, placed, options)),
          [],
        )
        t.strictSame(
          events.map(({ id, type, data }) => ({ id, type, data })),
          live(all, []).events.map(({ id, type, data }) => ({ id, type, data })),
        )
      }),
      { numRuns: 40 },
    )
  },
)
