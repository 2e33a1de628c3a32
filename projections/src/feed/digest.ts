import { hash } from 'node:crypto'

/** The digest before the first message. */
export const firstDigest = '0'.repeat(64)

/** The running digest of a feed after one more message: over the order, the events and the very bytes. */
export function nextDigest(previous: string, sequence: number, eventId: string, value: Uint8Array): string {
  return hash('sha256', `${previous}\n${sequence}\n${eventId}\n${hash('sha256', value)}`)
}
