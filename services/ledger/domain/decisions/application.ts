import {
  applyStatement,
  type CompiledProcess,
  checkChangedForm,
  compileProcess,
  type Issue,
  isLifeProcess,
  issue,
  leavesOf,
  type Message,
  type OneForm,
  type ProcessContent,
  reasonedIssue,
  validateForm,
  valueAt,
} from '@yibiao/schemas'
import { accept, type Decision, type DecisionContext } from '../context.ts'
import { decisiveOf } from '../decisive.ts'
import { nameIssue, wantedName } from '../names.ts'
import { periodIssues } from '../periods.ts'
import { type Application, ruleIssues } from '../rules/index.ts'
import { hasEnded, type RecordState } from '../state.ts'
import { no } from './locate.ts'
import { routing } from './route.ts'
import { missingFiling, unknownProcess } from './submit.ts'
import { fixtures } from './values.ts'

/**
 * Something after the set-up: applied for by the enterprise (`application.submitted`) or begun by the registrar
 * (`proceeding.opened`). It changes nothing of the record but opens a filing of it, by the process definition in force, and goes
 * to every applicable item at once.
 */
export function decideApplication(state: RecordState, message: Message, context: DecisionContext): Decision {
  const data = message.data as Application
  const process = context.references.processes.get(data.process)
  const before = notNow(state, message, process, context)
  if (before) return no(state, before)
  const definition = process as ProcessContent
  const compiled = compileProcess(definition)

  const wrong = [
    ...incomplete(data, definition, compiled),
    ...notAppliedFor(data, compiled, definition, context),
    ...periodIssues(definition, data),
    ...ruleIssues(definition.rules, { state, application: data, context }),
  ]
  const form = (context.view?.form ?? {}) as OneForm
  const after = applyStatement(structuredClone(form), data)
  if (wrong.length === 0) wrong.push(...brokenBy(form, after, context))
  const [first, ...more] = wrong
  if (first) return no(state, first, ...more)

  const name = data.form?.name?.full
  const claims = name === undefined || name === state.name ? [] : [wantedName(context, name)]
  for (const claim of claims) {
    const taken = nameIssue(context, claim, '/data/form/name/full')
    if (taken) return no(state, taken)
  }
  const routed = routing(
    {
      filing: message.filing as string,
      process: definition,
      form: after,
      application: data,
      materials: data.materials,
    },
    context,
  )
  return 'issues' in routed ? no(state, ...routed.issues) : accept(routed.conclusions, claims)
}

/** Why this record, this process or this sender is not the one now. */
function notNow(
  state: RecordState,
  message: Message,
  process: ProcessContent | undefined,
  context: DecisionContext,
): Issue | undefined {
  const { type, filing, data } = message
  if (state.filings.size === 0) return issue('YB_RECORD_UNKNOWN', '/subject', { record: state.record })
  if (filing === undefined) return missingFiling
  if (state.filings.has(filing)) return issue('YB_RECORD_EXISTS', '/filing', { record: filing })
  if (!state.registered) return issue('YB_NOT_REGISTERED', '/subject', { record: state.record, type })
  const by = type === 'yibiao.proceeding.opened.v1' ? 'REGISTRAR' : 'APPLICANT'
  if (!process || !isLifeProcess(process) || (process.begunBy ?? 'APPLICANT') !== by)
    return unknownProcess((data as Application).process)
  if (!isTheirs(state, message)) {
    const params = { participant: context.participant, type, detail: ` (${state.record})` }
    return issue('YB_NOT_YOURS_TO_SAY', '/authid', params)
  }
  if (!compileProcess(process).admits(state)) return notInThisStatus(state, process.en, process.zh)
  return by === 'APPLICANT' ? pending(state, context) : undefined
}

/** Officers act for anybody; an applicant for the records that he has filed for. */
const isTheirs = ({ filings }: RecordState, { authtype, authid }: Message): boolean =>
  authtype === 'officer' || [...filings.values()].some(({ submittedBy }) => submittedBy === authid)

export function notInThisStatus({ status = '–', flags }: RecordState, en: string, zh: string): Issue {
  const params = { status, flags: flags.map((flag) => ` ${flag}`).join('') }
  const told = issue('YB_RECORD_STATUS', '/data/process', { ...params, process: en })
  return { ...told, zh: issue('YB_RECORD_STATUS', '/data/process', { ...params, process: zh }).zh }
}

/** One application at a time: values that are to be are checked against those in force, and two might not go together. */
function pending({ filings }: RecordState, { references }: DecisionContext): Issue | undefined {
  for (const filing of filings.values()) {
    if (filing.state !== 'IN_PARALLEL' || filing.applied === undefined) continue
    const decisive = decisiveOf(filing, references)
    if (decisive !== undefined && hasEnded(decisive.state)) continue
    return issue('YB_FILING_PENDING', '/data/process', { filing: filing.filing, process: filing.process })
  }
  return undefined
}

function incomplete(data: Application, { zh, en, asks }: ProcessContent, compiled: CompiledProcess): Issue[] {
  if (compiled.asks(data)) return []
  const needed = JSON.stringify(asks)
  const told = (process: string, reason: { zh: string; en: string }) =>
    reasonedIssue('YB_APPLICATION', '/data', reason, { process })
  const reason = { zh: `申请内容须符合 ${needed}`, en: `it needs what fits ${needed}` }
  return [{ ...told(en, reason), zh: told(zh, reason).zh }]
}

const applicant = ['APPLICANT']

/** Values that this process does not change, or that no applicant supplies. */
function notAppliedFor(
  { form, removed = [] }: Application,
  compiled: CompiledProcess,
  process: ProcessContent,
  context: DecisionContext,
): Issue[] {
  const { matrix } = context.references
  const issues = [...fixtures(form, context)]
  const check = (path: string, pointer: string) => {
    if (!compiled.mayChange(path))
      issues.push(issue('YB_NOT_OF_PROCESS', pointer, { path, process: process.process }))
    else if (!matrix.maySupply(applicant, path)) {
      const owner = matrix.ownerOf(path) ?? ''
      issues.push(issue('YB_FIELD_NOT_OWNED', pointer, { path, owner, participant: 'APPLICANT' }))
    }
  }
  for (const [path] of leavesOf(form ?? {})) check(path, `/data/form${path}`)
  const held = context.view?.form ?? {}
  for (const path of removed) {
    const value = valueAt(held, path)
    if (value === undefined) issues.push(issue('YB_NOT_FOUND', '/data/removed', { path }))
    else if (typeof value !== 'object' || Array.isArray(value)) check(path, '/data/removed')
    else for (const [leaf] of leavesOf(value)) check(`${path}${leaf}`, '/data/removed')
  }
  return issues
}

/** What the form would be wrong in that it is right in now. */
export function brokenBy(
  before: OneForm,
  after: OneForm,
  { receivedOn, registry }: DecisionContext,
): Issue[] {
  const shape = validateForm(after)
  const known = new Set(shape.length === 0 ? [] : validateForm(before).map(({ en }) => en))
  const issues = [
    ...shape.filter(({ en }) => !known.has(en)),
    ...(shape.length === 0
      ? checkChangedForm(before, after, { submittedOn: receivedOn, divisionPrefixes: [registry] })
      : []),
  ]
  return issues.map((one) => ({ ...one, pointer: `/data/form${one.pointer}` }))
}
