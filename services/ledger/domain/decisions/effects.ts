import { registryStatusSet } from '@yibiao/projections'
import {
  compileProcess,
  type Issue,
  issue,
  leavesOf,
  type Message,
  type ProcessContent,
} from '@yibiao/schemas'
import type { Claim, Conclusion, DecisionContext } from '../context.ts'
import { nameClaim } from '../context.ts'
import { protectedUntil } from '../names.ts'
import { periodIssues, stopping, stoppingDuties } from '../periods.ts'
import { type Approval, type ApprovalState, type Filing, hasEnded, type RecordState } from '../state.ts'
import { notInThisStatus } from './application.ts'
import { renamingOf } from './renaming.ts'

/** The registry status that follows from one, by type of event: 2 revoked, 3 revoked and deregistered, 4, 5 rescinded, 6 moved. */
const following: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'yibiao.licence.revoked.v1': { 1: '2' },
  'yibiao.enterprise.deregistered.v1': { 1: '4', 2: '3', 5: '4' },
  'yibiao.registration.rescinded.v1': { 1: '5', 2: '5' },
  'yibiao.migration.completed.v1': { 1: '6' },
}

const reversal = 'yibiao.rescission.reversed.v1'

/** Types of event after which the record is nobody's here any more. */
const ends: ReadonlySet<string> = new Set([
  'yibiao.enterprise.deregistered.v1',
  'yibiao.migration.completed.v1',
])

const expectedStatus = ({ status = '', rescission }: RecordState, type: string): string | undefined =>
  type === reversal ? rescission?.before : following[type]?.[status]

interface Outcome {
  readonly message: Message
  readonly filing: Filing
  readonly approval: Approval
  /** The definition that the filing is pinned to. */
  readonly process: ProcessContent | undefined
}

/** Why an outcome cannot have the effect that it says. Other outcomes than those of the record's life have none of their own. */
export function effectIssues(state: RecordState, { message, approval, process }: Outcome): Issue[] {
  const { type, data } = message
  const form = (data as { readonly form?: object }).form ?? {}
  const paths = leavesOf(form).map(([path]) => path)
  const given = registryStatusSet(message)
  const isStatus = given !== undefined
  const issues: Issue[] = []
  if (paths.includes('/status') && !isStatus)
    issues.push(issue('YB_STATUS_BY_EVENT', '/data/form/status', { type }))
  if (isStatus && type !== 'yibiao.enterprise.registered.v1') {
    const expected = expectedStatus(state, type)
    if (expected === undefined) issues.push(notInThisStatus(state, type, type))
    else if (expected !== given)
      issues.push(issue('YB_STATUS_VALUE', '/data/form/status', { type, expected, given }))
  }
  if (type === reversal && message.corrects !== state.rescission?.event) {
    const params = { given: message.corrects ?? '–', expected: state.rescission?.event ?? '–' }
    issues.push(issue('YB_CORRECTS', '/corrects', params))
  }
  if (process?.kind === 'LIFE' && approval.item === process.registration) {
    const { mayChange } = compileProcess(process)
    for (const path of paths)
      if (!mayChange(path) && !(isStatus && path === '/status'))
        issues.push(issue('YB_NOT_OF_PROCESS', `/data/form${path}`, { path, process: process.process }))
  }
  return [...issues, ...periodIssues(process, data as object)]
}

export interface Effects {
  readonly conclusions: readonly Conclusion[]
  readonly claims: readonly Claim[]
  readonly releases: readonly Claim[]
}

/** What an outcome makes of the rest of the record: periods it ends, filings that have become pointless, names. */
export function effectsOf(
  state: RecordState,
  { message, filing, approval }: Outcome,
  context: DecisionContext,
): Effects | Issue {
  const { type, data } = message
  const stops = stopping(state, type)
  if (ends.has(type)) {
    const others = [...state.filings.values()].filter((one) => one !== filing && one.state === 'IN_PARALLEL')
    return {
      conclusions: [
        ...stops,
        ...stoppingDuties(state, type, filing.filing),
        ...others.flatMap((one) => closing(one, approval)),
      ],
      claims: [],
      releases: [
        ...givenUp([state.name], context, type === 'yibiao.enterprise.deregistered.v1'),
        ...givenUp(
          others.map((one) => one.applied?.form?.name?.full),
          context,
          false,
        ),
      ],
    }
  }
  if (type !== 'yibiao.change.registered.v1') return { conclusions: stops, claims: [], releases: [] }
  const renaming = renamingOf(state, (data as { form?: { name?: { full?: string } } }).form, context)
  if ('code' in renaming) return renaming
  // What was claimed by the application and not registered is given back.
  const asked = filing.applied?.form?.name?.full
  const registered = (data as { form?: { name?: { full?: string } } }).form?.name?.full ?? state.name
  const unused = asked === undefined || asked === registered ? [] : [nameClaim(context.registry, asked)]
  const releases = renaming.releases.map((one) => ({
    ...one,
    protectedUntil: protectedUntil(context.receivedOn),
  }))
  return { conclusions: stops, claims: renaming.claims, releases: [...releases, ...unused] }
}

/** Names that are given back: what the enterprise had borne with its protection (企业名称登记管理规定 17), what was only asked for without. */
const givenUp = (
  names: readonly (string | undefined)[],
  { registry, receivedOn }: DecisionContext,
  borne: boolean,
): Claim[] =>
  names
    .filter((name) => name !== undefined)
    .map((name) => ({
      ...nameClaim(registry, name),
      ...(borne ? { protectedUntil: protectedUntil(receivedOn) } : {}),
    }))

/** What is open of another filing ends with the record. */
function closing(other: Filing, because: Approval): Conclusion[] {
  const outcomes: Record<string, ApprovalState> = {}
  const open: string[] = []
  for (const one of other.approvals.values()) {
    if (!hasEnded(one.state)) open.push(one.approval)
    outcomes[one.approval] = hasEnded(one.state) ? one.state : 'NOT_NEEDED'
  }
  return [
    {
      type: 'yibiao.approvals.closed.v1',
      data: { approvals: open, because: because.approval },
      filing: other.filing,
    },
    { type: 'yibiao.filing.completed.v1', data: { outcomes }, filing: other.filing },
  ]
}
