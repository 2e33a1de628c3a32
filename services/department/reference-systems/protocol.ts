/** What the events of the feed mean for a department's own cases. */
import { type ItemKind, sourceOf } from '@yibiao/schemas'
import type { Delivery } from '../index.ts'
import type { CaseBook } from './case-book.ts'

export interface ProtocolContext {
  readonly code: string
  readonly cases: CaseBook
  /** When a case that opens now is decided, epoch milliseconds. */
  dueOf(approval: string, round: number): number
  readonly now: number
}

interface RoutedApproval {
  readonly approval: string
  readonly item: string
  readonly kind: ItemKind
  readonly participant?: string
  readonly state: 'OPEN' | 'WAITING'
}

type Step = (delivery: Delivery, context: ProtocolContext) => void

const dataOf = <Data>(delivery: Delivery): Data => delivery.event.data as Data

function routed(delivery: Delivery, { code, cases, dueOf }: ProtocolContext): void {
  const { event } = delivery
  for (const each of dataOf<{ approvals: readonly RoutedApproval[] }>(delivery).approvals) {
    if (each.participant !== code) continue
    const { approval, item, kind, state } = each
    const due = state === 'OPEN' ? dueOf(approval, 1) : null
    // The envelope names the filing; an approval's id begins with it as well.
    const filing = event.filing ?? approval.slice(0, approval.indexOf('/'))
    cases.enter({ approval, record: event.subject, filing, item, kind, state, due, cause: event.id })
  }
}

function opened(delivery: Delivery, { cases, dueOf }: ProtocolContext): void {
  for (const approval of dataOf<{ approvals: readonly string[] }>(delivery).approvals) {
    const entry = cases.byApproval(approval)
    if (entry?.state === 'WAITING')
      cases.open(approval, entry.round, dueOf(approval, entry.round), delivery.event.id)
  }
}

function closed(delivery: Delivery, { cases }: ProtocolContext): void {
  for (const approval of dataOf<{ approvals: readonly string[] }>(delivery).approvals)
    cases.end(approval, 'ENDED')
}

function supplemented(delivery: Delivery, { cases, dueOf }: ProtocolContext): void {
  const { approval, round } = dataOf<{ approval: string; round: number }>(delivery)
  if (cases.byApproval(approval) === undefined) return
  cases.open(approval, round + 1, dueOf(approval, round + 1), delivery.event.id)
}

/** An own statement has come back recorded. */
const recordedAs =
  (state: 'GRANTED' | 'RECORDED' | 'REFUSED'): Step =>
  (delivery, { code, cases }) => {
    if (delivery.event.source !== sourceOf(code)) return
    cases.end(dataOf<{ approval: string }>(delivery).approval, state)
  }

const filingEnded: Step = ({ event }, { cases }) => {
  if (event.filing !== undefined) cases.endFiling(event.filing)
}

const steps: Readonly<Record<string, Step>> = {
  'yibiao.filing.routed.v1': routed,
  'yibiao.approvals.opened.v1': opened,
  'yibiao.approvals.closed.v1': closed,
  'yibiao.supplement.provided.v1': supplemented,
  'yibiao.approval.granted.v1': recordedAs('GRANTED'),
  'yibiao.enterprise.registered.v1': recordedAs('GRANTED'),
  'yibiao.approval.recorded.v1': recordedAs('RECORDED'),
  'yibiao.approval.refused.v1': recordedAs('REFUSED'),
  'yibiao.filing.withdrawn.v1': filingEnded,
  'yibiao.filing.refused.v1': filingEnded,
  'yibiao.filing.completed.v1': filingEnded,
}

/** Brings the cases up to date with one feed message. Types that mean nothing here pass by, those to come included. */
export function follow(delivery: Delivery, context: ProtocolContext): void {
  steps[delivery.event.type]?.(delivery, context)
  // What a case needs may have come with any event that changes the form.
  if (delivery.changes.length > 0) context.cases.unpark(delivery.event.subject, context.now)
}
