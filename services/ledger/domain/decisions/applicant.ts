import {
  applyFragment,
  checkFormRules,
  type EventDataByType,
  type Issue,
  issue,
  leavesOf,
  type Message,
  type OneForm,
} from '@yibiao/schemas'
import { accept, type Decision, type DecisionContext, refuse } from '../context.ts'
import type { RecordState } from '../state.ts'
import { locate, no, openFiling, releasesOf } from './approvals.ts'
import { suppliedIssues } from './materials.ts'
import { renamingOf } from './renaming.ts'
import { fixtures } from './values.ts'

const applicantColumns = ['APPLICANT']

/** A supplement answers one notice: only what was asked for, and the form as a whole must hold with it. */
export function decideSupplementProvided(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const data = message.data as EventDataByType['yibiao.supplement.provided.v1']
  const located = locate(state, message, data, ['SUPPLEMENT'])
  if ('code' in located) return no(state, located)
  const { asked, askedMaterials, approval } = located.approval
  const unasked = suppliedIssues({ approval, asked: askedMaterials }, data)
  const fragment = data.form
  if (fragment === undefined) {
    const [first, ...more] = unasked
    return first ? no(state, first, ...more) : accept()
  }

  const issues: Issue[] = [...unasked, ...fixtures(fragment, context)]
  for (const [path] of leavesOf(fragment)) {
    if (!asked.some((one) => path === one || path.startsWith(`${one}/`)))
      issues.push(
        issue('YB_NOTHING_ASKED', `/data/form${path}`, { path, round: data.round, approval: data.approval }),
      )
    else if (!context.references.matrix.maySupply(applicantColumns, path))
      issues.push(
        issue('YB_FIELD_NOT_OWNED', `/data/form${path}`, {
          path,
          owner: context.references.matrix.ownerOf(path) ?? '',
          participant: 'APPLICANT',
        }),
      )
  }
  if (issues.length === 0 && context.view) {
    const merged = applyFragment(structuredClone(context.view.form), fragment) as OneForm
    const options = { submittedOn: context.receivedOn, divisionPrefixes: [context.registry] }
    if (!state.registered)
      for (const one of checkFormRules(merged, options))
        issues.push({ ...one, pointer: `/data/form${one.pointer}` })
  }
  const [first, ...more] = issues
  if (first) return no(state, first, ...more)
  const renaming = renamingOf(state, fragment, context)
  return 'code' in renaming ? no(state, renaming) : accept([], renaming.claims, renaming.releases)
}

/** The applicant takes the filing back; possible until there is an enterprise. */
export function decideWithdrawn(state: RecordState, message: Message, context: DecisionContext): Decision {
  const filing = openFiling(state, message)
  if ('code' in filing) return no(state, filing)
  if (filing.submittedBy !== message.authid && message.authtype !== 'officer')
    return refuse(
      'record',
      issue('YB_NOT_YOURS_TO_SAY', '/authid', {
        participant: context.participant,
        type: message.type,
        detail: ` (${filing.filing})`,
      }),
    )
  if (state.registered) return no(state, issue('YB_FILING_REGISTERED', '/filing', { filing: filing.filing }))
  return accept([], [], releasesOf(state, context))
}
