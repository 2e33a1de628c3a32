import {
  checkFormRules,
  type EventDataByType,
  type Issue,
  issue,
  type Message,
  type OneForm,
  reasonedIssue,
} from '@yibiao/schemas'
import { jointPlan, plansOf, starting } from '../clocks.ts'
import {
  accept,
  type Conclusion,
  type Decision,
  type DecisionContext,
  nameClaim,
  refuse,
} from '../context.ts'
import type { RecordState } from '../state.ts'
import { materialIssues, routedMaterials } from './materials.ts'
import { fixtures } from './values.ts'

type Submitted = EventDataByType['yibiao.filing.submitted.v1']
type Routed = EventDataByType['yibiao.filing.routed.v1']['approvals'][number]

/**
 * A submission opens the record and goes to every applicable item at once (行政许可法 26(2): 统一办理): there is no
 * serial path for a new enterprise. The routing pins the versions of everything that decided it.
 */
export function decideSubmitted(state: RecordState, message: Message, context: DecisionContext): Decision {
  const { references, registry } = context
  const data = message.data as EventDataByType['yibiao.filing.submitted.v1']
  if (state.filings.size > 0)
    return refuse('record', issue('YB_RECORD_EXISTS', '/subject', { record: state.record }))
  const process = references.processes.get(data.process)
  if (message.filing === undefined) return refuse('message', missingFiling)
  if (!process) return refuse('message', unknownProcess(data.process))

  const rules = checkFormRules(data.form, { submittedOn: context.receivedOn, divisionPrefixes: [registry] })
  const [first, ...more] = [
    ...rules.map((one) => ({ ...one, pointer: `/data/form${one.pointer}` })),
    ...fixtures(data.form, context),
  ]
  if (first) return refuse('message', first, ...more)

  const claim = nameClaim(registry, data.form.name.full)
  if (context.taken.has(claim.stream))
    return refuse(
      'message',
      issue('YB_IDENTIFIER_TAKEN', '/data/form/name/full', { identifier: claim.identifier }),
    )

  const routed = route(message.filing, data, process.registration, context)
  if ('issues' in routed) return refuse('message', routed.issues[0], ...routed.issues.slice(1))
  const conclusion: Conclusion = {
    type: 'yibiao.filing.routed.v1',
    data: {
      process: process.process,
      versions: {
        process: process.version,
        matrix: references.matrix.version,
        participants: references.participants.version,
      },
      ...(process.firstContact === undefined ? {} : { firstContact: process.firstContact }),
      approvals: routed.approvals,
    } satisfies EventDataByType['yibiao.filing.routed.v1'],
  }
  const filing = {
    filing: message.filing,
    process: process.process,
    processVersion: process.version,
    promised: undefined,
  }
  const open = routed.approvals.filter((one) => one.state === 'OPEN')
  const plans = [...plansOf(filing, open, context), ...jointPlan(filing, context)]
  return accept([conclusion, ...starting(filing, open, plans, context)], [claim])
}

const missingFiling = reasonedIssue(
  'YB_MESSAGE_ENVELOPE',
  '/filing',
  { zh: '申报时必须携带', en: 'is required on a submission' },
  { name: 'filing' },
)
const unknownProcess = (process: string): Issue =>
  reasonedIssue('YB_REQUEST', '/data/process', {
    zh: `没有流程 ${process}。`,
    en: `There is no process ${process}.`,
  })

type Routing = { readonly approvals: Routed[] } | { readonly issues: readonly [Issue, ...Issue[]] }

/** Every applicable item with who serves it, by department, place and the founder's choice. */
function route(filing: string, data: Submitted, registration: string, context: DecisionContext): Routing {
  const { form } = data
  const { catalogue, participants } = context.references
  const items = catalogue.applicable(form)
  const present = new Set(items.map((item) => item.code))
  const pre = items.filter((item) => item.gate === 'PRE').map((item) => item.code)
  const approvals: Routed[] = []
  const issues: Issue[] = [...materialIssues(items, data)]
  for (const item of items) {
    const division = form.domicile.divisionCode
    const candidates = participants.serving(item.department, division)
    const chosen = item.chooses === undefined ? undefined : chosenAt(form, item.chooses)
    const participant =
      item.chooses === undefined ? candidates[0] : candidates.find((one) => one.code === chosen)
    if (!participant) {
      const pointer =
        item.chooses === undefined ? '/data/form/domicile/divisionCode' : `/data/form${item.chooses}`
      issues.push(
        issue('YB_NO_PARTICIPANT', pointer, { item: item.code, department: item.department, division }),
      )
      continue
    }
    // The registration is decided after what gates it; all else waits for what its own catalogue entry names.
    const dependsOn = (item.code === registration ? pre : item.dependsOn).filter((code) => present.has(code))
    approvals.push({
      approval: `${filing}/${item.code}`,
      item: item.code,
      itemVersion: item.version,
      kind: item.kind,
      gate: item.gate,
      department: item.department,
      participant: participant.code,
      dependsOn,
      ...routedMaterials(item, data),
      state: dependsOn.length === 0 ? 'OPEN' : 'WAITING',
    })
  }
  const [first, ...more] = issues
  return first ? { issues: [first, ...more] } : { approvals }
}

/** The value at a path of two segments, such as `/bank/participant`. */
function chosenAt(form: OneForm, path: string): unknown {
  let value: unknown = form
  for (const segment of path.split('/').slice(1))
    value = (value as Record<string, unknown> | undefined)?.[segment]
  return value
}
