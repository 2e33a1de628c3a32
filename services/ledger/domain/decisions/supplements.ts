import {
  applyFragment,
  applyStatement,
  checkFormRules,
  type EventDataByType,
  type Issue,
  issue,
  leavesOf,
  type Message,
  type OneForm,
  type OneFormFragment,
  reasonedIssue,
} from '@yibiao/schemas'
import { jointPlan, plansOf, starting } from '../clocks.ts'
import { accept, type Conclusion, type Decision, type DecisionContext } from '../context.ts'
import { decisiveOf } from '../decisive.ts'
import { valueRuleIssues } from '../rules/index.ts'
import { type Approval, dependenciesMet, type Filing, hasEnded, type RecordState } from '../state.ts'
import { brokenBy } from './application.ts'
import { locate, locateOwn, no } from './locate.ts'
import { askedIssues, suppliedIssues } from './materials.ts'
import { renamingOf } from './renaming.ts'
import { reversals } from './reversals.ts'
import { fixtures } from './values.ts'

type Requested = EventDataByType['yibiao.supplement.requested.v1']

/**
 * One notice names all defects (行政许可法 32(4): 一次告知), materials by their code in the catalogue. A further one with new defects, or one after the acceptance, is
 * recorded all the same, for the founder must know, and marked.
 */
export function decideSupplementRequested(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as Requested
  const located = locateOwn(state, message, data, ['OPEN', 'WAITING'], context)
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const [first, ...more] = askedIssues(approval, data, context)
  if (first) return no(state, first, ...more)
  const timely = reversals(filing, approval, context)
  return accept([...timely, ...violation(approval, data, timely)])
}

/** What is told under one defect, so that a notice can be compared with those before. */
export const defectKey = ({ code, path, material }: Requested['defects'][number]): string =>
  `${code} ${path ?? material ?? ''}`

function violation(
  approval: Approval,
  { round, defects }: Requested,
  timely: readonly Conclusion[],
): Conclusion[] {
  const fresh = defects.filter((defect) => !approval.told.has(defectKey(defect)))
  const deemedTooLate = timely.some(
    ({ data }) => (data as { fact?: string }).fact === 'yibiao.acceptance.deemed.v1',
  )
  const isAccepted = approval.acceptedOn !== undefined && !deemedTooLate
  const hasNew = approval.notices > 0 && fresh.length > 0
  if (!hasNew && !isAccepted) return []
  const data: EventDataByType['yibiao.notice.violated.v1'] = {
    approval: approval.approval,
    round,
    because: hasNew ? 'NEW_DEFECTS' : 'AFTER_ACCEPTANCE',
    codes: [...new Set(fresh.map(({ code }) => code))],
  }
  return [{ type: 'yibiao.notice.violated.v1', data }]
}

const applicantColumns = ['APPLICANT']

/**
 * A supplement answers one notice: only what was asked for, and the form as a whole must hold with it. The term begins when
 * the last one arrives (行政许可法 32(5)); nothing was paused.
 */
export function decideSupplementProvided(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as EventDataByType['yibiao.supplement.provided.v1']
  const located = locate(state, message, data, ['SUPPLEMENT'])
  if ('code' in located) return no(state, located)
  const { filing, approval } = located
  const clocks = startedAnew(filing, approval, context)
  const misplaced = filing.applied === undefined ? data.amended : data.form
  if (misplaced !== undefined) {
    const wanted = filing.applied === undefined ? 'form' : 'amended'
    const reason = { zh: `请改用 ${wanted}`, en: `give it as “${wanted}”` }
    return no(state, reasonedIssue('YB_APPLICATION', '/data', reason, { process: filing.process }))
  }
  const unasked = suppliedIssues(approval, data)
  const fragment = filing.applied === undefined ? data.form : data.amended
  if (fragment === undefined) {
    const [first, ...more] = unasked
    return first ? no(state, first, ...more) : accept(clocks)
  }
  if (filing.applied !== undefined)
    return amended(state, { filing, approval, fragment, round: data.round, clocks, unasked }, context)

  const issues: Issue[] = [
    ...unasked,
    ...fixtures(fragment, context),
    ...notAsked(fragment, approval, data.round, context),
  ]
  if (issues.length === 0 && context.view && !state.registered) {
    const merged = applyFragment(structuredClone(context.view.form), fragment) as OneForm
    const options = { submittedOn: context.receivedOn, divisionPrefixes: [context.registry] }
    for (const one of checkFormRules(merged, options))
      issues.push({ ...one, pointer: `/data/form${one.pointer}` })
  }
  const [first, ...more] = issues
  if (first) return no(state, first, ...more)
  const renaming = renamingOf(state, fragment, context)
  return 'code' in renaming ? no(state, renaming) : accept(clocks, renaming.claims, renaming.releases)
}

interface Amendment {
  readonly filing: Filing
  readonly approval: Approval
  readonly fragment: OneFormFragment
  readonly round: number
  readonly clocks: readonly Conclusion[]
  /** What is wrong with its files. */
  readonly unasked: readonly Issue[]
}

/** A supplement of an application changes what is applied for, never the record. */
function amended(
  state: RecordState,
  { filing, approval, fragment, round, clocks, unasked }: Amendment,
  context: DecisionContext,
): Decision {
  const issues = [...unasked, ...fixtures(fragment, context), ...notAsked(fragment, approval, round, context)]
  const before = (context.view?.form ?? {}) as OneForm
  const after = applyStatement(structuredClone(before), filing.applied ?? {})
  const form = applyFragment(structuredClone(filing.applied?.form ?? {}), fragment)
  const application = { ...filing.applied, process: filing.process, form }
  const { rules } = context.references.process(filing.process, filing.processVersion) ?? {}
  if (issues.length === 0) issues.push(...valueRuleIssues(rules, { state, application, context }))
  if (issues.length === 0) issues.push(...brokenBy(before, applyFragment(after, fragment), context))
  const [first, ...more] = issues
  if (first) return no(state, first, ...more)
  const asked = filing.applied?.form?.name?.full ?? state.name
  const renaming = renamingOf({ ...state, name: asked }, fragment, context)
  if ('code' in renaming) return no(state, renaming)
  const releases = asked === state.name ? [] : renaming.releases
  return accept(clocks, renaming.claims, releases)
}

function notAsked(fragment: object, approval: Approval, round: number, context: DecisionContext): Issue[] {
  const { matrix } = context.references
  const issues: Issue[] = []
  for (const [path] of leavesOf(fragment)) {
    const pointer = `/data/form${path}`
    if (!approval.asked.some((one) => path === one || path.startsWith(`${one}/`)))
      issues.push(issue('YB_NOTHING_ASKED', pointer, { path, round, approval: approval.approval }))
    else if (!matrix.maySupply(applicantColumns, path)) {
      const owner = matrix.ownerOf(path) ?? ''
      issues.push(issue('YB_FIELD_NOT_OWNED', pointer, { path, owner, participant: 'APPLICANT' }))
    }
  }
  return issues
}

/** What is handed in anew before the registration begins the time of the filing as a whole anew as well. */
function startedAnew(filing: Filing, approval: Approval, context: DecisionContext): Conclusion[] {
  if (!dependenciesMet(filing, approval.dependsOn)) return []
  const decisive = decisiveOf(filing, context.references)
  const isDecided = decisive !== undefined && hasEnded(decisive.state)
  const gates = !isDecided && (approval === decisive || approval.gate === 'PRE')
  const plans = [
    ...plansOf(filing, [approval], context, { notice: false }),
    ...(gates ? jointPlan(filing, context) : []),
  ]
  return starting(filing, [approval], plans, context)
}
