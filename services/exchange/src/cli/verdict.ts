import {
  checkFormRules,
  compileCatalogue,
  compileParticipants,
  type EventDataByType,
  type Issue,
  isOneForm,
  issue,
  legalDateOf,
  type OneForm,
  parseMessage,
  repeatedKeys,
  routeItems,
  shippedReference,
  sourceOf,
  validateForm,
} from '@yibiao/schemas'

/** An approval that a submission would open, and with whom; null where nobody serves it. */
export interface PlannedApproval {
  readonly item: string
  readonly itemKind: string
  readonly gate: string
  readonly department: string
  readonly participant: string | null
}

/** What the exchange would say, as far as that does not depend on what is on record. */
export interface Verdict {
  readonly kind: 'form' | 'message'
  readonly acceptable: boolean
  /** Every problem at once; pointers go into what was given. */
  readonly issues: readonly Issue[]
  readonly approvals: readonly PlannedApproval[]
}

export interface JudgeOptions {
  /** Epoch milliseconds. */
  readonly now: number
  /** Division of the registry, six digits. */
  readonly division: string
}

/** Attributes by which a message is told from a form. */
const envelope = ['specversion', 'type', 'source'] as const

/** Judges a form or a message by the contracts that come with this version. */
export function judge(content: string, value: unknown, options: JudgeOptions): Verdict {
  const isMessage = typeof value === 'object' && value !== null && envelope.some((name) => name in value)
  const { issues, approvals } = isMessage ? judgeMessage(content, options) : judgeForm(value, options)
  return { kind: isMessage ? 'message' : 'form', acceptable: issues.length === 0, issues, approvals }
}

type Judged = Pick<Verdict, 'issues' | 'approvals'>

function judgeForm(form: unknown, { now, division }: JudgeOptions): Judged {
  const issues = [...validateForm(form)]
  if (!isOneForm(form)) return { issues, approvals: [] }
  issues.push(...repeatedKeys(form))
  const context = { submittedOn: legalDateOf(now), divisionPrefixes: [division.slice(0, 4)] }
  issues.push(...checkFormRules(form, context))
  const planned = plan(form)
  return { issues: [...issues, ...planned.issues], approvals: planned.approvals }
}

/** The items that apply, each with who serves it, as the ledger would route them. */
function plan(form: OneForm): Judged {
  const reference = shippedReference()
  const process = reference.processes.find(({ content }) => content.process === 'company-setup')
  if (process === undefined) return { issues: [], approvals: [] }
  const { routed, unserved } = routeItems(form, {
    process: process.content,
    catalogue: compileCatalogue(reference.catalogue.map(({ content }) => content)),
    participants: compileParticipants(reference.participants.content),
  })
  const planned = [...routed, ...unserved.map((one) => ({ ...one, participant: undefined }))]
  return {
    approvals: planned.map(
      ({ item, participant }): PlannedApproval => ({
        item: item.code,
        itemKind: item.kind,
        gate: item.gate,
        department: item.department,
        participant: participant?.code ?? null,
      }),
    ),
    issues: unserved.map(({ item, division, path }) =>
      issue('YB_NO_PARTICIPANT', path, { item: item.code, department: item.department, division }),
    ),
  }
}

function judgeMessage(content: string, options: JudgeOptions): Judged {
  const parsed = parseMessage(Buffer.from(content), { receivedTime: options.now })
  if (!parsed.ok) return { issues: parsed.issues, approvals: [] }
  const { source, type, data } = parsed.message
  const participant = source.slice(sourceOf('').length)
  const known = compileParticipants(shippedReference().participants.content).byCode.has(participant)
  if (!known) return { issues: [issue('YB_PARTICIPANT_UNKNOWN', '/source', { participant })], approvals: [] }
  if (type !== 'yibiao.filing.submitted.v1') return { issues: [], approvals: [] }
  const { form } = data as EventDataByType['yibiao.filing.submitted.v1']
  const judged = judgeForm(form, options)
  return {
    approvals: judged.approvals,
    issues: judged.issues.map((one) => ({ ...one, pointer: `/data/form${one.pointer}` })),
  }
}
