import {
  type EventDataByType,
  type Issue,
  issue,
  leavesOf,
  type Message,
  rolesOf,
  valueAt,
} from '@yibiao/schemas'
import { accept, type Decision, type DecisionContext } from '../context.ts'
import type { RecordState } from '../state.ts'
import { notOwned, removalsNotOwned } from './approvals.ts'
import { no } from './locate.ts'
import { renamingOf } from './renaming.ts'
import { fixtures } from './values.ts'

/** A value changed after registration, said by the department that owns it; it goes to everyone entitled. */
export function decideChanged(state: RecordState, message: Message, context: DecisionContext): Decision {
  const before = outsideFiling(state, message, context)
  if (before) return no(state, before)
  const data = message.data as EventDataByType['yibiao.record.changed.v1']
  const issues = [...notOwned(data.form, context), ...removalsNotOwned(data.removed ?? [], context)]
  const paths = [...leavesOf(data.form ?? {}).map(([path]) => path), ...(data.removed ?? [])]
  issues.push(...stale(paths, message, context), ...fixtures(data.form, context))
  if (paths.includes('/status'))
    issues.push(issue('YB_STATUS_BY_EVENT', '/data/form/status', { type: message.type }))
  if (paths.includes('/uscc')) issues.push(issue('YB_USCC_FINAL', '/data/form/uscc'))
  const [first, ...more] = issues
  if (first) return no(state, first, ...more)

  const renaming = renamingOf(state, data.form, context)
  return 'code' in renaming ? no(state, renaming) : accept([], renaming.claims, renaming.releases)
}

/** Another department agrees with a value, or does not. It never overwrites. */
export function decideValueJudged(state: RecordState, message: Message, context: DecisionContext): Decision {
  const before = outsideFiling(state, message, context)
  if (before) return no(state, before)
  const data = message.data as { readonly paths?: readonly string[]; readonly path?: string }
  const columns = context.references.participants.columnsOf(context.participant)
  const issues: Issue[] = []
  for (const path of data.paths ?? [data.path ?? '']) {
    const detail = { participant: context.participant, type: message.type, detail: ` ${path}` }
    const roles = context.view && rolesAt(context.view.form, path)
    if (!context.references.matrix.mayDispute(columns, path, roles))
      issues.push(issue('YB_NOT_YOURS_TO_SAY', '/data', detail))
    else if (context.view && valueAt(context.view.form, path) === undefined)
      issues.push(issue('YB_NOT_FOUND', '/data', { path }))
  }
  const [first, ...more] = issues
  return first ? no(state, first, ...more) : accept()
}

/** The roles of the person that a path speaks of. */
const rolesAt = (form: object, path: string) =>
  path.startsWith('/people/') ? rolesOf(form).get(path.split('/')[2] ?? '') : undefined

/** The record must be registered, and the sender must be one of those whose business it is. */
function outsideFiling(state: RecordState, message: Message, context: DecisionContext): Issue | undefined {
  if (state.filings.size === 0) return issue('YB_RECORD_UNKNOWN', '/subject', { record: state.record })
  if (!state.participants.has(context.participant))
    return issue('YB_NOT_YOURS_TO_SAY', '/source', {
      participant: context.participant,
      type: message.type,
      detail: ` (${state.record})`,
    })
  if (!state.registered)
    return issue('YB_NOT_REGISTERED', '/subject', { record: state.record, type: message.type })
  return undefined
}

/** A newer change to the same path than the sender had seen is a refusal, not an overwrite. */
function stale(paths: readonly string[], message: Message, context: DecisionContext): Issue[] {
  const basedon = message.basedon
  if (basedon === undefined || !context.view) return []
  const issues: Issue[] = []
  for (const path of paths) {
    const revision = context.view.provenance[path]
    if (revision !== undefined && revision > basedon)
      issues.push(issue('YB_STALE', `/data/form${path}`, { path, revision, basedon }))
  }
  return issues
}
