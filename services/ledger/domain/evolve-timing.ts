import { type ClockMark, type EventDataByType, passedWith, periodFacts } from '@yibiao/schemas'
import { dutyClock } from './clocks.ts'
import { resumed } from './decisions/exclusions.ts'
import type { FoldedEvent } from './folded-event.ts'
import { type Filing, hasEnded, type RecordState, type RunningClock } from './state.ts'
import { caseOf } from './timers.ts'

type Data<T extends keyof EventDataByType> = EventDataByType[T]
type Step = (filing: Filing, event: FoldedEvent, state: RecordState) => void

const started: Step = (filing, event, state) => {
  const { calendar, clocks } = event.data as Data<'yibiao.clocks.started.v1'>
  state.calendar = calendar
  for (const clock of clocks) {
    filing.clocks.set(clock.clock, { ...clock, calendar, passed: 0 })
    const approval = clock.approval === undefined ? undefined : filing.approvals.get(clock.approval)
    if (approval?.acceptedOn === acceptedNow && clock.kind === 'STATUTORY') approval.acceptedOn = clock.from
  }
}

/** Accepted, and the clocks that follow say from which date. */
const acceptedNow = ''

const recalculated: Step = (filing, event, state) => {
  const { because, calendar, clocks } = event.data as Data<'yibiao.clocks.recalculated.v1'>
  state.calendar = calendar
  for (const clock of clocks) {
    const { passed = 0 } = filing.clocks.get(clock.clock) ?? {}
    filing.clocks.set(clock.clock, { ...clock, calendar, passed })
    if (because === 'EXTENSION' && clock.kind === 'JOINT') filing.jointExtended = true
  }
}

/** A timer's fact: its clock has gone so far, and an act that had arrived before may still undo it. */
function fact(filing: Filing, event: FoldedEvent, clock: string, mark: ClockMark): void {
  const running = filing.clocks.get(clock)
  if (running === undefined) return
  running.passed = Math.max(running.passed, passedWith(mark))
  keep(filing, event, running)
}

function keep(filing: Filing, { id, type, time }: FoldedEvent, { clock, approval }: RunningClock): void {
  const { round = 0 } = (approval === undefined ? undefined : filing.approvals.get(approval)) ?? {}
  filing.facts = [...filing.facts, { id, type, clock, approval, round, at: Date.parse(time) }]
}

function ranOut(filing: Filing, event: FoldedEvent): void {
  fact(filing, event, (event.data as { readonly clock: string }).clock, 'DUE')
}

const clockOf = (approval: string, what: string): string =>
  `${approval.slice(approval.indexOf('/') + 1)}/${what}`

