import {
  clockMarks,
  instantOfMark,
  isClockRunning,
  type LegalClock,
  legalDateOf,
  nextMark,
  periodFacts,
  type RecordedEvent,
} from '@yibiao/schemas'
import { type ApprovalView, type ClockView, type ContactView, type FilingView, hasEnded } from './view.ts'

/** What events about time and responsibility carry, as far as the board looks at them. */
interface Data {
  readonly calendar?: string
  readonly clocks?: readonly LegalClock[]
  readonly clock?: string
  readonly card?: string
  readonly approval?: string
  readonly approvals?: readonly string[]
  readonly receivedOn?: string
  readonly fact?: string
  readonly duty?: string
  readonly officer?: string
  readonly window?: string
  readonly to?: string
}

type Step = (view: FilingView, event: RecordedEvent, data: Data) => void

const approvalOf = (view: FilingView, id: string | undefined): ApprovalView | undefined =>
  view.approvals.find((one) => one.approval === id)

const clockOf = (view: FilingView, name: string): ClockView | undefined =>
  view.clocks.find((one) => one.clock === name)

/** Clocks that start again take the place of what they were; those that are only computed anew keep how far they have come. */
function setClocks(view: FilingView, { calendar = '', clocks = [] }: Data, anew: boolean): void {
  for (const clock of clocks) {
    const index = view.clocks.findIndex((one) => one.clock === clock.clock)
    const passed = anew ? 0 : (view.clocks[index]?.passed ?? 0)
    const next: ClockView = { ...clock, calendar, passed }
    if (index < 0) view.clocks.push(next)
    else view.clocks[index] = next
  }
}

function pass(view: FilingView, name: string, passed: number): void {
  const clock = clockOf(view, name)
  if (clock) clock.passed = Math.max(clock.passed, passed)
}

const itemOf = (approval = ''): string => approval.slice(approval.indexOf('/') + 1)

const handOver = (view: FilingView, contact: ContactView): void => {
  view.contact = contact
}

const ranOut: Step = (view, _event, { clock = '' }) => pass(view, clock, clockMarks.length)

const passedBy: Readonly<Record<string, number>> = { YELLOW: 1, RED: 2, OVERDUE: 3 }

export const timingSteps: Readonly<Record<string, Step>> = {
  'yibiao.clocks.started.v1': (view, _event, data) => {
    setClocks(view, data, true)
    for (const { kind, approval, from } of data.clocks ?? []) {
      const accepted = kind === 'STATUTORY' ? approvalOf(view, approval) : undefined
      if (accepted?.acceptedOn === acceptedNow) accepted.acceptedOn = from
    }
  },
  'yibiao.clocks.recalculated.v1': (view, _event, data) => setClocks(view, data, false),
  'yibiao.card.raised.v1': (view, _event, { clock = '', card = '' }) =>
    pass(view, clock, passedBy[card] ?? 0),
  ...Object.fromEntries(periodFacts.map((type) => [type, ranOut])),
  'yibiao.clocks.stopped.v1': (view, event) => {
    for (const name of (event.data as { readonly clocks: readonly string[] }).clocks) {
      const clock = clockOf(view, name)
      if (clock) clock.met = legalDateOf(event.receivedtime ?? event.recordedtime)
    }
  },
  'yibiao.acceptance.deemed.v1': (view, _event, { approval, receivedOn }) => {
    pass(view, `${itemOf(approval)}/notice`, clockMarks.length)
    const deemed = approvalOf(view, approval)
    if (deemed && receivedOn !== undefined) deemed.acceptedOn = receivedOn
  },
  'yibiao.approval.accepted.v1': (view, _event, { approval }) => {
    const accepted = approvalOf(view, approval)
    if (accepted) accepted.acceptedOn = acceptedNow
  },
  'yibiao.fact.reversed.v1': (view, _event, { approval, fact }) => {
    const undone = approvalOf(view, approval)
    if (fact === 'yibiao.acceptance.deemed.v1' && undone && undone.acceptedOn !== acceptedNow)
      delete undone.acceptedOn
    if (fact === 'yibiao.approval.deemed.v1' && view.approvals.some((one) => !hasEnded(one.state)))
      delete view.endedAt
  },
  'yibiao.certificate.issued.v1': (view, _event, { approval }) => {
    const issued = approvalOf(view, approval)
    if (issued) delete issued.certificatePending
  },
  'yibiao.channel.granted.v1': (view, event) => {
    const { basis, grantedBy, promised } = event.data as Required<FilingView>['channel']
    view.channel = { basis, grantedBy, promised }
  },
  'yibiao.contact.assigned.v1': (view, _event, { officer = '', window = '' }) =>
    handOver(view, { officer, window }),
  'yibiao.responsibility.transferred.v1': (view, _event, { to = '', window }) => {
    handOver(view, { officer: to, ...(window === undefined ? {} : { window }) })
    view.handovers = (view.handovers ?? 0) + 1
  },
  'yibiao.duty.met.v1': (view, event, { duty = '' }) => {
    const clock = clockOf(view, `follow-up/${duty}`)
    if (clock) clock.met = legalDateOf(event.receivedtime ?? event.recordedtime)
  },
  'yibiao.compensation.requested.v1': (view, _event, { approvals = [] }) => {
    view.compensations = approvals
  },
  'yibiao.compensation.completed.v1': (view, _event, { approval }) => {
    view.compensations = (view.compensations ?? []).filter((one) => one !== approval)
  },
}

/** Accepted, and the clocks that follow say from which date. */
const acceptedNow = ''

/** Whether a clock of the filing runs. */
export const isRunningClock = (view: FilingView, { kind, approval, met }: ClockView): boolean =>
  isClockRunning(kind, {
    filingOpen: view.endedAt === undefined,
    approval: approvalOf(view, approval),
    met: met !== undefined,
  })

/** The card that is out of a promised time; of another term, that it has run out. */
export type CardOut = 'YELLOW' | 'RED' | 'OVERDUE' | 'RUN_OUT'

const cards: readonly CardOut[] = ['YELLOW', 'RED', 'OVERDUE']

/** The card that is out of a clock that runs; undefined while none was raised. */
export function cardOf(view: FilingView, clock: ClockView): CardOut | undefined {
  if (clock.passed === 0 || !isRunningClock(view, clock)) return undefined
  return clock.kind === 'PROMISED' ? cards[clock.passed - 1] : 'RUN_OUT'
}

/** The clocks that run and have not run out. */
export const runningClocks = (view: FilingView): readonly ClockView[] =>
  view.clocks.filter((clock) => clock.passed < clockMarks.length && isRunningClock(view, clock))

/** When the next timer of the filing is due, epoch milliseconds; null when nothing is timed or determined. */
export function nextDue(view: FilingView): number | null {
  // All instants are RFC 3339 UTC of one form, so their texts are in the order of time.
  let first: string | undefined
  for (const clock of runningClocks(view)) {
    const mark = nextMark(clock)
    const at = mark && instantOfMark(clock, mark)
    if (at !== undefined && (first === undefined || at < first)) first = at
  }
  return first === undefined ? null : Date.parse(first)
}

/** The oldest calendar by which a running clock was computed; null when none runs. */
export function calendarOf(view: FilingView): string | null {
  let oldest: string | null = null
  for (const { calendar } of runningClocks(view)) if (oldest === null || calendar < oldest) oldest = calendar
  return oldest
}
