import type { OperationOutcome } from '@yibiao/projections'
import { eventIdOf, inboundTopic, type Message, sourceOf } from '@yibiao/schemas'

/** How an operation ended. Figures and findings only: no values of views, for they may be personal. */
export interface Outcome {
  readonly outcome: OperationOutcome
  readonly result: Readonly<Record<string, unknown>>
}

const operator = 'OPERATOR'
const completedType = 'yibiao.operation.completed.v1'

/** The topic on which an operation's end is told. */
export const completionTopic = inboundTopic(operator)

/** What operations have in place of a record; it keeps them in one order on the bus. */
export const operationsSubject = 'operations'

/** The id of the message that tells how an operation ended. */
export const completionId = (operation: string): string => eventIdOf('/operations', operation, 1)

/**
 * The message that tells how an operation ended. Its id follows from the operation's, so that telling it again after a
 * crash is recognised as a repetition. `time` is epoch milliseconds.
 */
export const completionMessage = (
  operation: string,
  { outcome, result }: Outcome,
  time: number,
): Message => ({
  specversion: '1.0',
  id: completionId(operation),
  source: sourceOf(operator),
  type: completedType,
  subject: operationsSubject,
  time: new Date(time).toISOString(),
  datacontenttype: 'application/json',
  dataschema: 'urn:yibiao:event:operation.completed:v1',
  authtype: 'system',
  authid: 'projector',
  data: { operation, outcome, result },
})
