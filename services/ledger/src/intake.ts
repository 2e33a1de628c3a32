import type { BusMessage } from '@yibiao/message-bus'
import type { ReferencesInForce } from '@yibiao/projections'
import {
  eventTypes,
  type Issue,
  issue,
  type Message,
  maySay,
  parseMessage,
  repeatedKeys,
  sourceOf,
} from '@yibiao/schemas'
import type { Partial } from './recording.ts'

export const inboundPrefix = 'registration.inbound.'

/** A message off the bus: readable and from whom it says, or not to be taken, with every reason. */
export type Intake =
  | {
      readonly ok: true
      readonly received: BusMessage
      readonly participant: string
      readonly message: Message
      /** The JSON text of the message's data as it came. */
      readonly dataText: Uint8Array
    }
  | {
      readonly ok: false
      readonly received: BusMessage
      readonly participant: string
      readonly partial: Partial
      readonly issues: readonly [Issue, ...Issue[]]
    }

/** Parses, validates and checks that this source may say this. Looks at no state of any record. */
export function takeIn(received: BusMessage, references: ReferencesInForce): Intake {
  const participant = received.topic.slice(inboundPrefix.length)
  const parsed = parseMessage(received.value, { receivedTime: received.time })
  if (!parsed.ok) return { ok: false, received, participant, partial: parsed.partial, issues: parsed.issues }
  const { message, dataText } = parsed
  const objections = [mayNotSay(message, participant, references), ...keysGivenTwice(message)]
  const [first, ...more] = objections.filter((one) => one !== undefined)
  if (first) return { ok: false, received, participant, partial: message, issues: [first, ...more] }
  return { ok: true, received, participant, message, dataText }
}

/** Elements are addressed by key; a schema cannot say that keys differ. */
function keysGivenTwice({ data }: Message): Issue[] {
  const { form } = data as { readonly form?: object }
  return form === undefined ? [] : repeatedKeys(form, '/data/form')
}

function mayNotSay(message: Message, participant: string, references: ReferencesInForce): Issue | undefined {
  const known = references.participants.byCode.get(participant)
  if (!known) return issue('YB_PARTICIPANT_UNKNOWN', '/source', { participant })
  if (message.source !== sourceOf(participant))
    return issue('YB_SOURCE_MISMATCH', '/source', { source: message.source, participant })
  const says = eventTypes.get(message.type)?.says ?? 'exchange'
  if (maySay(says, known)) return undefined
  return issue('YB_NOT_YOURS_TO_SAY', '/type', { participant, type: message.type, detail: '' })
}
