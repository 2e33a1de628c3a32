import { type EventDataByType, issue, type Message } from '@yibiao/schemas'
import { accept, type Decision, type DecisionContext } from '../context.ts'
import type { RecordState } from '../state.ts'
import { no, openFiling } from './locate.ts'

/** 首问负责制: whoever is asked first answers for the filing to its end. An applicant cannot name him. */
export function decideContactAssigned(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const filing = openFiling(state, message)
  if ('code' in filing) return no(state, filing)
  return notOfTheCounter(state, message, context) ?? accept()
}

/** A hand-over names who had it: two at once would leave the filing with nobody. */
export function decideResponsibilityTransferred(
  state: RecordState,
  message: Message,
  context: DecisionContext,
): Decision {
  const { from } = message.data as EventDataByType['yibiao.responsibility.transferred.v1']
  const filing = openFiling(state, message)
  if ('code' in filing) return no(state, filing)
  const objection = notOfTheCounter(state, message, context)
  if (objection) return objection
  if (filing.responsible !== from) {
    const params = { filing: filing.filing, actual: filing.responsible ?? '–', given: from }
    return no(state, issue('YB_NOT_RESPONSIBLE', '/data/from', params))
  }
  return accept()
}

/** Acts of the counter are an officer's, never the founder's own. */
export function notOfTheCounter(
  state: RecordState,
  { type, authtype }: Message,
  { participant }: DecisionContext,
): Decision | undefined {
  if (authtype === 'officer' || authtype === 'operator') return undefined
  return no(state, issue('YB_NOT_YOURS_TO_SAY', '/authtype', { participant, type, detail: ` (${authtype})` }))
}
