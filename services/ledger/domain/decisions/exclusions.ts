import {
  addDays,
  type CatalogueItem,
  type ClockPlan,
  type EventDataByType,
  type Issue,
  issue,
  type Message,
  type Reason,
  reasonedIssue,
} from '@yibiao/schemas'
import { isRunning, itemOf, planOf, recalculating } from '../clocks.ts'
import { accept, type Decision, type DecisionContext } from '../context.ts'
import type { Approval, Exclusion, Filing, RecordState, RunningClock } from '../state.ts'
import { locateOwn, no } from './locate.ts'

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
