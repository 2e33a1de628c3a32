/** Where messages meet the shared contracts: strict on the way out, tolerant on the way in. */
import { eventTypes, parseMessage, problemOf, schemaCatalogue, YibiaoError } from '@yibiao/schemas'
import { longestReason } from './errors.ts'
import type { FeedEvent } from './feed-message.ts'
import { misfitsOf } from './misfits.ts'

/** Throws `YibiaoError` with every problem of an own message, by the same rules as the ledger's. */
export function checkOwnMessage(value: Uint8Array, now: number): void {
  const parsed = parseMessage(value, { receivedTime: now })
  if (!parsed.ok) throw new YibiaoError(problemOf(parsed.issues))
}

const attributeTypes: Readonly<Record<string, 'string' | 'number'>> = {
  source: 'string',
  time: 'string',
  recordedtime: 'string',
  filing: 'string',
  historyid: 'string',
  revision: 'number',
  position: 'number',
}

/**
 * What is wrong with a feed message, as one line without any value of it, or undefined. Consumers tolerate: what a later
 * version adds and what the matrix cut out is no fault, and neither is a type that is not known here. A fault is only a
 * value that is there and is of another kind than its schema says.
 */
export function problemOfFeedEvent(event: FeedEvent): string | undefined {
  const attributes = event as unknown as Readonly<Record<string, unknown>>
  const wrong = Object.entries(attributeTypes)
    .filter(([name, type]) => attributes[name] !== undefined && typeof attributes[name] !== type)
    .map(([name, type]) => `/${name} must be a ${type}`)
  const schemaId = eventTypes.get(event.type)?.schemaId
  const schema = schemaId === undefined ? undefined : schemaCatalogue().get(schemaId)
  if (schema !== undefined && event.data !== undefined) wrong.push(...misfitsOf(schema, event.data))
  return wrong.length === 0 ? undefined : wrong.join('; ').slice(0, longestReason)
}
