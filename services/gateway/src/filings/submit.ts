import type { StoredEvent } from '@yibiao/event-store'
import { decodeEvent, filingIdOf, type Problem, problemOf, recordIdOf, YibiaoError } from '@yibiao/schemas'
import type { Context } from '../context.ts'
import type { Principal } from '../http/principal.ts'
import { messageIdOf } from './idempotency.ts'
import type { LedgerAnswer } from './ledger-answer.ts'
import type { LocatedFiling } from './locate.ts'

/** The process that opens a record: setting up a company. */
const process = 'company-setup'

/** What came of an act of the applicant; `pending` when the ledger has not answered in time. */
export type ActOutcome = {
  readonly filing: string
  readonly record: string
  readonly event: StoredEvent | undefined
}

/** What was handed in: the form itself, or a form with the files that go with it. */
export interface Submission {
  /** The request's body as it came. */
  readonly body: Buffer
  /** Whether the body is `{form, materials}` rather than the form. */
  readonly isWhole: boolean
}

/** Whether a body is a form with what goes with it: no form has a member `form`. */
export const isWholeSubmission = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, 'form')

/** Submits a form. The ids follow from the account and its key, so that a retry can never open a second record. */
export async function submitFiling(
  context: Context,
  principal: Principal,
  key: string,
  { body, isWhole }: Submission,
): Promise<ActOutcome> {
  const filing = filingIdOf(principal.id, key)
  const record = recordIdOf(principal.id, key)
  const outgoing = context.publisher.make({
    speaker: 'PAB',
    id: `${filing}/submitted`,
    type: 'yibiao.filing.submitted.v1',
    subject: record,
    filing,
    principal,
    data: isWhole
      ? [`{"process":"${process}",`, body.subarray(body.indexOf('{') + 1)]
      : [`{"process":"${process}","form":`, body, '}'],
  })
  const prefix = isWhole ? '/data' : '/data/form'
  return outcomeOf(await context.answers.ask(outgoing), { filing, record, prefix })
}

/** Applies for something of a record that exists. `data` is the request's body as it came. */
export async function applyFor(
  context: Context,
  principal: Principal,
  { record, key, data }: { readonly record: string; readonly key: string; readonly data: Buffer },
): Promise<ActOutcome> {
  const filing = filingIdOf(principal.id, `${record}\n${key}`)
  const outgoing = context.publisher.make({
    speaker: 'PAB',
    id: `${filing}/applied`,
    type: 'yibiao.application.submitted.v1',
    subject: record,
    filing,
    principal,
    data: [data],
  })
  return outcomeOf(await context.answers.ask(outgoing), { filing, record, prefix: '/data' })
}

/** Says something more in a filing: a withdrawal or a supplement. `data` is the request's body as it came. */
export async function actInFiling(
  context: Context,
  principal: Principal,
  act: {
    readonly located: LocatedFiling
    readonly key: string
    readonly type: 'yibiao.filing.withdrawn.v1' | 'yibiao.supplement.provided.v1'
    readonly data: Buffer
  },
): Promise<ActOutcome> {
  const { filing, record } = act.located.view
  const outgoing = context.publisher.make({
    speaker: 'PAB',
    id: messageIdOf(
      act.type === 'yibiao.filing.withdrawn.v1' ? 'withdrawn' : 'supplement',
      principal.id,
      `${filing}\n${act.key}`,
    ),
    type: act.type,
    subject: record,
    filing,
    principal,
    data: [act.data],
  })
  return outcomeOf(await context.answers.ask(outgoing), { filing, record, prefix: '/data' })
}

function outcomeOf(
  answer: LedgerAnswer,
  { filing, record, prefix }: { readonly filing: string; readonly record: string; readonly prefix: string },
): ActOutcome {
  if (answer.kind === 'refused') throw new YibiaoError(relative(answer.problem, prefix))
  return { filing, record, event: answer.kind === 'recorded' ? answer.event : undefined }
}

/** The ledger's pointers go into the message; the caller sent only what stands below the prefix. */
export function relative(problem: Problem, prefix: string): Problem {
  const [first, ...more] = problem.issues.map((issue) => {
    if (!issue.pointer.startsWith(prefix)) return issue
    const pointer = issue.pointer.slice(prefix.length)
    const shorten = (text: string): string => text.replaceAll(issue.pointer, pointer === '' ? '/' : pointer)
    return { ...issue, pointer, zh: shorten(issue.zh), en: shorten(issue.en) }
  })
  return first ? problemOf([first, ...more]) : problem
}

interface Routed {
  readonly approvals: readonly {
    readonly approval: string
    readonly item: string
    readonly kind: string
    readonly gate: string
    readonly department: string
    readonly participant: string
    readonly state: string
  }[]
}

/** The approvals that a recorded submission opened, with the place of the routing: it was stored together with it. */
export async function routingOf({ options, tail }: Context, submitted: StoredEvent) {
  const { stream, position, revision } = submitted
  const next = tail.recent(position + 1)
  const [stored] =
    next?.stream === stream
      ? [next]
      : await options.store.readStream(stream, { from: revision + 1, limit: 1 })
  if (stored?.type !== 'yibiao.filing.routed.v1') return { event: submitted, approvals: [] }
  const approvals = decodeEvent<Routed>(stored).data.approvals.map(
    ({ approval, item, kind, gate, department, participant, state }) => ({
      approval,
      item,
      kind,
      gate,
      department,
      participant,
      state,
    }),
  )
  return { event: stored, approvals }
}
