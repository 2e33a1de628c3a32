import { hash } from 'node:crypto'

/** A copy whose members are in the order of their names' UTF-16 units, all the way down. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]))
}

/**
 * JSON with sorted member names and no white space: RFC 8785 for values without names that are array indexes. Equal
 * content has equal text, however it was written.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))

/** SHA-256 of the canonical JSON, lower-case hex: the `digest` of what a `….published` event carries. */
export const contentDigest = (content: unknown): string => hash('sha256', canonicalJson(content), 'hex')
