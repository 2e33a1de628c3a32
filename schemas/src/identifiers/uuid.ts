/** Name-based UUIDs (RFC 9562, version 5) and the ids of recorded events made with them. */
import { hash } from 'node:crypto'

const hexOnly = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a UUID in canonical form: lower case, with hyphens, any version. */
export const isUuid = (text: string): boolean => hexOnly.test(text)

/** The name spaces of RFC 9562 § 6.6. */
export const uuidNamespaces = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
} as const

/** The name space of recorded events: UUIDv5 of the name `urn:yibiao:event` in the URL name space. Fixed for ever. */
export const eventNamespace = 'c42c5b24-942a-5540-849c-5bb2e06dd688'

function bytesOf(uuid: string): Buffer {
  if (!isUuid(uuid)) throw new RangeError('Expected a UUID in lower case with hyphens.')
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

/** The digit that names the version stands 13th of the digits, the one with the variant 17th. */
const variants = '89ab'

function fromBytes(namespace: Uint8Array, name: string): string {
  const input = Buffer.allocUnsafe(16 + Buffer.byteLength(name))
  input.set(namespace)
  input.write(name, 16)
  const hex = hash('sha1', input, 'hex')
  const variant = variants[Number.parseInt(hex[16]!, 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The UUID version 5 of a name (as UTF-8) in a name space. Throws `RangeError` when the name space is no UUID. */
export const uuidV5 = (namespaceUuid: string, name: string): string => fromBytes(bytesOf(namespaceUuid), name)

const eventNamespaceBytes = bytesOf(eventNamespace)

/**
 * The id of the `ordinal`-th event (from 0) recorded from a message: the same whenever and wherever it is recorded, so a
 * redelivered message can never become a second event. Injective: a source has no line break, an ordinal is a number.
 */
export function eventIdOf(source: string, messageId: string, ordinal: number): string {
  if (source.includes('\n')) throw new RangeError('A source has no line break.')
  return fromBytes(eventNamespaceBytes, `${source}\n${messageId}\n${ordinal}`)
}
