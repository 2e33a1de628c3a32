/** What the events of the feed mean for a department's own cases. */
import { applyFragment, endOfLegalDate, type ItemKind, sourceOf, typedOutcomes } from '@yibiao/schemas'
import type { Delivery } from '../index.ts'
import type { CaseBook } from './case-book.ts'
import type { ErrandBook } from './errand-book.ts'
import type { Application, Publicity } from './system.ts'

export interface ProtocolContext {
  readonly code: string
  readonly cases: CaseBook
  readonly errands: ErrandBook
  /** Duties of which this department keeps the proof, and how long after their first day they are met. */
  readonly duties: readonly string[]
  readonly dutyAfterMs: number
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

/** What is asked for comes before the routing that says who decides it. */
function applied(delivery: Delivery, { cases }: ProtocolContext): void {
  const { filing } = delivery.event
  if (filing !== undefined) cases.apply(filing, dataOf<Application>(delivery))
}

/** A supplement of an application amends what it asks for. */
function amended(delivery: Delivery, { cases }: ProtocolContext): void {
  const { filing } = delivery.event
  const { amended: fragment } = dataOf<{ amended?: object }>(delivery)
  const application = filing === undefined ? undefined : cases.application(filing)
  if (filing === undefined || application === undefined || fragment === undefined) return
  cases.apply(filing, { ...application, form: applyFragment(application.form ?? {}, fragment) })
}

function rescinded({ event, changes }: Delivery, { cases }: ProtocolContext): void {
  const before = changes.find(({ path }) => path === '/status')?.before
  cases.rescind(event.subject, { event: event.id, before: typeof before === 'string' ? before : undefined })
}

/** What is public runs, or has come to its end one way or the other; then what waited for that is looked at again. */
const publicity =
  (state: Publicity): Step =>
  ({ event }, { cases, now }) => {
    if (event.filing === undefined) return
    if (state === 'OPPOSED' && cases.publicity(event.filing) === undefined) return
    cases.publicise(event.filing, state)
    if (state !== 'RUNNING') cases.unpark(event.subject, now)
  }

/** An own statement of a type of its own has come back recorded. */
const recordedTyped: Step = (delivery, context) => {
  const { kind } = context.cases.byApproval(dataOf<{ approval: string }>(delivery).approval) ?? {}
  recordedAs(kind === 'RECORDAL' || kind === 'CONSEQUENCE' ? 'RECORDED' : 'GRANTED')(delivery, context)
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

function supplemented(delivery: Delivery, context: ProtocolContext): void {
  const { cases, dueOf } = context
  amended(delivery, context)
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

/** 企业信息公示暂行条例 10: what the enterprise makes public, the department that keeps the publicity system tells. */
function dutiesBegun(
  { event }: Delivery,
  { errands, duties, dutyAfterMs }: Pick<ProtocolContext, 'errands' | 'duties' | 'dutyAfterMs'>,
): void {
  const { filing } = event
  if (filing === undefined) return
  const { clocks } = event.data as { clocks: readonly { clock: string; from: string }[] }
  for (const { clock, from } of clocks) {
    const duty = duties.find((one) => clock === `follow-up/${one}`)
    if (duty === undefined) continue
    errands.enter({
      id: `${filing}/duty/${duty}`,
      type: 'yibiao.duty.met.v1',
      record: event.subject,
      filing,
      data: { duty, evidence: `GS-${filing}` },
      cause: event.id,
      due: endOfLegalDate(from) + dutyAfterMs,
    })
  }
}

/** Undoes at once what this department had done for a filing that was withdrawn. */
function undone({ event }: Delivery, { cases, errands, now }: ProtocolContext): void {
  const { filing } = event
  if (filing === undefined) return
  for (const approval of (event.data as { approvals: readonly string[] }).approvals) {
    if (cases.byApproval(approval) === undefined) continue
    errands.enter({
      id: `${approval}/undone`,
      type: 'yibiao.compensation.completed.v1',
      record: event.subject,
      filing,
      data: { approval },
      cause: event.id,
      due: now,
    })
  }
}

const filingEnded: Step = ({ event }, { cases }) => {
  if (event.filing !== undefined) cases.endFiling(event.filing)
}

const steps: Readonly<Record<string, Step>> = {
  ...Object.fromEntries(typedOutcomes.map((type) => [type, recordedTyped])),
  'yibiao.registration.rescinded.v1': (delivery, context) => {
    recordedTyped(delivery, context)
    rescinded(delivery, context)
  },
  'yibiao.publicity.begun.v1': (delivery, context) => {
    recordedTyped(delivery, context)
    publicity('RUNNING')(delivery, context)
  },
  'yibiao.publicity.unopposed.v1': publicity('UNOPPOSED'),
  'yibiao.objection.raised.v1': publicity('OPPOSED'),
  'yibiao.application.submitted.v1': applied,
  'yibiao.proceeding.opened.v1': applied,
  'yibiao.filing.routed.v1': routed,
  'yibiao.approvals.opened.v1': opened,
  'yibiao.approvals.closed.v1': closed,
  'yibiao.supplement.provided.v1': supplemented,
  'yibiao.approval.granted.v1': recordedAs('GRANTED'),
  'yibiao.enterprise.registered.v1': recordedAs('GRANTED'),
  'yibiao.approval.recorded.v1': recordedAs('RECORDED'),
  'yibiao.approval.refused.v1': recordedAs('REFUSED'),
  'yibiao.clocks.started.v1': dutiesBegun,
  'yibiao.compensation.requested.v1': undone,
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
