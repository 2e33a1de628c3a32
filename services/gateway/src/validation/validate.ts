import type { EventStore } from '@yibiao/event-store'
import type { References } from '@yibiao/projections'
import {
  checkFormRules,
  eventTypes,
  type Issue,
  isOneForm,
  issue,
  legalDateOf,
  maySay,
  parseMessage,
  recordStream,
  repeatedKeys,
  sourceOf,
  validateForm,
} from '@yibiao/schemas'
import type { Clock } from '@yibiao/telemetry'
import { type PlannedApproval, planRouting } from './routing.ts'

/** What the exchange would say, without anything being sent. */
export interface Verdict {
  readonly acceptable: boolean
  /** Every problem at once; pointers go into the form or the message as given. */
  readonly issues: readonly Issue[]
  /** For a form that is valid: the approvals that it would open. */
  readonly approvals?: readonly PlannedApproval[]
}

export interface ValidatorOptions {
  readonly store: EventStore
  readonly references: References
  readonly clock: Clock
  /** Division of this registry, six digits. */
  readonly division: string
}

const verdict = (issues: readonly Issue[], approvals?: readonly PlannedApproval[]): Verdict => ({
  acceptable: issues.length === 0,
  issues,
  ...(approvals === undefined ? {} : { approvals }),
})

/** Says of a form or a message what the ledger would say, as far as it does not depend on what happens until then. */
export class Validator {
  readonly #options: ValidatorOptions

  constructor(options: ValidatorOptions) {
    this.#options = options
  }

  form(form: unknown): Verdict {
    const { references, clock, division } = this.#options
    const issues = [...validateForm(form)]
    if (!isOneForm(form)) return verdict(issues)
    issues.push(...repeatedKeys(form))
    const context = { submittedOn: legalDateOf(clock.now()), divisionPrefixes: [division.slice(0, 4)] }
    issues.push(...checkFormRules(form, context))
    const { catalogue, participants, processes } = references.current()
    const process = processes.get('company-setup')
    if (process === undefined) return verdict(issues)
    const routed = planRouting(form, { process, catalogue, participants })
    return verdict([...issues, ...routed.issues], routed.approvals)
  }

  async message(message: unknown): Promise<Verdict> {
    const { store, references, clock } = this.#options
    const parsed = parseMessage(Buffer.from(JSON.stringify(message)), { receivedTime: clock.now() })
    if (!parsed.ok) return verdict(parsed.issues)
    const { source, type, subject } = parsed.message
    const participant = source.slice(sourceOf('').length)
    const known = references.current().participants.byCode.get(participant)
    if (!known) return verdict([issue('YB_PARTICIPANT_UNKNOWN', '/source', { participant })])
    const info = eventTypes.get(type)
    const issues: Issue[] = []
    if (!maySay(info?.says ?? 'exchange', known))
      issues.push(issue('YB_NOT_YOURS_TO_SAY', '/type', { participant, type, detail: '' }))
    if (info?.stream.startsWith('record') === true) {
      const exists = (await store.readStream(recordStream(subject), { limit: 1 })).length > 0
      const opens = type === 'yibiao.filing.submitted.v1'
      if (opens && exists) issues.push(issue('YB_RECORD_EXISTS', '/subject', { record: subject }))
      if (!opens && !exists) issues.push(issue('YB_RECORD_UNKNOWN', '/subject', { record: subject }))
      if (opens) issues.push(...this.#submitted(parsed.message.data))
    }
    return verdict(issues)
  }

  #submitted(data: unknown): Issue[] {
    const { issues } = this.form((data as { readonly form: unknown }).form)
    return issues.map((one) => ({ ...one, pointer: `/data/form${one.pointer}` }))
  }
}
