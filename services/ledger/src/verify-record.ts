import { isDeepStrictEqual } from 'node:util'
import { foldRecord, type References } from '@yibiao/projections'
import {
  eventIdOf,
  exchangeSource,
  legalDateOf,
  type Message,
  type RecordedEvent,
  recordStream,
} from '@yibiao/schemas'
import { type Conclusion, needsView } from '../domain/context.ts'
import { decide, isRecordMessage } from '../domain/decide.ts'
import { evolve } from '../domain/evolve.ts'
import { initialState } from '../domain/state.ts'

export interface RecordFault {
  readonly stream: string
  readonly revision: number
  readonly problem: string
}

export interface VerifyRecordOptions {
  readonly references: References
  readonly mode: 'sandbox' | 'production'
  readonly registry: string
}

/**
 * Decides a record's whole life again from its messages: every message that was recorded must be accepted by the rules
 * and reference data of its time, and what the exchange concluded from it must be exactly what it would conclude now.
 */
export function verifyRecord(
  record: string,
  events: readonly RecordedEvent[],
  { references, mode, registry }: VerifyRecordOptions,
): RecordFault[] {
  const stream = recordStream(record)
  const faults: RecordFault[] = []
  const state = initialState(record)
  let expected: { readonly cause: RecordedEvent; readonly conclusions: Conclusion[] } | undefined
  const fault = (event: RecordedEvent, problem: string) =>
    faults.push({ stream, revision: event.revision, problem })

  for (const [index, event] of events.entries()) {
    if (event.source === exchangeSource && event.type !== 'yibiao.message.refused.v1') {
      const conclusion = expected?.conclusions.shift()
      if (!conclusion || conclusion.type !== event.type) fault(event, `${event.type} follows from no message`)
      else if (!isDeepStrictEqual(conclusion.data, event.data))
        fault(event, `${event.type} differs from what follows`)
      else if (event.causationid !== expected?.cause.id) fault(event, `${event.type} names another cause`)
    } else {
      if (expected && expected.conclusions.length > 0)
        fault(event, `${expected.conclusions[0]?.type} is missing after ${expected.cause.type}`)
      expected = undefined
      if (isRecordMessage(event.type)) {
        if (event.id !== eventIdOf(event.source, event.messageid ?? '', 0))
          fault(event, 'the id does not fit the message')
        const decision = decide(state, event as Message, {
          participant: event.source.slice('/participants/'.length),
          receivedOn: legalDateOf(event.receivedtime ?? event.recordedtime),
          references: references.at(event.position),
          mode,
          registry,
          taken: new Set(),
          view: needsView.has(event.type)
            ? foldRecord(record, events.slice(0, index), references)
            : undefined,
        })
        if (decision.accepted) expected = { cause: event, conclusions: [...decision.conclusions] }
        else fault(event, `${event.type} would be refused: ${decision.issues[0].en}`)
      }
    }
    evolve(state, event)
  }
  if (expected && expected.conclusions.length > 0) {
    const last = events.at(-1) as RecordedEvent
    fault(last, `${expected.conclusions[0]?.type} is missing after ${expected.cause.type}`)
  }
  return faults
}
