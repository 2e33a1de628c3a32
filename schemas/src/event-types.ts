/** The registry of event types, from their schema files. */

import { eventTypeTable } from '../generated/event-types.ts'
import type { EventType } from '../generated/events.ts'

/**
 * Who may say a type. `participant:approval` the participant that the approval was routed to, `participant:registrar` the
 * registrar, `participant:owner` the department that owns the path, `participant:any` every participant of a department;
 * `applicant` PAB for the founder and the counter, `operator` OPERATOR, `clock` CLOCK. What only `exchange` or `relay` say is no message.
 */
export type Speaker =
  | 'participant:approval'
  | 'participant:registrar'
  | 'participant:owner'
  | 'participant:any'
  | 'applicant'
  | 'operator'
  | 'clock'
  | 'exchange'
  | 'relay'

export interface EventTypeInfo {
  /** `yibiao.filing.submitted.v1`. */
  readonly type: EventType
  /** `filing.submitted`. */
  readonly name: string
  readonly version: number
  readonly says: Speaker
  /** `record` for `registration-<record>`, else the stream's name with its places in angle brackets. */
  readonly stream: string
  /** Optional envelope attributes that a message of this type must have. */
  readonly envelope: readonly string[]
  readonly title: string
  readonly titleZh: string
  /** URN of the schema of `data`. */
  readonly schemaId: string
}

/** Every event type by its full name. */
export const eventTypes: ReadonlyMap<string, EventTypeInfo> = new Map(
  eventTypeTable.map((info) => [info.type, info]),
)

/** Whether there is such an event type. */
export const isEventType = (type: string): type is EventType => eventTypes.has(type)

/** Whether a participant may say a type at all; whose approval or field it is comes with the record's state. */
export function maySay(
  speaker: Speaker,
  { code, departments }: { readonly code: string; readonly departments: readonly string[] },
): boolean {
  switch (speaker) {
    case 'applicant':
      return departments.includes('PAB')
    case 'operator':
      return code === 'OPERATOR'
    case 'clock':
      return code === 'CLOCK'
    case 'participant:registrar':
      return departments.includes('AMR')
    case 'participant:any':
    case 'participant:approval':
    case 'participant:owner':
      return code !== 'OPERATOR' && code !== 'CLOCK'
    default:
      return false
  }
}
