import { isDeepStrictEqual } from 'node:util'
import type { Message, RecordedEvent } from '@yibiao/schemas'
import fc from 'fast-check'
import t from 'tap'
import { fold } from '../domain/evolve.ts'
import { hasEnded, isPositive } from '../domain/state.ts'
import { verifyRecord } from '../index.ts'
import { anyForm, filing, Life, message, record, references, submitted, yes } from './specification.ts'

/** One thing that somebody may try, whether it is allowed or not. */
const step = fc.record({
  item: fc.nat(30),
  act: fc.constantFrom('grant', 'grant', 'grant', 'grant', 'refuse', 'ask', 'answer', 'withdraw', 'change'),
})

function attempt(life: Life, { item, act }: { item: number; act: string }): Message | undefined {
  const approvals = [...(life.state.filings.get(filing)?.approvals.values() ?? [])]
  const approval = approvals[item % Math.max(approvals.length, 1)]
  if (!approval) return undefined
  const about = { approval: approval.approval, round: approval.round }
  switch (act) {
    case 'grant':
      return yes(life, approval.item)
    case 'refuse':
      return message(approval.participant, 'approval.refused', {
        ...about,
        reasons: [{ code: 'R', rule: '行政许可法 38', zh: '不符合', en: 'not met' }],
      })
    case 'ask':
      return message(approval.participant, 'supplement.requested', {
        ...about,
        defects: [{ path: '/domicile/postalCode', code: 'D', zh: '请更正', en: 'correct it' }],
      })
    case 'answer':
      return message(
        'PAB',
        'supplement.provided',
        { ...about, form: { domicile: { postalCode: `1320${item}`.slice(0, 6).padEnd(6, '0') } } },
        { authtype: 'applicant', authid: 'a-1' },
      )
    case 'withdraw':
      return message(
        'PAB',
        'filing.withdrawn',
        { reason: '不办了' },
        { authtype: 'applicant', authid: 'a-1' },
      )
    default:
      return message('AMR', 'record.changed', {
        reason: '变更',
        form: { domicile: { postalCode: '132009' } },
      })
  }
}

function live(seed: number, steps: readonly { item: number; act: string }[]): Life {
  const life = new Life()
  life.tell(submitted(anyForm(seed)))
  for (const one of steps) {
    const said = attempt(life, one)
    if (said && life.decide(said).accepted) life.tell(said)
  }
  return life
}

const lives = fc.tuple(fc.nat(500), fc.array(step, { maxLength: 60 }))

t.test('whatever is tried, the state is the fold of the events', async () => {
  fc.assert(
    fc.property(lives, ([seed, steps]) => {
      const life = live(seed, steps)
      return isDeepStrictEqual(fold(record, life.events), life.state)
    }),
    { numRuns: 60 },
  )
})

t.test('whatever is tried, a filing ends exactly once, and only when nothing is left to do', async () => {
  fc.assert(
    fc.property(lives, ([seed, steps]) => {
      const life = live(seed, steps)
      const ends = life.events.filter((event) => /filing\.(completed|refused|withdrawn)/.test(event.type))
      const one = life.state.filings.get(filing)
      const approvals = [...(one?.approvals.values() ?? [])]
      if (one?.state === 'IN_PARALLEL')
        return ends.length === 0 && approvals.some((each) => !hasEnded(each.state))
      return ends.length === 1 && approvals.every((each) => hasEnded(each.state))
    }),
    { numRuns: 60 },
  )
})

t.test('whatever is tried, nothing is open before what it depends on', async () => {
  fc.assert(
    fc.property(lives, ([seed, steps]) => {
      const approvals = live(seed, steps).state.filings.get(filing)?.approvals ?? new Map()
      return [...approvals.values()].every(
        (one) =>
          !(one.state === 'OPEN' || isPositive(one.state)) ||
          one.dependsOn.every((item: string) =>
            isPositive(approvals.get(`${filing}/${item}`)?.state ?? 'GRANTED'),
          ),
      )
    }),
    { numRuns: 60 },
  )
})

const options = { references: references(), mode: 'sandbox', registry: '2202' } as const
/** Positions after all publications, as in a real history. */
const placed = (events: readonly RecordedEvent[]): RecordedEvent[] =>
  events.map((event) => ({
    ...event,
    position: event.position + 1_000,
    ...(event.source === '/exchange' ? {} : { receivedtime: event.recordedtime }),
  }))

/** Conclusions name their cause, as the ledger records them. */
function caused(events: readonly RecordedEvent[]): RecordedEvent[] {
  let cause = ''
  return placed(events).map((event) => {
    if (event.source !== '/exchange') cause = event.id
    return event.source === '/exchange' ? { ...event, causationid: cause } : event
  })
}

t.test('deciding a life again finds nothing wrong with it', async () => {
  fc.assert(
    fc.property(
      lives,
      ([seed, steps]) => verifyRecord(record, caused(live(seed, steps).events), options).length === 0,
    ),
    { numRuns: 40 },
  )
})

t.test('deciding a life again finds what was changed, left out or put in', async (t) => {
  const life = live(3, [])
  for (const item of [...life.items]) if (life.approval(item).state === 'OPEN') life.tell(yes(life, item))
  const events = caused(life.events)
  const problems = (changed: readonly RecordedEvent[]) =>
    verifyRecord(
      record,
      changed.map((event, index) => ({ ...event, revision: index + 1 })),
      options,
    ).map((one) => one.problem)
  t.strictSame(problems(events), [])

  const routed = structuredClone(events)
  ;((routed[1] as RecordedEvent).data as { approvals: { participant: string }[] }).approvals[0]!.participant =
    'PSB'
  t.match(problems(routed)[0], /differs from what follows/)
  const without = (type: string) => problems(events.filter((event) => event.type !== type))
  t.match(without('yibiao.approvals.opened.v1')[0], /approvals.opened.v1 is missing|follows from no message/)
  t.match(without('yibiao.clocks.started.v1')[0], /is missing/)
  t.match(
    problems([...events.slice(0, 2), events[1] as RecordedEvent, ...events.slice(2)])[0],
    /follows from no message/,
  )
  t.match(
    problems([...events, { ...(events[3] as RecordedEvent), id: 'x' }])[0],
    /id does not fit|would be refused/,
  )
  const other = structuredClone(events)
  ;(other[1] as { causationid?: string }).causationid = 'somebody-else'
  t.match(problems(other)[0], /names another cause/)
})
