import {
  checkFormRules,
  type EventDataByType,
  type Issue,
  isLifeProcess,
  issue,
  type Message,
  reasonedIssue,
} from '@yibiao/schemas'
import { accept, type Decision, type DecisionContext, refuse } from '../context.ts'
import { nameIssue, wantedName } from '../names.ts'
import type { RecordState } from '../state.ts'
import { routing } from './route.ts'
import { fixtures } from './values.ts'

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
  if (!process || isLifeProcess(process)) return refuse('message', unknownProcess(data.process))

  const rules = checkFormRules(data.form, { submittedOn: context.receivedOn, divisionPrefixes: [registry] })
  const [first, ...more] = [
    ...rules.map((one) => ({ ...one, pointer: `/data/form${one.pointer}` })),
    ...fixtures(data.form, context),
  ]
  if (first) return refuse('message', first, ...more)

  const claim = wantedName(context, data.form.name.full)
  const taken = nameIssue(context, claim, '/data/form/name/full')
  if (taken) return refuse('message', taken)

  const { form, materials } = data
  const routed = routing({ filing: message.filing, process, form, materials }, context)
  return 'issues' in routed ? refuse('message', ...routed.issues) : accept(routed.conclusions, [claim])
}

export const missingFiling = reasonedIssue(
  'YB_MESSAGE_ENVELOPE',
  '/filing',
  { zh: '申报时必须携带', en: 'is required on a submission' },
  { name: 'filing' },
)
export const unknownProcess = (process: string): Issue =>
  reasonedIssue('YB_REQUEST', '/data/process', {
    zh: `没有流程 ${process}。`,
    en: `There is no process ${process}.`,
  })
