import {
  addDays,
  type CatalogueItem,
  type ClockPlan,
  type EventDataByType,
  type Issue,
  issue,
  type LegalClock,
  type LegalTerm,
  type Message,
  type Reason,
  reasonedIssue,
} from '@yibiao/schemas'
import {
  isAccepted,
  isRunning,
  itemOf,
  planOf,
  plansOf,
  recalculating,
  starting,
  timedProcessOf,
} from '../clocks.ts'
import { accept, type Decision, type DecisionContext } from '../context.ts'
import type { Approval, Exclusion, Filing, RecordState, RunningClock } from '../state.ts'
import { notOfTheCounter } from './counter.ts'
import { locateOwn, no, openFiling } from './locate.ts'
import { reversals } from './reversals.ts'

/**
 * The application is accepted (受理). Within the notice's term the decision's time begins now and no longer with the receipt
 * (行政许可法 32(5), 42).
 */
export function decideAccepted(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.approval.accepted.v1']
  const located = locateOwn(state, message, data, ['OPEN'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const timely = reversals(filing, approval, context)
  if (!isAccepted(approval.kind)) {
    const params = { approval: approval.approval, kind: approval.kind, needed: 'a decision' }
    return no(state, issue('YB_APPROVAL_KIND', '/type', params))
  }
  const deemedTooLate = timely.some(({ data }) => isDeemedAcceptance(data))
  if (approval.acceptedOn !== undefined && !deemedTooLate) {
    const params = { approval: approval.approval, on: approval.acceptedOn }
    return no(state, issue('YB_ACCEPTED_ALREADY', '/type', params))
  }
  const plans = plansOf(filing, [approval], context, { notice: false })
  return accept([...timely, ...starting(filing, [approval], plans, context)])
}

const isDeemedAcceptance = (data: unknown): boolean =>
  (data as { readonly fact?: string }).fact === 'yibiao.acceptance.deemed.v1'

type TimeExcluded = EventDataByType['yibiao.time.excluded.v1']

/**
 * 行政许可法 45: hearing, bidding, auction, inspection, testing, quarantine, appraisal and expert review do not count, and
 * the applicant is told in writing how long they take. The list is closed: a verification on site runs inside the term
 * unless the item cites a rule.
 */
export function decideTimeExcluded(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as TimeExcluded
  const located = locateOwn(state, message, data, ['OPEN'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const objection =
    groundNotAllowed(data, itemOf(approval, context.references)) ?? noticeOutOfOrder(data, approval, context)
  if (objection) return no(state, objection)
  const exclusions = new Map(approval.exclusions).set(data.noticeNo, { from: data.from, to: data.to })
  return accept(
    recalculating(filing, withExclusions(filing, approval, exclusions), 'EXCLUSION', context.references),
  )
}

function groundNotAllowed({ approval, ground, rule }: TimeExcluded, item: CatalogueItem | undefined) {
  const params = { approval, ground }
  if (ground === 'VERIFICATION')
    return item?.verificationExcluded === undefined || rule === undefined
      ? issue('YB_EXCLUSION_GROUND', '/data/ground', params)
      : undefined
  const { exclusions } = item ?? {}
  return exclusions === undefined || exclusions.includes(ground)
    ? undefined
    : issue('YB_EXCLUSION_GROUND', '/data/ground', params)
}

/** A notice tells beforehand how long it takes: it cannot make time that has run already not count. */
function noticeOutOfOrder(data: TimeExcluded, approval: Approval, { receivedOn }: DecisionContext) {
  const wrong = (pointer: string, zh: string, en: string): Issue =>
    reasonedIssue(
      'YB_EXCLUSION_NOTICE',
      pointer,
      { zh, en },
      { approval: data.approval, notice: data.noticeNo },
    )
  if (approval.exclusions.has(data.noticeNo))
    return wrong('/data/noticeNo', '该文书已用于扣除期间', 'it has excluded days already')
  if (data.to < data.from) return wrong('/data/to', '止日早于起日', 'it ends before it begins')
  if (data.from < receivedOn)
    return wrong(
      '/data/from',
      `须事先告知，不得早于 ${receivedOn}`,
      `it must come before: not earlier than ${receivedOn}`,
    )
  return undefined
}

/** The days of an exclusion count again from `on`, as if its notice had said so. */
export function decideTimeResumed(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.time.resumed.v1']
  const located = locateOwn(state, message, data, ['OPEN'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const known = approval.exclusions.get(data.noticeNo)
  if (known === undefined || data.on < known.from || data.on > known.to) {
    const reason: Reason =
      known === undefined
        ? { zh: '没有以该文书扣除的期间', en: 'no days are excluded by it' }
        : { zh: `应在 ${known.from} 至 ${known.to} 之间`, en: `it must lie in ${known.from} … ${known.to}` }
    const params = { approval: data.approval, notice: data.noticeNo }
    return no(state, reasonedIssue('YB_EXCLUSION_NOTICE', '/data/on', reason, params))
  }
  const exclusions = resumed(approval.exclusions, data)
  return accept(
    recalculating(filing, withExclusions(filing, approval, exclusions), 'RESUMPTION', context.references),
  )
}

/** The exclusions once one of them has ended early. */
export function resumed(
  exclusions: ReadonlyMap<string, Exclusion>,
  { noticeNo, on }: { readonly noticeNo: string; readonly on: string },
): Map<string, Exclusion> {
  const all = new Map(exclusions)
  const known = all.get(noticeNo)
  if (known === undefined) return all
  if (on <= known.from) all.delete(noticeNo)
  else all.set(noticeNo, { from: known.from, to: addDays(on, -1) })
  return all
}

/** The plans of an approval's running clocks with these days not counted. */
function withExclusions(
  filing: Filing,
  approval: Approval,
  exclusions: ReadonlyMap<string, Exclusion>,
): ClockPlan[] {
  const excluded = [...exclusions.values()]
  return runningOf(filing, approval)
    .filter(({ kind, term }) => kind !== 'NOTICE' && term.unit !== 'MONTH' && term.unit !== 'YEAR')
    .map((clock) => {
      const { excluded: _before, ...plan } = planOf(clock)
      return excluded.length === 0 ? plan : { ...plan, excluded }
    })
}

const runningOf = (filing: Filing, approval: Approval): RunningClock[] =>
  [...filing.clocks.values()].filter(
    (clock) => clock.approval === approval.approval && isRunning(filing, clock),
  )

/** 行政许可法 42: once, within what the law allows, before it has run out, by its approver, with the reason told. */
export function decideExtended(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as EventDataByType['yibiao.deadline.extended.v1']
  const located = locateOwn(state, message, data, ['OPEN'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  return extend(state, filing, context, {
    subject: approval.approval,
    clock: filing.clocks.get(`${approval.item}/statutory`),
    extended: approval.extended,
    allowed: itemOf(approval, context.references)?.extension,
    by: data.by,
  })
}

/** 行政许可法 42(2): the filing as a whole, by the head of the government. */
export function decideJointExtended(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as EventDataByType['yibiao.joint.extended.v1']
  const filing = openFiling(state, message)
  if ('code' in filing) return no(state, filing)
  return extend(state, filing, context, {
    subject: filing.filing,
    clock: filing.clocks.get('joint'),
    extended: filing.jointExtended,
    allowed: timedProcessOf(filing, context.references)?.terms.jointExtension,
    by: data.by,
  })
}

interface Extension {
  readonly subject: string
  readonly clock: RunningClock | undefined
  readonly extended: boolean
  readonly allowed: LegalTerm | undefined
  readonly by: LegalTerm
}

function extend(
  state: RecordState,
  filing: Filing,
  { references, receivedAt }: DecisionContext,
  { subject, clock, extended, allowed, by }: Extension,
): Decision {
  const objection = (reason: Reason): Decision =>
    no(state, reasonedIssue('YB_EXTENSION', '/data/by', reason, { subject }))
  if (clock === undefined || !isRunning(filing, clock))
    return objection({ zh: '没有正在计时的法定时限', en: 'no statutory term of it is running' })
  if (extended) return objection({ zh: '只能延长一次', en: 'it was extended already, and once is all' })
  if (allowed === undefined) return objection({ zh: '本事项不可延长', en: 'its term cannot be extended' })
  if (by.unit !== allowed.unit || by.unit !== clock.term.unit || by.value < 1 || by.value > allowed.value)
    return objection({
      zh: `最多可延长 ${allowed.value} ${allowed.unit}`,
      en: `at most ${allowed.value} ${allowed.unit} are allowed`,
    })
  if (clock.dueAt !== undefined && Date.parse(clock.dueAt) <= receivedAt)
    return objection({ zh: '时限已届满', en: 'the term has run out' })
  const term = { ...clock.term, value: clock.term.value + by.value }
  return accept(recalculating(filing, [{ ...planOf(clock), term }], 'EXTENSION', references))
}

/** The certificate of a decision was delivered (行政许可法 44). */
export function decideCertificateIssued(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as EventDataByType['yibiao.certificate.issued.v1']
  const located = ownApproval(state, message, data.approval, context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  if (!approval.certificatePending) {
    const params = {
      approval: approval.approval,
      state: approval.state,
      type: message.type,
      needed: 'certificateFollows',
    }
    return no(state, issue('YB_APPROVAL_STATE', '/data/approval', params))
  }
  return accept(reversals(filing, approval, context))
}

/**
 * 绿色通道: every approval that is open, and those that open later, within the time promised here; one that was promised sooner
 * already stays so.
 */
export function decideChannelGranted(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as EventDataByType['yibiao.channel.granted.v1']
  const filing = openFiling(state, message)
  if ('code' in filing) return no(state, filing)
  const objection = notOfTheCounter(state, message, context)
  if (objection) return objection
  const plans = [...filing.clocks.values()]
    .filter((clock) => clock.kind === 'PROMISED' && isRunning(filing, clock))
    .map((clock) => promisedNow(planOf(clock), data.promised, context))
  const isSooner = ({ clock, dueAt }: LegalClock) => {
    const before = filing.clocks.get(clock)?.dueAt
    return before === undefined || (dueAt !== undefined && dueAt < before)
  }
  return accept(recalculating(filing, plans, 'GREEN_CHANNEL', context.references, isSooner))
}

/** A promise counts from when it is made, and cannot have been broken before. */
const promisedNow = (
  plan: ClockPlan,
  term: LegalTerm,
  { receivedAt, receivedOn }: DecisionContext,
): ClockPlan => ({
  ...plan,
  from: receivedOn,
  ...(term.unit === 'WORKING_HOUR' ? { fromAt: new Date(receivedAt).toISOString() } : {}),
  term,
})

/** The speaker's own approval, in whatever state and whether its filing is open or not. */
export function ownApproval(
  state: RecordState,
  message: Message,
  id: string,
  { participant }: DecisionContext,
): { readonly filing: Filing; readonly approval: Approval } | Issue {
  const filing = message.filing === undefined ? undefined : state.filings.get(message.filing)
  if (state.filings.size === 0) return issue('YB_RECORD_UNKNOWN', '/subject', { record: state.record })
  if (filing === undefined) return issue('YB_FILING_UNKNOWN', '/filing', { filing: message.filing ?? '' })
  const approval = filing.approvals.get(id)
  if (approval === undefined)
    return issue('YB_APPROVAL_UNKNOWN', '/data/approval', { filing: filing.filing, approval: id })
  if (approval.participant !== participant)
    return issue('YB_APPROVAL_NOT_YOURS', '/data/approval', {
      approval: id,
      owner: approval.department,
      participant,
    })
  return { filing, approval }
}
