import {
  type ErrorCode,
  errorTable,
  instantOfMark,
  nextMark,
  officeHoursOf,
  type WorkingCalendar,
} from '@yibiao/schemas'
import { cardOf, isRunningClock } from '../filing-board/timing.ts'
import { type ApprovalView, type ClockView, type FilingView, hasEnded } from '../filing-board/view.ts'
import type { ReferencesInForce } from '../references/index.ts'
import type { RefusalView } from '../refusals/projection.ts'
import { measured } from './measure.ts'
import { nextActorOf } from './next-actor.ts'
import { extensionOf, type Grounds, rulesOf } from './rules.ts'
import type {
  Coming,
  ComingFact,
  Duty,
  ExplainedApproval,
  ExplainedClock,
  Explanation,
  HandedOver,
  LastRefusal,
  NextActor,
  NothingOpen,
  Words,
} from './types.ts'

export interface ExplainedBy {
  /** Reference data, of which the filing's pinned versions are asked for. */
  readonly references: ReferencesInForce
  /** Epoch milliseconds. */
  readonly now: number
  /** Refused messages of the record, in their order. */
  readonly refusals?: readonly RefusalView[]
  /** What became of the event that handed an approval over to its participant, by approval. */
  readonly deliveries?: ReadonlyMap<string, HandedOver>
}

/** Why a filing is where it is. Pure: everything comes from the board, the versions it pinned and what is handed in. */
export function explainFiling(view: FilingView, by: ExplainedBy): Explanation {
  const { filing, record, name, state, submittedAt, endedAt, contact, handovers, channel } = view
  const open = view.approvals.filter((one) => !hasEnded(one.state))
  const joint = view.clocks.find(({ kind }) => kind === 'JOINT')
  return {
    filing,
    record,
    name,
    state,
    submittedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
    at: new Date(by.now).toISOString(),
    ...(contact === undefined ? {} : { contact }),
    ...(handovers === undefined ? {} : { handovers }),
    ...(channel === undefined ? {} : { channel }),
    approvals: open.map((approval) => explainApproval(view, approval, by)),
    ...(joint === undefined ? {} : { joint: explainClock(view, joint, by) }),
    duties: dutiesOf(view, by),
    ...(open.length > 0 ? {} : { nothingOpen: nothingOpen(view) }),
  }
}

const nothingOpen = ({ state, approvals }: FilingView): NothingOpen => {
  if (state === 'REFUSED' || state === 'WITHDRAWN') return state
  return approvals.length === 0 ? 'NOT_ROUTED' : 'COMPLETED'
}

function explainApproval(view: FilingView, one: ApprovalView, by: ExplainedBy): ExplainedApproval {
  const { approval, item, itemVersion, kind, department, participant, state, round, since, acceptedOn } = one
  const clocks = view.clocks
    .filter((clock) => clock.approval === approval && clock.kind !== 'FOLLOW_UP')
    .map((clock) => explainClock(view, clock, by))
  const coming = clocks
    .map(({ next }) => next)
    .filter((next) => next !== undefined)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0]
  const next = nextActorOf(view, one, by.references)
  return {
    approval,
    item,
    itemVersion,
    itemName: by.references.item(item, itemVersion)?.name ?? { zh: item, en: item },
    kind,
    department,
    participant,
    state,
    round,
    since,
    ...(acceptedOn === undefined ? {} : { acceptedOn }),
    next,
    clocks,
    ...(coming === undefined ? {} : { coming }),
    delivery: by.deliveries?.get(approval) ?? null,
    refused: lastRefusal(view, next, one, by.refusals ?? []),
  }
}

const counter = 'PAB'

/** The last message in this filing that was not taken from who has to act, since it is his turn. */
function lastRefusal(
  { filing }: FilingView,
  next: NextActor,
  { participant, since }: ApprovalView,
  refusals: readonly RefusalView[],
): LastRefusal | null {
  const speaker = next.who === 'APPLICANT' ? counter : participant
  const last = refusals.findLast(
    (one) => one.participant === speaker && one.filing === filing && one.recordedAt >= since,
  )
  if (last === undefined) return null
  const { refusal, type, code, recordedAt } = last
  return { refusal, participant: speaker, type, code, title: titleOf(code), at: recordedAt }
}

function titleOf(code: string): Words {
  const known = Object.hasOwn(errorTable, code) ? errorTable[code as ErrorCode] : undefined
  return known === undefined ? { zh: code, en: code } : { zh: known.titleZh, en: known.title }
}

