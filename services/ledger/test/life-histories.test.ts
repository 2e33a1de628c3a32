import { isDeepStrictEqual } from 'node:util'
import type { Message, RecordedEvent } from '@yibiao/schemas'
import fc from 'fast-check'
import t from 'tap'
import { fold } from '../domain/evolve.ts'
import { verifyRecord } from '../index.ts'
import { application, at, enterprise, filingNo, outcome, proceeding, reasons } from './enterprise.ts'
import { anyForm, filing, inForce, type Life, message, record, references } from './specification.ts'

const processes = [...inForce.processes.values()].filter(({ kind }) => kind === 'LIFE')
const registry = { code: '220102', name: '长春市南关区市场监督管理局' }
const period = {
  from: '2026-11-01',
  to: '2027-05-31',
  form: { serviceOfProcess: { address: '吉林市昌邑区重庆街88号' } },
}
const asked: Readonly<Record<string, object>> = {
  change: { form: { domicile: { postalCode: '132013' } } },
  recordal: { form: { financeOfficer: { person: 'P1' } } },
  suspension: period,
  resumption: { from: '2026-11-05' },
  migration: { registry },
  rescission: { ground: 'UNREACHABLE' },
  'capital-reduction': { from: '2026-10-12', form: { capital: { amountFen: 1 } } },
}

/** One thing that somebody may try, whether it is allowed or not. */
const step = fc.record({
  pick: fc.nat(1000),
  act: fc.constantFrom(
    'apply',
    'apply',
    'decide',
    'decide',
    'decide',
    'refuse',
    'object',
    'withdraw',
    'wait',
  ),
})

function begin(life: Life, pick: number): Message {
  const process = processes[pick % processes.length]
  const of = filingNo(life.state.filings.size)
  if (process === undefined || process.begunBy === 'REGISTRAR') {
    const established = process?.process === 'rescission' && pick % 2 === 0 ? { ground: 'ESTABLISHED' } : {}
    return proceeding(of, process?.process ?? '', { ...asked[process?.process ?? ''], ...established })
  }
  return application(of, process.process, asked[process.process])
}

/** What the participant in charge would say in favour of an open item. */
function decision(life: Life, of: string, item: string): Message {
  const approval = life.state.filings.get(of)?.approvals.get(`${of}/${item}`)
  const type = life.references.process(life.state.filings.get(of)?.process ?? '', 1)?.outcomes?.[item]
  if (type === undefined)
    return outcome(life, of, item, approval?.kind === 'LICENCE' ? 'approval.granted' : 'approval.recorded')
  const { status = '1', rescission } = life.state
  const sanction = { decisionNo: '1', reasons }
  const data: Readonly<Record<string, object>> = {
    'yibiao.change.registered.v1': asked.change ?? {},
    'yibiao.suspension.recorded.v1': period,
    'yibiao.business.resumed.v1': { on: '2026-11-05' },
    'yibiao.licence.revoked.v1': { ...sanction, form: { status: '2' } },
    'yibiao.registration.rescinded.v1': { ...sanction, form: { status: '5' } },
    'yibiao.rescission.reversed.v1': { ...sanction, form: { status: rescission?.before } },
    'yibiao.migration.accepted.v1': { registry },
    'yibiao.migration.completed.v1': { form: { status: '6' } },
    'yibiao.tax.cleared.v1': { certificateNo: '1' },
    'yibiao.liquidation.notified.v1': { formedOn: '2026-10-12' },
    'yibiao.enterprise.deregistered.v1': { form: { status: status === '2' ? '3' : '4' } },
    'yibiao.deregistration.publicised.v1': { from: '2026-10-12' },
    'yibiao.publicity.begun.v1': { from: new Date(life.now).toISOString().slice(0, 10) },
  }
  const more = type === 'yibiao.rescission.reversed.v1' ? { corrects: rescission?.event ?? '-' } : {}
  return outcome(life, of, item, type.replace(/^yibiao\.|\.v1$/g, ''), data[type], more)
}