const steps: Readonly<Record<string, Step>> = {
  'yibiao.clocks.started.v1': started,
  'yibiao.clocks.recalculated.v1': recalculated,
  'yibiao.card.raised.v1': (filing, event) => {
    const { clock, card } = event.data as Data<'yibiao.card.raised.v1'>
    fact(filing, event, clock, card === 'OVERDUE' ? 'DUE' : card)
  },
  ...Object.fromEntries(periodFacts.map((type) => [type, ranOut])),
  'yibiao.clocks.stopped.v1': (filing, event) => {
    for (const clock of (event.data as Data<'yibiao.clocks.stopped.v1'>).clocks) filing.met.add(clock)
  },
  'yibiao.accountability.opened.v1': (filing, event) => {
    const { case: name, approval } = event.data as Data<'yibiao.accountability.opened.v1'>
    filing.cases.add(name)
    const clock = filing.clocks.get(clockOf(approval, 'promised'))
    if (clock) keep(filing, event, clock)
  },
  'yibiao.accountability.concluded.v1': (filing, event) => {
    filing.cases.delete((event.data as Data<'yibiao.accountability.concluded.v1'>).case)
  },
  'yibiao.acceptance.deemed.v1': (filing, event) => {
    const { approval, receivedOn } = event.data as Data<'yibiao.acceptance.deemed.v1'>
    fact(filing, event, clockOf(approval, 'notice'), 'DUE')
    const deemed = filing.approvals.get(approval)
    if (deemed) deemed.acceptedOn = receivedOn
  },
  'yibiao.approval.deemed.v1': (filing, event) => {
    const { approval } = event.data as Data<'yibiao.approval.deemed.v1'>
    fact(filing, event, clockOf(approval, 'statutory'), 'DUE')
    const deemed = filing.approvals.get(approval)
    if (deemed) deemed.state = 'GRANTED'
  },
  'yibiao.approval.accepted.v1': (filing, event) => {
    const { approval } = event.data as Data<'yibiao.approval.accepted.v1'>
    const accepted = filing.approvals.get(approval)
    if (accepted) accepted.acceptedOn = acceptedNow
  },
  'yibiao.time.excluded.v1': (filing, event) => {
    const { approval, noticeNo, from, to } = event.data as Data<'yibiao.time.excluded.v1'>
    filing.approvals.get(approval)?.exclusions.set(noticeNo, { from, to })
  },
  'yibiao.time.resumed.v1': (filing, event) => {
    const data = event.data as Data<'yibiao.time.resumed.v1'>
    const { exclusions } = filing.approvals.get(data.approval) ?? {}
    if (exclusions === undefined) return
    const left = resumed(exclusions, data)
    exclusions.clear()
    for (const [notice, days] of left) exclusions.set(notice, days)
  },
  'yibiao.deadline.extended.v1': (filing, event) => {
    const extended = filing.approvals.get((event.data as Data<'yibiao.deadline.extended.v1'>).approval)
    if (extended) extended.extended = true
  },
  'yibiao.certificate.issued.v1': (filing, event) => {
    const issued = filing.approvals.get((event.data as Data<'yibiao.certificate.issued.v1'>).approval)
    if (issued) issued.certificatePending = false
  },
  'yibiao.channel.granted.v1': (filing, event) => {
    filing.promised = (event.data as Data<'yibiao.channel.granted.v1'>).promised
  },
  'yibiao.contact.assigned.v1': (filing, event) => {
    filing.responsible = (event.data as Data<'yibiao.contact.assigned.v1'>).officer
  },
  'yibiao.responsibility.transferred.v1': (filing, event) => {
    filing.responsible = (event.data as Data<'yibiao.responsibility.transferred.v1'>).to
  },
  'yibiao.duty.met.v1': (filing, event) => {
    filing.met.add(dutyClock((event.data as Data<'yibiao.duty.met.v1'>).duty))
  },
  'yibiao.compensation.requested.v1': (filing, event) => {
    for (const approval of (event.data as Data<'yibiao.compensation.requested.v1'>).approvals)
      filing.compensations.add(approval)
  },
  'yibiao.compensation.completed.v1': (filing, event) => {
    filing.compensations.delete((event.data as Data<'yibiao.compensation.completed.v1'>).approval)
  },
  'yibiao.fact.reversed.v1': reverse,
}

/** The fact no longer stands; what it had made of the record is taken back as far as no later act has changed it. */
function reverse(filing: Filing, { corrects, data }: FoldedEvent): void {
  const { approval: id, fact: type } = data as Data<'yibiao.fact.reversed.v1'>
  filing.facts = filing.facts.filter((one) => one.id !== corrects)
  const approval = id === undefined ? undefined : filing.approvals.get(id)
  if (approval === undefined) return
  if (type === 'yibiao.acceptance.deemed.v1' && approval.acceptedOn !== acceptedNow)
    approval.acceptedOn = undefined
  if (type === 'yibiao.accountability.opened.v1') filing.cases.delete(caseOf(approval))
  if (type === 'yibiao.approval.deemed.v1' && filing.state === 'COMPLETED' && !allEnded(filing))
    filing.state = 'IN_PARALLEL'
}

const allEnded = ({ approvals }: Filing): boolean =>
  [...approvals.values()].every((one) => hasEnded(one.state))

/** Folds what has to do with time and with whoever answers for it. False for every other event. */
export function evolveTiming(state: RecordState, event: FoldedEvent): boolean {
  const step = steps[event.type]
  if (step === undefined) return false
  const filing = event.filing === undefined ? undefined : state.filings.get(event.filing)
  if (filing) step(filing, event, state)
  return true
}