/** A clock as it stood at an instant, with what it rests on and what it says next. */
export function explainClock(
  view: FilingView,
  clock: ClockView,
  { references, now }: ExplainedBy,
): ExplainedClock {
  const grounds = groundsOf(view, clock, references)
  const running = isRunningClock(view, clock)
  const { kind, from, term, due, dueAt, notBefore, remaining, missingYear, calendar, excluded = [] } = clock
  const card = cardOf(view, clock)
  const extendedBy = extensionOf(grounds)
  const next = running ? comingOf(clock, grounds) : undefined
  return {
    clock: clock.clock,
    kind,
    from,
    term,
    ...(due === undefined ? {} : { due }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(missingYear === undefined ? {} : { missingYear }),
    calendar,
    running,
    ...(card === undefined ? {} : { card }),
    excluded,
    ...(extendedBy === undefined ? {} : { extendedBy }),
    rules: rulesOf(grounds),
    ...(next === undefined ? {} : { next }),
    ...elapsedOf(grounds, running ? now : Math.min(now, stoppedAt(grounds, now)), references),
  }
}

export const groundsOf = (view: FilingView, clock: ClockView, references: ReferencesInForce): Grounds => {
  const approval = view.approvals.find((one) => one.approval === clock.approval)
  return {
    view,
    clock,
    approval,
    item: approval && references.item(approval.item, approval.itemVersion),
    process: references.process(view.process, view.processVersion),
  }
}

/** When a clock that does not run any more stopped, epoch milliseconds. */
function stoppedAt({ view, clock, approval }: Grounds, now: number): number {
  if (clock.met !== undefined) return now
  if (approval !== undefined) return Date.parse(approval.decidedAt ?? approval.since)
  return view.endedAt === undefined ? now : Date.parse(view.endedAt)
}

/** How much of a clock's term had passed at an instant, by the calendar that the clock names and the office hours. */
export function elapsedOf({ clock, process }: Grounds, until: number, references: ReferencesInForce) {
  const calendar = calendarOf(clock.calendar, references)
  if (process === undefined) return { measure: 'WORKING_TIME' as const, allowed: null, elapsed: null }
  return measured(clock, until, { calendar, hours: officeHoursOf(process) })
}

const calendarOf = (version: string, { calendars, calendar }: ReferencesInForce): WorkingCalendar =>
  calendars.find((one) => one.calendar.version === version)?.calendar ?? calendar

function comingOf(clock: ClockView, { item }: Grounds): Coming | undefined {
  const mark = nextMark(clock)
  const at = mark && instantOfMark(clock, mark)
  if (mark === undefined || at === undefined) return undefined
  return { clock: clock.clock, fact: factOf(clock, mark, item?.tacitConsent === true), at }
}

function factOf({ kind }: ClockView, mark: 'YELLOW' | 'RED' | 'DUE', isTacit: boolean): ComingFact {
  if (mark !== 'DUE') return mark
  if (kind === 'PROMISED') return 'OVERDUE'
  if (kind === 'NOTICE') return 'DEEMED_ACCEPTANCE'
  return kind === 'STATUTORY' && isTacit ? 'DEEMED_GRANT' : 'BREACH'
}

/** What outlives the decisions. */
function dutiesOf(view: FilingView, by: ExplainedBy): readonly Duty[] {
  const { references } = by
  const nameOf = ({ item, itemVersion }: ApprovalView): Words =>
    references.item(item, itemVersion)?.name ?? { zh: item, en: item }
  const clocked = view.clocks.flatMap((clock): Duty[] => {
    if (!isRunningClock(view, clock) || (clock.kind !== 'CERTIFICATE' && clock.kind !== 'FOLLOW_UP'))
      return []
    const { approval, process } = groundsOf(view, clock, references)
    const duty = process?.followUps?.find(({ code }) => clock.clock === `follow-up/${code}`)
    const name =
      clock.kind === 'CERTIFICATE' && approval ? nameOf(approval) : { zh: duty?.zh ?? '', en: duty?.en ?? '' }
    return [
      {
        duty: clock.kind,
        approval: clock.approval ?? null,
        with: approval?.participant ?? 'APPLICANT',
        name,
        clock: explainClock(view, clock, by),
      },
    ]
  })
  const undone = (view.compensations ?? []).flatMap((id): Duty[] => {
    const approval = view.approvals.find((one) => one.approval === id)
    return approval === undefined
      ? []
      : [{ duty: 'COMPENSATION', approval: id, with: approval.participant, name: nameOf(approval) }]
  })
  return [...clocked, ...undone]
}