function attempt(life: Life, { pick, act }: { pick: number; act: string }): Message | undefined {
  const filings = [...life.state.filings.values()]
  const chosen = filings[pick % filings.length]
  const open = filings.flatMap((one) =>
    [...one.approvals.values()]
      .filter(({ state }) => state === 'OPEN')
      .map(({ item }) => [one.filing, item] as const),
  )
  const [of = filing, item = ''] = open[pick % Math.max(open.length, 1)] ?? []
  switch (act) {
    case 'apply':
      return begin(life, pick)
    case 'decide':
      return item === '' ? undefined : decision(life, of, item)
    case 'refuse':
      return item === '' ? undefined : outcome(life, of, item, 'approval.refused', { reasons })
    case 'object':
      return message('TAX', 'objection.raised', { reasons }, { filing: chosen?.filing ?? filing })
    default:
      return message(
        'PAB',
        'filing.withdrawn',
        { reason: '不办了' },
        { filing: chosen?.filing ?? filing, authtype: 'applicant', authid: 'a-1' },
      )
  }
}

function live(steps: readonly { pick: number; act: string }[]): Life {
  const life = enterprise(anyForm(3), { settled: false })
  let day = Date.parse(at('2026-10-12T09:00'))
  for (const one of steps) {
    day += (1 + (one.pick % 9)) * 86_400_000
    life.pass(new Date(day).toISOString())
    if (one.act === 'wait') continue
    const said = attempt(life, one)
    if (said && life.decide(said).accepted) life.tell(said)
  }
  life.pass(new Date(day + 400 * 86_400_000).toISOString())
  return life
}

const lives = fc.array(step, { maxLength: 40 })
/** As in a real history: after all publications, every conclusion naming its cause. */
function recordedAs(events: readonly RecordedEvent[]): RecordedEvent[] {
  let cause = ''
  return events.map((event) => {
    if (event.source !== '/exchange') cause = event.id
    const placed = { ...event, position: event.position + 1_000 }
    return event.source === '/exchange' ? { ...placed, causationid: cause } : placed
  })
}

t.test('whatever is tried in a record’s life, the state is the fold of the events', async () => {
  fc.assert(
    fc.property(lives, (steps) => {
      const life = live(steps)
      return isDeepStrictEqual(
        { ...fold(record, life.events), nextDue: 0, calendar: '' },
        { ...life.state, nextDue: 0, calendar: '' },
      )
    }),
    { numRuns: 25 },
  )
})

t.test('whatever is tried in a record’s life, deciding it again finds nothing wrong', async () => {
  const options = { references: references(), mode: 'sandbox', registry: '2202' } as const
  fc.assert(
    fc.property(lives, (steps) => {
      const faults = verifyRecord(record, recordedAs(live(steps).events), options)
      if (faults.length > 0)
        throw new Error(faults.map(({ revision, problem }) => `${revision} ${problem}`).join('\n'))
    }),
    { numRuns: 25 },
  )
})

t.test('a fact of a period that is left out, put in or changed is found', async (t) => {
  const options = { references: references(), mode: 'sandbox', registry: '2202' } as const
  const of = filingNo(1)
  const life = enterprise()
  life.tellAt(at('2026-10-12T09:00'), application(of, 'suspension', period))
  life.tell(outcome(life, of, 'suspension-recordal', 'suspension.recorded', period))
  life.pass(at('2027-06-02T00:00'))
  life.tell(application(filingNo(2), 'change', asked.change))
  const events = recordedAs(life.events)
  const problems = (changed: readonly RecordedEvent[]) =>
    verifyRecord(
      record,
      changed.map((event, index) => ({ ...event, revision: index + 1 })),
      options,
    ).map(({ problem }) => problem)
  t.strictSame(problems(events), [])
  t.match(
    problems(events.filter(({ type }) => type !== 'yibiao.suspension.lapsed.v1'))[0],
    /suspension, due .* is missing/,
  )
  const moved = events.map((event) =>
    event.type === 'yibiao.clocks.stopped.v1' || event.type === 'yibiao.suspension.lapsed.v1'
      ? { ...event, data: { ...(event.data as object), due: '2027-05-30' } }
      : event,
  )
  t.match(problems(moved)[0], /differs from what follows/)
})
